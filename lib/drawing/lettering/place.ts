// The search that places a panel's words: high, in reading order, near their speakers, never over a face,
// off key art where that is possible, inside the panel. Sizes shrink and rules give way in a fixed order; words never do.
import { type Box, boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import type { Direction } from "../../manga/language.ts";
import { type BalloonForm, type Body, fitBody, reach, silhouetteExponent } from "./balloon-body.ts";
import { readsBefore, tailsCross } from "./reading-order.ts";
import type { SetBlock } from "./set-text.ts";
import {
  areaOf,
  boxSides,
  containsPoint,
  entersBox,
  isInside,
  type Side,
  type Silhouette,
  shareCovered,
  sidesForMiddle,
  sidesOf,
  touch,
  touchesBox,
} from "./silhouette.ts";
import { squeezed } from "./squeeze.ts";
import { SMALLEST, STAGES, type Stage } from "./stages.ts";

export interface TextToPlace {
  form: BalloonForm;
  blocks: readonly SetBlock[];
  /** Wished size of the letters in units. */
  fontSize: number;
  /** The speaker's mouth on the page, where it can be seen. */
  mouth: Point | null;
  /** It goes on with the text before it, in a balloon that is grown together with that one; as another line, where there is room. */
  joined?: "part" | "line" | undefined;
}

export interface Room {
  corners: readonly Point[];
  faces: readonly Box[];
  keep: readonly Box[];
  /** What other panels' words already cover. */
  taken: readonly Silhouette[];
  direction: Direction;
  /** The greatest share of the panel that its words should cover. */
  cover: number;
}

export interface PlacedText {
  block: SetBlock;
  body: Body;
  middle: Point;
}

interface Candidate extends PlacedText {
  mouth: Point | null;
  silhouette: Silhouette;
  cost: number;
}

interface Beam {
  cost: number;
  area: number;
  chosen: readonly Candidate[];
}

const BEAM = 12;
const GAP = 9;
/** By how much places of two lines in one balloon pair may be worse than those of two balloons. */
const PAIRED = 1;

/** Places all texts of a panel, in their order. */
export function placeTexts(texts: readonly TextToPlace[], room: Room): PlacedText[] {
  if (texts.length === 0) return [];
  const isPair = texts.some(({ joined }) => joined === "line");
  const parted = texts.map((text) => (text.joined === "line" ? { ...text, joined: undefined } : text));
  for (const stage of STAGES) {
    const found = search(texts, room, stage);
    const apart = isPair ? search(parted, room, stage) : null;
    const isForced = found !== null && apart !== null && found.cost > apart.cost + PAIRED;
    const best = isForced ? apart : (found ?? apart);
    if (best !== null) return [...best.chosen];
  }
  // More text than the paper holds at 10 pt: shrink each until it fits, one below the other where that is possible.
  return texts.map((text, i) => squeezed(text, room, (i + 0.5) / texts.length));
}

export function silhouetteOf(body: Body, middle: Point): Silhouette {
  return { ...middle, rx: body.outerX, ry: body.outerY, exponent: silhouetteExponent(body) };
}

function search(texts: readonly TextToPlace[], room: Room, stage: Stage): Beam | null {
  const share = { suits: room.cover, half: 0.5, all: Infinity }[stage.cover];
  const most = areaOf(room.corners) * share;
  let beams: Beam[] = [{ cost: 0, area: 0, chosen: [] }];
  for (const [i, text] of texts.entries()) {
    // Where the rules give way most, balloons that belong together may stand apart.
    const joined = text.joined !== undefined && stage.ordered;
    const order = { index: i, count: texts.length };
    const free = joined ? [] : candidatesFor(text, order, room, stage);
    const grown: Beam[] = [];
    for (const beam of beams) {
      const before = beam.chosen.at(-1);
      const candidates = joined && before ? beside(before, text, { order, room, stage }) : free;
      for (const c of candidates) {
        const between = costBetween(joined ? beam.chosen.slice(0, -1) : beam.chosen, c, room, stage);
        if (between === null) continue;
        const area = beam.area + paperOf(c.body);
        if (area > most) continue;
        grown.push({ cost: beam.cost + c.cost + between, area, chosen: [...beam.chosen, c] });
      }
    }
    if (grown.length === 0) return null;
    beams = grown.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  }
  return beams[0] ?? null;
}

/** How much paper a balloon takes, in square units: between an ellipse (π rx ry) and a rectangle (4 rx ry), within a hundredth. */
function paperOf(body: Body): number {
  return (4 - 0.86 * (2 / silhouetteExponent(body)) ** 1.6) * body.outerX * body.outerY;
}

/** For each way to set the text, the best place in each part of the panel. */
function candidatesFor(
  text: TextToPlace,
  order: { index: number; count: number },
  room: Room,
  stage: Stage,
): Candidate[] {
  const fontSize = Math.max(SMALLEST, text.fontSize * stage.shrink);
  const sides = stage.inPanel ? sidesOf(room.corners) : boxSides(PAPER.safe);
  const panel = stage.inPanel ? boundingBox(room.corners) : PAPER.safe;
  const found: Candidate[] = [];
  for (const { block, body, bounds } of bodiesFor(text, { fontSize, sides, stage })) {
    const halfX = stage.frameMargin === null ? (block.width * fontSize) / 2 + 6 : body.outerX;
    const halfY = stage.frameMargin === null ? (block.height * fontSize) / 2 + 6 : body.outerY;
    const cells = new Map<number, Candidate>();
    for (const y of positions(panel.y + halfY, panel.y + panel.height - halfY, 26, stage.frameMargin ?? 0)) {
      for (const x of positions(panel.x + halfX, panel.x + panel.width - halfX, 26, stage.frameMargin ?? 0)) {
        const middle = { x, y };
        if (!isInside(middle, bounds)) continue;
        const silhouette = silhouetteOf(body, middle);
        const place = placeCost(silhouette, text, order, { room, stage, panel });
        if (place === null) continue;
        const cost = place + block.cost;
        const cell =
          Math.floor(((x - panel.x) / panel.width) * 6) * 8 + Math.floor(((y - panel.y) / panel.height) * 5);
        if (cost < (cells.get(cell)?.cost ?? Infinity))
          cells.set(cell, { block, body, middle, mouth: text.mouth, silhouette, cost });
      }
    }
    found.push(...cells.values());
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, 120);
}

/** How deep joined balloons lie in each other, as a share of their distance, and the ways from one to the next. */
const JOINED = 0.94;
const WAYS = [0, 0.16, 0.3, 0.42, 0.5, -0.08].map((turn) => turn * Math.PI);

/** Places next to the balloon that a text goes on from: onwards in the direction of reading, or down. */
function beside(
  before: Candidate,
  text: TextToPlace,
  { order, room, stage }: { order: { index: number; count: number }; room: Room; stage: Stage },
): Candidate[] {
  const fontSize = before.body.fontSize;
  const sides = stage.inPanel ? sidesOf(room.corners) : boxSides(PAPER.safe);
  const panel = stage.inPanel ? boundingBox(room.corners) : PAPER.safe;
  const found: Candidate[] = [];
  for (const { block, body, bounds } of bodiesFor(text, { fontSize, sides, stage })) {
    for (const turn of WAYS) {
      const way = { x: Math.cos(turn) * (room.direction === "rtl" ? -1 : 1), y: Math.sin(turn) };
      const reached = 1 / reach(way, before.body.rx, before.body.ry, before.body.exponent);
      const far = (reached + 1 / reach(way, body.rx, body.ry, body.exponent)) * JOINED;
      const middle = { x: before.middle.x + way.x * far, y: before.middle.y + way.y * far };
      if (!isInside(middle, bounds)) continue;
      const silhouette = silhouetteOf(body, middle);
      const place = placeCost(silhouette, text, order, { room, stage, panel });
      if (place === null) continue;
      found.push({ block, body, middle, mouth: text.mouth, silhouette, cost: place + block.cost });
    }
  }
  return found;
}

/** The balloons that a text may have at a size, each with where its middle may be. */
function bodiesFor(
  text: TextToPlace,
  { fontSize, sides, stage }: { fontSize: number; sides: readonly Side[]; stage: Stage },
): { block: SetBlock; body: Body; bounds: Side[] }[] {
  // Broken words are for when nothing else is left.
  const dearest = (text.blocks[0]?.cost ?? 0) + stage.breaks;
  const able = withinLimits(text, stage).filter(({ cost }) => cost <= dearest);
  return able.map((block) => {
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
}

/** A column of more than ten letters is taken only where words may cover all of a panel, or where there is no other way. */
function withinLimits({ blocks }: TextToPlace, { cover }: Stage): readonly SetBlock[] {
  const kept = cover === "all" ? [] : blocks.filter(({ tooLong }) => !tooLong);
  return kept.length > 0 ? kept : blocks;
}

const SAFE: readonly Side[] = boxSides(PAPER.safe);

/** What a place costs on its own; null where a rule of this stage forbids it. */
function placeCost(
  s: Silhouette,
  text: TextToPlace,
  order: { index: number; count: number },
  { room, stage, panel }: { room: Room; stage: Stage; panel: Box },
): number | null {
  let cost = 0;
  for (const face of room.faces) {
    if (stage.faceMargin !== null) {
      if (touchesBox(s, face, stage.faceMargin)) return null;
    } else if (touchesBox(s, face, 4)) cost += 8 + 30 * shareCovered(s, face);
  }
  // A caption has no mouth to be near: it can always make way for a hand or whatever the picture is about.
  const keeping = text.form === "caption" ? 9 : 4.5;
  for (const box of room.keep) cost += keeping * shareCovered(s, box);
  for (const other of room.taken) {
    if (!touch(s, other, GAP)) continue;
    if (stage.cover === "suits") return null;
    cost += 40;
  }
  const freeY = Math.max(1, panel.height - s.ry * 2);
  const freeX = Math.max(1, panel.width - s.rx * 2);
  const down = (s.y - s.ry - panel.y) / freeY;
  const across = (s.x - s.rx - panel.x) / freeX;
  const below = panel.y + panel.height - s.y - s.ry;
  const isOnEdge = below < SMALLEST * 1.2;
  // Letters become smaller before words hang on the lower edge, but for those that fill the panel's height.
  if (isOnEdge && stage.cover === "suits" && s.y - s.ry > panel.y + panel.height * 0.3) return null;
  cost += (text.form === "caption" ? 2.4 : 1.5) * down + (isOnEdge ? 1.2 : 0);
  // In the order of reading, from the side where it begins.
  const start = room.direction === "rtl" ? 1 - across : across;
  const wish = order.count === 1 ? 0 : order.index / (order.count - 1);
  cost += (order.count === 1 ? 0.35 : 0.9) * Math.abs(start - wish);
  // Corners and sides leave the middle to the picture.
  cost += 0.65 * Math.min(across, 1 - across) * 2 * (text.form === "caption" ? 3 : 1);
  if (text.mouth !== null) {
    const away = Math.hypot(text.mouth.x - s.x, text.mouth.y - s.y);
    const way = { x: text.mouth.x - s.x, y: text.mouth.y - s.y };
    const edge = away / Math.max(1e-6, reach(way, s.rx, s.ry, s.exponent));
    cost += 0.22 * Math.max(0, (away - edge) / SMALLEST - 2.5);
    for (const face of room.faces) {
      if (containsPoint(face, text.mouth)) {
        // The tail wants some room; a thought's bubbles want more.
        if (touchesBox(s, face, text.form === "thought" ? 76 : 30)) cost += 0.6;
        continue;
      }
      if (entersBox(s, text.mouth, face) !== null) cost += 3.2;
      // Next to somebody else's face it would look like their line.
      const other = Math.hypot(face.x + face.width / 2 - s.x, face.y + face.height / 2 - s.y);
      if (other < away) cost += Math.min(2.4, (away - other) / 90);
    }
  }
  return cost;
}

/** What a place costs beside those already chosen; null where they touch or may not be read in this order. */
function costBetween(before: readonly Candidate[], next: Candidate, room: Room, stage: Stage): number | null {
  let cost = 0;
  for (const [i, earlier] of before.entries()) {
    if (touch(earlier.silhouette, next.silhouette, GAP)) return null;
    const nearest = i === before.length - 1 ? 1 : 0.6;
    if (!readsBefore(earlier.silhouette, next.silhouette, room.direction)) {
      if (stage.ordered) return null;
      cost += 20 * nearest;
    }
    if (tailsCross(earlier, next)) cost += 4;
  }
  return cost;
}

/** Evenly spread positions that begin and end at the margins; none where there is no room. */
function positions(from: number, to: number, step: number, margin: number): number[] {
  const low = from + margin;
  const high = to - margin;
  if (low > high) return low - high < 1 ? [(low + high) / 2] : [];
  const count = Math.min(18, Math.max(1, Math.ceil((high - low) / step)));
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
}
