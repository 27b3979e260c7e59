// Undo and redo of a book's versions, in a finished book and at its reviews.
import { useEffect } from "react";
import type { Version } from "../../documents.ts";
import type { Change } from "../../use-change.ts";
import { useWords } from "../../words/words.tsx";
import { undoRedoOf } from "./undo-redo.ts";

interface UndoRedoProps {
  versions: readonly Version[];
  /** The number of the book's version, as its listener shows it. */
  current: number;
  isWorking: boolean;
  change: Change;
}

/** Also by Ctrl+Z and Ctrl+Shift+Z outside fields. */
export function UndoRedo({ versions, current, isWorking, change }: UndoRedoProps) {
  const { t } = useWords();
  const { before, after } = undoRedoOf(versions, current);
  const restore = (number: number | undefined) => {
    if (number === undefined || isWorking) return;
    void change({ kind: "other", method: "POST", path: `/versions/${number}/restore` });
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
      // In a field, the shortcut undoes typing instead.
      if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
      event.preventDefault();
      restore(key === "y" || event.shiftKey ? after : before);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  return (
    <>
      <button
        type="button"
        className="button"
        aria-keyshortcuts="Control+Z"
        disabled={before === undefined || isWorking}
        onClick={() => restore(before)}
      >
        {t("revise.undo")}
      </button>
      <button
        type="button"
        className="button"
        aria-keyshortcuts="Control+Shift+Z"
        disabled={after === undefined || isWorking}
        onClick={() => restore(after)}
      >
        {t("revise.redo")}
      </button>
    </>
  );
}
