// Enumerates the ways to arrange a page's panels, in reading order, in rows and cells. A cell with rows of its own comes last in its row,
// because a stack that is read after a tall panel leaves the reading order unambiguous.

/** A panel by its index in reading order, or a stack of rows. */
export type Cell = { panel: number } | { rows: Cell[][] };
export type Arrangement = Cell[][];

const MAX_ROWS = 5;

/** Every arrangement of `count` panels. There are a few hundred for nine. */
export function arrangements(count: number): Arrangement[] {
  const known = cache.get(count);
  if (known !== undefined) return known;
  const all = rowsFrom(0, count, rowOptions).filter((rows) => rows.length <= MAX_ROWS);
  cache.set(count, all);
  return all;
}

const cache = new Map<number, Arrangement[]>();

type RowOptions = (from: number, count: number) => Cell[][];

function rowsFrom(from: number, end: number, options: RowOptions): Arrangement[] {
  if (from === end) return [[]];
  const found: Arrangement[] = [];
  for (let count = 1; from + count <= end; count++) {
    for (const row of options(from, count)) {
      for (const rest of rowsFrom(from + count, end, options)) found.push([row, ...rest]);
    }
  }
  return found;
}

/** Rows that hold `count` panels: up to three side by side, or one or two with a stack after them. */
function rowOptions(from: number, count: number): Cell[][] {
  const rows: Cell[][] = plainRows(from, count, 3);
  for (const tall of [1, 2]) {
    const stacked = count - tall;
    if (stacked < 2 || stacked > 4 || (tall === 2 && stacked > 2)) continue;
    const widest = tall === 1 ? 2 : 1;
    for (const inner of rowsFrom(from + tall, from + count, (f, c) => plainRows(f, c, widest))) {
      if (inner.length >= 2 && inner.length <= 3) rows.push([...panels(from, tall), { rows: inner }]);
    }
  }
  return rows;
}

function plainRows(from: number, count: number, widest: number): Cell[][] {
  return count <= widest ? [panels(from, count)] : [];
}

function panels(from: number, count: number): Cell[] {
  return Array.from({ length: count }, (_, i) => ({ panel: from + i }));
}
