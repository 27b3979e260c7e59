// Compares a book's versions with what users did: every edit shown as saved is in the book once, nothing else is, and no unseen line was
// overwritten. Pure functions.

/** A line typed in a tab. */
export interface Typed {
  text: string;
  /** The line's id as in the book's texts: `k1/w1`. */
  line: string;
  /** The tab. A tab that was closed and opened again is another one. */
  tab: string;
  /** The text that the tab showed for the line when it was saved. */
  seen: string[];
}

/** A version that changed lines. */
export interface Change {
  version: number;
  /** `edit` or `restore`; no other changes occur here. */
  what: string;
  texts: { line: string; old: string; new: string }[];
}

export interface EditingRecord {
  /** All typed lines, in the order of typing. */
  typed: readonly Typed[];
  /** Texts written by another device. */
  elsewhere: readonly string[];
  /** Texts shown as refused at the end, or discarded by the user. */
  refused: readonly string[];
  discarded: readonly string[];
  /** Versions shown when undo or redo was pressed. */
  undoneAt: readonly number[];
}

/** Violations as sentences; empty if there are none. */
export function historyFaults(
  changes: readonly Change[],
  { typed, elsewhere, refused, discarded, undoneAt }: EditingRecord,
): string[] {
  const faults: string[] = [];
  const edits = changes.filter(({ what }) => what === "edit").flatMap((one) => one.texts);
  const written = edits.map((one) => one.new);
  const known = new Set([...typed.map(({ text }) => text), ...elsewhere]);
  for (const text of written)
    if (!known.has(text)) faults.push(`“${text}” is in the book, but no user wrote it`);
  for (const text of refused) {
    if (written.includes(text)) faults.push(`“${text}” is in the book, but is shown as refused`);
  }
  for (const [at, { text, line, tab, seen }] of typed.entries()) {
    const times = written.filter((one) => one === text).length;
    if (times > 1) faults.push(`“${text}” was written ${times} times`);
    const mine = (one: Typed) => one.line === line && one.tab === tab;
    if (times === 0) {
      // The author typed another line before the first was sent, and so replaced it.
      const isReplaced = typed.slice(at + 1).some(mine);
      const isShown = refused.includes(text) || discarded.includes(text);
      if (!isReplaced && !isShown)
        faults.push(`“${text}” was saved, but is neither in the book nor shown as refused or discarded`);
    }
    const own = typed.slice(0, at).filter(mine);
    const replaced = edits.find((one) => one.new === text);
    const allowed = new Set([...seen, ...own.map((one) => one.text)]);
    if (replaced !== undefined && !allowed.has(replaced.old)) {
      faults.push(`“${text}” replaced “${replaced.old}”, which its author had not seen`);
    }
  }
  for (const { version, what } of changes) {
    if (what === "restore" && !undoneAt.includes(version - 1)) {
      faults.push(`version ${version} undid a version that the user who pressed undo had not seen`);
    }
  }
  return faults;
}
