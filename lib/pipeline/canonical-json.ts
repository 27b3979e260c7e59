// One spelling for every JSON value, so that equal values have equal bytes and equal hashes.
import { hash } from "node:crypto";

/** JSON with sorted keys and without `undefined`. Throws `TypeError` for a value that JSON cannot represent. */
export function canonicalJson(value: unknown): string {
  const text = JSON.stringify(sorted(value));
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

/**
 * The value with its keys in order; the same object if they already are. `JSON.stringify` with a sorting function would copy each of the
 * thousand strokes of a drawing, which takes six times as long.
 */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return sortedList(value);
  if ("toJSON" in value && typeof value.toJSON === "function") return sorted(value.toJSON());
  let isInOrder = true;
  let last = "";
  const entries = Object.entries(value);
  for (const entry of entries) {
    const item = sorted(entry[1]);
    if (item !== entry[1] || entry[0] < last) isInOrder = false;
    last = entry[0];
    entry[1] = item;
  }
  if (isInOrder) return value;
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function sortedList(list: readonly unknown[]): readonly unknown[] {
  const items = list.map(sorted);
  return items.every((item, index) => item === list[index]) ? list : items;
}

/** SHA-256 in hex: the name of stored bytes. */
export function contentHash(bytes: Uint8Array | string): string {
  return hash("sha256", bytes, "hex");
}

/** 128 bits of SHA-256 in 22 characters: enough to distinguish inputs and parts, and short enough to store thousands. */
export function shortHash(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 22);
}
