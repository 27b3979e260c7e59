// Refused changes: what each was, the book's current value, and the choices. They stay until the user decides.
import { useState } from "react";
import type { ClientPage } from "../documents.ts";
import { discardEdit, resendEdit } from "../outbox/outbox.ts";
import { useOutbox } from "../outbox/use-outbox.ts";
import { type WaitingEdit, wordsOf } from "../outbox/waiting-edit.ts";
import { problemOf } from "../problem-words.ts";
import { useWords, type Words } from "../words/words.tsx";

interface RefusedListProps {
  refused: readonly WaitingEdit[];
  pages: readonly ClientPage[];
  language: string;
}

interface RefusedEditsProps extends Omit<RefusedListProps, "refused"> {
  sessionId: string;
}

export function RefusedEdits({ sessionId, ...shown }: RefusedEditsProps) {
  return <RefusedList {...shown} refused={useOutbox(sessionId).refused} />;
}

export function RefusedList({ refused, pages, language }: RefusedListProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState("");
  if (refused.length === 0) return null;
  return (
    <section className="koma refused" aria-label={t("outbox.title")}>
      <h2>{t("outbox.title")}</h2>
      <ul>
        {refused.map((edit) => {
          const mine = wordsOf(edit);
          const theirs = theirsOf(edit, pages);
          return (
            <li key={edit.id}>
              <p>
                <b>{nameOf(edit, t)}</b> {reasonOf(edit, t)}
              </p>
              <dl lang={language}>
                {mine === "" ? null : (
                  <div>
                    <dt>{t("outbox.yours")}</dt>
                    <dd>{mine}</dd>
                  </div>
                )}
                {theirs === undefined || mine === "" ? null : (
                  <div>
                    <dt>{t("outbox.theirs")}</dt>
                    <dd>{theirs}</dd>
                  </div>
                )}
              </dl>
              <div className="row">
                <button type="button" className="button button-ink" onClick={() => resendEdit(edit)}>
                  {t("outbox.sendMine")}
                </button>
                {mine === "" ? null : (
                  <button
                    type="button"
                    className="button"
                    onClick={() => navigator.clipboard.writeText(mine).then(() => setCopied(edit.id))}
                  >
                    {t("outbox.copy")}
                  </button>
                )}
                <button type="button" className="button" onClick={() => discardEdit(edit)}>
                  {t("outbox.discard")}
                </button>
                <span role="status" className="soft">
                  {copied === edit.id ? t("outbox.copied") : ""}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function nameOf({ content }: WaitingEdit, t: Words["t"]): string {
  const pages =
    content.kind === "texts"
      ? new Set(content.texts.map(({ page }) => page))
      : new Set(content.kind === "board" ? [content.page] : []);
  const places = [...pages].map((n) => t("outbox.onPage", { n }));
  const isPlace = content.kind === "texts" && content.texts.every(({ text }) => text === undefined);
  return [...places, isPlace ? t("outbox.place") : t(`outbox.kind.${content.kind}`)].join(" · ");
}

function reasonOf({ refusal }: WaitingEdit, t: Words["t"]): string {
  if (refusal === undefined || refusal.why === "conflict") return t("outbox.conflict");
  if (refusal.why === "moved") return t("outbox.movedOn");
  return problemOf(refusal, t);
}

/** The current line if the page shows it; else the line at the time of the refusal. */
function theirsOf({ content, refusal }: WaitingEdit, pages: readonly ClientPage[]): string | undefined {
  if (content.kind !== "texts") return undefined;
  const [one, ...others] = content.texts;
  if (one === undefined || others.length > 0) return undefined;
  const page = pages.find(({ number }) => number === one.page);
  return (
    page?.texts.find(({ id }) => id === one.id)?.text ??
    (refusal?.why === "conflict" ? refusal.theirs.text : undefined)
  );
}
