// Reads the pictures of people that come with a story: each is checked, made a portrait, and named by its content.
import { createHash } from "node:crypto";
import { BusyError } from "../pipeline/errors.ts";
import type { OwnPortrait } from "../pipeline/params.ts";
import { ApiProblem } from "./problems.ts";

const MOST_BYTES = 524_288;

export interface ReadPortrait {
  portrait: OwnPortrait;
  file: { bytes: Uint8Array; contentType: string };
}

/** Throws `ApiProblem`: 422 that says which picture cannot be used and why, 503 while too many other pictures are decoded. */
export async function readPortraits(
  given: readonly { name: string; image: string }[],
): Promise<ReadPortrait[]> {
  if (given.length === 0) return [];
  // Most requests come without pictures, and need no decoder.
  const { portraitOf, PictureUnusableError } = await import("../drawing/own-portrait.ts");
  const names = new Set<string>();
  const read: ReadPortrait[] = [];
  for (const [index, { name, image }] of given.entries()) {
    if (names.has(name)) throw unusable(`portraits.${index}.name`, `${name} has two portraits`);
    names.add(name);
    const bytes = Buffer.from(image, "base64");
    const field = `portraits.${index}.image`;
    if (bytes.length > MOST_BYTES) {
      throw unusable(
        field,
        `the picture of ${name} has ${bytes.length} bytes; at most ${MOST_BYTES} are taken`,
      );
    }
    try {
      const file = await portraitOf(bytes);
      const blob = createHash("sha256").update(file.bytes).digest("hex");
      read.push({ portrait: { name, blob, contentType: file.contentType }, file });
    } catch (error) {
      if (error instanceof BusyError) throw busy();
      if (!(error instanceof PictureUnusableError)) throw error;
      throw unusable(field, `the picture of ${name} ${error.message}`);
    }
  }
  return read;
}

function unusable(field: string, detail: string): ApiProblem {
  return new ApiProblem(422, "portrait-unusable", `${field}: ${detail}`, { field });
}

/** No store is down, as the answer to other `BusyError`s says. */
function busy(): ApiProblem {
  const detail = "Many pictures are being read just now; send yours again in a moment.";
  return new ApiProblem(503, "pictures-busy", detail, {}, { "retry-after": "5" });
}
