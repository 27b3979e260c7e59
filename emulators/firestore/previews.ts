// The preview of a big document: its small top-level values. A query on those values alone can skip a document without loading
// and decoding it, as an index would.
import type { Fields, Value } from "./values.ts";

/** The fields that can be read without loading the document. A whole document omits none. */
export interface Preview {
  readonly name: string;
  readonly fields: Fields;
  /** Top-level fields that exist but are not in `fields`. */
  readonly omitted?: ReadonlySet<string>;
}

/** Bytes of JSON below which a document has no preview, because loading it is as fast. */
const MIN_DOCUMENT_BYTES = 4_096;
const MAX_VALUE_BYTES = 128;

/** The preview in stored form. Null for a document that needs none. */
export function encodePreview(fields: Fields, documentBytes: number): string | null {
  if (documentBytes < MIN_DOCUMENT_BYTES) return null;
  const entries = Object.entries(fields);
  const shown = entries.filter(([, value]) => isSmall(value));
  const omitted = entries.filter(([, value]) => !isSmall(value)).map(([field]) => field);
  return JSON.stringify({ fields: Object.fromEntries(shown), omitted });
}

export function decodePreview(name: string, json: string): Preview {
  const { fields, omitted } = JSON.parse(json);
  return { name, fields, omitted: new Set<string>(omitted) };
}

function isSmall(value: Value): boolean {
  if ("mapValue" in value || "arrayValue" in value) return false;
  if ("stringValue" in value) return value.stringValue.length <= MAX_VALUE_BYTES;
  return !("bytesValue" in value) || value.bytesValue.length <= MAX_VALUE_BYTES;
}
