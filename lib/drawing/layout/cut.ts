// Cuts a region into an arrangement's panels: sizes follow the demands, gutters are wide between rows and narrow within them, and cuts
// slant beside restless panels. Left to right; a right-to-left page is mirrored.

import { between, randomFor } from "../../manga/seeded-random.ts";
import type { Arrangement, Cell } from "./arrangement.ts";
import type { Demand } from "./demand.ts";
import { cornersOf, cutAcross, cutDown, type Region } from "./region.ts";

/** Random variation between pages, which does not change the content. */
export interface LayoutVariation {
  rowGutter: number;
  stackGutter: number;
  columnGutter: number;
  /** From 0 (vertical cuts) to 1 (full slant beside restless panels). */
  slant: number;
  /** For each panel, the factor on the width that its demand alone would give; about 1. */
  widths: readonly number[];
  seed: string;
}

/** Minimum useful size of a panel in units: two columns of text, and a face. */
export const MIN_WIDTH = 280;
export const MIN_HEIGHT = 300;

/** Minimum offset between the vertical gutters of two consecutive rows, so that no four panels meet in a cross. */
const STAGGER = 110;

/** Each panel's region, by its index in reading order. */
export function cutPage(
  page: Region,
  arrangement: Arrangement,
  demands: readonly Demand[],
  manner: LayoutVariation,
): Region[] {
  const regions: Region[] = [];
  cutRows({ region: page, rows: arrangement, depth: 0 }, { demands, manner, regions });
  return regions;
}

interface Cutting {
  demands: readonly Demand[];
  manner: LayoutVariation;
  regions: Region[];
}

function cutRows(part: { region: Region; rows: Cell[][]; depth: number }, cutting: Cutting): void {
  const { rows, depth } = part;
  const { manner, demands } = cutting;
  const gutter = depth === 0 ? manner.rowGutter : manner.stackGutter;
  let rest = part.region;
  const [a, b, c, d] = cornersOf(rest);
  const top = (a.y + b.y) / 2;
  const height = (c.y + d.y) / 2 - top;
  const heights = shares(
    rows.map((row) => rowArea(row, demands)),
    height - gutter * (rows.length - 1),
    MIN_HEIGHT,
  );
  let y = top;
  let above: number[] = [];
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    y += heights[index] ?? 0;
    let region = rest;
    if (next !== undefined) {
      const lean = slantOf([row, next], cutting, { most: depth === 0 ? 80 : 40, way: "across" });
      const [upper, lower] = cutAcross(rest, {
        leftY: y + gutter / 2 - lean,
        rightY: y + gutter / 2 + lean,
        gutter,
      });
      region = upper ?? rest;
      rest = lower ?? rest;
      y += gutter;
    }
    above = cutRow({ region, row, depth, above }, cutting);
  }
}

/** Cuts a row into its cells; returns the positions of its vertical gutters at its lower edge. */
function cutRow(
  part: { region: Region; row: Cell[]; depth: number; above: readonly number[] },
  cutting: Cutting,
): number[] {
  const { row, depth, above } = part;
  const { demands, manner } = cutting;
  const gutter = manner.columnGutter;
  let rest = part.region;
  const [a, b, c, d] = cornersOf(rest);
  const left = (a.x + d.x) / 2;
  const width = (b.x + c.x) / 2 - left;
  const widths = shares(
    row.map((cell) => widthOf(cell, demands) * (manner.widths[panelsOf([cell])[0] ?? 0] ?? 1)),
    width - gutter * (row.length - 1),
    MIN_WIDTH,
  );
  const feet: number[] = [];
  let x = left;
  for (const [index, cell] of row.entries()) {
    let region = rest;
    const next = row[index + 1];
    if (next !== undefined) {
      x += widths[index] ?? 0;
      // All cuts of a row slant the same way, because a panel between opposite slants would become a wedge.
      const way = `down ${panelsOf(row)[0]}`;
      const lean = slantOf([[cell], [next]], cutting, { most: depth === 0 ? 75 : 30, way });
      const middle = staggered(x + gutter / 2, above, {
        low: x + gutter / 2 - ((widths[index] ?? 0) - MIN_WIDTH),
        high: x + gutter / 2 + ((widths[index + 1] ?? 0) - MIN_WIDTH),
      });
      const [near, far] = cutDown(rest, { topX: middle + lean, bottomX: middle - lean, gutter });
      region = near ?? rest;
      rest = far ?? rest;
      feet.push(middle - lean);
      x = middle + gutter / 2;
    }
    if ("panel" in cell) cutting.regions[cell.panel] = region;
    else cutRows({ region, rows: cell.rows, depth: depth + 1 }, cutting);
  }
  return feet;
}

