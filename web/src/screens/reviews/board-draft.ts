// Draft of a storyboard page with unsaved changes, and its merge with the current page.
import { useEffect, useState } from "react";
import { ask } from "../../api.ts";
import type { ClientPage, Panel, StoryboardPage } from "../../documents.ts";
import { type Conflict, isSame, merge } from "../../merge-edits.ts";
import { useOnline } from "../../use-online.ts";

/** `hash`: of the stored storyboard. */
type Board = Omit<StoryboardPage, "preview"> & { hash: string };

/** The changed panels of a page. `from`: the panels before the changes. `of`: the hash of their storyboard. */
export interface BoardDraft {
  of: string;
  from: readonly Panel[];
  panels: readonly Panel[];
  /** Fields that another client changed too, and for which the user has not chosen yet. */
  conflicts: readonly Conflict[];
  isRebased: boolean;
}

/** Merges a draft into a newer storyboard, field by field. */
export function rebased(draft: BoardDraft, { hash, panels }: Board): BoardDraft | undefined {
  const merged = merge<readonly Panel[]>({ base: draft.from, mine: draft.panels, theirs: panels });
  if (isSame(merged.value, panels)) return undefined;
  const { value, conflicts } = merged;
  return { of: hash, from: panels, panels: value, conflicts, isRebased: true };
}

/** Validates a stored draft; undefined if it is invalid. */
export function asBoardDrafts(kept: unknown): ReadonlyMap<number, BoardDraft> | undefined {
  return Array.isArray(kept) ? new Map(kept as [number, BoardDraft][]) : undefined;
}

export function useBoard(sessionId: string, { number, storyboard }: ClientPage) {
  const [board, setBoard] = useState<Board | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const isOnline = useOnline();
  useEffect(() => {
    if (storyboard === undefined || !isOnline) return;
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/pages/${number}/storyboard`;
    ask<Board>("GET", path, { signal: stop.signal }).then(
      (found) => {
        setBoard(found);
        setError(undefined);
      },
      (failed: unknown) => {
        if (!stop.signal.aborted) setError(failed);
      },
    );
    return () => stop.abort();
  }, [sessionId, number, storyboard, isOnline]);
  return { board, error };
}
