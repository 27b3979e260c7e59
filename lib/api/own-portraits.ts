// Uploaded portraits: decodes each picture, converts it to a portrait, and names it by its hash.
import { createHash } from "node:crypto";
import type { OwnShape } from "../drawing/own-portrait.ts";
import { BusyError } from "../pipeline/errors.ts";
import type { OwnPortrait } from "../pipeline/params.ts";
import { ApiProblem } from "./problems.ts";

const MOST_BYTES = 524_288;

export interface ReadPortrait {
  portrait: OwnPortrait;
  file: { bytes: Uint8Array; contentType: string };
}

/** Throws `ApiProblem`: 422 with the picture and the reason if one cannot be used, 503 while too many other pictures are being decoded. */
export async function readPortraits(
  given: readonly { name: string; image: string }[],
): Promise<ReadPortrait[]> {
  if (given.length === 0) return [];
  const names = new Set<string>();
  const read: ReadPortrait[] = [];
  for (const [index, { name, image }] of given.entries()) {
    if (names.has(name)) throw unusable(`portraits.${index}.name`, `${name} has two portraits`);
    names.add(name);
    const file = await readPicture(image, { field: `portraits.${index}.image`, of: name });
    const blob = createHash("sha256").update(file.bytes).digest("hex");
    read.push({ portrait: { name, blob, contentType: file.contentType }, file });
  }
  return read;
}

interface PictureUse {
  /** Of the request. */
  field: string;
  of: string;
  shape?: OwnShape;
  code?: "portrait-unusable" | "reference-unusable";
}

/** `image`: base64. `of`: what it shows, for error messages. Throws as `readPortraits` does. */
export async function readPicture(
  image: string,
  { field, of, shape, code = "portrait-unusable" }: PictureUse,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  // Loaded lazily, because most requests have no pictures.
  const { portraitOf, PictureUnusableError } = await import("../drawing/own-portrait.ts");
  const bytes = Buffer.from(image, "base64");
  if (bytes.length > MOST_BYTES) {
    const detail = `the picture of ${of} has ${bytes.length} bytes; at most ${MOST_BYTES} are accepted`;
    throw unusable(field, detail, code);
  }
  try {
    return await portraitOf(bytes, shape);
  } catch (error) {
    if (error instanceof BusyError) throw busy();
    if (!(error instanceof PictureUnusableError)) throw error;
    throw unusable(field, `the picture of ${of} ${error.message}`, code);
  }
}

function unusable(
  field: string,
  detail: string,
  code: NonNullable<PictureUse["code"]> = "portrait-unusable",
): ApiProblem {
  return new ApiProblem(422, code, `${field}: ${detail}`, { field });
}

/** A message of its own: the one for other `BusyError`s says that a store is down. */
function busy(): ApiProblem {
  const detail = "Many pictures are being read at the moment; try again shortly.";
  return new ApiProblem(503, "pictures-busy", detail, {}, { "retry-after": "5" });
}
