// Three-way merge of JSON values: changes of both sides to different fields are kept; for changes of the same field the user chooses. Pure
// functions.

/** A field that both sides changed differently: its path, such as `characters.c1.name`, and both values. */
export interface Conflict {
  path: string;
  /** Undefined: removed. */
  mine: unknown;
  theirs: unknown;
}

export interface Merged<T> {
  /** Both sides' changes; for conflicts, my value. */
  value: T;
  conflicts: Conflict[];
}

interface Versions<T> {
  /** The common ancestor. */
  base: T;
  mine: T;
  theirs: T;
}

/**
 * Objects are merged by member. Lists whose items have an `id`, a `number` or a `character` are merged by item; any other list is one
 * value.
 */
export function merge<T>(versions: Versions<T>): Merged<T> {
  const conflicts: Conflict[] = [];
  const value = mergeAt(versions, "", conflicts);
  return { value: value as T, conflicts };
}

/** Resolves a conflict in favour of the other side. */
export function withTheirs<T>(value: T, { path, theirs }: Conflict): T {
  return setAt(value, path === "" ? [] : path.split("."), theirs) as T;
}

function mergeAt({ base, mine, theirs }: Versions<unknown>, path: string, conflicts: Conflict[]): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const versions = { base: base[key], mine: mine[key], theirs: theirs[key] };
      const value = mergeAt(versions, below(path, key), conflicts);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }
  const [from, one, two] = [itemsOf(base), itemsOf(mine), itemsOf(theirs)];
  if (from !== undefined && one !== undefined && two !== undefined) {
    return mergeItems({ base: from, mine: one, theirs: two }, path, conflicts);
  }
  conflicts.push({ path, mine, theirs });
  return mine;
}

type Items = ReadonlyMap<string, unknown>;

function mergeItems({ base, mine, theirs }: Versions<Items>, path: string, conflicts: Conflict[]): unknown[] {
  const order = (items: Items, among: Items) => [...items.keys()].filter((key) => among.has(key));
  const isMineInOrder = isSame(order(mine, base), order(base, mine));
  const isTheirsInOrder = isSame(order(theirs, base), order(base, theirs));
  const isSameOrder = isSame(order(mine, theirs), order(theirs, mine));
  if (!isMineInOrder && !isTheirsInOrder && !isSameOrder) {
    conflicts.push({ path, mine: [...mine.values()], theirs: [...theirs.values()] });
    return [...mine.values()];
  }
  const [first, second] = isMineInOrder ? [theirs, mine] : [mine, theirs];
  const keys = [...first.keys(), ...[...second.keys()].filter((key) => !first.has(key))];
  return keys.flatMap((key) => {
    const versions = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const value = mergeAt(versions, below(path, key), conflicts);
    return value === undefined ? [] : [value];
  });
}

const below = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list's items by their key; undefined if an item has no key or two have the same. */
function itemsOf(value: unknown): Items | undefined {
  if (!Array.isArray(value)) return undefined;
  const keys = value.map(keyOf);
  if (keys.includes(undefined) || new Set(keys).size < keys.length) return undefined;
  return new Map(value.map((item) => [keyOf(item) ?? "", item]));
}

function keyOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const key = item.id ?? item.number ?? item.character;
  // Keys with a dot are not allowed, because paths are split at dots.
  return (typeof key === "string" && !key.includes(".")) || typeof key === "number" ? String(key) : undefined;
}

function setAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    const isThere = value.some((item) => keyOf(item) === key);
    // An item that I removed and the other side keeps is appended.
    if (!isThere) return rest.length === 0 && to !== undefined ? [...value, to] : value;
    return value.flatMap((item) => {
      if (keyOf(item) !== key) return [item];
      const next = setAt(item, rest, to);
      return next === undefined ? [] : [next];
    });
  }
  if (!isRecord(value)) return value;
  const { [key]: before, ...others } = value;
  const next = setAt(before, rest, to);
  return next === undefined ? others : { ...value, [key]: next };
}

/** Deep equality of JSON values; the order of members does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
}
