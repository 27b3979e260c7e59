import { expect, test } from "vitest";
import { repairShare } from "./repair-budget.ts";

/** What each page takes if each wants `wanted` tries. */
function shares(pages: number, wanted: number): number[] {
  let spent = 0;
  return Array.from({ length: pages }, (_, done) => {
    const share = repairShare({ pages, done, spent });
    spent += Math.min(wanted, share);
    return share;
  });
}

test("each of a hundred crowded pages gets some repairs", () => {
  const all = shares(100, 2_500_000);
  expect(all[0]).toBeGreaterThan(2_500_000);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(100_000);
  expect(all.reduce((sum, share) => sum + Math.min(2_500_000, share), 0)).toBeLessThanOrEqual(50_000_000);
});

test("pages that take little leave the rest to later pages", () => {
  expect(Math.min(...shares(100, 20_000))).toBeGreaterThan(2_500_000);
});
