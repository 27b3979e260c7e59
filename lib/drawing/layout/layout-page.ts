// Lays out a page's panels: cuts its frame by the best arrangement, lets important panels bleed, and mirrors right-to-left pages. A half of
// a spread has the shared picture at its top and its other panels below. Panels of 4-koma are in strips.
import { pageFrame } from "../../manga/binding.ts";
import { type Box, PAPER, type Point } from "../../manga/geometry.ts";
import { between, randomFor } from "../../manga/seeded-random.ts";
import { spreadPaper } from "../../manga/spread.ts";
import type { Frame, PanelDraft } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { bled, bleedingPanels } from "./bleed.ts";
import { leastCrowded } from "./choose.ts";
import { cutPage, type LayoutVariation, MIN_HEIGHT, MIN_WIDTH } from "./cut.ts";
import { type Demand, demandOf } from "./demand.ts";
import { cornersOf, middleSize, type Region, regionOf } from "./region.ts";
import { layoutStrips } from "./strips.ts";

/** Gutter below a spread's picture, the same on both pages. */
const SPREAD_GUTTER = 75;

/** An alternative layout of a page: another random seed, and more room for some panels. */
export interface Retake {
  /** 1 for the first alternative. */
  take: number;
  /** Factor on the room for a panel's words, by panel id; default 1. */
  roomier: ReadonlyMap<string, number>;
}

/** Frames in the panels' order. Takes 1 to 9 panels; the same panels, seed, page number and retake give the same frames. */
export function layoutPage(panels: readonly PanelDraft[], page: PageBrief, retake?: Retake): Frame[] {
  const strips = layoutStrips(panels, page);
  if (strips !== undefined) return strips;
  const frames = leftToRight(panels, { ...page, retake });
  return page.direction === "ltr" ? frames : frames.map(mirrored);
}

type Sheet = PageBrief & { retake: Retake | undefined };

function leftToRight(panels: readonly PanelDraft[], page: Sheet): Frame[] {
  const { spread, number } = page;
  const frame = pageFrame({ number, direction: "ltr" });
  if (spread === undefined) return framesIn(frame, panels, page);
  const bottom = Math.round(PAPER.height * spread.share);
  const top = bottom + SPREAD_GUTTER;
  const below = { ...frame, y: top, height: frame.y + frame.height - top };
  if (spread.half === "second") return framesIn(below, panels, page);
  const [, ...rest] = panels;
  const crossing = { corners: cornersOf(regionOf(acrossFold(bottom))), bleeds: true, crosses: true as const };
  return [crossing, ...framesIn(below, rest, page)];
}

function acrossFold(bottom: number): Box {
  const paper = spreadPaper("ltr");
  return { ...paper, height: bottom - paper.y };
}

function framesIn(frame: Box, panels: readonly PanelDraft[], page: Sheet): Frame[] {
  if (panels.length === 0) return [];
  const { retake } = page;
  const demands = panels.map((panel, index) => {
    const ends = index === panels.length - 1 && panels.length > 1;
    return demandOf(panel, page.language, { ends, room: retake?.roomier.get(panel.id) ?? 1 });
  });
  const bleeding = bleedingPanels(demands);
  const seed = [page.seed, page.number, ...(retake === undefined ? [] : [retake.take])].join("/");
  return regionsIn(frame, demands, seed).map((region, index) => {
    const bleeds = bleeding.has(index);
    return { corners: cornersOf(bleeds ? bled(region, frame, page) : region).map(rounded), bleeds };
  });
}

function regionsIn(frame: Box, demands: readonly Demand[], seed: string): Region[] {
  const random = randomFor(seed, "manner");
  const manner: LayoutVariation = {
    rowGutter: between(random, 70, 80),
    stackGutter: between(random, 50, 56),
    columnGutter: between(random, 25, 30),
    slant: 0,
    widths: demands.map(() => between(random, 0.92, 1.08)),
    seed,
  };
  const page = regionOf(frame);
  const { arrangement, asked } = leastCrowded(frame, demands, manner);
  // Tries the largest slant first, and uses the first one with which no panel is too small.
  for (const slant of [1, 0.6, 0.3]) {
    const regions = cutPage(page, arrangement, asked, { ...manner, slant });
    if (regions.every(isRoomy)) return regions;
  }
  return cutPage(page, arrangement, asked, manner);
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

/** A hundredth of a unit is a micrometre on paper. */
function rounded(point: Point): Point {
  return { x: Math.round(point.x * 100) / 100, y: Math.round(point.y * 100) / 100 };
}

function mirrored(frame: Frame): Frame {
  const [a, b, c, d] = frame.corners.map(({ x, y }) => ({ x: rounded({ x: PAPER.width - x, y }).x, y }));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return frame;
  return { ...frame, corners: [b, a, d, c] };
}
