// Work that would be lost by leaving: the browser asks before the page is left, the studio before another screen is opened.
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

/** While it is so, leaving the screen asks. */
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

/** Whether a person has to be asked first; then `path` is where they want to go. */
export function isHeldBack(path: string): boolean {
  if (unsaved.size === 0) return false;
  wanted = path;
  tell();
  return true;
}

/** Where somebody wants to go who has to be asked first. */
export function useWanted(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );
}

/** They were asked: `isGoing` leaves what is unsaved. */
export function answerWanted(isGoing: boolean): void {
  wanted = undefined;
  if (isGoing) unsaved.clear();
  tell();
}
