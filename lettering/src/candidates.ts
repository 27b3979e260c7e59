// The places that a text of a panel may take at one stage of giving way: for each way to set it, the best place in each part of
// the panel, or those beside the balloon that it goes on from.

import { type BalloonForm, type Body, fitBody, reach, silhouetteExponent } from "./balloon-body.ts";
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

export interface TextToPlace {
  form: BalloonForm;
  blocks: readonly SetBlock[];
  /** Wished size of the letters in units. */
  fontSize: number;
  /** The speaker's face on the page, where it can be seen: one of the room's. */
  face: Face | null;
  /** The side of the panel beyond which the speaker is. */
  beyond?: "left" | "right" | undefined;
  /** It goes on with the text before it, in a balloon that is grown together with that one; as another line, where there is room. */
  joined?: "part" | "line" | undefined;
  /** Words of the panel that stand where a person put them, and are to be read before and after it. */
  standing?: { before: readonly Silhouette[]; after: readonly Silhouette[] } | undefined;
}

export interface Room {
  corners: readonly Point[];
  faces: readonly Face[];
  keep: readonly Keep[];
  /** What other panels' words already cover. */
  taken: readonly Silhouette[];
  direction: Direction;
  /** The greatest share of the panel that its words should cover. */
  cover: number;
  /** Nothing is inked around it: it is the white of a column that a picture stands in. */
  unframed?: boolean | undefined;
}

export interface PlacedText {
  block: SetBlock;
  body: Body;
  middle: Point;
}

/** A text's place in the order of its panel's. */
export interface Order {
  index: number;
  count: number;
}

export interface Candidate extends PlacedText {
  mouth: Point | null;
  silhouette: Silhouette;
  cost: number;
  /** How much of the panel it covers, in square units. */
  paper: number;
}

/** What is inked around a room. */
export function frameOf({ corners, unframed }: Pick<Room, "corners" | "unframed">): Side[] {
  return unframed ? [] : sidesOf(corners);
}

/** What the search of one panel knows at one stage. */
export interface Ground {
  room: Room;
  stage: Stage;
  /** What of the room's areas a tail may not lie on. */
  hands: readonly Keep[];
  budget: SearchBudget;
  /** What has been looked for already: the places of each text alone by its index, and its balloons by index and size. */
  known: { free: Map<number, Candidate[]>; bodies: Map<string, readonly FittedBody[]> };
}

/** A way to set a text with its balloon, and where the balloon's middle may be. */
interface FittedBody {
  block: SetBlock;
  body: Body;
  bounds: Side[];
}

/** How much paper a balloon takes, in square units: between an ellipse (π rx ry) and a rectangle (4 rx ry), within a hundredth. */
function paperOf({ body, middle }: PlacedText, frame: readonly Side[]): number {
  if (body.form === "caption") return areaOf(captionCorners(body, middle, frame));
  return (4 - 0.86 * (2 / silhouetteExponent(body)) ** 1.6) * body.outerX * body.outerY;
}

/** The most places of a text that are looked at beside those of others. */
const MOST_PLACES = 120;
/** Parts of a panel, across and down, of which each gives its best place. */
const PARTS = { across: 6, down: 5 };

/** For each way to set the text, the best place in each part of the panel, the cheapest first. */
export function candidatesFor(text: TextToPlace, order: Order, ground: Ground): Candidate[] {
  const { free } = ground.known;
  const known = free.get(order.index) ?? freeCandidates(text, order, ground);
  free.set(order.index, known);
  return known;
}

/**
 * Whether all balloons together may be small enough for what the stage lets words cover, and each has a place in the panel. Where it
 * is false the search would find nothing. Captions are drawn out to frames and cut off at them, so they are counted only where
 * frames cut nothing off.
 */
export function mayHaveRoom(texts: readonly TextToPlace[], most: number, ground: Ground): boolean {
  const { room, stage } = ground;
  const panel = placesOf(room, stage);
  let size = 0;
  let least = 0;
  for (const [index, text] of texts.entries()) {
    const joined = text.joined !== undefined && stage.ordered;
    size = joined ? size : sizeAt(text, stage);
    const fitted = bodiesFor(text, index, size, ground);
    const papers = fitted.map(({ block, body }) =>
      body.form !== "caption"
        ? paperOf({ block, body, middle: { x: 0, y: 0 } }, [])
        : stage.frameMargin === null
          ? 0
          : 4 * body.rx * body.ry,
    );
    least += Math.min(...papers);
    if (least > most * (1 + ROUNDING)) return false;
    if (!joined && !fitted.some((one) => hasPositions(one, panel, stage))) return false;
  }
  return true;
}

const hasPositions = (fitted: FittedBody, panel: Box, stage: Stage): boolean => {
  const { xs, ys } = positionsFor(fitted, panel, stage);
  return xs.length > 0 && ys.length > 0;
};

/** More than sums of areas are off by for being rounded, as a share. */
const ROUNDING = 1e-9;

function sizeAt({ fontSize }: TextToPlace, { shrink }: Stage): number {
  return Math.max(SMALLEST, fontSize * shrink);
}

