// Places a panel's sounds over the art: as large as their loudness asks and the panel allows, off faces and balloons, off key art where
// possible, inside the panel; only the crash of an impact leaves its frame.
import { type Box, boundingBox, PAPER, type Point } from "./geometry.ts";
import { type SearchBudget, take } from "./search-budget.ts";
import {
  areaOf,
  boxSides,
  boxSilhouette,
  clearance,
  entersBox,
  grown,
  type Side,
  type Silhouette,
  shareCovered,
  sidesOf,
  touchesBox,
} from "./silhouette.ts";
import type { SoundShape } from "./sounds.ts";

export interface SoundRoom {
  corners: readonly Point[];
  faces: readonly Box[];
  keep: readonly Box[];
  balloons: readonly Silhouette[];
  tails: readonly { from: Point; to: Point }[];
  /** Boxes of the letters of sounds that are placed already. */
  sounds: readonly Box[];
  /** The sound may cross its panel's frame, and costs less where it does. */
  breaksFrame: boolean;
  /** Wanted height in the panel, 0 (top) to 1: several sounds share the panel's height. */
  down: number;
  budget: SearchBudget;
  /** Size of an em in units that a person chose. */
  size?: number | undefined;
}

export interface PlacedSound {
  shape: SoundShape;
  middle: Point;
  /** Size of an em in units. */
  size: number;
}

/** Size of an em by loudness 1 to 5, as a share of the square root of the panel's area. */
const LOUDNESS = [0.09, 0.118, 0.152, 0.19, 0.245] as const;
const SMALLEST = 36;
/** How far a sound that leaves its panel may reach out in ems (`most`), and must in units (`least`) to look deliberate. */
const BREAKOUT = { most: 0.2, least: 16 } as const;
const LARGEST = 340;
/** Cost of standing higher than the sound before it: about that of covering the action. */
const ABOVE_EARLIER = 0.6;
/** Wanted distance between a sound and words, in units. */
const WORDS_APART = 36;
/** Wanted distance between two sounds, in ems: end to end they would be read as one word. */
const SOUNDS_APART = 0.9;
/** Cost of covering a person or a thing with all letters: a sound reads better beside its source. */
const ON_ART = 0.9;

/**
 * Finds the best place. Where nothing is free, a sound covers art first, then faces, then balloons, but stays on the paper. If the budget
 * ends before any place is found, the sound stands small in the middle of its part of the panel.
 */
export function placeSound(shapes: readonly SoundShape[], loudness: number, room: SoundRoom): PlacedSound {
  const share = LOUDNESS[Math.min(5, Math.max(1, loudness)) - 1] ?? LOUDNESS[2];
  const fixed = room.size;
  const wish = Math.min(LARGEST, Math.max(SMALLEST, Math.sqrt(areaOf(room.corners)) * share));
  let best: (PlacedSound & { cost: number }) | null = null;
  for (const scale of fixed === undefined ? [1, 0.86, 0.74, 0.62, 0.52, 0.43, 0.35] : [1]) {
    const size = fixed ?? Math.max(SMALLEST * 0.8, wish * scale);
    const tax = (1 - scale) * 3.2;
    if (best !== null && best.cost <= tax) break;
    for (const shape of shapes) {
      const found = bestPlace(shape, size, room, true);
      if (found !== null && found.cost + tax + shape.cost < (best?.cost ?? Infinity)) {
        best = { shape, middle: found.middle, size, cost: found.cost + tax + shape.cost };
      }
    }
  }
  if (best !== null) return best;
  const sizes = [SMALLEST, SMALLEST * 0.7, SMALLEST * 0.5, SMALLEST * 0.3];
  for (const size of fixed === undefined ? sizes : [fixed]) {
    for (const shape of shapes) {
      const found = bestPlace(shape, size, room, false);
      if (found !== null && found.cost < (best?.cost ?? Infinity)) best = { shape, size, ...found };
    }
    if (best !== null) return best;
  }
  const [shape] = shapes;
  if (shape === undefined) throw new RangeError("a sound needs at least one shape");
  const { x, y, width, height } = boundingBox(room.corners);
  if (room.budget.limited)
    return { shape, middle: { x: x + width / 2, y: y + height * room.down }, size: fixed ?? SMALLEST };
  const size = fixed ?? Math.min(width / shape.box.width, height / shape.box.height) * 0.9;
  return { shape, middle: { x: x + width / 2, y: y + height / 2 }, size };
}

