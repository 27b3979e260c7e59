// Which characters a font has, and how it shapes a run of text. All results are in ems with y downwards.
import * as hb from "harfbuzzjs";
import type { FaceName } from "./font-names.ts";
import type { GlyphOutline, PathCommand } from "./outline.ts";

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
  name: FaceName;
  has(codePoint: number): boolean;
  /** `down` applies the font's vertical forms; x is then measured from the column's centre and y from its top. */
  shape(text: string, direction: "right" | "down"): ShapedGlyph[];
}

/** Reads a font. A broken file gives a typeface without characters. */
export function typefaceOf(name: FaceName, bytes: Uint8Array): Typeface {
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
  return {
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
