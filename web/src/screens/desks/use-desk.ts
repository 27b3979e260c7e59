// The page desk's state: the stored frames, and over them the edits that are not applied yet. Edits are operations, so that they can be
// undone step by step, and are done again on a page that changed elsewhere.
import { useCallback, useMemo, useState } from "react";
import { editFrames, type FrameEdit } from "../../../../lib/manga/frame-edits.ts";
import { FrameEditError, type FrameFault } from "../../../../lib/manga/frame-page.ts";
import type { ClientPage, ClientSession, StoryboardPage } from "../../documents.ts";
import { readDraft, writeDraft } from "../../drafts.ts";
import { useOutbox } from "../../outbox/use-outbox.ts";
import type { Change } from "../../use-change.ts";
import { useBoard } from "../reviews/board-draft.ts";
import { type SentChange, useSentChange } from "../reviews/use-sent-change.ts";
import { tried, withLast } from "./desk-edits.ts";

interface Desk {
  /** The page as stored; undefined while it is loaded. */
  stored: StoryboardPage | undefined;
  /** The page with the edits. */
  board: StoryboardPage | undefined;
  /** Hash of the stored storyboard. */
  base: string | undefined;
  direction: "rtl" | "ltr";
  edits: readonly FrameEdit[];
  /** Edits that were sent and not answered yet. */
  isSent: boolean;
  canRedo: boolean;
  error: unknown;
  /** Why the last edit was not made. */
  fault: FrameFault | "moved" | undefined;
  edit(edit: FrameEdit): boolean;
  undo(): void;
  redo(): void;
  discard(): void;
  /** Resolves to whether the service took the edits. */
  apply(previewed: string | undefined): Promise<boolean>;
}

export function useDesk(session: ClientSession, page: ClientPage, change: Change): Desk {
  const { sessionId, params, version } = session;
  const path = `/pages/${page.number}/frames`;
  const name = `book.${sessionId}${path}`;
  const { board: found, error } = useBoard(sessionId, page);
  const [edits, setEdits] = useState<readonly FrameEdit[]>(() => asEdits(readDraft(name)));
  const [undone, setUndone] = useState<readonly FrameEdit[]>([]);
  const [fault, setFault] = useState<Desk["fault"]>(undefined);
  const [put, setPut] = useSentChange<SentChange & { edits: readonly FrameEdit[] }>({
    ...{ page, board: found, version },
  });
  const { waiting } = useOutbox(sessionId);
  const isWaiting = waiting.some(({ content }) => content.kind === "other" && content.path === path);
  const direction = params.layoutDirection ?? params.direction;

  const stored = useMemo(() => found && { ...found, preview: "" }, [found]);
  const isSent = isWaiting || put !== undefined;
  const shown = edits.length > 0 ? edits : (put?.edits ?? edits);
  const board = useMemo(() => stored && tried(stored, shown, direction), [stored, shown, direction]);

  const keep = useCallback(
    (next: readonly FrameEdit[], rest: readonly FrameEdit[]) => {
      writeDraft(name, next.length === 0 ? undefined : next);
      setEdits(next);
      setUndone(rest);
      setFault(undefined);
    },
    [name],
  );
  return {
    stored,
    board: board ?? stored,
    base: found?.hash,
    ...{ direction, edits, isSent, error },
    canRedo: undone.length > 0,
    fault: fault ?? (stored !== undefined && board === undefined ? "moved" : undefined),
    edit(edit) {
      if (board === undefined || isSent) return false;
      try {
        editFrames(board, [edit], { direction });
      } catch (failed) {
        if (!(failed instanceof FrameEditError)) throw failed;
        setFault(failed.fault);
        return false;
      }
      const joined = withLast(edits, edit);
      const isSound = stored !== undefined && tried(stored, joined, direction) !== undefined;
      keep(isSound ? joined : [...edits, edit], []);
      return true;
    },
    undo() {
      const last = edits.at(-1);
      if (last !== undefined) keep(edits.slice(0, -1), [last, ...undone]);
    },
    redo() {
      const [next, ...rest] = undone;
      if (next !== undefined) keep([...edits, next], rest);
    },
    discard: () => keep([], []),
    async apply(previewed) {
      const base = found?.hash;
      if (base === undefined || edits.length === 0) return false;
      const body = { edits, base, ...(previewed !== undefined && { previewed }) };
      const isTaken = await change({ kind: "other", method: "POST", path, body }, () => {
        setPut({ base, edits, version });
        keep([], []);
      });
      if (!isTaken) setPut(undefined);
      return isTaken;
    },
  };
}

/** Drafts of this browser, written by this version of the desk. */
const asEdits = (kept: unknown): readonly FrameEdit[] => (Array.isArray(kept) ? (kept as FrameEdit[]) : []);
