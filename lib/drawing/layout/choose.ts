// Chooses a page's arrangement: the one that best matches each panel's demanded size and shape, avoids a table-like look, and has a little
// randomness. Panels with crowded words get larger demands, and the choice is repeated.
import type { Box } from "../../manga/geometry.ts";
import { between, randomFor } from "../../manga/seeded-random.ts";
import { type Arrangement, arrangements, type Cell } from "./arrangement.ts";
import { cutPage, type LayoutVariation, MIN_HEIGHT, MIN_WIDTH } from "./cut.ts";
import type { Demand } from "./demand.ts";
import { middleSize, type Region, regionOf } from "./region.ts";

/** Maximum factor on a panel's size because of its words: letters of 10 pt in tight balloons save this much. */
const CROWDED = 1.6;
const MOST_ROUNDS = 5;

interface Cut {
  arrangement: Arrangement;
  /** The demands of the panels, raised where words would be crowded. */
  asked: readonly Demand[];
}

/** If a panel's words would be crowded even in smaller letters, its demand is raised until they are not, or until that no longer helps. */
export function leastCrowded(frame: Box, demands: readonly Demand[], manner: LayoutVariation): Cut {
  let asked = demands;
  const words = demands.reduce((sum, { wordsArea }) => sum + wordsArea, 0);
  // If the page is too small for all its words, no panel gets extra room and the most important stays largest.
  const rounds = words <= frame.width * frame.height ? MOST_ROUNDS : 1;
  let best: (Cut & { worst: number }) | null = null;
  for (let round = 0; round < rounds; round++) {
    const arrangement = chooseArrangement(frame, asked, manner);
    const crowding = cutPage(regionOf(frame), arrangement, asked, manner).map((region, i) => {
      const { width, height } = middleSize(region);
      return (demands[i]?.wordsArea ?? 0) / (width * height) / CROWDED;
    });
    const worst = Math.max(1, ...crowding);
    if (best === null || worst < best.worst) best = { arrangement, asked, worst };
    if (worst === 1) break;
    asked = asked.map((demand, i) => ({ ...demand, area: demand.area * Math.max(1, crowding[i] ?? 1) }));
  }
  return best ?? { arrangement: [], asked };
}

function chooseArrangement(frame: Box, demands: readonly Demand[], manner: LayoutVariation): Arrangement {
  const random = randomFor(manner.seed, "arrangement");
  let best: { arrangement: Arrangement; cost: number } | null = null;
  for (const arrangement of arrangements(demands.length)) {
    const regions = cutPage(regionOf(frame), arrangement, demands, manner);
    const taste = between(random, 0, 0.12) * demands.length;
    const cost = fitCost(regions, demands, frame) + shapeCost(arrangement) + taste;
    if (best === null || cost < best.cost) best = { arrangement, cost };
  }
  return best?.arrangement ?? [];
}

/** Distance between the panels' regions and their demands. */
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
    const narrow = Math.max(0, Math.log(demand.leastWidth / width));
    const wide = demand.bleeds && width < frame.width * 0.9 ? 0.35 : 0;
    cost += 1.6 * area ** 2 + 0.85 * aspect ** 2 + 5 * crowded ** 2 + 8 * narrow ** 2 + wide;
    if (width < MIN_WIDTH - 1 || height < MIN_HEIGHT - 1) cost += 25;
  }
  return cost;
}

/** Penalty for a table-like page: rows that repeat the one above, and too many rows of a single panel. */
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
