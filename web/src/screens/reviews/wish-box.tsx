// Form for a wish, in words or as a quick option: previews the change, carries out exactly the preview, and can undo it.
import { useEffect, useRef, useState } from "react";
import { ApiError, ask } from "../../api.ts";
import { type ClientSession, charactersIn, type PhaseName, type Version } from "../../documents.ts";
import { useKeptWords } from "../../drafts.ts";
import { Choice } from "../../parts/choice.tsx";
import { Trouble } from "../../parts/states.tsx";
import { useOnline } from "../../use-online.ts";
import type { Watched } from "../../use-session.ts";
import { useVersions } from "../../use-versions.ts";
import { isWishKey, useWishWords } from "../../words/wish-words.ts";
import { useWords } from "../../words/words.tsx";
import { type WishPreview, WishPreviewBox } from "./wish-preview.tsx";

interface WishBoxProps {
  session: ClientSession;
  watched: Watched;
  phase: PhaseName;
  /** Revision of the gate that the wish answers; absent: a wish for the finished book. */
  revision?: number;
  /** Another change is being sent or made. */
  isBusy: boolean;
  /** Called when the service accepted the wish or its undo. */
  onTaken?: () => void;
  /** Called when another client changed the book or answered the gate first. */
  onOld?: () => void;
}

interface QuickOption {
  id: string;
  labels: { ja: string; en: string };
}

type Wish = Record<string, unknown>;

/** Problem codes for a book or gate that has changed since it was seen. */
const CONFLICTS: readonly string[] = ["version-conflict", "edit-conflict", "gate-conflict"];

