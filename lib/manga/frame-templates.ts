// Page layouts to choose from (コマ割り), by the number of panels. A layout is written for pages that are read from left to right.
import type { Box } from "./geometry.ts";
import type { Direction } from "./language.ts";

/** A panel, or rows in a column; `size` is its share of the row's width. */
type Cell = { size: number; rows?: readonly Row[] };
/** `size` is its share of the height. */
interface Row {
  size: number;
  cells: readonly Cell[];
}
interface FrameTemplate {
  /** Stable: `4.steps`. */
  id: string;
  rows: readonly Row[];
}

/** Gutters in units: wide between rows, narrow within one, so that readers see which comes first. */
const ROW_GUTTER = 75;
const STACK_GUTTER = 53;
const COLUMN_GUTTER = 28;

const row = (size: number, ...widths: number[]): Row => ({
  size,
  cells: widths.map((one) => ({ size: one })),
});
const stack = (size: number, ...heights: number[]): Cell => ({
  size,
  rows: heights.map((height) => row(height, 1)),
});
const template = (id: string, ...rows: Row[]): FrameTemplate => ({ id, rows });

const TEMPLATES: readonly (readonly FrameTemplate[])[] = [
  [template("1.whole", row(1, 1))],
  [
    template("2.halves", row(1, 1), row(1, 1)),
    template("2.large-first", row(2, 1), row(1, 1)),
    template("2.large-last", row(1, 1), row(2, 1)),
    template("2.columns", row(1, 1, 1)),
  ],
  [
    template("3.rows", row(1, 1), row(1, 1), row(1, 1)),
    template("3.pair-last", row(3, 1), row(2, 1, 1)),
    template("3.pair-first", row(2, 1, 1), row(3, 1)),
    template("3.column", { size: 1, cells: [{ size: 1 }, stack(1, 1, 1)] }),
  ],
  [
    template("4.grid", row(1, 3, 2), row(1, 2, 3)),
    template("4.steps", row(2, 1), row(2, 1, 1), row(3, 1)),
    template("4.large-first", row(3, 1), row(2, 3, 2), row(2, 1)),
    template("4.column", row(3, 1), { size: 4, cells: [{ size: 1 }, stack(1, 1, 1)] }),
  ],
  [
    template("5.pairs", row(3, 3, 2), row(2, 1), row(3, 2, 3)),
    template("5.large-first", row(3, 1), row(2, 3, 2), row(2, 2, 3)),
    template("5.large-last", row(2, 3, 2), row(2, 2, 3), row(3, 1)),
    template("5.column", row(2, 3, 2), { size: 3, cells: [{ size: 1 }, stack(1, 1, 1)] }),
  ],
  [
    template("6.grid", row(1, 3, 2), row(1, 2, 3), row(1, 3, 2)),
    template("6.large-first", row(3, 1), row(2, 3, 2), row(2, 2, 2, 3)),
    template("6.wide", row(2, 3, 2), row(2, 1), row(2, 2, 3), row(2, 1)),
    template("6.column", row(2, 3, 2), { size: 3, cells: [{ size: 1 }, stack(1, 1, 1)] }, row(2, 1)),
  ],
  [
    template("7.rows", row(2, 3, 2), row(2, 2, 3, 2), row(2, 2, 3)),
    template("7.large-middle", row(2, 3, 2), row(3, 1), row(2, 2, 3), row(2, 3, 2)),
    template("7.column", row(2, 3, 2), { size: 3, cells: [{ size: 1 }, stack(1, 1, 1)] }, row(2, 2, 3)),
  ],
  [
    template("8.grid", row(1, 3, 2), row(1, 2, 3), row(1, 3, 2), row(1, 2, 3)),
    template("8.rows", row(2, 3, 2), row(2, 2, 2, 3), row(2, 3, 2, 2)),
    template("8.large-last", row(2, 2, 3, 2), row(2, 3, 2), row(2, 2, 3), row(3, 1)),
  ],
  [
    template("9.grid", row(1, 2, 3, 2), row(1, 3, 2, 2), row(1, 2, 2, 3)),
    template("9.rows", row(2, 3, 2), row(2, 2, 2, 3), row(2, 3, 2), row(2, 2, 3)),
  ],
];

/** The layouts for a number of panels; none for more than nine. */
export const templatesFor = (panels: number): readonly FrameTemplate[] => TEMPLATES[panels - 1] ?? [];

/** The frames of a layout in reading order, within a page's inner frame. */
export function templateFrames({ rows }: FrameTemplate, frame: Box, direction: Direction): Box[] {
  const boxes = rowsIn(rows, frame, ROW_GUTTER);
  if (direction === "ltr") return boxes;
  return boxes.map((box) => ({ ...box, x: 2 * frame.x + frame.width - box.x - box.width }));
}

function rowsIn(rows: readonly Row[], { x, y, width, height }: Box, gutter: number): Box[] {
  return shares(rows, height, gutter).flatMap(({ from, length, part }) =>
    shares(part.cells, width, COLUMN_GUTTER).flatMap((cell) => {
      const box = { x: x + cell.from, y: y + from, width: cell.length, height: length };
      return cell.part.rows === undefined ? [box] : rowsIn(cell.part.rows, box, STACK_GUTTER);
    }),
  );
}

/** Divides a length in proportion to the sizes, with gutters between the parts. */
function shares<P extends { size: number }>(parts: readonly P[], length: number, gutter: number) {
  const whole = parts.reduce((sum, { size }) => sum + size, 0);
  const free = length - gutter * (parts.length - 1);
  let from = 0;
  return parts.map((part) => {
    const at = { from, length: (free * part.size) / whole, part };
    from += at.length + gutter;
    return at;
  });
}
