// Sizes, zoom and pan of what lies open. Pure; lengths are CSS pixels.
import type { Page } from "../manifest.ts";

export type Fit = "auto" | "page" | "width" | "height";
export const FITS: readonly Fit[] = ["auto", "page", "width", "height"];

export interface Size {
  width: number;
  height: number;
}

/** `x` and `y` move the middle of the content from the middle of the stage, after it was scaled about its own. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

/** Room between two pages that face each other: none, they meet at the fold. Their common height is the lower one. */
export function sizesWithin(pages: readonly Page[], stage: Size): Size[] {
  const across = pages.reduce((sum, { width, height }) => sum + width / height, 0);
  const height = Math.min(stage.height, stage.width / across);
  return pages.map((page) => ({ width: (height * page.width) / page.height, height }));
}

/** Below these a page of two is too small to read: a phone on its side shows one. */
const LEAST = { width: 300, height: 420 } as const;

/** Whether two pages like this one are large enough beside each other. */
export function canPair(page: Page, stage: Size): boolean {
  if (stage.width <= stage.height) return false;
  const [size] = sizesWithin([page, page], stage);
  return size !== undefined && size.width >= LEAST.width && size.height >= LEAST.height;
}

/** How much larger than wholly seen the content is shown. `auto` shows it whole, unless a page would be too small on a low window. */
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

/** How far the content may be moved from the middle either way, at a scale. */
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

/** Where reading starts, or ends, at a scale: the top and the side that is read first. */
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

/** The point of the stage (from its middle) stays where it is while the scale changes. */
export function zoomAt(view: View, scale: number, at: { x: number; y: number }): View {
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** What of the stage a panel may take. */
const PANEL_ROOM = { width: 0.96, height: 0.92 } as const;

/** Brings a box of the content (from its top left corner, at scale 1) to the middle, as large as fits. */
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
