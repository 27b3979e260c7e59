import { describe, expect, test } from "vitest";
import { arrangements, type Cell } from "./arrangement.ts";
import { panelsOf } from "./cut.ts";

const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function rowsWithin(row: Cell[]): Cell[][] {
  return [row, ...row.flatMap((cell) => ("rows" in cell ? cell.rows.flatMap(rowsWithin) : []))];
}

describe("arrangements", () => {
  test.each(COUNTS)("hold each of %i panels once, in reading order", (count) => {
    const inOrder = Array.from({ length: count }, (_, i) => i);
    for (const arrangement of arrangements(count)) expect(arrangement.flatMap(panelsOf)).toEqual(inOrder);
  });

  test("have a stack only at the end of its row", () => {
    for (const row of arrangements(7).flat().flatMap(rowsWithin)) {
      expect(row.slice(0, -1).every((cell) => "panel" in cell)).toBe(true);
    }
  });

  test("are many, without duplicates", () => {
    for (const count of COUNTS) {
      const all = arrangements(count).map((arrangement) => JSON.stringify(arrangement));
      expect(new Set(all).size).toBe(all.length);
    }
    expect(arrangements(6).length).toBeGreaterThan(40);
  });
});
