// Lays out 4-koma pages: strips of four equal panels, one below the other, each with room for its title above. Of two strips the first is
// on the side where reading starts. No slants, no bleeds.
import { type PagePlace, pageFrame } from "../../manga/binding.ts";
import type { Box } from "../../manga/geometry.ts";
import type { Frame, PanelDraft } from "../../manga/storyboard.ts";

/** Height of the area for a strip's title. */
export const TITLE_HEIGHT = 120;

/** Gutters between the panels of a strip and between two strips, in units. */
const GUTTER = 36;
const STRIP_GUTTER = 110;

/** Maximum width of a strip that is alone on its page. */
const WIDEST = 900;

/** Frames in the panels' order if all of them belong to strips; undefined otherwise. */
export function layoutStrips(panels: readonly PanelDraft[], page: PagePlace): Frame[] | undefined {
  const numbers = stripNumbers(panels);
  if (numbers === undefined) return undefined;
  const strips = [...new Set(numbers)];
  const frame = pageFrame(page);
  const width = Math.min(WIDEST, (frame.width - (strips.length - 1) * STRIP_GUTTER) / strips.length);
  const whole = strips.length * width + (strips.length - 1) * STRIP_GUTTER;
  const start = frame.x + (frame.width - whole) / 2;
  return panels.map((_, index) => {
    const number = numbers[index] ?? 1;
    const column = strips.indexOf(number);
    const place = page.direction === "rtl" ? strips.length - 1 - column : column;
    const own = numbers.flatMap((other, at) => (other === number ? [at] : []));
    const top = frame.y + TITLE_HEIGHT;
    const height = (frame.y + frame.height - top - (own.length - 1) * GUTTER) / own.length;
    const box = {
      ...{ x: start + place * (width + STRIP_GUTTER), y: top + own.indexOf(index) * (height + GUTTER) },
      ...{ width, height },
    };
    return { corners: cornersOf(box), bleeds: false };
  });
}

/** The strip number of each panel; undefined if one belongs to none. */
export function stripNumbers(panels: readonly Pick<PanelDraft, "strip">[]): number[] | undefined {
  const numbers = panels.flatMap(({ strip }) => strip?.number ?? []);
  return numbers.length === panels.length && panels.length > 0 ? numbers : undefined;
}

function cornersOf({ x, y, width, height }: Box): Frame["corners"] {
  const [left, right, top, bottom] = [x, x + width, y, y + height].map((n) => Math.round(n * 100) / 100);
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return [];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
