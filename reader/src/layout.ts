// What both ways to lay out a book (pages that turn, a strip) are given, and what they can do.
import type { Direction, Manifest } from "../manifest.ts";
import type { Mode } from "./reading-state.ts";
import type { Place } from "./spreads.ts";
import type { Fit, Size } from "./view-maths.ts";
import type { Translate } from "./words.ts";

export interface Book {
  manifest: Manifest;
  /** Of reading, which a host may set against the manifest's. */
  direction: Direction;
  /** Spoken names of the pages: `Page 3`, `Cover`. */
  names: readonly string[];
  say: Translate;
}

export interface LayoutHost extends Book {
  /** The reader is at another place: the page that is read first of what lies open, and the panel that is zoomed to. */
  onPlace(place: Place, open: readonly number[]): void;
  /** The middle was tapped. */
  onToggleBars(): void;
  /** A page was turned, a strip was scrolled: bars are in the way. */
  onMove(): void;
  /** Somebody wants to read on after the last page. */
  onEnd(): void;
  onBroken(page: number): void;
}

export interface Layout {
  element: HTMLElement;
  /** Opens a place; `isMoved`: as a turn, with its animation. */
  show(place: Place, isMoved: boolean): void;
  resize(stage: Size): void;
  /** To the next page or panel, or back. */
  turn(by: 1 | -1): void;
  /** Zooms by a factor; 0 goes back to what the fit says. */
  zoom(factor: number): void;
  /** Moves what is larger than the stage, in shares of it; false where there is nothing to move that way. */
  pan(x: number, y: number): boolean;
  /** Whether panels can be zoomed to. */
  canZoomPanels(): boolean;
  setFit(fit: Fit): void;
  drop(): void;
}

export interface Options {
  isPaired: boolean;
  isShifted: boolean;
  fit: Fit;
  /** Where it opens, with its first `resize`. */
  place: Place;
}

/** A phone that is held upright reads a webtoon as one, unless it was drawn as pages; a wide window two pages. */
export function firstMode({ strip, opens }: Manifest, { width, height }: Size): Mode {
  if (strip !== undefined && opens !== "pages" && width < 600 && width < height) return "strip";
  return "spread";
}