function freeCandidates(text: TextToPlace, order: Order, ground: Ground): Candidate[] {
  const { room, stage, budget } = ground;
  const panel = placesOf(room, stage);
  const around = { ...ground, panel, most: Infinity };
  const isBoxed = text.form === "caption" && stage.frameMargin !== null;
  const found: Omit<Candidate, "paper">[] = [];
  // The cost of the last of the cheapest places: what costs as much is not among them any more.
  let dearest = Infinity;
  for (const fitted of bodiesFor(text, order.index, sizeAt(text, stage), ground)) {
    const { block, body, bounds } = fitted;
    // Within the frame nothing is below 0 of what a place adds to its breaking.
    if (!isBoxed && stage.frameMargin !== null && block.cost >= dearest) continue;
    const { xs, ys } = positionsFor(fitted, panel, stage);
    const cells = new Map<number, Omit<Candidate, "paper">>();
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
  return found.slice(0, MOST_PLACES).map((place) => ({ ...place, paper: paperOf(place, frame) }));
}

/** Where words may stand: beyond the safe area the paper may be cut, whatever bleeds there. */
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

/** How deep joined balloons lie in each other, as a share of their distance, and the ways from one to the next. */
const JOINED = 0.94;
const WAYS = [0, 0.16, 0.3, 0.42, 0.5, -0.08].map((turn) => turn * Math.PI);

/** Places next to the balloon that a text goes on from: onwards in the direction of reading, or down. */
export function candidatesBeside(
  before: Candidate,
  text: TextToPlace,
  order: Order,
  ground: Ground,
): Candidate[] {
  const { room, stage, budget } = ground;
  const fontSize = before.body.fontSize;
  const panel = placesOf(room, stage);
  const found: Candidate[] = [];
  for (const { block, body, bounds } of bodiesFor(text, order.index, fontSize, ground)) {
    if (!take(budget, WAYS.length)) break;
    for (const turn of WAYS) {
      const way = { x: Math.cos(turn) * (room.direction === "rtl" ? -1 : 1), y: Math.sin(turn) };
      const reached = 1 / reach(way, before.body.rx, before.body.ry, before.body.exponent);
      const far = (reached + 1 / reach(way, body.rx, body.ry, body.exponent)) * JOINED;
      const middle = { x: before.middle.x + way.x * far, y: before.middle.y + way.y * far };
      if (!isInside(middle, bounds)) continue;
      const letters = { block: before.block, middle: before.middle, fontSize };
      if (!lettersApart(letters, { block, middle, fontSize })) continue;
      const silhouette = silhouetteOf(body, middle);
      // A balloon much taller than the one before it rises over it at the least slant.
      if (!readsBefore(before.silhouette, silhouette, room.direction)) continue;
      const place = placeCost(silhouette, text, order, { ...ground, panel, most: Infinity });
      if (place === null) continue;
      const cost = place + block.cost;
      const paper = paperOf({ block, body, middle }, []);
      found.push({ block, body, middle, mouth: text.face?.mouth ?? null, silhouette, cost, paper });
    }
  }
  return found;
}

/** The balloons that a text may have at a size, the best breaking first. */
function bodiesFor(
  text: TextToPlace,
  index: number,
  fontSize: number,
  { room, stage, known: { bodies } }: Ground,
): readonly FittedBody[] {
  const key = `${index} ${fontSize}`;
  const known = bodies.get(key);
  if (known !== undefined) return known;
  const sides = stage.inPanel ? sidesOf(room.corners) : boxSides(PAPER.safe);
  // Broken words are for when nothing else is left.
  const dearest = (text.blocks[0]?.cost ?? 0) + stage.breaks;
  const able = withinLimits(text, stage).filter(({ cost }) => cost <= dearest);
  const fitted = able.map((block) => {
    const body = fitBody(text.form, block.lineBoxes, { fontSize, girth: stage.girth });
    const letters = { rx: (block.width * fontSize) / 2, ry: (block.height * fontSize) / 2, exponent: 60 };
    const bounds = [
      // Marks and serifs rise a little over the letters that the block was measured by.
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

/** Where a balloon's middle is tried in a panel. */
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

/** A column of more than ten letters is taken only where words may cover all of a panel, or where there is no other way. */
function withinLimits({ blocks }: TextToPlace, { cover }: Stage): readonly SetBlock[] {
  const kept = cover === "all" ? [] : blocks.filter(({ tooLong }) => !tooLong);
  return kept.length > 0 ? kept : blocks;
}

/** Units from one position to the next, where no more than a grid holds are needed. */
const STEP = 26;

/** Evenly spread positions that begin and end at the margins; none where there is no room. */
function positions(from: number, to: number, { margin, grid }: { margin: number; grid: number }): number[] {
  const low = from + margin;
  const high = to - margin;
  if (low > high) return low - high < 1 ? [(low + high) / 2] : [];
  const count = Math.min(grid, Math.max(1, Math.ceil((high - low) / STEP)));
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
}
