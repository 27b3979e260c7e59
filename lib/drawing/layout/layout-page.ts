// Places a page's panels: of all arrangements it takes the one that gives each panel most nearly the size and shape it asks for,
// with a little chance from the seed, cuts the page by it, lets great moments bleed, and mirrors it for books read from the right.
// Panels of 4-koma stand in their strips.
import { type Box, PAPER, type Point } from "../../manga/geometry.ts";
import type { Frame, PanelDraft } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { type Arrangement, arrangements, type Cell } from "./arrangement.ts";
import { between, chance } from "./chance.ts";
import { cutPage, type Manner, MIN_HEIGHT, MIN_WIDTH } from "./cut.ts";
import { type Demand, demandOf } from "./demand.ts";
import { cornersOf, horizontal, type Region, vertical } from "./region.ts";
import { layoutStrips } from "./strips.ts";

/** Where panels that bleed end: the trimmed page and the bleed around it. */
const BLEED: Box = {
  x: -PAPER.bleed,
  y: -PAPER.bleed,
  width: PAPER.width + 2 * PAPER.bleed,
  height: PAPER.height + 2 * PAPER.bleed,
};

/** A page with more than this of its panels bleeding would have no frame left. */
const MOST_BLEEDS = 2;

/** Frames in the panels' order. Takes 1 to 9 panels; the same panels, seed and page number give the same frames. */
export function layoutPage(panels: readonly PanelDraft[], page: PageBrief): Frame[] {
  const strips = layoutStrips(panels, page.direction);
  if (strips !== undefined) return strips;
  const demands = panels.map((panel) => demandOf(panel, page.language));
  const bleeding = bleedingPanels(demands);
  const frames = leftToRight(demands, `${page.seed}/${page.number}`).map((region, index) => {
    const bleeds = bleeding.has(index);
    return { corners: cornersOf(bleeds ? bled(region) : region).map(rounded), bleeds };
  });
  return page.direction === "ltr" ? frames : frames.map(mirrored);
}

function leftToRight(demands: readonly Demand[], seed: string): Region[] {
  const page = regionOf(PAPER.frame);
  const random = chance(seed, "manner");
  const manner: Manner = {
    rowGutter: between(random, 70, 80),
    stackGutter: between(random, 50, 56),
    columnGutter: between(random, 25, 30),
    slant: 0,
    widths: demands.map(() => between(random, 0.92, 1.08)),
    seed,
  };
  const arrangement = chooseArrangement(page, demands, manner);
  // A slant must not squeeze a panel: take the boldest that leaves all of them room.
  for (const slant of [1, 0.6, 0.3]) {
    const regions = cutPage(page, arrangement, demands, { ...manner, slant });
    if (regions.every(isRoomy)) return regions;
  }
  return cutPage(page, arrangement, demands, manner);
}

function chooseArrangement(page: Region, demands: readonly Demand[], manner: Manner): Arrangement {
  const random = chance(manner.seed, "arrangement");
  let best: { arrangement: Arrangement; cost: number } | null = null;
  for (const arrangement of arrangements(demands.length)) {
    const regions = cutPage(page, arrangement, demands, manner);
    const taste = between(random, 0, 0.12) * demands.length;
    const cost = fitCost(regions, demands) + shapeCost(arrangement) + taste;
    if (best === null || cost < best.cost) best = { arrangement, cost };
  }
  return best?.arrangement ?? [];
}

/** How far the panels are from what they ask for. */
function fitCost(regions: readonly Region[], demands: readonly Demand[]): number {
  const whole = PAPER.frame.width * PAPER.frame.height;
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
    const wide = demand.bleeds && width < PAPER.frame.width * 0.9 ? 0.35 : 0;
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
    if (above !== undefined && shapeOf(above) === shapeOf(row)) cost += row.length === 1 ? 0.25 : 0.45;
    if (row.length === 3 && row.every((cell) => "panel" in cell)) cost += 0.15;
  }
  return cost;
}

function shapeOf(row: readonly Cell[]): string {
  return row.map((cell) => ("panel" in cell ? "p" : `(${cell.rows.map(shapeOf).join("/")})`)).join("");
}

function bleedingPanels(demands: readonly Demand[]): Set<number> {
  if (demands.length === 1) return new Set([0]);
  return new Set(
    demands
      .flatMap((demand, index) => (demand.bleeds ? [{ index, area: demand.area }] : []))
      .toSorted((a, b) => b.area - a.area || a.index - b.index)
      .slice(0, MOST_BLEEDS)
      .map((candidate) => candidate.index),
  );
}

/** Lets a region reach the bleed edge on the sides where it touches the frame. */
function bled(region: Region): Region {
  const inner = regionOf(PAPER.frame);
  const outer = regionOf(BLEED);
  return {
    top: region.top.at.y === inner.top.at.y && isLevel(region.top) ? outer.top : region.top,
    right: region.right.at.x === inner.right.at.x && isUpright(region.right) ? outer.right : region.right,
    bottom: region.bottom.at.y === inner.bottom.at.y && isLevel(region.bottom) ? outer.bottom : region.bottom,
    left: region.left.at.x === inner.left.at.x && isUpright(region.left) ? outer.left : region.left,
  };
}

function isLevel(line: Region["top"]): boolean {
  return line.along.y === 0;
}

function isUpright(line: Region["top"]): boolean {
  return line.along.x === 0;
}

function isRoomy(region: Region): boolean {
  const [a, b, c, d] = cornersOf(region);
  const { width, height } = middleSize(region);
  return (
    width >= MIN_WIDTH - 1 &&
    height >= MIN_HEIGHT - 1 &&
    Math.min(b.x - a.x, c.x - d.x) >= MIN_WIDTH * 0.75 &&
    Math.min(d.y - a.y, c.y - b.y) >= MIN_HEIGHT * 0.75
  );
}

/** Width and height through the middle. */
function middleSize(region: Region): { width: number; height: number } {
  const [a, b, c, d] = cornersOf(region);
  return { width: (b.x + c.x - a.x - d.x) / 2, height: (c.y + d.y - a.y - b.y) / 2 };
}

function regionOf(box: Box): Region {
  return {
    top: horizontal(box.y),
    right: vertical(box.x + box.width),
    bottom: horizontal(box.y + box.height),
    left: vertical(box.x),
  };
}

/** A hundredth of a unit is a micrometre of paper. */
function rounded(point: Point): Point {
  return { x: Math.round(point.x * 100) / 100, y: Math.round(point.y * 100) / 100 };
}

function mirrored(frame: Frame): Frame {
  const [a, b, c, d] = frame.corners.map(({ x, y }) => ({ x: rounded({ x: PAPER.width - x, y }).x, y }));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return frame;
  return { ...frame, corners: [b, a, d, c] };
}
