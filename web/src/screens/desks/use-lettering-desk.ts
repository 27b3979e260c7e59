// The lettering desk's state: the stored words, over them the edits that are not applied yet, and the page as the service letters both.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LetterStyles } from "../../../../lib/manga/hand-lettering.ts";
import {
  editLettering,
  type LetterEdit,
  LetterEditError,
  type LetterFault,
} from "../../../../lib/manga/letter-edits.ts";
import { editStyles, isStyleEdit } from "../../../../lib/manga/letter-styles.ts";
import { ask } from "../../api.ts";
import type { ClientPage, ClientSession, LetteredText, StoryboardPage } from "../../documents.ts";
import { readDraft, writeDraft } from "../../drafts.ts";
import { useOutbox } from "../../outbox/use-outbox.ts";
import type { Change } from "../../use-change.ts";
import { useBoard } from "../reviews/board-draft.ts";
import { type SentChange, useSentChange } from "../reviews/use-sent-change.ts";

export interface LetteringDesk {
  /** The page with the edits; undefined while it is loaded. */
  board: StoryboardPage | undefined;
  /** The lettering styles of people and of the book with the edits. */
  styles: LetterStyles | undefined;
  /** The newest lettering of the page with the edits. */
  texts: readonly LetteredText[];
  edits: readonly LetterEdit[];
  /** Edits that were sent and not answered yet. */
  isSent: boolean;
  canRedo: boolean;
  error: unknown;
  /** Why the last edit was not made, or is not shown. */
  fault: LetterFault | "moved" | "preview" | undefined;
  edit(edit: LetterEdit): boolean;
  undo(): void;
  redo(): void;
  discard(): void;
  apply(): Promise<void>;
}

export function useLetteringDesk(session: ClientSession, page: ClientPage, change: Change): LetteringDesk {
  const { sessionId, version } = session;
  const { letterStyles } = session.params;
  const path = `/pages/${page.number}/lettering`;
  const name = `book.${sessionId}${path}`;
  const { board: found, error } = useBoard(sessionId, page);
  const [edits, setEdits] = useState<readonly LetterEdit[]>(() => asEdits(readDraft(name)));
  const [undone, setUndone] = useState<readonly LetterEdit[]>([]);
  const [fault, setFault] = useState<LetterFault | undefined>(undefined);
  const [put, setPut] = useSentChange<SentChange & { edits: readonly LetterEdit[] }>({
    ...{ page, board: found, version },
  });
  const { waiting } = useOutbox(sessionId);
  const ahead = waiting.some(({ content }) => content.kind === "other" && content.path === path);

  const stored = useMemo(() => found && { ...found, preview: "" }, [found]);
  const isSent = ahead || put !== undefined;
  const shown = edits.length > 0 ? edits : (put?.edits ?? edits);
  const board = useMemo(() => stored && tried(stored, shown), [stored, shown]);
  const styles = useMemo(() => editStyles(letterStyles, shown), [letterStyles, shown]);
  const { texts, isBroken } = usePreviewed({
    ...{ sessionId, page: page.number, hash: found?.hash, edits: shown },
    styles: JSON.stringify(letterStyles ?? {}),
  });

  const keep = useCallback(
    (next: readonly LetterEdit[], rest: readonly LetterEdit[]) => {
      writeDraft(name, next.length === 0 ? undefined : next);
      setEdits(next);
      setUndone(rest);
      setFault(undefined);
    },
    [name],
  );
  return {
    board: board ?? stored,
    ...{ styles, texts, edits, isSent, error },
    canRedo: undone.length > 0,
    fault:
      fault ?? (stored !== undefined && board === undefined ? "moved" : isBroken ? "preview" : undefined),
    edit(edit) {
      if (board === undefined || isSent) return false;
      try {
        editLettering(board, [edit]);
      } catch (failed) {
        if (!(failed instanceof LetterEditError)) throw failed;
        setFault(failed.fault);
        return false;
      }
      keep(withLast(edits, edit), []);
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
    async apply() {
      const base = found?.hash;
      if (base === undefined || edits.length === 0) return;
      const isTaken = await change({ kind: "other", method: "POST", path, body: { edits, base } }, () => {
        setPut({ base, edits, version, isOutside: edits.every(isStyleEdit) });
        keep([], []);
      });
      if (!isTaken) setPut(undefined);
    },
  };
}

function tried(stored: StoryboardPage, edits: readonly LetterEdit[]): StoryboardPage | undefined {
  try {
    return editLettering(stored, edits);
  } catch (failed) {
    if (failed instanceof LetterEditError) return undefined;
    throw failed;
  }
}

/** Steps of the same fields of one text are one edit, however often a key was pressed. */
function withLast(edits: readonly LetterEdit[], edit: LetterEdit): LetterEdit[] {
  const last = edits.at(-1);
  if (last !== undefined && isSameField(last, edit)) return [...edits.slice(0, -1), edit];
  return [...edits, edit];
}

function isSameField(last: LetterEdit, edit: LetterEdit): boolean {
  const fieldsOf = (change: object) => Object.keys(change).toSorted().join();
  if (last.kind === "text" && edit.kind === "text")
    return last.text === edit.text && fieldsOf(last.change) === fieldsOf(edit.change);
  if (last.kind === "style" && edit.kind === "style")
    return last.of === edit.of && fieldsOf(last.change) === fieldsOf(edit.change);
  if (last.kind === "sound" && edit.kind === "sound")
    return last.sound === edit.sound && fieldsOf(last.change) === fieldsOf(edit.change);
  return false;
}

/** Pause after the last edit before it is previewed, in ms: keys repeat faster. */
const PAUSE_MS = 60;

interface Asked {
  sessionId: string;
  page: number;
  hash: string | undefined;
  edits: readonly LetterEdit[];
  /** The stored styles as text: the page is previewed again when they change. */
  styles: string;
}

/**
 * The page as the service letters it with the edits; the last answer stays until the next one. A page whose words a model translates has no
 * preview: it is shown as it is stored.
 */
function usePreviewed({ sessionId, page, hash, edits, styles }: Asked) {
  const [state, setState] = useState<{ texts: readonly LetteredText[]; isBroken: boolean }>({
    texts: [],
    isBroken: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the service reads the stored styles.
  useEffect(() => {
    if (hash === undefined) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const path = `/manga/sessions/${sessionId}/pages/${page}/lettering`;
      const body = edits.length === 0 ? {} : { edits };
      const { signal } = stop;
      const stored = () => ask<{ texts: LetteredText[] }>("GET", path, { signal });
      ask<{ texts: LetteredText[] }>("POST", `${path}/preview`, { body, signal })
        .then(({ texts }) => setState({ texts, isBroken: false }))
        .catch(() => stored().then(({ texts }) => setState({ texts, isBroken: true })))
        .catch(() => {
          if (!signal.aborted) setState((before) => ({ ...before, isBroken: true }));
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [sessionId, page, hash, edits, styles]);
  return state;
}

/** Drafts of this browser, written by this version of the desk. */
const asEdits = (kept: unknown): readonly LetterEdit[] => (Array.isArray(kept) ? (kept as LetterEdit[]) : []);
