// One spelling for every JSON value, so that equal values have equal bytes and equal hashes.
import { hash } from "node:crypto";

/** JSON with sorted keys and without `undefined`. Throws `TypeError` on what JSON cannot hold as a value. */
export function canonicalJson(value: unknown): string {
  const text = JSON.stringify(value, sortKeys);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** SHA-256 in hex: the name of stored bytes. */
export function contentHash(bytes: Uint8Array | string): string {
  return hash("sha256", bytes, "hex");
}

/** 128 bits of SHA-256 in 22 characters: enough to tell inputs and parts apart, short enough to keep by the thousand. */
export function shortHash(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 22);
}
