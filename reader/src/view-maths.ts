// Computes sizes, zoom and pan of a spread. Pure functions; lengths are CSS pixels.
import type { Page } from "../manifest.ts";

export type Fit = "auto" | "page" | "width" | "height";
export const FITS: readonly Fit[] = ["auto", "page", "width", "height"];

export interface Size {
  width: number;
  height: number;
}

/** `x` and `y`: offset of the content's middle from the stage's middle, after scaling about the content's middle. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

/** Sizes of facing pages, scaled to the height of the lower one. There is no gap: they meet at the fold. */
export function sizesWithin(pages: readonly Page[], stage: Size): Size[] {
  const across = pages.reduce((sum, { width, height }) => sum + width / height, 0);
  const height = Math.min(stage.height, stage.width / across);
  return pages.map((page) => ({ width: (height * page.width) / page.height, height }));
}

/** Minimum size of a page in a pair. Smaller ones are unreadable, so a phone in landscape shows one page. */
const LEAST = { width: 300, height: 420 } as const;

/** Whether two pages of this size are readable side by side. */
export function canPair(page: Page, stage: Size): boolean {
  if (stage.width <= stage.height) return false;
  const [size] = sizesWithin([page, page], stage);
  return size !== undefined && size.width >= LEAST.width && size.height >= LEAST.height;
}

/** Scale of the fit. `auto` shows the content whole, unless a page would be too small on a low window. */
export function fitScale(
  content: Size,
  { stage, fit, count }: { stage: Size; fit: Fit; count: number },
): number {
  if (content.width === 0 || content.height === 0) return 1;
  const across = stage.width / content.width;
  if (fit === "width") return Math.max(1, across);
  if (fit === "height") return Math.max(1, stage.height / content.height);
  const isSmall = stage.width > stage.height && content.width / count < LEAST.width;
  return fit === "auto" && isSmall
    ? Math.max(1, Math.min(across, (2.2 * LEAST.width * count) / content.width))
    : 1;
}

/** Maximum offset of the content's middle in either direction, at a scale. */
export function rangeOf(content: Size, stage: Size, scale: number): { x: number; y: number } {
  return {
    x: Math.max(0, (content.width * scale - stage.width) / 2),
    y: Math.max(0, (content.height * scale - stage.height) / 2),
  };
}

export function clampView(view: View, content: Size, stage: Size): View {
  const range = rangeOf(content, stage, view.scale);
  return {
    scale: view.scale,
    x: Math.min(range.x, Math.max(-range.x, view.x)) || 0,
    y: Math.min(range.y, Math.max(-range.y, view.y)) || 0,
  };
}

/** View of the corner where reading starts or ends, at a scale. */
export function edgeView(
  content: Size,
  {
    stage,
    scale,
    direction,
    edge,
  }: { stage: Size; scale: number; direction: "rtl" | "ltr"; edge: "start" | "end" },
): View {
  const range = rangeOf(content, stage, scale);
  const sign = edge === "start" ? 1 : -1;
  return { scale, x: (direction === "ltr" ? range.x : -range.x) * sign || 0, y: range.y * sign || 0 };
}

export const MAX_SCALE = 6;

/** Changes the scale and keeps the given point (relative to the stage's middle) fixed. */
export function zoomAt(view: View, scale: number, at: { x: number; y: number }): View {
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** Maximum share of the stage for a panel. */
const PANEL_ROOM = { width: 0.96, height: 0.92 } as const;

/** Centres a box of the content (from its top left corner, at scale 1), as large as fits. */
export function viewOfBox(box: Box, content: Size, stage: Size): View {
  const scale = Math.min(
    (stage.width * PANEL_ROOM.width) / Math.max(1, box.width),
    (stage.height * PANEL_ROOM.height) / Math.max(1, box.height),
    MAX_SCALE,
  );
  return {
    scale,
    x: (content.width / 2 - box.x - box.width / 2) * scale,
    y: (content.height / 2 - box.y - box.height / 2) * scale,
  };
}

export function boxOf(frame: readonly (readonly [number, number])[]): Box {
  const xs = frame.map(([x]) => x);
  const ys = frame.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether a point lies within a polygon (even-odd rule). */
export function isWithin(frame: readonly (readonly [number, number])[], x: number, y: number): boolean {
  return frame.reduce((inside, [ax, ay], at) => {
    const [bx, by] = frame[(at + 1) % frame.length] ?? [ax, ay];
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !inside : inside;
  }, false);
}
