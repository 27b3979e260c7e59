// What the editors at reviews have in common: their fields in a form, and what is done about changes that are not saved yet.
import { type ReactNode, useEffect } from "react";
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

interface EditorFormProps extends Pick<EditorProps, "isSending" | "onDraft"> {
  isChanged: boolean;
  onSave: () => void;
  onDiscard: () => void;
  children: ReactNode;
}

/** Fields with what is done about their changes, in sight while there are some. */
export function EditorForm({ isChanged, isSending, onDraft, onSave, onDiscard, children }: EditorFormProps) {
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
          <button type="button" className="button" onClick={onDiscard}>
            {t("board.undo")}
          </button>
        ) : null}
      </div>
    </form>
  );
}

/** Whether a draft differs from what was given. */
export function isOther(draft: unknown, given: unknown): boolean {
  return JSON.stringify(draft) !== JSON.stringify(given);
}
