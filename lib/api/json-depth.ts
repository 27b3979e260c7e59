// Bounds the nesting of a JSON text before it is parsed, so that code that walks the value may use recursion.

/** Ten times as deep as any request body of the API, and far from the limit of the call stack. */
export const MOST_NESTED = 64;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Whether arrays and objects are nested more than `most` deep. Takes linear time and no stack.
 * `json`: UTF-8, in which no byte of a longer character equals one that is looked for here. It need not be well-formed.
 */
export function isNestedDeeper(json: Uint8Array, most = MOST_NESTED): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) isInText = !isInText;
    else if (isInText) {
      // Skips the escaped byte.
      if (byte === BACKSLASH) at += 1;
    } else if (OPENING.has(byte)) {
      depth += 1;
      if (depth > most) return true;
    } else if (CLOSING.has(byte)) depth -= 1;
  }
  return false;
}
