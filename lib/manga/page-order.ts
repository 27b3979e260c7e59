// Pages put in another order. Everything that a page shows goes with it: its beats, panels, words and pictures. A page that changes sides
// keeps its distance from the fold, and a page that becomes the last one leaves room for the credit below its frame.
import { pageFrame } from "./binding.ts";
import { BLEED_BOX, bleedsOff } from "./frame-shapes.ts";
import type { Point } from "./geometry.ts";
import type { Direction } from "./language.ts";
import { boundingBox, PAPER } from "./paper.ts";
import type { Frame, StoryboardPage } from "./storyboard.ts";

/** The present numbers of the pages, in their new order: of `[2, 1, 3]` page 2 comes first. */
export type PageOrder = readonly number[];

/** Why pages cannot be put in that order. */
export type OrderFault = "incomplete" | "spread";

interface Ordered {
  number: number;
  spread?: unknown;
}

/** Undefined where the order is possible. `pages` in their present order. */
export function faultOfOrder(pages: readonly Ordered[], order: PageOrder): OrderFault | undefined {
  const isWhole = order.length === pages.length && pages.every(({ number }) => order.includes(number));
  if (!isWhole) return "incomplete";
  const firsts = pages.filter(({ number, spread }) => isSpread(spread) && number % 2 === 0);
  const isTogether = firsts.every(({ number }) => {
    const at = order.indexOf(number);
    return at % 2 === 1 && order[at + 1] === number + 1;
  });
  return isTogether ? undefined : "spread";
}

const isSpread = (spread: unknown) => spread !== undefined && spread !== false;

/** The order after a page was moved to another place, from 1. Both pages of a spread move together. */
export function orderAfterMove(pages: readonly Ordered[], number: number, to: number): number[] {
  const all = pages.map((page) => page.number);
  const own = pages.find((page) => page.number === number);
  if (own === undefined) return all;
  const pair = isSpread(own.spread) ? [number - (number % 2), number - (number % 2) + 1] : [number];
  const rest = all.filter((one) => !pair.includes(one));
  const at = Math.max(0, Math.min(to - 1, rest.length));
  return [...rest.slice(0, at), ...pair, ...rest.slice(at)];
}

/** Things with a page's number, in the new order and with their new numbers. */
export function inOrder<P extends Numbered>(pages: readonly P[], order: PageOrder): P[] {
  return order.flatMap((number, index) => {
    const page = pages.find((one) => one.number === number);
    return page === undefined ? [] : [numbered(page, index + 1)];
  });
}

interface Numbered {
  number: number;
  origin?: number | undefined;
}

/** Pictures vary with the page's first number, so that all takes stay what they are. */
function numbered<P extends Numbered>(page: P, number: number): P {
  const { origin = page.number, ...rest } = page;
  return { ...(rest as P), number, ...(origin !== number && { origin }) };
}

export interface NewPlace {
  number: number;
  /** Whether it is the book's last page there. */
  last: boolean;
  /** In which the page was laid out. */
  direction: Direction;
}

/** A page's storyboard at another place of the book. Pictures stay; what no longer fits its frame is recorded there (`frame.drawn`). */
export function pageAt(page: StoryboardPage, { number, last, direction }: NewPlace): StoryboardPage {
  const by = pageFrame({ number, direction }).x - pageFrame({ number: page.number, direction }).x;
  const isRaised = last && !page.last;
  const panels = page.panels.map((panel) => ({
    ...panel,
    frame: frameAt(panel.frame, by, isRaised),
    words: { ...panel.words, texts: panel.words.texts.map((text) => movedText(text, by)) },
  }));
  const renumbered = <T extends { page?: number | undefined }>(found: readonly T[]) =>
    found.map((one) => ({ ...one, page: number }));
  return {
    ...numbered(page, number),
    ...{ last, panels },
    ...(page.repairs && { repairs: renumbered(page.repairs) }),
    ...(page.limits && { limits: renumbered(page.limits) }),
  };
}

const movedText = <T extends { at?: Point | undefined }>(text: T, by: number): T =>
  text.at === undefined || by === 0 ? text : { ...text, at: { ...text.at, x: text.at.x + by } };

/** Corners of a bleed are on its edge only as far. */
const TOLERANCE = 0.5;
const BOTTOM = BLEED_BOX.y + BLEED_BOX.height;

function frameAt(frame: Frame, by: number, isRaised: boolean): Frame {
  if (frame.crosses || (by === 0 && !isRaised)) return frame;
  const corners = frame.corners.map(({ x, y }) => ({ x: acrossAt(x, by), y: isRaised ? raised(y) : y }));
  const { of, ...was } = frame.drawn ?? { ...boundingBox(frame.corners), of: undefined };
  const drawn = { ...was, x: was.x + by };
  const box = boundingBox(corners);
  const fits = of === undefined && drawn.width === box.width && drawn.height === box.height;
  const { drawn: _before, ...rest } = frame;
  return {
    ...rest,
    ...{ corners, bleeds: bleedsOff(corners) },
    ...(!fits && { drawn: { ...drawn, ...(of !== undefined && { of }) } }),
  };
}

/** Edges that bleed stay on the edge of the bleed; others stay in the safe area. */
function acrossAt(x: number, by: number): number {
  const isBled = x <= BLEED_BOX.x + TOLERANCE || x >= BLEED_BOX.x + BLEED_BOX.width - TOLERANCE;
  if (isBled || by === 0) return x;
  const { safe } = PAPER;
  const [least, most] = [Math.min(x, safe.x), Math.max(x, safe.x + safe.width)];
  return Math.round(Math.max(least, Math.min(most, x + by)) * 100) / 100;
}

const raised = (y: number) => (y >= BOTTOM - TOLERANCE ? PAPER.frame.y + PAPER.frame.height : y);