export function WishBox({ session, watched, phase, revision, isBusy, onTaken, onOld }: WishBoxProps) {
  const { t, tongue } = useWords();
  const w = useWishWords();
  const { sessionId } = session;
  const path = `/manga/sessions/${sessionId}`;
  const [words, setWords] = useKeptWords(`book.${sessionId}/wish/${revision === undefined ? "book" : phase}`);
  const [about, setAbout] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<{ wish: Wish; without: string[]; preview: WishPreview }>();
  const [said, setSaid] = useState("");
  /** The version that a wish was taken on. */
  const [taken, setTaken] = useState<number>();
  const [error, setError] = useState<unknown>(undefined);
  const options = useOptions(
    { path, phase: revision === undefined ? undefined : phase, version: session.version },
    setError,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const isWaiting = isBusy || isAsking;
  const before = beforeLastWish(useVersions(sessionId, session), session.version);

  /** The last request with its key, so that a repeat after a lost answer is not carried out twice. */
  const asked = useRef<{ words: string; key: string }>(undefined);
  const keyOf = (sent: string): string => {
    if (asked.current?.words !== sent) asked.current = { words: sent, key: crypto.randomUUID() };
    return asked.current.key;
  };

  const trying = async (act: () => Promise<void>) => {
    setAsking(true);
    setError(undefined);
    setSaid("");
    setTaken(undefined);
    try {
      await act();
    } catch (failed) {
      if (failed instanceof ApiError && CONFLICTS.includes(failed.code)) {
        setShown(undefined);
        setSaid(w("moved"));
        onOld?.();
      } else setError(refusalOf(failed, w));
    }
    setAsking(false);
  };
  const show = (wish: Wish, without: string[] = []) =>
    trying(async () => {
      setShown(undefined);
      const body = { ...wish, without };
      try {
        const preview = await ask<WishPreview>("POST", `${path}/feedback/preview`, { body });
        setShown({ wish, without, preview });
      } catch (failed) {
        // All other changes depend on an omitted one, so none is left.
        if (without.length === 0 || !isNothingLeft(failed)) throw failed;
        drop(w("leftOut"));
      }
    });
  /** Without the last of them nothing is left, which needs no request. */
  const leaveOut = (id: string) => {
    if (shown === undefined) return;
    const { wish, without, preview } = shown;
    if (preview.changes.length > 1) return show(wish, [...without, id]);
    drop(w("leftOut"));
  };
  const drop = (why: string) => {
    setShown(undefined);
    setSaid(why);
    field.current?.focus();
  };
  const carryOut = () =>
    trying(async () => {
      if (shown === undefined) return;
      const { wish, without, preview } = shown;
      const body = { ...wish, without, previewed: preview.hash };
      const { version } = preview;
      await ask("POST", `${path}/feedback`, { body, version, key: keyOf(JSON.stringify([body, version])) });
      setShown(undefined);
      setWords("");
      setTaken(version);
      onTaken?.();
    });
  const undo = () =>
    trying(async () => {
      const key = keyOf(`undo ${before} of ${session.version}`);
      await ask("POST", `${path}/versions/${before}/restore`, { version: session.version, key });
      setSaid(w("undone"));
      onTaken?.();
    });

  const isMaking = session.status === "running" || session.status === "queued";
  const isTaken = taken !== undefined && (isMaking || session.version <= taken);
  const standing = session.waiting !== undefined && revision === undefined ? w("waits") : w("last");
  const state = isTaken ? w("done") : said !== "" || before === undefined || isMaking ? said : standing;

  const [kind, value] = about.split(":");
  const target =
    kind === "character" ? { character: value } : kind === "page" ? { page: Number(value) } : undefined;
  const meant = { phase, ...(revision && { revision }), text: words.trim(), ...(target && { target }) };
  const isTyped = words.trim() !== "";
  return (
    <div className="gate-wishes">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isTyped && !isWaiting) void show({ ...meant, kind: "words" });
        }}
      >
        <label className="field">
          <span>{t("gate.words")}</span>
          <textarea
            ref={field}
            rows={2}
            maxLength={2000}
            placeholder={t("gate.wordsHint")}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setShown(undefined);
            }}
          />
        </label>
        <div className="row">
          <Choice label={t("gate.about")} value={about} options={targets(watched, t)} onChoose={setAbout} />
          <button type="submit" className="button" disabled={isWaiting || !isTyped}>
            {t("gate.send")}
          </button>
        </div>
      </form>
      {options.length === 0 ? null : (
        <fieldset>
          <legend>{t("gate.options")}</legend>
          <div className="row">
            {options.map(({ id, labels }) => (
              <button
                key={id}
                type="button"
                className="button button-small"
                disabled={isWaiting}
                onClick={() => show({ ...meant, kind: "option", option: id })}
              >
                {labels[tongue]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {shown === undefined ? null : (
        <WishPreviewBox
          preview={shown.preview}
          isBusy={isWaiting}
          onLeaveOut={leaveOut}
          onDo={carryOut}
          onEdit={() => {
            setShown(undefined);
            field.current?.focus();
          }}
        />
      )}
      <div className="wish-said">
        <p role="status">{isAsking ? w("reading") : state}</p>
        {before !== undefined ? (
          <button type="button" className="button" disabled={isWaiting} onClick={undo}>
            {w("undo")}
          </button>
        ) : null}
        <Trouble error={error} />
      </div>
    </div>
  );
}

/** The version before the book's last change, if that was a wish. */
function beforeLastWish(versions: readonly Version[], current: number): number | undefined {
  const [last, previous] = versions.toReversed();
  const isWish = last?.what === "words" || last?.what === "option";
  return isWish && last.number === current ? previous?.number : undefined;
}

const isNothingLeft = (failed: unknown): boolean =>
  failed instanceof ApiError && failed.code === "cannot" && failed.reason === "nothing-to-change";

/** A refusal of a wish in the studio's language. */
function refusalOf(failed: unknown, w: ReturnType<typeof useWishWords>): unknown {
  if (!(failed instanceof ApiError)) return failed;
  if (failed.code === "session-moves") return new Error(w("moves"));
  if (failed.code !== "cannot") return failed;
  if (failed.words !== undefined) return new Error(w("unread", { words: failed.words }));
  const key = `cannot.${failed.reason}`;
  return isWishKey(key) ? new Error(w(key)) : failed;
}

/** The quick options of a review that can be carried out in that version; empty outside of a review. */
function useOptions(
  { path, phase, version }: { path: string; phase: PhaseName | undefined; version: number },
  onError: (error: unknown) => void,
): QuickOption[] {
  const [options, setOptions] = useState<QuickOption[]>([]);
  const isOnline = useOnline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onError` only sets a state.
  useEffect(() => {
    if (!isOnline || phase === undefined) return;
    const stop = new AbortController();
    const { signal } = stop;
    ask<{ options: QuickOption[] }>("GET", `${path}/options?phase=${phase}`, { signal }).then(
      (quick) => {
        setOptions(quick.options);
        onError(undefined);
      },
      (failed: unknown) => {
        if (!signal.aborted) onError(failed);
      },
    );
    return () => stop.abort();
  }, [path, phase, version, isOnline]);
  return options;
}

function targets(watched: Watched, t: ReturnType<typeof useWords>["t"]): [string, string][] {
  const cast = charactersIn(watched.phases.characters?.output);
  return [
    ["", t("gate.everything")],
    ...cast.map(({ id, name }): [string, string] => [`character:${id}`, name]),
    ...watched.pages.map(({ number }): [string, string] => [
      `page:${number}`,
      t("watch.page", { n: number }),
    ]),
  ];
}
