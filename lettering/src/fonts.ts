// Typefaces, loaded on first use and kept: which characters a face has, and how it shapes a run of text. All results are in ems with y
// downwards.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import * as hb from "harfbuzzjs";
import { fontFile } from "./font-file.ts";
import type { GlyphOutline, PathCommand } from "./outline.ts";

/** Font files by the names that the lettering uses. */
export const FONT_FILES = {
  gothic: "NotoSansJP_700Bold.ttf",
  antique: "ShipporiAntique_400Regular.ttf",
  comic: "ComicNeue_700Bold.ttf",
  comicItalic: "ComicNeue_700Bold_Italic.ttf",
  reggae: "ReggaeOne_400Regular.ttf",
  dela: "DelaGothicOne_400Regular.ttf",
  rocknroll: "RocknRollOne_400Regular.ttf",
  bangers: "Bangers_400Regular.ttf",
  emoji: "NotoEmoji_500Medium.ttf",
} as const;

export type FontName = keyof typeof FONT_FILES;

export interface ShapedGlyph {
  outline: GlyphOutline;
  /** UTF-16 index in the text that was shaped. */
  cluster: number;
  x: number;
  y: number;
  /** Distance to the next glyph: rightwards, or downwards in vertical runs. */
  advance: number;
}

export interface Typeface {
  name: FontName;
  has(codePoint: number): boolean;
  /** `down` applies the font's vertical forms; x is then measured from the column's centre and y from its top. */
  shape(text: string, direction: "right" | "down"): ShapedGlyph[];
}

export type Typefaces = ReadonlyMap<FontName, Typeface>;

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

export async function loadTypefaces(names: Iterable<FontName>): Promise<Typefaces> {
  const faces = await Promise.all([...new Set(names)].map(loadTypeface));
  return new Map(faces.map((face) => [face.name, face]));
}

/** Loads a typeface synchronously, for callers that paint. Throws the errors of reading its file. */
export function typefaceNow(name: FontName): Typeface {
  return made.get(name) ?? typefaceOf(name, readFileSync(fontFile(FONT_FILES[name])));
}

async function readTypeface(name: FontName): Promise<Typeface> {
  const bytes = await readFile(fontFile(FONT_FILES[name]));
  return made.get(name) ?? typefaceOf(name, bytes);
}

function typefaceOf(name: FontName, bytes: Uint8Array): Typeface {
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const em = face.upem;
  const outlines = new Map<number, GlyphOutline>();
  const outline = (glyph: number): GlyphOutline => {
    let found = outlines.get(glyph);
    if (found === undefined) {
      found = readOutline(font.glyphToJson(glyph), em);
      outlines.set(glyph, found);
    }
    return found;
  };
  // HarfBuzz places vertical glyphs below the font's ascender; the em box of Japanese type starts 0.88 em above the baseline.
  const drop = font.hExtents().ascender / em - 0.88;
  const buffer = new hb.Buffer();
  const typeface: Typeface = {
    name,
    has: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
    shape(text, direction) {
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(direction === "down" ? hb.Direction.TTB : hb.Direction.LTR);
      if (direction === "down") buffer.setScript("Jpan");
      buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_GRAPHEMES);
      hb.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map((info, i) => {
        const at = positions[i] ?? { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };
        return {
          outline: outline(info.codepoint),
          cluster: info.cluster,
          x: at.xOffset / em,
          y: -at.yOffset / em - (direction === "down" ? drop : 0),
          advance: (direction === "down" ? -at.yAdvance : at.xAdvance) / em,
        };
      });
    },
  };
  made.set(name, typeface);
  return typeface;
}

function readOutline(json: readonly hb.SvgPathCommand[], em: number): GlyphOutline {
  const commands: PathCommand[] = [];
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { type, values } of json) {
    const at = values.map((v, i) => (i % 2 === 0 ? v : -v) / em);
    for (let i = 0; i < at.length; i += 2) {
      const x = at[i] ?? 0;
      const y = at[i + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    if (type === "M" || type === "L") commands.push({ type, at: [a, b] });
    else if (type === "Q") commands.push({ type, at: [a, b, c, d] });
    else if (type === "C") commands.push({ type, at: [a, b, c, d, e, f] });
    else if (type === "Z") commands.push({ type });
  }
  const box = left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
  return { commands, box };
}
