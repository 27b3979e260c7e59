// New: a text, what was found in it, what it takes, and the start.
import { type ChangeEvent, type FormEvent, useEffect, useId, useState } from "react";
import { ApiError, ask } from "../api.ts";
import { PHASES, type PhaseName } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import { Trouble } from "../parts/states.tsx";
import { navigate } from "../router.tsx";
import { SAMPLES, sampleText } from "../samples.ts";
import { useTitle } from "../use-title.ts";
import { useWords } from "../words/words.tsx";
import { StoryFound, StoryTakes } from "./new-estimate.tsx";
import { NewPortraits, type Portraits } from "./new-portraits.tsx";
import { useEstimate } from "./use-estimate.ts";
import { isLabelled, useModelSets } from "./use-model-sets.ts";

/** Characters, as the service counts them. */
const LIMITS = { min: 10, max: 50_000 };
const KEPT = "mekuri.draft";
const REVIEWED: readonly PhaseName[] = PHASES.filter((phase) => phase !== "finish");

export function NewScreen() {
  const { t } = useWords();
  const id = useId();
  useTitle(t("nav.new"));
  const [text, setText] = useState(() => sessionStorage.getItem(KEPT) ?? "");
  const [notes, setNotes] = useState("");
  const [pages, setPages] = useState<number | undefined>(undefined);
  const [portraits, setPortraits] = useState<Portraits>(new Map());
  const [style, setStyle] = useState("manga");
  const [direction, setDirection] = useState("auto");
  const [colorMode, setColorMode] = useState("monochrome");
  const [punctuation, setPunctuation] = useState("kept");
  const [models, setModels] = useState("offline");
  const [review, setReview] = useState<readonly PhaseName[]>([]);
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const whole = notes.trim() === "" ? text : `${notes.trim()}\n\n${text}`;
  const count = [...whole.trim()].length;
  const estimate = useEstimate({
    text: whole,
    pages,
    models,
    isUsable: count >= LIMITS.min && count <= LIMITS.max,
  });

  const modelSets = useModelSets();

  useEffect(() => sessionStorage.setItem(KEPT, text), [text]);

  const read = async (file: File) => {
    setError(undefined);
    const taken = await textOf(file);
    if (taken === undefined) setError(new Error(t("new.fileRefused", { name: file.name })));
    else setText(taken);
  };
  useDrop(read);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setStarting(true);
    setError(undefined);
    const people = new Set(estimate.found?.people.map(({ name }) => name));
    const own = [...portraits].flatMap(([name, url]) =>
      people.has(name) ? [{ name, image: url.slice(url.indexOf(",") + 1) }] : [],
    );
    try {
      const { sessionId } = await ask<{ sessionId: string }>("POST", "/manga/generate", {
        body: {
          ...{ text: whole, models, review },
          ...(pages === undefined ? {} : { pages }),
          ...(direction === "auto" ? {} : { direction }),
          ...{ colorMode, style },
          ...(own.length === 0 ? {} : { portraits: own }),
          ...(punctuation === "dropped" ? { dropPunctuation: true } : {}),
        },
      });
      sessionStorage.removeItem(KEPT);
      navigate(`/session/${sessionId}`);
    } catch (refused) {
      setError(refused);
      setStarting(false);
    }
  };

  return (
    <form className="new" onSubmit={start}>
      <div className="new-hero">
        <h1 className="display">{t("new.title")}</h1>
        <p>{t("new.lead")}</p>
      </div>
      <section className="koma new-story" aria-label={t("new.story")}>
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
          <div className="row">
            {SAMPLES.map((sample) => (
              <button
                key={sample}
                type="button"
                className="button button-small"
                onClick={() => setText(sampleText(sample))}
              >
                {t(`new.sample.${sample}`)}
              </button>
            ))}
          </div>
          <p className="new-file">
            <label className="file">
              <input
                type="file"
                accept=".txt,.md,text/plain,text/markdown"
                onChange={(event) => chosen(event, read)}
              />
              <span>{t("new.choose")}</span>
            </label>
            <span className="soft">{t("new.drop")}</span>
          </p>
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
      </section>
      <StoryFound estimate={estimate} />
      <section className="koma new-choices">
        <label className="field">
          <span>{t("new.pages")}</span>
          <input
            type="number"
            min={1}
            max={100}
            value={pages ?? ""}
            placeholder={estimate.found === undefined ? t("new.pagesAuto") : String(estimate.found.pages)}
            onChange={(event) => setPages(event.target.value === "" ? undefined : event.target.valueAsNumber)}
          />
        </label>
        <Choice
          label={t("new.style")}
          value={style}
          options={[
            ["manga", t("new.style.manga")],
            ["yonkoma", t("new.style.yonkoma")],
          ]}
          onChoose={setStyle}
        />
        <Choice
          label={t("new.colour")}
          value={colorMode}
          options={[
            ["monochrome", t("new.colour.monochrome")],
            ["color", t("new.colour.color")],
          ]}
          onChoose={setColorMode}
        />
        <Choice
          label={t("new.punctuation")}
          value={punctuation}
          options={[
            ["kept", t("new.punctuation.kept")],
            ["dropped", t("new.punctuation.dropped")],
          ]}
          onChoose={setPunctuation}
        />
        <Choice
          label={t("new.direction")}
          value={direction}
          options={[
            ["auto", t("direction.auto")],
            ["rtl", t("direction.rtl")],
            ["ltr", t("direction.ltr")],
          ]}
          onChoose={setDirection}
        />
        <Choice
          label={t("new.models")}
          value={models}
          options={modelSets.map((name) => [name, isLabelled(name) ? t(`new.models.${name}`) : name])}
          onChoose={setModels}
        />
        <fieldset className="review">
          <legend>{t("new.review")}</legend>
          <div className="pills">
            {REVIEWED.map((phase) => (
              <label key={phase} className="pill">
                <input
                  type="checkbox"
                  checked={review.includes(phase)}
                  onChange={({ target }) =>
                    setReview(target.checked ? [...review, phase] : review.filter((one) => one !== phase))
                  }
                />
                <span>{t(`phase.${phase}`)}</span>
              </label>
            ))}
          </div>
          <p className="soft">{t("new.reviewHint")}</p>
        </fieldset>
      </section>
      <section className="koma koma-ink new-go" aria-label={t("new.takes")}>
        <StoryTakes estimate={estimate} />
        <button
          type="submit"
          className="button button-hot button-big"
          disabled={isStarting || count < LIMITS.min || count > LIMITS.max}
        >
          {isStarting ? t("new.starting") : t("new.start")}
        </button>
        <Trouble error={error ?? (estimate.error instanceof ApiError ? estimate.error : undefined)} />
      </section>
    </form>
  );
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

/** Undefined where it is no text; stories come in UTF-8 and in Shift_JIS. */
async function textOf(file: File): Promise<string | undefined> {
  if (!/\.(?:txt|md|markdown)$/i.test(file.name) && !file.type.startsWith("text/")) return undefined;
  const bytes = await file.arrayBuffer();
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}

function useDrop(read: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      read(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  });
}