/** Positions tried in each direction. */
const GRID = 12;
const SAFE: readonly Side[] = boxSides(PAPER.safe);

function bestPlace(
  shape: SoundShape,
  size: number,
  room: SoundRoom,
  strict: boolean,
): { middle: Point; cost: number } | null {
  const panel = boundingBox(room.corners);
  const sides = sidesOf(room.corners);
  const halfX = (shape.box.width * size) / 2;
  const halfY = (shape.box.height * size) / 2;
  const margin = strict ? 5 + size * 0.085 : 1;
  const outmost = room.breaksFrame ? -BREAKOUT.most * size : margin;
  let best: { middle: Point; cost: number } | null = null;
  const freeX = panel.width - halfX * 2 - outmost * 2;
  const freeY = panel.height - halfY * 2 - outmost * 2;
  if (freeX < 0 || freeY < 0 || !take(room.budget, (GRID + 1) ** 2)) return null;
  for (let row = 0; row <= GRID; row++) {
    for (let column = 0; column <= GRID; column++) {
      const middle = {
        x: panel.x + outmost + halfX + (freeX * column) / GRID,
        y: panel.y + outmost + halfY + (freeY * row) / GRID,
      };
      const cost = costAt(shape, size, middle, { room, sides, panel, margin, strict });
      if (cost !== null && cost < (best?.cost ?? Infinity)) best = { middle, cost };
    }
  }
  return best;
}

interface PlaceContext {
  room: SoundRoom;
  sides: readonly Side[];
  panel: Box;
  margin: number;
  strict: boolean;
}

function costAt(shape: SoundShape, size: number, middle: Point, context: PlaceContext): number | null {
  const { room, sides, panel, margin, strict } = context;
  let cost = 0;
  let least = Infinity;
  for (const letter of shape.letters) {
    const box = {
      x: middle.x + letter.x * size,
      y: middle.y + letter.y * size,
      width: letter.width * size,
      height: letter.height * size,
    };
    const own = boxSilhouette(box);
    if (clearance(own, SAFE) < 0) return null;
    least = Math.min(least, clearance(own, sides));
    if (least < (room.breaksFrame ? -BREAKOUT.most * size : margin)) return null;
    for (const face of room.faces) {
      if (!overlap(box, grown(face, 6))) continue;
      if (strict) return null;
      cost += 6;
    }
    for (const balloon of room.balloons) {
      // Directly below words a sound would be read as one of them.
      if (touchesBox(balloon, box, WORDS_APART)) cost += 0.5 / shape.letters.length;
      if (!touchesBox(balloon, box, 7)) continue;
      if (strict) return null;
      cost += 20;
    }
    for (const tail of room.tails) {
      if (entersBox(tail.from, tail.to, grown(box, 8)) === null) continue;
      if (strict) return null;
      cost += 3;
    }
    if (room.sounds.some((other) => overlap(box, grown(other, size * SOUNDS_APART)))) {
      cost += 1 / shape.letters.length;
    }
    for (const other of room.sounds) {
      if (!overlap(box, grown(other, 6))) continue;
      if (strict) return null;
      cost += 12;
    }
    for (const box_ of room.keep) cost += (2.4 * shareCovered(own, box_)) / Math.sqrt(shape.letters.length);
    const hidden = Math.max(0, ...room.keep.map((box_) => shareCovered(boxSilhouette(box_), box)));
    cost += (ON_ART * hidden) / shape.letters.length;
  }
  if (least < margin) {
    if (least > -BREAKOUT.least) return null;
    cost -= 0.5;
  }
  // A later sound is read later, so it stands lower.
  const before = room.sounds.at(-1);
  if (before !== undefined && middle.y < before.y + before.height) cost += ABOVE_EARLIER;
  // Sounds are placed beside the action, not on it.
  const off = Math.abs(middle.x - panel.x - panel.width / 2) / (panel.width / 2);
  const low = (middle.y - panel.y) / panel.height;
  return cost + 0.7 * (1 - off) + 0.4 * Math.abs(low - room.down);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
