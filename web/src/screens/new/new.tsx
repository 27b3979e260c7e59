// The screen "New": text, people and places found, estimate, start.
import { type ChangeEvent, type FormEvent, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { ApiError, ask } from "../../api.ts";
import { useKept, useKeptWords, writeDraft } from "../../drafts.ts";
import { importWithRetry } from "../../import-with-retry.ts";
import { ConfirmDialog } from "../../parts/dialog.tsx";
import { Loading, Trouble } from "../../parts/states.tsx";
import OPENING from "../../pictures/opening.webp";
import type { ReadingDraft } from "../../reading-draft.ts";
import { navigate } from "../../router.tsx";
import { SAMPLES, sampleText } from "../../samples.ts";
import { useUnsaved } from "../../unsaved.ts";
import { useTitle } from "../../use-title.ts";
import { useWords } from "../../words/words.tsx";
import { useEstimate } from "../use-estimate.ts";
import { type Choices, FIRST_CHOICES, NewChoices, readChoices, requestOf } from "./new-choices.tsx";
import { StoryFound, StoryTakes } from "./new-estimate.tsx";
import { NewPortraits, type Portraits } from "./new-portraits.tsx";

/** Limits in characters, counted as the service does. */
const LIMITS = { min: 10, max: 50_000 };
const KEPT = {
  ...{ text: "new.text", sample: "new.sample", notes: "new.notes", choices: "new.choices" },
  reading: "new.reading",
};
const NewReading = lazy(() =>
  importWithRetry(() => import("./new-reading.tsx")).then(({ NewReading: screen }) => ({ default: screen })),
);

export function NewScreen() {
  const { t, tongue } = useWords();
  const id = useId();
  useTitle(t("nav.new"));
  const [text, setText] = useKeptWords(KEPT.text);
  /** The sample that was chosen last. */
  const [given, setGiven] = useKeptWords(KEPT.sample);
  const [notes, setNotes] = useKeptWords(KEPT.notes);
  const [portraits, setPortraits] = useState<Portraits>(new Map());
  const [choices, setChoices] = useKept(KEPT.choices, FIRST_CHOICES, readChoices);
  const [reading, setReading] = useKept<ReadingDraft | undefined>(KEPT.reading, undefined, readKept);
  const [isChecking, setChecking] = useState(reading !== undefined);
  const wasOpened = useRef(false);
  const [isStarting, setStarting] = useState(false);
  const [isClearing, setClearing] = useState(false);
  // Unlike all other input, portraits are not stored as drafts.
  useUnsaved(portraits.size > 0 && !isStarting);
  const [error, setError] = useState<unknown>(undefined);
  /** The error for a file that is not text. */
  const [unread, setUnread] = useState<Error | undefined>(undefined);
  /** The last request with its key, so that a repeat does not start a second book. */
  const asked = useRef<{ words: string; key: string }>(undefined);
  const whole = notes.trim() === "" ? text : `${notes.trim()}\n\n${text}`;
  const count = [...whole.trim()].length;
  const { pages, language, style, models, tier, slow } = choices;
  const isUsable = count >= LIMITS.min && count <= LIMITS.max;
  const estimate = useEstimate({
    ...{ text: whole, pages, language, style, models, tier, slow, isUsable },
  });

  const read = async (file: File) => {
    const taken = await textOf(file);
    setUnread(taken === undefined ? new Error(t("new.fileRefused", { name: file.name })) : undefined);
    if (taken !== undefined) setText(taken);
  };
  const isOver = useDrop(read);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setStarting(true);
    setError(undefined);
    const people = new Set(estimate.found?.people.map(({ name }) => name));
    const own = [...portraits].flatMap(([name, url]) =>
      people.has(name) ? [{ name, image: url.slice(url.indexOf(",") + 1) }] : [],
    );
    const given = reading && (await givenIn(reading, whole));
    const body = {
      ...{ text: whole, ...requestOf(choices) },
      ...(given && { given }),
      ...(own.length === 0 ? {} : { portraits: own }),
    };
    const words = JSON.stringify(body);
    if (asked.current?.words !== words) asked.current = { words, key: crypto.randomUUID() };
    const { key } = asked.current;
    try {
      const { sessionId } = await ask<{ sessionId: string }>("POST", "/manga/generate", { body, key });
      for (const one of Object.values(KEPT)) writeDraft(one, undefined);
      navigate(`/session/${sessionId}`);
    } catch (refused) {
      setError(refused);
      setStarting(false);
    }
  };

  const check = (isOpen: boolean) => {
    wasOpened.current = isOpen;
    setChecking(isOpen);
  };
  const clear = () => {
    setClearing(false);
    setText("");
    setGiven("");
    setNotes("");
    setPortraits(new Map());
    setChoices(FIRST_CHOICES);
    setReading(undefined);
    setChecking(false);
  };
  const isFilled = text !== "" || notes !== "" || portraits.size > 0 || choices !== FIRST_CHOICES;

  return (
    <form className="new" onSubmit={start}>
      <div className="new-hero">
        <h1 className="display">{t("new.title")}</h1>
        <p>{t("new.lead")}</p>
        {/* The sample's first pages: what a story becomes. It comes after the screen, and not at all where it has no room. */}
        <img src={OPENING} alt="" width={800} height={565} loading="lazy" fetchPriority="low" />
      </div>
      <section className="koma new-story" aria-label={t("new.story")} data-over={isOver || undefined}>
        <div className="new-told">
          <label htmlFor={`${id}-text`} className="koma-label">
            {t("new.story")}
          </label>
          <textarea
            id={`${id}-text`}
            value={text}
            placeholder={t("new.placeholder")}
            onChange={(event) => setText(event.target.value)}
            aria-describedby={`${id}-count`}
            spellCheck={false}
          />
          <div className="new-under">
            <p id={`${id}-count`} className={count > LIMITS.max ? "count count-over" : "count"}>
              {countLine(count, t)}
            </p>
            {/* What somebody wrote is not to be lost by a click. */}
            {text.trim() !== "" && text !== given ? null : (
              <div className="row">
                {[tongue, ...SAMPLES.filter((other) => other !== tongue)].map((sample) => (
                  <button
                    key={sample}
                    type="button"
                    className="button button-small"
                    onClick={async () => {
                      const taken = await sampleText(sample);
                      setGiven(taken);
                      setText(taken);
                    }}
                  >
                    {t(`new.sample.${sample}`)}
                  </button>
                ))}
              </div>
            )}
            <p className="new-file">
              <label className="file">
                <input
                  type="file"
                  accept=".txt,.md,text/plain,text/markdown"
                  onChange={(event) => chosen(event, read)}
                />
                <span>{t("new.choose")}</span>
              </label>
              <span className="soft">{t(isOver ? "new.dropHere" : "new.drop")}</span>
            </p>
            {isFilled ? (
              <div className="row">
                <button type="button" className="button button-small" onClick={() => setClearing(true)}>
                  {t("new.clear")}
                </button>
              </div>
            ) : null}
            {isClearing ? (
              <ConfirmDialog
                question={t("new.clearSure")}
                yes={t("new.clear")}
                no={t("leave.stay")}
                onYes={clear}
                onNo={() => setClearing(false)}
              />
            ) : null}
            <Trouble error={unread} />
          </div>
          <details className="new-notes">
            <summary>{t("new.more")}</summary>
            <h2 className="new-part">{t("new.portraits")}</h2>
            <p className="soft">{t("new.portraitsHint")}</p>
            <NewPortraits
              names={estimate.found?.people.map(({ name }) => name) ?? []}
              portraits={portraits}
              onChange={setPortraits}
            />
            <h2 className="new-part">{t("new.notes")}</h2>
            <label className="soft" htmlFor={`${id}-notes`}>
              {t("new.moreHint")}
            </label>
            <textarea
              id={`${id}-notes`}
              value={notes}
              rows={3}
              onChange={(event) => setNotes(event.target.value)}
            />
          </details>
        </div>
      </section>
      <StoryFound estimate={estimate} isChecking={isUsable ? isChecking : undefined} onCheck={check} />
      <NewChoices
        text={isUsable ? whole : undefined}
        choices={choices}
        estimate={estimate}
        onChange={setChoices}
      />
      {isChecking && isUsable ? (
        <section
          className="koma new-reading"
          aria-label={t("new.check")}
          tabIndex={-1}
          ref={(section) => {
            // Whoever opened it is led to it; after a reload it stays where it is.
            if (wasOpened.current) section?.focus();
            wasOpened.current = false;
          }}
        >
          <h2 className="koma-label">{t("new.check")}</h2>
          <Suspense fallback={<Loading />}>
            <NewReading
              text={whole}
              request={readingRequest(choices)}
              draft={reading}
              onChange={setReading}
            />
          </Suspense>
        </section>
      ) : null}
      <section className="koma koma-ink new-go" aria-label={t("new.takes")}>
        <StoryTakes estimate={estimate} most={choices.most} />
        <button type="submit" className="button button-hot button-big" disabled={isStarting || !isUsable}>
          {isStarting ? t("new.starting") : t("new.start")}
        </button>
        <Trouble error={error ?? (estimate.error instanceof ApiError ? estimate.error : undefined)} />
      </section>
    </form>
  );
}

