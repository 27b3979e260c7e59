// The search that places a panel's words: high, in reading order, near their speakers, never over a face,
// off key art where that is possible, inside the panel. Sizes shrink and rules give way in a fixed order; words never do.
import type { Face, Keep } from "../../manga/artwork.ts";
import { type Box, boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import type { Direction } from "../../manga/language.ts";
import { type BalloonForm, type Body, fitBody, reach, silhouetteExponent } from "./balloon-body.ts";
import { besideFrame, captionCorners } from "./caption-box.ts";
import { lettersApart } from "./letters-apart.ts";
import { costBetween, keepCost, placeCost } from "./place-cost.ts";
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
import { squeezed } from "./squeeze.ts";
import { SMALLEST, STAGES, type Stage } from "./stages.ts";
import { handsOf, tailTowards } from "./tail.ts";
import { type TailWays, tailWays } from "./tail-ways.ts";

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

interface Beam {
  cost: number;
  area: number;
  chosen: readonly Candidate[];
}

/** All texts of a panel, placed. */
interface Arrangement {
  chosen: readonly Candidate[];
  cost: number;
  /** How much of the cost is for what smaller letters might mend: art that is covered, and tails for which there is no room. */
  faults: number;
}

/** What it costs that a speaker's line has no tail. */
const NO_TAIL = 4.5;

/** The best of a search's arrangements, their tails being counted too; `more` is added to what it costs. */
function bestOf(texts: readonly TextToPlace[], room: Room, stage: Stage, more = 0): Arrangement | null {
  let best: Arrangement | null = null;
  const around = { sides: sidesOf(room.corners), faces: room.faces, hands: handsOf(room.keep) };
  const ways = new Map<Candidate, TailWays>();
  const waysOf = (face: Face, place: Candidate): TailWays => {
    const known = ways.get(place) ?? tailWays(face, place, around);
    ways.set(place, known);
    return known;
  };
  for (const { chosen, cost } of search(texts, room, stage)) {
    if (best !== null && best.cost <= cost + more) break;
    const { tails, words } = tailsCost(chosen, texts, { taken: room.taken, waysOf });
    const all = cost + more + tails + words;
    if (best !== null && best.cost <= all) continue;
    const covered = chosen.map(({ silhouette, body }) => keepCost(silhouette, body, room.keep));
    best = { chosen, cost: all, faults: covered.reduce((sum, one) => sum + one, tails) };
  }
  return best;
}

/** What the tails of an arrangement cost, by how far they are from straight and short, and for those that point at other words. */
function tailsCost(
  chosen: readonly Candidate[],
  texts: readonly TextToPlace[],
  { taken, waysOf }: Pick<Room, "taken"> & { waysOf: (face: Face, place: Candidate) => TailWays },
): { tails: number; words: number } {
  const costs = chosen.map((place, i) => {
    const face = texts[i]?.face;
    if (!face) return { cost: 0, words: 0 };
    const others = [...taken, ...chosen.flatMap(({ silhouette }, j) => (j === i ? [] : [silhouette]))];
    const found = tailTowards(face, place, { others, tails: [] }, waysOf(face, place));
    return found ?? { cost: NO_TAIL, words: 0 };
  });
  // Balloons that are grown together need one.
  const sum = { tails: 0, words: 0 };
  for (const [i, own] of costs.entries()) {
    if (texts[i]?.joined !== undefined) continue;
    const joined = texts.slice(i + 1).findIndex((text) => text.joined === undefined);
    const group = [own, ...costs.slice(i + 1, joined < 0 ? undefined : i + 1 + joined)];
    const best = group.reduce((a, b) => (b.cost + b.words < a.cost + a.words ? b : a));
    sum.tails += best.cost;
    sum.words += best.words;
  }
  return sum;
}

const BEAM = 16;
/** By how much places of two lines in one balloon pair may be worse than those of two balloons. */
const PAIRED = 0.8;

/** Places all texts of a panel, in their order. */
export function placeTexts(texts: readonly TextToPlace[], room: Room): PlacedText[] {
  if (texts.length === 0) return [];
  const isPair = texts.some(({ joined }) => joined === "line");
  const parted = texts.map((text) => (text.joined === "line" ? { ...text, joined: undefined } : text));
  let best: Arrangement | null = null;
  for (const stage of STAGES) {
    // Smaller letters are looked for only where they could mend something, or where nothing else was found.
    if (best !== null && best.faults <= stage.tax * texts.length) continue;
    const ways = [bestOf(texts, room, stage), ...(isPair ? [bestOf(parted, room, stage, PAIRED)] : [])];
    for (const way of ways) {
      if (way === null) continue;
      const cost: number = way.cost + (best === null ? 0 : stage.tax * texts.length);
      if (best === null || cost < best.cost) best = { ...way, cost };
    }
  }
  if (best !== null) return [...best.chosen];
  // More text than the paper holds at 10 pt: shrink each until it fits, one below the other where that is possible.
  return texts.map((text, i) => squeezed(text, room, (i + 0.5) / texts.length));
}

/** The cheapest arrangements first; none where the stage has no room. */
function search(texts: readonly TextToPlace[], room: Room, stage: Stage): readonly Beam[] {
  const share = { suits: room.cover, half: 0.5, all: Infinity }[stage.cover];
  const most = areaOf(room.corners) * share;
  let beams: Beam[] = [{ cost: 0, area: 0, chosen: [] }];
  for (const [i, text] of texts.entries()) {
    // Where the rules give way most, balloons that belong together may stand apart.
    const joined = text.joined !== undefined && stage.ordered;
    const order = { index: i, count: texts.length };
    const free = joined ? [] : candidatesFor(text, order, room, stage);
    const grow = (beam: Beam): Beam[] => {
      const before = beam.chosen.at(-1);
      const candidates = joined && before ? beside(before, text, { order, room, stage }) : free;
      return candidates.flatMap((c) => {
        const between = costBetween(joined ? beam.chosen.slice(0, -1) : beam.chosen, c, room, stage);
        const area = beam.area + c.paper;
        if (between === null || area > most) return [];
        return [{ cost: beam.cost + c.cost + between, area, chosen: [...beam.chosen, c] }];
      });
    };
    const grown = beams.slice(0, BEAM).flatMap(grow);
    // The best places for some words may leave none for the next.
    if (grown.length === 0) grown.push(...beams.slice(BEAM).flatMap(grow));
    beams = grown.sort((a, b) => a.cost - b.cost);
  }
  return beams.slice(0, BEAM);
}

/** How much paper a balloon takes, in square units: between an ellipse (π rx ry) and a rectangle (4 rx ry), within a hundredth. */
function paperOf({ body, middle }: PlacedText, frame: readonly Side[]): number {
  if (body.form === "caption") return areaOf(captionCorners(body, middle, frame));
  return (4 - 0.86 * (2 / silhouetteExponent(body)) ** 1.6) * body.outerX * body.outerY;
}

/** For each way to set the text, the best place in each part of the panel. */
function candidatesFor(text: TextToPlace, order: Order, room: Room, stage: Stage): Candidate[] {
  const fontSize = Math.max(SMALLEST, text.fontSize * stage.shrink);
  const sides = stage.inPanel ? sidesOf(room.corners) : boxSides(PAPER.safe);
  const panel = placesOf(room, stage);
  const isBoxed = text.form === "caption" && stage.frameMargin !== null;
  const found: Omit<Candidate, "paper">[] = [];
  for (const { block, body, bounds } of bodiesFor(text, { fontSize, sides, stage })) {
    const halfX = stage.frameMargin === null ? (block.width * fontSize) / 2 + 6 : body.outerX;
    const halfY = stage.frameMargin === null ? (block.height * fontSize) / 2 + 6 : body.outerY;
    const cells = new Map<number, Omit<Candidate, "paper">>();
    for (const y of positions(panel.y + halfY, panel.y + panel.height - halfY, 26, stage.frameMargin ?? 0)) {
      for (const x of positions(panel.x + halfX, panel.x + panel.width - halfX, 26, stage.frameMargin ?? 0)) {
        if (!isInside({ x, y }, bounds)) continue;
        const middle = isBoxed ? besideFrame({ x, y }, bounds) : { x, y };
        const silhouette = silhouetteOf(body, middle);
        const place = placeCost(silhouette, text, order, { room, stage, panel });
        if (place === null) continue;
        const cost = place + block.cost;
        const cell =
          Math.floor(((x - panel.x) / panel.width) * 6) * 8 + Math.floor(((y - panel.y) / panel.height) * 5);
        if (cost < (cells.get(cell)?.cost ?? Infinity))
          cells.set(cell, { block, body, middle, mouth: text.face?.mouth ?? null, silhouette, cost });
      }
    }
    found.push(...cells.values());
  }
  const frame = frameOf(room);
  return found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 120)
    .map((place) => ({ ...place, paper: paperOf(place, frame) }));
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
function beside(
  before: Candidate,
  text: TextToPlace,
  { order, room, stage }: { order: Order; room: Room; stage: Stage },
): Candidate[] {
  const fontSize = before.body.fontSize;
  const sides = stage.inPanel ? sidesOf(room.corners) : boxSides(PAPER.safe);
  const panel = placesOf(room, stage);
  const found: Candidate[] = [];
  for (const { block, body, bounds } of bodiesFor(text, { fontSize, sides, stage })) {
    for (const turn of WAYS) {
      const way = { x: Math.cos(turn) * (room.direction === "rtl" ? -1 : 1), y: Math.sin(turn) };
      const reached = 1 / reach(way, before.body.rx, before.body.ry, before.body.exponent);
      const far = (reached + 1 / reach(way, body.rx, body.ry, body.exponent)) * JOINED;
      const middle = { x: before.middle.x + way.x * far, y: before.middle.y + way.y * far };
      if (!isInside(middle, bounds)) continue;
      const letters = { block: before.block, middle: before.middle, fontSize };
      if (!lettersApart(letters, { block, middle, fontSize })) continue;
      const silhouette = silhouetteOf(body, middle);
      const place = placeCost(silhouette, text, order, { room, stage, panel });
      if (place === null) continue;
      const cost = place + block.cost;
      const paper = paperOf({ block, body, middle }, []);
      found.push({ block, body, middle, mouth: text.face?.mouth ?? null, silhouette, cost, paper });
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

const SAFE: readonly Side[] = boxSides(PAPER.safe);

/** A column of more than ten letters is taken only where words may cover all of a panel, or where there is no other way. */
function withinLimits({ blocks }: TextToPlace, { cover }: Stage): readonly SetBlock[] {
  const kept = cover === "all" ? [] : blocks.filter(({ tooLong }) => !tooLong);
  return kept.length > 0 ? kept : blocks;
}

/** Evenly spread positions that begin and end at the margins; none where there is no room. */
function positions(from: number, to: number, step: number, margin: number): number[] {
  const low = from + margin;
  const high = to - margin;
  if (low > high) return low - high < 1 ? [(low + high) / 2] : [];
  const count = Math.min(18, Math.max(1, Math.ceil((high - low) / step)));
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
}
