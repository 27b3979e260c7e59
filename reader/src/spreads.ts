// Arranges a book's pages in spreads. Pure functions.
import type { Page } from "../manifest.ts";

/** A place in a book: indexes of a page, and of the panel that is zoomed to. */
export interface Place {
  page: number;
  panel?: number | undefined;
}

/**
 * The spreads of a book, as indexes of pages in reading order. Covers and double pages stand alone, pages that share a picture stand
 * together, the others follow their parity. `isShifted` moves the parity by one page, for books whose parity is wrong or missing.
 */
export function spreadsOf(pages: readonly Page[], isShifted = false): number[][] {
  const sides = sidesOf(pages, isShifted);
  const spreads: number[][] = [];
  for (let at = 0; at < pages.length; ) {
    const isPair = sides[at] === "first" && sides[at + 1] === "second";
    spreads.push(isPair ? [at, at + 1] : [at]);
    at += isPair ? 2 : 1;
  }
  return spreads;
}

type Side = NonNullable<Page["spread"]>;

function sidesOf(pages: readonly Page[], isShifted: boolean): Side[] {
  const sides: Side[] = [];
  /** Side of the page before a run without its own parity. With `isShifted`, the first page of the run stands alone. */
  let before: Side = "alone";
  for (const page of pages) {
    if (isAlone(page)) before = "alone";
    else if (page.spread !== undefined) before = isShifted ? otherSide(page.spread) : page.spread;
    else if (before === "alone") before = isShifted ? "second" : "first";
    else before = otherSide(before);
    sides.push(before);
  }
  // If joining two pages separates one from its partner, that partner stands alone.
  for (let at = 0; at < pages.length - 1; at++) {
    const [page, next] = [pages[at], pages[at + 1]];
    if (page?.joins !== true || next === undefined || isAlone(page) || isAlone(next)) continue;
    sides[at] = "first";
    sides[at + 1] = "second";
    at++;
  }
  return sides;
}

const otherSide = (side: Side): Side => (side === "first" ? "second" : "first");

export function isAlone(page: Page): boolean {
  return page.cover === true || page.double === true || page.spread === "alone";
}

/** Printed names of the pages: the label, else the number (covers not counted), "" for a cover. */
export function labelsOf(pages: readonly Page[]): string[] {
  let number = 0;
  return pages.map(({ label, cover }) => {
    if (cover === true) return label ?? "";
    number++;
    return label ?? String(number);
  });
}

/** The stop after `from` on the way from panel to panel, across pages; a page without panels is one stop. Undefined at the ends. */
export function nextStop(pages: readonly Page[], from: Place, by: 1 | -1): Place | undefined {
  const panel = (from.panel ?? 0) + by;
  if (panel >= 0 && panel < countOf(pages[from.page])) return { page: from.page, panel };
  const page = from.page + by;
  if (pages[page] === undefined) return undefined;
  return { page, panel: by > 0 ? 0 : Math.max(0, countOf(pages[page]) - 1) };
}

const countOf = (page: Page | undefined) => page?.panels?.length ?? 0;

/** A place in a book of `count` pages: the last page for one that is beyond it. */
export function placeWithin(place: Place, count: number): Place {
  return place.page < count ? place : { page: count - 1 };
}
