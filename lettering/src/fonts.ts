// Typefaces of the shipped fonts, loaded on first use and kept, and of a page's own fonts.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fontFile } from "./font-file.ts";
import {
  type FaceName,
  FONT_FILES,
  type FontName,
  isOwnFont,
  NO_FONTS,
  type OwnFonts,
} from "./font-names.ts";
import { ownTypeface } from "./own-font.ts";
import { type Typeface, typefaceOf } from "./typeface.ts";

export type Typefaces = ReadonlyMap<FaceName, Typeface>;

const loaded = new Map<FontName, Promise<Typeface>>();
const made = new Map<FontName, Typeface>();

/** Loads a typeface once. Throws the errors of reading its file. */
export function loadTypeface(name: FontName): Promise<Typeface> {
  let face = loaded.get(name);
  if (face === undefined) {
    face = readTypeface(name);
    loaded.set(name, face);
    face.catch(() => loaded.delete(name));
  }
  return face;
}

/** `own`: the fonts that a person supplied; one that is not there is left out. */
export async function loadTypefaces(names: Iterable<FaceName>, own: OwnFonts = NO_FONTS): Promise<Typefaces> {
  const faces = await Promise.all(
    [...new Set(names)].map((name) => (isOwnFont(name) ? ownTypeface(name, own) : loadTypeface(name))),
  );
  return new Map(faces.flatMap((face) => (face === undefined ? [] : [[face.name, face]])));
}

/** Loads a typeface synchronously, for callers that paint. Throws the errors of reading its file. */
export function typefaceNow(name: FontName): Typeface {
  return made.get(name) ?? madeOf(name, readFileSync(fontFile(FONT_FILES[name])));
}

async function readTypeface(name: FontName): Promise<Typeface> {
  const bytes = await readFile(fontFile(FONT_FILES[name]));
  return made.get(name) ?? madeOf(name, bytes);
}

function madeOf(name: FontName, bytes: Uint8Array): Typeface {
  const face = typefaceOf(name, bytes);
  made.set(name, face);
  return face;
}
