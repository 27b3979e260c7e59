// Cuts a column of panels into images of a bounded height, in the white between the panels.
import { COLUMN_SCALE, type ColumnPanel } from "./panel-in-column.ts";

/** Margin at a cut, in pixels: half of a border lies outside its frame, and a little white is added. */
const BORDER = 6;

export interface PlacedPanel extends ColumnPanel {
  /** Top of the panel's area, in pixels of the image. */
  top: number;
}

export interface Strip<Placed = PlacedPanel> {
  /** Pixels. */
  height: number;
  panels: Placed[];
}

/** `gap`: white above the panel in the column. `maxHeight`: maximum height of an image. Pixels. */
interface Room {
  gap: number;
  maxHeight: number;
}

/** Adds a panel below the last one. If it does not fit, the image ends in the white before it. */
export function appendPanel<Panel extends ColumnPanel>(
  strips: Strip<Panel & PlacedPanel>[],
  panel: Panel,
  { gap, maxHeight }: Room,
): void {
  const height = Math.ceil(panel.area.height * COLUMN_SCALE) + 2 * BORDER;
  const last = lastOf(strips);
  if (last.height + gap + height > maxHeight && last.height > 0) {
    const here = Math.min(gap, maxHeight - last.height);
    last.height += here;
    strips.push({ height: Math.min(gap - here, maxHeight - height), panels: [] });
  } else last.height += Math.min(gap, maxHeight - height - last.height);
  const strip = lastOf(strips);
  strip.panels.push({ ...panel, top: strip.height + BORDER });
  strip.height += height;
}

/** Adds room at the end that is not cut. */
export function appendRoom(strips: Strip<never>[] | Strip[], height: number, maxHeight: number): void {
  if (lastOf(strips).height + height > maxHeight) strips.push({ height: 0, panels: [] });
  lastOf(strips).height += height;
}

function lastOf<One>(strips: readonly One[]): One {
  const last = strips.at(-1);
  if (last === undefined) throw new RangeError("a column has a strip");
  return last;
}
