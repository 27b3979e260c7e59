// Which panel of a book a point of the window lies on.
import { type Frame, PAPER } from "../documents.ts";
import { boxOf } from "./live-page.tsx";
import type { BookPage } from "./read.tsx";

export interface Point {
  x: number;
  y: number;
}

/** Places in the book and on the page. */
export interface PanelPlace {
  page: number;
  panel: number;
}

/** Undefined on pages without panels. `shown` is the element that shows the whole page. */
export function panelAt(pages: readonly BookPage[], shown: HTMLElement, at: Point): PanelPlace | undefined {
  const index = pages.findIndex(({ number }) => String(number) === shown.dataset.page);
  const { left, top, width, height } = shown.getBoundingClientRect();
  const x = ((at.x - left) / width) * PAPER.width;
  const y = ((at.y - top) / height) * PAPER.height;
  return panelUnder(pages, index, { x, y });
}

/** On the second page of a picture over the fold, its half is a panel of the page before. */
function panelUnder(pages: readonly BookPage[], page: number, at: Point): PanelPlace | undefined {
  const [before, open] = [pages[page - 1], pages[page]];
  if (open === undefined) return undefined;
  const crossing = open.number % 2 === 1 ? (before?.frames.findIndex(({ crosses }) => crosses) ?? -1) : -1;
  const over = before?.frames[crossing];
  if (over !== undefined && at.y < boxOf(over).y + boxOf(over).height)
    return { page: page - 1, panel: crossing };
  const panel = nearestTo(at, open.frames);
  return panel < 0 ? undefined : { page, panel };
}

/** The panel under a point, or the one beside whose gutter it is; -1 where a page has none. */
function nearestTo({ x, y }: Point, frames: readonly Frame[]): number {
  const far = frames.map((frame) => {
    const box = boxOf(frame);
    return Math.hypot(
      Math.max(box.x - x, 0, x - box.x - box.width),
      Math.max(box.y - y, 0, y - box.y - box.height),
    );
  });
  return far.indexOf(Math.min(...far));
}
