// The places that one text of a panel may take at one stage of relaxed rules: for each way to set it, the best place in each part of the
// panel, or the places beside the balloon to which it is joined.

import { type BalloonForm, type Body, type Extent, reach, silhouetteExponent } from "./balloon-body.ts";
import { besideFrame, captionCorners } from "./caption-box.ts";
import { type Box, boundingBox, PAPER, type Point } from "./geometry.ts";
import { lettersApart } from "./letters-apart.ts";
import type { Direction, Face, Keep } from "./page.ts";
import { placeCost } from "./place-cost.ts";
import { readsBefore } from "./reading-order.ts";
import { type SearchBudget, take } from "./search-budget.ts";
import type { SetBlock } from "./set-text.ts";
import {
  areaOf,
  boxSides,
  isInside,
  type Side,
  type Silhouette,
  sidesForMiddle,
  sidesOf,
  silhouetteOf,
} from "./silhouette.ts";
import { SMALLEST, type Stage } from "./stages.ts";
import { blocksWithin, bodyOf } from "./wanted-extent.ts";

export interface TextToPlace {
  form: BalloonForm;
  blocks: readonly SetBlock[];
  /** Wanted size of the letters in units. */
  fontSize: number;
  /** A person chose the size: it never shrinks. */
  isSizeFixed?: boolean | undefined;
  /** The extent of the balloon that a person chose. */
  extent?: Extent | undefined;
  /** The speaker's face on the page, which is one of the room's faces; null where it cannot be seen. */
  face: Face | null;
  /** The side of the panel behind which the speaker is out of sight. */
  beyond?: "left" | "right" | undefined;
  /**
   * The balloon is joined to that of the text before it: `part` always (it continues the same line, or a person joined them), `line` is
   * another line and is joined only where there is room.
   */
  joined?: "part" | "line" | undefined;
  /** Words of the panel whose place a person chose, and which are read before and after this text. */
  standing?: { before: readonly Silhouette[]; after: readonly Silhouette[] } | undefined;
}

export interface Room {
  corners: readonly Point[];
  faces: readonly Face[];
  keep: readonly Keep[];
  /** The words of other panels. */
  taken: readonly Silhouette[];
  direction: Direction;
  /** The greatest share of the panel that its words should cover, 0 to 1. */
  cover: number;
  /** The room is the white of a column around a picture, so no border is inked around it. */
  unframed?: boolean | undefined;
}

export interface PlacedText {
  block: SetBlock;
  body: Body;
  middle: Point;
}

/** The position of a text among its panel's texts in reading order. */
export interface Order {
  index: number;
  count: number;
}

export interface Candidate extends PlacedText {
  mouth: Point | null;
  silhouette: Silhouette;
  cost: number;
  /** Area of the panel that the balloon covers, in square units. */
  area: number;
}

/** The sides of a room that have an inked border. */
export function frameOf({ corners, unframed }: Pick<Room, "corners" | "unframed">): Side[] {
  return unframed ? [] : sidesOf(corners);
}

/** What the functions of a search share: one panel at one stage. */
export interface StageSearch {
  room: Room;
  stage: Stage;
  /** The areas to keep clear on which no tail may lie. */
  hands: readonly Keep[];
  budget: SearchBudget;
  /** Results that are computed once: places by the text's index, balloons by index and size. */
  known: { free: Map<number, Candidate[]>; bodies: Map<string, readonly FittedBody[]> };
}

/** One way to set a text, with its balloon and the sides within which the balloon's middle must lie. */
interface FittedBody {
  block: SetBlock;
  body: Body;
  bounds: Side[];
}

/** Area of a balloon in square units: between that of an ellipse (π rx ry) and a rectangle (4 rx ry), exact to 1 %. */
function areaOfPlace({ body, middle }: PlacedText, frame: readonly Side[]): number {
  if (body.form === "caption") return areaOf(captionCorners(body, middle, frame));
  return (4 - 0.86 * (2 / silhouetteExponent(body)) ** 1.6) * body.outerX * body.outerY;
}

/** The most places of one text that are combined with those of other texts. */
const MOST_PLACES = 120;
/** A panel is divided into this grid; each cell gives its best place. */
const PARTS = { across: 6, down: 5 };

/** For each way to set the text, the best place in each cell of the panel's grid, cheapest first. */
export function candidatesFor(text: TextToPlace, order: Order, search: StageSearch): Candidate[] {
  const { free } = search.known;
  const known = free.get(order.index) ?? freeCandidates(text, order, search);
  free.set(order.index, known);
  return known;
}

/**
 * Whether the smallest balloons of all texts together fit the area that the stage allows, and each has a position in the panel. False means
 * that the search would find nothing. A caption is extended to its frame and clipped there, so its area is counted only where the stage
 * clips nothing.
 */
