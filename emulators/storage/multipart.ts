// `multipart/related` uploads: a JSON part, then the bytes. RFC 2387, as the JSON API uses it.
import { invalid } from "./errors.ts";

export interface Part {
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** Parses a body. Throws 400 if it does not have two parts between the boundaries of its content type. */
export function parseRelated(contentType: string, body: Buffer): [metadata: Part, media: Part] {
  const named = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = named?.[1] ?? named?.[2];
  if (!boundary) throw invalid("Missing multipart boundary.");
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const opening = `--${boundary}`;
  const start = body.subarray(0, opening.length).toString() === opening ? opening.length : undefined;
  const first = start ?? endOf(body, delimiter, 0);
  const second = body.indexOf(delimiter, first);
  const third = second === -1 ? -1 : body.indexOf(delimiter, second + delimiter.length);
  if (third === -1) throw invalid("Malformed multipart body.");
  return [partOf(body.subarray(first, second)), partOf(body.subarray(second + delimiter.length, third))];
}

function endOf(body: Buffer, delimiter: Buffer, from: number): number {
  const at = body.indexOf(delimiter, from);
  if (at === -1) throw invalid("Malformed multipart body.");
  return at + delimiter.length;
}

/** A part: `\r\n`, header lines, an empty line, the bytes. */
function partOf(bytes: Buffer): Part {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) throw invalid("Malformed multipart body.");
  const type = /^content-type:\s*(.+?)\s*$/im.exec(bytes.subarray(0, end).toString());
  return { contentType: type?.[1], body: bytes.subarray(end + 4) };
}
