// What a person changed by hand at a review and has not saved: kept as it is typed, and put on what is given anew when that changes.
import { useEffect, useState } from "react";
import { readDraft, writeDraft } from "../drafts.ts";
import { type Conflict, isSame, merge, withTheirs } from "../merge-edits.ts";

/** What a review's fields hold, over what was given. */
export interface Draft<Value> {
  value: Value;
  set: (value: Value) => void;
  isChanged: boolean;
  /** Something else was given since the draft was begun, and it was put on that. */
  isRebased: boolean;
  /** Where both changed the same. Until a person has chosen, nothing is to be saved. */
  conflicts: readonly Conflict[];
  choose: (conflict: Conflict, side: "mine" | "theirs") => void;
  discard: () => void;
  /** It was saved: nothing of it is kept any more. */
  forget: () => void;
}

interface State<Value> {
  /** What was given, and the value was made from. */
  base: Value;
  value: Value;
  conflicts: readonly Conflict[];
  isRebased: boolean;
}

/** `name` is the draft's in the browser. With `isWhole` what two changed is never put together: a person takes one or the other. */
export function useDraft<Value>(given: Value, name: string, { isWhole = false } = {}): Draft<Value> {
  const [state, setState] = useState(() => begin(given, { kept: readDraft(name), isWhole }));
  const { base, value, conflicts, isRebased } = state;
  if (!isSame(base, given)) setState(rebased(state, { given, isWhole }));
  const isChanged = !isSame(value, base);
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
    forget: () => writeDraft(name, undefined),
  };
}

function begin<Value>(given: Value, { kept, isWhole }: { kept: unknown; isWhole: boolean }): State<Value> {
  const fresh = { base: given, value: given, conflicts: [], isRebased: false };
  if (typeof kept !== "object" || kept === null || !("base" in kept) || !("value" in kept)) return fresh;
  // Written by this hook, of values that it was given.
  const { base, value } = kept as { base: Value; value: Value };
  return rebased({ ...fresh, base, value }, { given, isWhole });
}

function rebased<Value>(
  before: State<Value>,
  { given, isWhole }: { given: Value; isWhole: boolean },
): State<Value> {
  const { base, value } = before;
  if (isSame(value, base)) return { base: given, value: given, conflicts: [], isRebased: false };
  if (isSame(base, given)) return before;
  if (isSame(value, given)) return { base: given, value: given, conflicts: [], isRebased: false };
  const merged = isWhole
    ? { value, conflicts: [{ path: "", mine: value, theirs: given }] }
    : merge({ base, mine: value, theirs: given });
  const paths = new Set(merged.conflicts.map(({ path }) => path));
  // What was to be chosen before still is.
  const open = before.conflicts.filter(({ path }) => !paths.has(path));
  return { base: given, value: merged.value, conflicts: [...open, ...merged.conflicts], isRebased: true };
}