export function mayHaveRoom(texts: readonly TextToPlace[], most: number, search: StageSearch): boolean {
  const { room, stage } = search;
  const panel = placesOf(room, stage);
  let size = 0;
  let least = 0;
  for (const [index, text] of texts.entries()) {
    const joined = text.joined !== undefined && stage.ordered;
    size = joined && !text.isSizeFixed ? size : sizeAt(text, stage);
    const fitted = bodiesFor(text, index, size, search);
    const areas = fitted.map(({ block, body }) =>
      body.form !== "caption"
        ? areaOfPlace({ block, body, middle: { x: 0, y: 0 } }, [])
        : stage.frameMargin === null
          ? 0
          : 4 * body.rx * body.ry,
    );
    least += Math.min(...areas);
    if (least > most * (1 + ROUNDING)) return false;
    if (!joined && !fitted.some((one) => hasPositions(one, panel, stage))) return false;
  }
  return true;
}

const hasPositions = (fitted: FittedBody, panel: Box, stage: Stage): boolean => {
  const { xs, ys } = positionsFor(fitted, panel, stage);
  return xs.length > 0 && ys.length > 0;
};

/** Tolerance for sums of areas, as a share: more than their rounding error. */
const ROUNDING = 1e-9;

function sizeAt({ fontSize, isSizeFixed }: TextToPlace, { shrink }: Stage): number {
  return isSizeFixed ? fontSize : Math.max(SMALLEST, fontSize * shrink);
}

function freeCandidates(text: TextToPlace, order: Order, search: StageSearch): Candidate[] {
  const { room, stage, budget } = search;
  const panel = placesOf(room, stage);
  const around = { ...search, panel, most: Infinity };
  const isBoxed = text.form === "caption" && stage.frameMargin !== null;
  const found: Omit<Candidate, "area">[] = [];
  // Cost of the last place that is still kept: a place of the same cost is dropped.
  let dearest = Infinity;
  for (const fitted of bodiesFor(text, order.index, sizeAt(text, stage), search)) {
    const { block, body, bounds } = fitted;
    // Within the frame a place never lowers the cost of its breaking, so no place of this block can be kept.
    if (!isBoxed && stage.frameMargin !== null && block.cost >= dearest) continue;
    const { xs, ys } = positionsFor(fitted, panel, stage);
    const cells = new Map<number, Omit<Candidate, "area">>();
    for (const y of ys) {
      if (!take(budget, xs.length)) break;
      for (const x of xs) {
        const at = { x, y };
        if (!isInside(at, bounds)) continue;
        const cell =
          Math.floor(((x - panel.x) / panel.width) * PARTS.across) * 8 +
          Math.floor(((y - panel.y) / panel.height) * PARTS.down);
        const middle = isBoxed ? besideFrame(at, bounds) : at;
        const silhouette = silhouetteOf(body, middle);
        const best = cells.get(cell)?.cost ?? Infinity;
        around.most = Math.min(best, dearest) - block.cost;
        const place = placeCost(silhouette, text, order, around);
        if (place === null) continue;
        const cost = place + block.cost;
        if (cost < best)
          cells.set(cell, { block, body, middle, mouth: text.face?.mouth ?? null, silhouette, cost });
      }
    }
    found.push(...cells.values());
    found.sort((a, b) => a.cost - b.cost);
    dearest = found[MOST_PLACES - 1]?.cost ?? Infinity;
  }
  const frame = frameOf(room);
  return found.slice(0, MOST_PLACES).map((place) => ({ ...place, area: areaOfPlace(place, frame) }));
}

/** The box in which words may stand. Outside the paper's safe area words could be trimmed off, even in a panel that bleeds. */
function placesOf({ corners }: Room, { inPanel }: Stage): Box {
  const { safe } = PAPER;
  if (!inPanel) return safe;
  const { x, y, width, height } = boundingBox(corners);
  const left = Math.max(x, safe.x);
  const top = Math.max(y, safe.y);
  return {
    ...{ x: left, width: Math.max(0, Math.min(x + width, safe.x + safe.width) - left) },
    ...{ y: top, height: Math.max(0, Math.min(y + height, safe.y + safe.height) - top) },
  };
}

/**
 * How far joined balloons overlap: their distance as a share of the distance at which they touch. `WAYS`: directions from one to the next.
 */
const JOINED = 0.94;
const WAYS = [0, 0.16, 0.3, 0.42, 0.5, -0.08].map((turn) => turn * Math.PI);

