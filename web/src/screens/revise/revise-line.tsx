// Field for a text of the book. Input is stored as a draft until it is sent. If another client changed the line in the meantime, both
// versions are shown, and nothing is overwritten without asking.
import { useEffect, useRef, useState } from "react";
import type { LetteredText } from "../../documents.ts";
import { readDraft, writeDraft } from "../../drafts.ts";
import { useOutbox } from "../../outbox/use-outbox.ts";
import { useUnsaved } from "../../unsaved.ts";
import type { Change } from "../../use-change.ts";
import { useWords } from "../../words/words.tsx";

interface LineFormProps {
  sessionId: string;
  page: number;
  text: LetteredText;
  language: string;
  change: Change;
}

/** The typed text, and the line when typing began. */
interface LineDraft {
  words: string;
  base: string;
}

export function LineForm({ sessionId, page, text, language, change }: LineFormProps) {
  const { t } = useWords();
  const draftName = `book.${sessionId}/pages/${page}/lines/${text.id}`;
  const waiting = useWaitingText(sessionId, { page, id: text.id });
  const [draft, setDraft] = useState<LineDraft>(
    () => asDraft(readDraft(draftName)) ?? { words: waiting ?? text.text, base: text.text },
  );
  /** The texts saved here, the last one last, until the page shows it or another one. */
  const [sent, setSent] = useState<readonly string[]>(waiting === undefined ? [] : [waiting]);
  const { words, base } = draft;
  const newest = useRef({ text: text.text, words });
  useEffect(() => {
    newest.current = { text: text.text, words };
  });
  const isTyped = words !== text.text && words !== sent.at(-1);
  const isMoved = base !== text.text && isTyped && !sent.includes(text.text);
  // The line changed while nothing was typed here, or was just saved: the field is updated.
  if (base !== text.text && !isMoved && waiting === undefined && !isTyped) {
    setDraft({ words: text.text, base: text.text });
    setSent([]);
  }
  useUnsaved(isTyped);
  const type = (next: string) => {
    const typed = { words: next, base };
    setDraft(typed);
    writeDraft(draftName, next === text.text ? undefined : typed);
  };
  /** `seen`: the line to be replaced. */
  const save = (seen: string) => {
    const texts = [{ page, id: text.id, text: words, was: { text: [seen] } }];
    const onKept = () => {
      setSent((before) => [...before, words]);
      setDraft((before) => ({ ...before, base: seen }));
      // If the user typed on in the meantime, the draft is a newer one.
      if (newest.current.words === words) writeDraft(draftName, undefined);
    };
    void change({ kind: "texts", texts }, onKept).then((isTaken) => {
      if (isTaken) return;
      // It is listed among the refused changes. The field shows the book's text again, unless something else was typed.
      setSent([]);
      const now = newest.current.text;
      setDraft((before) => (before.words === words ? { words: now, base: now } : before));
    });
  };
  const take = () => {
    setDraft({ words: text.text, base: text.text });
    writeDraft(draftName, undefined);
  };
  return (
    <form
      className="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMoved) save(base);
      }}
    >
      <label className="field">
        <span>{t("revise.line")}</span>
        <textarea rows={3} maxLength={500} value={words} onChange={(event) => type(event.target.value)} />
      </label>
      {isMoved ? (
        <div className="both" role="status">
          <p className="moved">{t("revise.lineMoved")}</p>
          <dl lang={language}>
            <div>
              <dt>{t("revise.lineYours")}</dt>
              <dd>{words}</dd>
            </div>
            <div>
              <dt>{t("revise.lineTheirs")}</dt>
              <dd>{text.text}</dd>
            </div>
          </dl>
          <div className="row">
            <button
              type="button"
              className="button button-ink"
              disabled={words.trim() === ""}
              onClick={() => save(text.text)}
            >
              {t("revise.lineKeep")}
            </button>
            <button type="button" className="button" onClick={take}>
              {t("revise.lineTake")}
            </button>
          </div>
        </div>
      ) : (
        <>
          <p role="status" className="soft line-state">
            {waiting === undefined ? null : t("revise.lineWaits")}
          </p>
          <div className="row">
            <button type="submit" className="button button-ink" disabled={words.trim() === "" || !isTyped}>
              {t("revise.saveLine")}
            </button>
            {isTyped ? (
              <button type="button" className="button" onClick={take}>
                {t("board.undo")}
              </button>
            ) : null}
          </div>
        </>
      )}
    </form>
  );
}

function asDraft(kept: unknown): LineDraft | undefined {
  if (typeof kept !== "object" || kept === null || !("words" in kept) || !("base" in kept)) return undefined;
  const { words, base } = kept;
  return typeof words === "string" && typeof base === "string" ? { words, base } : undefined;
}

/** The text that waits in the outbox for this line. */
function useWaitingText(sessionId: string, { page, id }: { page: number; id: string }): string | undefined {
  const { waiting } = useOutbox(sessionId);
  return waiting
    .flatMap(({ content }) => (content.kind === "texts" ? content.texts : []))
    .findLast((one) => one.page === page && one.id === id && one.text !== undefined)?.text;
}
