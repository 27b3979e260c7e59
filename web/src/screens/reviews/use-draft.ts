// Draft of the edits at a gate: stored as the user types, and rebased when the phase's result changes.
import { useEffect, useState } from "react";
import { readDraft, writeDraft } from "../../drafts.ts";
import { type Conflict, isSame, merge, withTheirs } from "../../merge-edits.ts";

/** The edited value, based on the phase's result. */
export interface Draft<Value> {
  value: Value;
  set: (value: Value) => void;
  isChanged: boolean;
  /** The result changed since the draft was begun, and the draft was rebased on it. */
  isRebased: boolean;
  /** Fields that both sides changed. Saving is blocked until the user has chosen. */
  conflicts: readonly Conflict[];
  choose: (conflict: Conflict, side: "mine" | "theirs") => void;
  discard: () => void;
  /** Sends the value. Until the answer is there, the draft stays as it is; once it is taken, the next result stands in its place. */
  send: (save: () => Promise<boolean>) => Promise<void>;
}

interface State<Value> {
  /** The result that the value is based on. */
  base: Value;
  value: Value;
  conflicts: readonly Conflict[];
  isRebased: boolean;
  /** The value that was sent, and whether it is taken. */
  sent?: { value: Value; isTaken: boolean } | undefined;
}

/**
 * Values whose answer is outstanding, by name of the draft. The editor may close and open again before the answer arrives, because the
 * review closes and opens again.
 */
const outstanding = new Map<string, { value: unknown; answer: Promise<boolean> }>();

/** `name`: storage key of the draft. With `isWhole`, two changed values are never merged: the user takes one or the other. */
export function useDraft<Value>(given: Value, name: string, { isWhole = false } = {}): Draft<Value> {
  const [state, setState] = useState(() => begin(given, { name, isWhole }));
  const { value, conflicts, isRebased, sent } = state;
  // A value that arrives before the answer is this user's change or another one. Only the answer shows which.
  const isAwaited = sent?.isTaken === false;
  if (!isSame(state.base, given) && !isAwaited) setState(rebased(state, { given, isWhole }));
  const base = basisOf(state);
  const isChanged = !isSame(value, base);
  useEffect(() => {
    const asked = outstanding.get(name);
    void asked?.answer.then((isTaken) =>
      setState((before) => ({
        ...before,
        sent: isTaken ? { value: asked.value as Value, isTaken } : undefined,
      })),
    );
  }, [name]);
  useEffect(() => {
    writeDraft(name, isChanged ? { base, value } : undefined);
  }, [name, base, value, isChanged]);
  const fresh: State<Value> = { base: given, value: given, conflicts: [], isRebased: false };
  return {
    ...{ value, isChanged, isRebased: isRebased && isChanged, conflicts },
    set: (next) => setState({ ...state, value: next }),
    choose: (conflict, side) =>
      setState({
        ...state,
        value: side === "theirs" ? withTheirs(value, conflict) : value,
        conflicts: conflicts.filter((one) => one !== conflict),
      }),
    discard: () => setState(fresh),
    send: async (save) => {
      setState((before) => ({ ...before, sent: { value, isTaken: false } }));
      const answer = save();
      outstanding.set(name, { value, answer });
      const isTaken = await answer.finally(() => outstanding.delete(name));
      // The editor may be gone by now. What was typed meanwhile is written anew.
      if (isTaken) writeDraft(name, undefined);
      setState((before) => ({ ...before, sent: isTaken ? { value, isTaken } : undefined }));
    },
  };
}

/** What the value is compared with: the result that it is based on, or what was taken of it. */
const basisOf = <Value>({ base, sent }: State<Value>): Value => (sent?.isTaken ? sent.value : base);

function begin<Value>(given: Value, { name, isWhole }: { name: string; isWhole: boolean }): State<Value> {
  const kept = readDraft(name);
  const fresh = { base: given, value: given, conflicts: [], isRebased: false };
  if (typeof kept !== "object" || kept === null || !("base" in kept) || !("value" in kept)) return fresh;
  // Written by this hook, so it has this type.
  const { base, value } = kept as { base: Value; value: Value };
  const asked = outstanding.get(name);
  if (asked === undefined) return rebased({ ...fresh, base, value }, { given, isWhole });
  return { ...fresh, base, value, sent: { value: asked.value as Value, isTaken: false } };
}

function rebased<Value>(
  before: State<Value>,
  { given, isWhole }: { given: Value; isWhole: boolean },
): State<Value> {
  const { value } = before;
  const base = basisOf(before);
  if (isSame(value, base)) return { base: given, value: given, conflicts: [], isRebased: false };
  if (isSame(base, given)) return { ...before, base: given, sent: undefined };
  if (isSame(value, given)) return { base: given, value: given, conflicts: [], isRebased: false };
  const merged = isWhole
    ? { value, conflicts: [{ path: "", mine: value, theirs: given }] }
    : merge({ base, mine: value, theirs: given });
  const paths = new Set(merged.conflicts.map(({ path }) => path));
  // Earlier conflicts that are still unresolved.
  const open = before.conflicts.filter(({ path }) => !paths.has(path));
  return { base: given, value: merged.value, conflicts: [...open, ...merged.conflicts], isRebased: true };
}