/** Places next to the balloon to which a text is joined: onwards in reading direction, or below. */
export function candidatesBeside(
  before: Candidate,
  text: TextToPlace,
  order: Order,
  search: StageSearch,
): Candidate[] {
  const { room, stage, budget } = search;
  const fontSize = text.isSizeFixed ? text.fontSize : before.body.fontSize;
  const panel = placesOf(room, stage);
  const found: Candidate[] = [];
  for (const { block, body, bounds } of bodiesFor(text, order.index, fontSize, search)) {
    if (!take(budget, WAYS.length)) break;
    for (const turn of WAYS) {
      const way = { x: Math.cos(turn) * (room.direction === "rtl" ? -1 : 1), y: Math.sin(turn) };
      const reached = 1 / reach(way, before.body.rx, before.body.ry, before.body.exponent);
      const far = (reached + 1 / reach(way, body.rx, body.ry, body.exponent)) * JOINED;
      const middle = { x: before.middle.x + way.x * far, y: before.middle.y + way.y * far };
      if (!isInside(middle, bounds)) continue;
      const letters = { block: before.block, middle: before.middle, fontSize: before.body.fontSize };
      if (!lettersApart(letters, { block, middle, fontSize })) continue;
      const silhouette = silhouetteOf(body, middle);
      // A balloon much taller than its predecessor would start above it and be read first.
      if (!readsBefore(before.silhouette, silhouette, room.direction)) continue;
      const place = placeCost(silhouette, text, order, { ...search, panel, most: Infinity });
      if (place === null) continue;
      const cost = place + block.cost;
      const area = areaOfPlace({ block, body, middle }, []);
      found.push({ block, body, middle, mouth: text.face?.mouth ?? null, silhouette, cost, area });
    }
  }
  return found;
}

/** The balloons that a text may have at a font size, the best breaking first. */
function bodiesFor(
  text: TextToPlace,
  index: number,
  fontSize: number,
  { room, stage, known: { bodies } }: StageSearch,
): readonly FittedBody[] {
  const key = `${index} ${fontSize}`;
  const known = bodies.get(key);
  if (known !== undefined) return known;
  const sides = stage.inPanel ? sidesOf(room.corners) : boxSides(PAPER.safe);
  // Only the last stages accept words that are broken.
  const dearest = (text.blocks[0]?.cost ?? 0) + stage.breaks;
  const able =
    text.extent === undefined
      ? withinLimits(text, stage).filter(({ cost }) => cost <= dearest)
      : blocksWithin(text, fontSize);
  const fitted = able.map((block) => {
    const body = bodyOf(text, block, { fontSize, tightness: stage.tightness });
    const letters = { rx: (block.width * fontSize) / 2, ry: (block.height * fontSize) / 2, exponent: 60 };
    const bounds = [
      // Marks and serifs reach a little beyond the letters by which the block was measured.
      ...sidesForMiddle(letters, SAFE, 4),
      ...(stage.frameMargin === null
        ? [
            ...sidesForMiddle(letters, sides, 4),
            ...sidesForMiddle(
              silhouetteOf(body, { x: 0, y: 0 }),
              sides,
              stage.breaks === Infinity ? -45 : -22,
            ),
          ]
        : sidesForMiddle(silhouetteOf(body, { x: 0, y: 0 }), sides, stage.frameMargin - 0.01)),
    ];
    return { block, body, bounds };
  });
  bodies.set(key, fitted);
  return fitted;
}

/** The grid positions that are tried for a balloon's middle. */
function positionsFor(
  { block, body }: FittedBody,
  panel: Box,
  { frameMargin, grid }: Stage,
): { xs: number[]; ys: number[] } {
  const { fontSize } = body;
  const halfX = frameMargin === null ? (block.width * fontSize) / 2 + 6 : body.outerX;
  const halfY = frameMargin === null ? (block.height * fontSize) / 2 + 6 : body.outerY;
  return {
    xs: positions(panel.x + halfX, panel.x + panel.width - halfX, { margin: frameMargin ?? 0, grid }),
    ys: positions(panel.y + halfY, panel.y + panel.height - halfY, { margin: frameMargin ?? 0, grid }),
  };
}

const SAFE: readonly Side[] = boxSides(PAPER.safe);

/** Columns of more than ten letters are accepted only where words may cover the whole panel, or where no other breaking exists. */
function withinLimits({ blocks }: TextToPlace, { cover }: Stage): readonly SetBlock[] {
  const kept = cover === "all" ? [] : blocks.filter(({ tooLong }) => !tooLong);
  return kept.length > 0 ? kept : blocks;
}

/** Distance of neighbouring positions in units, up to the number that a stage's grid allows. */
const STEP = 26;

/** Evenly spaced positions between two margins, both included; an empty list where there is no room. */
function positions(from: number, to: number, { margin, grid }: { margin: number; grid: number }): number[] {
  const low = from + margin;
  const high = to - margin;
  if (low > high) return low - high < 1 ? [(low + high) / 2] : [];
  const count = Math.min(grid, Math.max(1, Math.ceil((high - low) / STEP)));
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
}
