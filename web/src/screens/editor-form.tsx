// What the editors at reviews have in common: their fields in a form, and what is done about changes that are not saved yet.
import { type ReactNode, useEffect, useState } from "react";
import type { PhaseResult } from "../documents.ts";
import type { Watched } from "../use-session.ts";
import { useWords } from "../words/words.tsx";

export interface EditorProps {
  result: PhaseResult;
  urls: ReadonlyMap<string, string>;
  watched: Watched;
  language: "ja" | "en";
  isSending: boolean;
  /** Whether something was changed that is not saved yet. */
  onDraft: (isChanged: boolean) => void;
  onSave: (patch: Record<string, unknown>) => void;
}

/** What a review's fields hold, over what was given. */
interface Draft<Value> {
  value: Value;
  set: (value: Value) => void;
  isChanged: boolean;
  discard: () => void;
}

export function useDraft<Value>(given: Value): Draft<Value> {
  const [value, set] = useState(given);
  const isChanged = JSON.stringify(value) !== JSON.stringify(given);
  return { value, set, isChanged, discard: () => set(given) };
}

interface EditorFormProps extends Pick<EditorProps, "isSending" | "onDraft"> {
  draft: Pick<Draft<unknown>, "isChanged" | "discard">;
  onSave: () => void;
  children: ReactNode;
}

/** Fields with what is done about their changes, in sight while there are some. */
export function EditorForm({ draft, isSending, onDraft, onSave, children }: EditorFormProps) {
  const { isChanged, discard } = draft;
  const { t } = useWords();
  useEffect(() => {
    onDraft(isChanged);
    return () => onDraft(false);
  }, [isChanged, onDraft]);
  return (
    <form
      className="gate-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <div className="board-save" data-changed={isChanged || undefined}>
        <p role="status">{isChanged ? t("board.changed") : ""}</p>
        <button type="submit" className="button button-ink" disabled={isSending || !isChanged}>
          {t("gate.save")}
        </button>
        {isChanged ? (
          <button type="button" className="button" onClick={discard}>
            {t("board.undo")}
          </button>
        ) : null}
      </div>
    </form>
  );
}
