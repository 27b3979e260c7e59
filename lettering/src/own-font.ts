// Fonts that a person supplies. Their files are not trusted: HarfBuzz reads them in WebAssembly, and what it gives is bounded here, so that no
// file makes a page large or slow.
import type { OwnFontName, OwnFonts } from "./font-names.ts";
import { type ShapedGlyph, type Typeface, typefaceOf } from "./typeface.ts";

/** Path commands of a usable glyph. Letters of brush fonts have up to a thousand. */
const MOST_COMMANDS = 2_000;
/** How far ink and advances of a usable glyph may reach, in ems. */
const FARTHEST = 3;
/** Glyphs into which a font may turn one character. */
const MOST_GLYPHS = 4;
/** Set runs that are kept of a font. A page sets the same runs again and again to find its balloons. */
const KEPT_RUNS = 4_000;
/** Own fonts that a process keeps; a book has at most as many. */
const KEPT_FONTS = 4;

const kept = new Map<OwnFontName, Typeface>();

/** Undefined where the file is not among `fonts`. */
export function ownTypeface(name: OwnFontName, fonts: OwnFonts): Typeface | undefined {
  const bytes = fonts.get(name);
  if (bytes === undefined) return undefined;
  const face = kept.get(name) ?? boundedTypeface(typefaceOf(name, bytes));
  // The one used last is the last of the map.
  kept.delete(name);
  kept.set(name, face);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_FONTS && oldest !== undefined) kept.delete(oldest);
  return face;
}

/** The typeface without glyphs that are too complex or too large; characters with such a glyph count as missing. */
export function boundedTypeface(face: Typeface): Typeface {
  const runs = new Map<string, ShapedGlyph[]>();
  const characters = new Map<number, boolean>();
  const shape: Typeface["shape"] = (text, direction) => {
    const key = `${direction} ${text}`;
    let glyphs = runs.get(key);
    if (glyphs === undefined) {
      glyphs = face
        .shape(text, direction)
        .slice(0, text.length * MOST_GLYPHS)
        .map(bounded);
      if (runs.size >= KEPT_RUNS) runs.clear();
      runs.set(key, glyphs);
    }
    return glyphs;
  };
  return {
    name: face.name,
    has(codePoint) {
      let isThere = characters.get(codePoint);
      if (isThere === undefined) {
        isThere = face.has(codePoint) && face.shape(String.fromCodePoint(codePoint), "right").every(isUsable);
        characters.set(codePoint, isThere);
      }
      return isThere;
    },
    shape,
  };
}

function isUsable({ outline: { commands, box }, x, y, advance }: ShapedGlyph): boolean {
  const { x: left, y: top, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  const reach = [x, y, advance, left, top, left + width, top + height];
  return commands.length <= MOST_COMMANDS && reach.every((at) => Math.abs(at) <= FARTHEST);
}

/** A glyph that is not usable is left blank: a rule of the font put it in the place of a usable one. */
function bounded(glyph: ShapedGlyph): ShapedGlyph {
  return isUsable(glyph) ? glyph : { ...glyph, outline: { commands: [], box: null }, x: 0, y: 0, advance: 1 };
}

/** The characters of a text that a font lacks, each once; spaces and emoji, which other fonts set, are left out. */
export function missingCharacters(text: string, face: Typeface): string[] {
  const all = new Set(text.normalize("NFC").match(/[^\s\p{C}\p{M}\p{Extended_Pictographic}]/gu) ?? []);
  return [...all].filter((one) => !face.has(one.codePointAt(0) ?? 0));
}
