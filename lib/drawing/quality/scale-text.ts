// Shrinks a lettered text in place: balloon, tail and letters together, around the middle of its letters.
import type { Box, Point } from "../../manga/geometry.ts";
import type { LetteredText } from "../../manga/lettering.ts";

export function scaledText(text: LetteredText, factor: number): LetteredText {
  const { x, y, width, height } = text.textBox;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const at = (p: Point): Point => ({
    x: tenths(middle.x + (p.x - middle.x) * factor),
    y: tenths(middle.y + (p.y - middle.y) * factor),
  });
  const box = (b: Box): Box => ({
    ...at(b),
    width: tenths(b.width * factor),
    height: tenths(b.height * factor),
  });
  return {
    ...text,
    fontSize: tenths(text.fontSize * factor),
    box: box(text.box),
    textBox: box(text.textBox),
    outline: text.outline === null ? null : scaledPath(text.outline, middle, factor),
    tail: text.tail === null ? null : at(text.tail),
    glyphs: scaledPath(text.glyphs, middle, factor),
  };
}

/** Absolute commands are scaled around the middle, relative ones only scaled. Lettering writes M, L, Q, C and Z. */
function scaledPath(path: string, middle: Point, factor: number): string {
  return path.replaceAll(/([MmLlQqCc])([^MmLlQqCcZz]*)/gu, (_whole, command: string, rest: string) => {
    const isAbsolute = command === command.toUpperCase();
    const numbers = (rest.match(/-?\d*\.?\d+/gu) ?? []).map((found, i) => {
      const centre = i % 2 === 0 ? middle.x : middle.y;
      const value = isAbsolute ? centre + (Number(found) - centre) * factor : Number(found) * factor;
      return String(hundredths(value));
    });
    return command + numbers.join(" ");
  });
}

function tenths(units: number): number {
  return Math.round(units * 10) / 10;
}

function hundredths(units: number): number {
  return Math.round(units * 100) / 100;
}