/** Moves a gutter away from those of the row above, as far as the adjacent cells allow. */
function staggered(x: number, above: readonly number[], room: { low: number; high: number }): number {
  const near = above.find((other) => Math.abs(other - x) < STAGGER);
  if (near === undefined) return x;
  const ways = x >= near ? [near + STAGGER, near - STAGGER] : [near - STAGGER, near + STAGGER];
  return ways.find((way) => way >= room.low && way <= room.high) ?? x;
}

/**
 * Half the slant of the cut between two parts: zero between calm panels, and beside some restless ones. `way` identifies the cuts that
 * slant alike.
 */
function slantOf(
  [before, after]: readonly [readonly Cell[], readonly Cell[]],
  { demands, manner }: Cutting,
  { most, way }: { most: number; way: string },
): number {
  if (manner.slant === 0) return 0;
  const beside = [...lastOf(before), ...firstOf(after)];
  const restless = beside.filter((panel) => demands[panel]?.slants === true).length;
  const random = randomFor(manner.seed, "slant", beside.join());
  if (restless === 0 || random() < 0.2) return 0;
  const size = between(random, 0.35, 1) * most * manner.slant * (restless / beside.length);
  const leans = way === "across" ? random : randomFor(manner.seed, way);
  return leans() < 0.62 ? size : -size;
}

/** Divides a length in proportion to the needs, with at least `least` for each if there is enough for all. */
function shares(needs: readonly number[], length: number, least: number): number[] {
  const floor = Math.min(least, length / needs.length);
  const fixed = new Set<number>();
  for (;;) {
    const free = length - fixed.size * floor;
    const need = needs.reduce((sum, n, i) => (fixed.has(i) ? sum : sum + n), 0);
    const short = needs.findIndex((n, i) => !fixed.has(i) && (n / need) * free < floor);
    if (short === -1) return needs.map((n, i) => (fixed.has(i) ? floor : (n / need) * free));
    fixed.add(short);
  }
}

function rowArea(row: readonly Cell[], demands: readonly Demand[]): number {
  return row.reduce((sum, cell) => sum + areaOf(cell, demands), 0);
}

function areaOf(cell: Cell, demands: readonly Demand[]): number {
  return panelsOf([cell]).reduce((sum, panel) => sum + (demands[panel]?.area ?? 1), 0);
}

/** Wide pictures get a larger share of a row than their area alone would give them. */
function widthOf(cell: Cell, demands: readonly Demand[]): number {
  const aspect = "panel" in cell ? (demands[cell.panel]?.aspect ?? 1) : 1;
  return areaOf(cell, demands) * aspect ** 0.3;
}

/** All panels of some cells, in reading order. */
export function panelsOf(cells: readonly Cell[]): number[] {
  return cells.flatMap((cell) => ("panel" in cell ? [cell.panel] : cell.rows.flatMap(panelsOf)));
}

/** Panels that touch a row's lower edge. */
function lastOf(row: readonly Cell[]): number[] {
  return row.flatMap((cell) => ("panel" in cell ? [cell.panel] : lastOf(cell.rows.at(-1) ?? [])));
}

/** Panels that touch a row's upper edge. */
function firstOf(row: readonly Cell[]): number[] {
  return row.flatMap((cell) => ("panel" in cell ? [cell.panel] : firstOf(cell.rows[0] ?? [])));
}
