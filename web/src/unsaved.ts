// Guards unsaved work: the browser asks before the page is left, the studio before another screen is opened.
import { useEffect, useId, useSyncExternalStore } from "react";

const unsaved = new Set<string>();
const listeners = new Set<() => void>();
let wanted: string | undefined;

const tell = () => {
  for (const listener of listeners) listener();
};

window.addEventListener("beforeunload", (event) => {
  if (unsaved.size > 0) event.preventDefault();
});

/** While `isUnsaved`, leaving the screen asks for confirmation. */
export function useUnsaved(isUnsaved: boolean): void {
  const id = useId();
  useEffect(() => {
    if (!isUnsaved) return;
    unsaved.add(id);
    return () => {
      unsaved.delete(id);
    };
  }, [id, isUnsaved]);
}

/** Whether a confirmation is needed; if so, stores `path` as the target. */
export function isHeldBack(path: string): boolean {
  if (unsaved.size === 0) return false;
  wanted = path;
  tell();
  return true;
}

/** The target that waits for a confirmation. */
export function useWanted(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );
}

/** Answers the confirmation; `isGoing`: leave and lose the unsaved work. */
export function answerWanted(isGoing: boolean): void {
  wanted = undefined;
  if (isGoing) unsaved.clear();
  tell();
}
