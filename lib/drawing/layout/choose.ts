// Chooses a page's arrangement: of all there are, the one that gives each panel most nearly the size and shape it asks for, that
// looks least like a table, and a little by chance.
import type { Box } from "../../manga/geometry.ts";
import { type Arrangement, arrangements, type Cell } from "./arrangement.ts";
import { between, chance } from "./chance.ts";
import { cutPage, type Manner, MIN_HEIGHT, MIN_WIDTH } from "./cut.ts";
import type { Demand } from "./demand.ts";
import { middleSize, type Region, regionOf } from "./region.ts";

export function chooseArrangement(frame: Box, demands: readonly Demand[], manner: Manner): Arrangement {
  const random = chance(manner.seed, "arrangement");
  let best: { arrangement: Arrangement; cost: number } | null = null;
  for (const arrangement of arrangements(demands.length)) {
    const regions = cutPage(regionOf(frame), arrangement, demands, manner);
    const taste = between(random, 0, 0.12) * demands.length;
    const cost = fitCost(regions, demands, frame) + shapeCost(arrangement) + taste;
    if (best === null || cost < best.cost) best = { arrangement, cost };
  }
  return best?.arrangement ?? [];
}

/** How far the panels are from what they ask for. */
function fitCost(regions: readonly Region[], demands: readonly Demand[], frame: Box): number {
  const whole = frame.width * frame.height;
  const asked = demands.reduce((sum, demand) => sum + demand.area, 0);
  let cost = 0;
  for (const [index, demand] of demands.entries()) {
    const region = regions[index];
    if (region === undefined) continue;
    const { width, height } = middleSize(region);
    const area = Math.log((width * height) / ((demand.area / asked) * whole));
    const aspect = Math.log(width / height / demand.aspect);
    const crowded = Math.max(0, Math.log(demand.wordsArea / (width * height)));
    const narrow = Math.max(0, Math.log(demand.comfort / width));
    const wide = demand.bleeds && width < frame.width * 0.9 ? 0.35 : 0;
    cost += 1.6 * area ** 2 + 0.85 * aspect ** 2 + 5 * crowded ** 2 + 8 * narrow ** 2 + wide;
    if (width < MIN_WIDTH - 1 || height < MIN_HEIGHT - 1) cost += 25;
  }
  return cost;
}

/** What makes a page look like a table: rows that repeat the one above, and too many of a single panel. */
function shapeCost(arrangement: Arrangement): number {
  let cost = 0;
  for (const [index, row] of arrangement.entries()) {
    const above = arrangement[index - 1];
    if (above !== undefined && shapeOf(above) === shapeOf(row)) cost += row.length === 1 ? 0.35 : 0.8;
    if (row.length === 3 && row.every((cell) => "panel" in cell)) cost += 0.15;
  }
  return cost;
}

function shapeOf(row: readonly Cell[]): string {
  return row.map((cell) => ("panel" in cell ? "p" : `(${cell.rows.map(shapeOf).join("/")})`)).join("");
}
