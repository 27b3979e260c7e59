// Unsaved edits of a gate that was answered in the meantime: shown to be copied or discarded.
import { useState } from "react";
import { PHASES, type PhaseName } from "../../documents.ts";
import { readDraft, reviewDraft, writeDraft } from "../../drafts.ts";
import { isSame } from "../../merge-edits.ts";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import { shownOf } from "../reviews/conflicts.tsx";

interface LeftDraftsProps {
  sessionId: string;
  /** The phases whose gates are open. Their editors show their drafts. */
  open: readonly PhaseName[];
  language: string;
}

export function LeftDrafts({ sessionId, open, language }: LeftDraftsProps) {
  const { t } = useWords();
  const f = useFieldWords();
  const [, setDiscarded] = useState(0);
  const left = PHASES.filter((phase) => !open.includes(phase)).flatMap((phase) => {
    const name = reviewDraft(sessionId, phase);
    const changed = changedIn(readDraft(name));
    return changed.length === 0 ? [] : [{ phase, name, changed }];
  });
  if (left.length === 0) return null;
  return (
    <section className="koma left-drafts" aria-label={t("gate.left")}>
      <p>{t("gate.left")}</p>
      {left.map(({ phase, name, changed }) => {
        const words = changed.map((one) => shownOf(one, { t, f })).join("\n");
        return (
          <div key={phase}>
            <b>{t(`phase.${phase}`)}</b>
            <p lang={language}>{words}</p>
            <div className="row">
              <button
                type="button"
                className="button button-small"
                onClick={() => navigator.clipboard.writeText(words)}
              >
                {t("outbox.copy")}
              </button>
              <button
                type="button"
                className="button button-small"
                onClick={() => {
                  writeDraft(name, undefined);
                  setDiscarded((count) => count + 1);
                }}
              >
                {t("outbox.discard")}
              </button>
            </div>
          </div>
        );
      })}
    </section>
  );
}

/** The values in a draft that differ from its base. */
function changedIn(kept: unknown): unknown[] {
  if (Array.isArray(kept)) {
    // The storyboard has a draft for each page.
    return kept.flatMap((one) =>
      Array.isArray(one) ? leaves(read(one[1], "from"), read(one[1], "panels")) : [],
    );
  }
  return leaves(read(kept, "base"), read(kept, "value"));
}

function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function leaves(before: unknown, after: unknown): unknown[] {
  if (after === undefined || isSame(before, after)) return [];
  if (typeof after !== "object" || after === null || typeof before !== "object" || before === null) {
    return [after];
  }
  return Object.keys(after).flatMap((key) => leaves(read(before, key), read(after, key)));
}
