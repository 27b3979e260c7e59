// Order of documents that arrive by listeners and as answers, in any order: an older one never replaces a newer one. Pure functions.

/** `seq` of the client's documents never decreases. `updatedAt` orders a session's documents of one `seq`. */
interface Numbered {
  seq: number;
  updatedAt?: string;
}

/** The newer of two documents; the one that arrived last if they are equally new. */
export function newest<One extends Numbered>(before: One | null | undefined, next: One): One {
  if (before === null || before === undefined || next.seq > before.seq) return next;
  if (next.seq < before.seq) return before;
  return next.updatedAt !== undefined && before.updatedAt !== undefined && next.updatedAt < before.updatedAt
    ? before
    : next;
}

/** A snapshot of a collection. `isWhole`: it comes from the server, so that a missing document is deleted. */
export interface Snapshot<One> {
  documents: readonly One[];
  isWhole: boolean;
}

/**
 * The documents after a snapshot. A whole snapshot removes what it does not contain, unless it contains an older document than the known
 * one: then it was read earlier and removes nothing.
 */
export function newestOf<One extends Numbered>(
  before: readonly One[],
  { documents, isWhole }: Snapshot<One>,
  idOf: (one: One) => unknown,
): One[] {
  const known = new Map(before.map((one) => [idOf(one), one]));
  const merged = documents.map((one) => newest(known.get(idOf(one)), one));
  const isEarlier = documents.some((one) => one.seq < (known.get(idOf(one))?.seq ?? 0));
  if (isWhole && !isEarlier) return merged;
  const seen = new Set(documents.map(idOf));
  return [...merged, ...before.filter((one) => !seen.has(idOf(one)))];
}
