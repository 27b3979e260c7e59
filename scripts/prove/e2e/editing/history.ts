// Holds what a book's versions say against what people did: what they saw as saved is there, once, and nothing else is; and nobody's
// line went who was not seen. Pure.

/** One line that somebody typed in a tab. */
export interface Typed {
  text: string;
  /** As the book's texts are listed: `k1/w1`. */
  line: string;
  /** The tab that it was typed in; a tab that was closed and opened again is another one. */
  tab: string;
  /** What that tab showed of the line when it was saved. */
  seen: string[];
}

/** A version that changed lines. */
export interface Change {
  version: number;
  /** `edit` or `restore`; nothing else is done here. */
  what: string;
  texts: { line: string; old: string; new: string }[];
}

export interface EditingRecord {
  /** In the order in which it was typed. */
  typed: readonly Typed[];
  /** Written by another device. */
  elsewhere: readonly string[];
  /** Shown as not taken at the end, or discarded there by the person. */
  refused: readonly string[];
  discarded: readonly string[];
  /** Versions that were shown when undo or redo was pressed. */
  undoneAt: readonly number[];
}

/** In a sentence each; none where all holds. */
export function historyFaults(
  changes: readonly Change[],
  { typed, elsewhere, refused, discarded, undoneAt }: EditingRecord,
): string[] {
  const faults: string[] = [];
  const edits = changes.filter(({ what }) => what === "edit").flatMap((one) => one.texts);
  const written = edits.map((one) => one.new);
  const known = new Set([...typed.map(({ text }) => text), ...elsewhere]);
  for (const text of written)
    if (!known.has(text)) faults.push(`“${text}” is in the book, and nobody wrote it`);
  for (const text of refused) {
    if (written.includes(text)) faults.push(`“${text}” is in the book, and is shown as not taken`);
  }
  for (const [at, { text, line, tab, seen }] of typed.entries()) {
    const times = written.filter((one) => one === text).length;
    if (times > 1) faults.push(`“${text}” was written ${times} times`);
    const mine = (one: Typed) => one.line === line && one.tab === tab;
    if (times === 0) {
      // Whoever typed another line before the first was sent has replaced it themselves.
      const isReplaced = typed.slice(at + 1).some(mine);
      const isShown = refused.includes(text) || discarded.includes(text);
      if (!isReplaced && !isShown) faults.push(`“${text}” was saved, and is neither in the book nor shown`);
    }
    const own = typed.slice(0, at).filter(mine);
    const replaced = edits.find((one) => one.new === text);
    const allowed = new Set([...seen, ...own.map((one) => one.text)]);
    if (replaced !== undefined && !allowed.has(replaced.old)) {
      faults.push(`“${text}” took the place of “${replaced.old}”, which its writer had not seen`);
    }
  }
  for (const { version, what } of changes) {
    if (what === "restore" && !undoneAt.includes(version - 1)) {
      faults.push(`version ${version} undid what nobody saw who pressed undo`);
    }
  }
  return faults;
}