/** The module of corrections validates the form when it is loaded. */
const readKept = (kept: unknown): ReadingDraft | undefined =>
  typeof kept === "object" && kept !== null && "speakers" in kept ? (kept as ReadingDraft) : undefined;

async function givenIn(kept: ReadingDraft, text: string) {
  const { draftFor, givenOf, readDraftOf } = await importWithRetry(() => import("../../reading-draft.ts"));
  const draft = readDraftOf(kept);
  return draft && givenOf(draftFor(draft, text));
}

function readingRequest({ pages, language, style, models }: Choices): string {
  const told = { style, models, ...(pages === undefined ? {} : { pages }) };
  return JSON.stringify(language === "auto" ? told : { ...told, language });
}

function countLine(count: number, t: ReturnType<typeof useWords>["t"]): string {
  if (count > LIMITS.max) return t("new.tooLong", { n: (count - LIMITS.max).toLocaleString() });
  if (count > 0 && count < LIMITS.min) return t("new.tooShort", { min: LIMITS.min });
  return t("new.count", { n: count.toLocaleString(), max: LIMITS.max.toLocaleString() });
}

function chosen(event: ChangeEvent<HTMLInputElement>, read: (file: File) => void): void {
  const file = event.target.files?.[0];
  if (file !== undefined) read(file);
  event.target.value = "";
}

/** Decodes UTF-8 or Shift_JIS; undefined if the file is neither. */
async function textOf(file: File): Promise<string | undefined> {
  if (!/\.(?:txt|md|markdown)$/i.test(file.name) && !file.type.startsWith("text/")) return undefined;
  const bytes = await file.arrayBuffer();
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  return undefined;
}

/** Accepts files dropped anywhere on the page; returns whether one is dragged over it. */
function useDrop(read: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes("Files") === true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      read(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  });
  return isOver;
}
