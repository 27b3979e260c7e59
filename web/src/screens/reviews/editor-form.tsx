// Common parts of the gates' editors: a form, and the buttons for unsaved changes.
import { type ReactNode, useEffect } from "react";
import type { PhaseName } from "../../documents.ts";
import { useUnsaved } from "../../unsaved.ts";
import type { Watched } from "../../use-session.ts";
import { useWords } from "../../words/words.tsx";
import { EditCost, type EditSeen, useEditPreview } from "../revise/edit-cost.tsx";
import { Conflicts } from "./conflicts.tsx";
import type { Draft } from "./use-draft.ts";
import type { WishPreview } from "./wish-preview.tsx";

export interface EditorProps {
  phase: PhaseName;
  /** The phase's output, as the listener has it. */
  output: unknown;
  /** Storage key of the draft. */
  draftName: string;
  urls: ReadonlyMap<string, string>;
  watched: Watched;
  language: "ja" | "en";
  isSending: boolean;
  /** The value being edited, as the service has it. */
  seen: EditSeen;
  /** Reports whether there are unsaved changes. */
  onDraft: (isChanged: boolean) => void;
  /** Resolves to whether the service accepted it. `preview`: what was shown of the edit, if its cost was shown. */
  onSave: (patch: Record<string, unknown>, preview?: WishPreview) => Promise<boolean>;
}

interface EditorFormProps
  extends Pick<EditorProps, "phase" | "seen" | "isSending" | "onDraft" | "onSave" | "language"> {
  draft: Omit<Draft<unknown>, "value" | "set">;
  /** Label of a field by its path: `c1.name`. */
  labelOf: (path: string) => string;
  /** The merge patch that saves the draft. */
  patch: Record<string, unknown>;
  children: ReactNode;
}

/** The fields, and the buttons for unsaved changes, which stay visible while there are some. */
export function EditorForm(props: EditorFormProps) {
  const { phase, seen, patch, draft, labelOf, language, isSending, onDraft, onSave, children } = props;
  const { isChanged, discard, conflicts, send } = draft;
  const { t } = useWords();
  useEffect(() => {
    onDraft(isChanged);
    return () => onDraft(false);
  }, [isChanged, onDraft]);
  useUnsaved(isChanged);
  // While the edit is sent, its review may close, and a preview would be refused.
  const isWanted = isChanged && !isSending && conflicts.length === 0;
  const cost = useEditPreview({ phase, seen, patch, isWanted });
  // Of a finished book nothing is saved before its cost was shown.
  const isUnknown = seen.revision === undefined && cost.preview === undefined;
  return (
    <form
      className="gate-editor"
      onSubmit={async (event) => {
        event.preventDefault();
        await send(() => onSave(patch, cost.preview));
      }}
    >
      <Conflicts {...{ draft, labelOf, language }} />
      {children}
      <div className="board-save" data-changed={isChanged || undefined}>
        <p role="status">
          {isChanged ? (
            <>
              {t("board.changed")} <EditCost cost={cost} isAlways={seen.revision === undefined} />
            </>
          ) : null}
        </p>
        <button
          type="submit"
          className="button button-ink"
          disabled={isSending || !isChanged || isUnknown || conflicts.length > 0}
        >
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

/** Label for a path like `people.c1.name`: the last part that has a label, after the person's name. */
export function fieldLabel(
  path: string,
  { names, fields }: { names: ReadonlyMap<string, string>; fields: Readonly<Record<string, string>> },
): string {
  const parts = path.split(".");
  const whose = parts.map((part) => names.get(part)).find((name) => name !== undefined);
  const what = parts.map((part) => fields[part]).findLast((label) => label !== undefined);
  return [whose, what].filter((part) => part !== undefined).join(" · ") || path;
}
