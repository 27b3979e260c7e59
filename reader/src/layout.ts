// Interface of both layouts (turned pages, strip): their inputs and their operations.
import type { Direction, Manifest } from "../manifest.ts";
import type { Mode } from "./reading-state.ts";
import type { Place } from "./spreads.ts";
import type { Fit, Size } from "./view-maths.ts";
import type { Translate } from "./words.ts";

export interface Book {
  manifest: Manifest;
  /** Reading direction; a host may override the manifest's. */
  direction: Direction;
  /** Spoken names of the pages: `Page 3`, `Cover`. */
  names: readonly string[];
  say: Translate;
}

export interface LayoutHost extends Book {
  /** Called when the position changes: the first open page, and the panel that is zoomed to. */
  onPlace(place: Place, open: readonly number[]): void;
  /** Called for a tap in the middle. */
  onToggleBars(): void;
  /** Called when a page is turned or a strip scrolled, so that the bars hide. */
  onMove(): void;
  /** Called when the reader tries to go beyond the last page. */
  onEnd(): void;
  onBroken(page: number): void;
}

export interface Layout {
  element: HTMLElement;
  /** Opens a place; `isMoved`: with the animation of a turn. */
  show(place: Place, isMoved: boolean): void;
  resize(stage: Size): void;
  /** To the next page or panel, or back. */
  turn(by: 1 | -1): void;
  /** Zooms by a factor; 0 resets to the fit. */
  zoom(factor: number): void;
  /** Pans content that is larger than the stage, by shares of it; false if it cannot move that way. */
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
  /** The place that the first `resize` opens. */
  place: Place;
}

/** Default mode: a phone in portrait shows a strip if there is one, unless the book was drawn as pages; a wide window shows two pages. */
export function firstMode({ strip, opens }: Manifest, { width, height }: Size): Mode {
  if (strip !== undefined && opens !== "pages" && width < 600 && width < height) return "strip";
  return "spread";
}
