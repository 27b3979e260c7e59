// Cost of a place for a panel's words: its height in the panel, the things that it covers, the path of its tail, and its neighbours. All
// costs are on one scale, on which about 1 is a place that a reader would notice as bad.

import { type BalloonForm, reach } from "./balloon-body.ts";
import type { Candidate, Order, Room, StageSearch, TextToPlace } from "./candidates.ts";
import type { Box, Point } from "./geometry.ts";
import type { Keep } from "./page.ts";
import { readsBefore, tailsCross } from "./reading-order.ts";
import {
  containsPoint,
  entersBox,
  grown,
  type Silhouette,
  shareCovered,
  touch,
  touchesBox,
} from "./silhouette.ts";
import { SMALLEST, type Stage } from "./stages.ts";

/** Cost where other words lie between a balloon and its speaker's mouth. */
const WORDS_BETWEEN = 1.6;
/**
 * Cost of a caption that stands at no edge of its panel, where it could be taken for speech. `AT_EDGE`: the most distance from the panel's
 * box that still counts as its edge, which may be slanted, in units.
 */
const OFF_EDGE = 2.6;
const AT_EDGE = 60;
/** Cost of a wrong reading order, at stages that do not forbid it. */
const DISORDER = 20;
/** Room for a tail between a balloon and its speaker's face, in units: bubbles and long spikes need more. */
const TAIL_ROOM: Partial<Record<BalloonForm, number>> = { thought: 76, shout: 58, cry: 58 };
const USUAL_TAIL_ROOM = 32;
/** Distance between balloons, in units. */
const GAP = 9;
/** Distance that a tail should keep from a hand, in units. */
const HAND_ROOM = 20;

/** Tolerance for sums of costs: more than their rounding error. */
const ROUNDING = 1e-6;

/** Cost of a place on its own; null where a rule of this stage forbids it, or where it surely costs more than `most`. */
export function placeCost(
  s: Silhouette,
  text: TextToPlace,
  order: Order,
  { room, stage, hands, panel, most }: Omit<StageSearch, "budget" | "known"> & { panel: Box; most: number },
): number | null {
  const freeY = Math.max(1, panel.height - s.ry * 2);
  const freeX = Math.max(1, panel.width - s.rx * 2);
  const down = (s.y - s.ry - panel.y) / freeY;
  const across = (s.x - s.rx - panel.x) / freeX;
  const below = panel.y + panel.height - s.y - s.ry;
  // A caption may end a panel, so a lower corner is as good for it as an upper one.
  const isOnEdge = text.form !== "caption" && below < SMALLEST * 1.2;
  // Before a balloon may stand at the lower edge, its letters are made smaller, unless it fills the panel's height.
  if (isOnEdge && stage.cover === "suits" && s.y - s.ry > panel.y + panel.height * 0.3) return null;
  const downCost = (text.form === "caption" ? 2.4 : 1.5) * down + (isOnEdge ? 1.2 : 0);
  // Position in reading direction: 0 is the side where reading begins.
  const start = room.direction === "rtl" ? 1 - across : across;
  const wish = order.count === 1 ? 0 : order.index / (order.count - 1);
  const startCost = (order.count === 1 ? 0.35 : 0.9) * Math.abs(start - wish);
  // The picture needs the middle, so words stand at corners and sides.
  const sideCost = 0.65 * Math.min(across, 1 - across) * 2 * (text.form === "caption" ? 3 : 1);
  // Words whose speaker is on the facing page stand at the fold, because elsewhere they would seem to belong to a nearer person.
  const foldCost = text.beyond === undefined ? 0 : 6 * (text.beyond === "left" ? across : 1 - across);
  // All further costs are 0 or more.
  if (downCost + startCost + sideCost + foldCost - ROUNDING > most) return null;
  let cost = 0;
  for (const { box } of room.faces) {
    if (stage.faceMargin !== null) {
      if (touchesBox(s, box, stage.faceMargin)) return null;
    } else if (touchesBox(s, box, 4)) cost += 8 + 30 * shareCovered(s, box);
  }
  cost += keepCost(s, text, room.keep);
  for (const other of room.taken) {
    if (!touch(s, other, GAP)) continue;
    if (stage.cover === "suits") return null;
    cost += 40;
  }
  const { before, after } = text.standing ?? { before: [], after: [] };
  const isLate = before.some((other) => !readsBefore(other, s, room.direction));
  if (isLate || after.some((other) => !readsBefore(s, other, room.direction))) cost += DISORDER;
  cost += downCost;
  cost += startCost;
  cost += sideCost;
  if (text.form === "caption" && !room.unframed && fromEdge(s, panel) > AT_EDGE) cost += OFF_EDGE;
  cost += foldCost;
  if (text.face !== null) {
    const { mouth } = text.face;
    const away = Math.hypot(mouth.x - s.x, mouth.y - s.y);
    const way = { x: mouth.x - s.x, y: mouth.y - s.y };
    const edge = away / Math.max(1e-6, reach(way, s.rx, s.ry, s.exponent));
    cost += 0.22 * Math.max(0, (away - edge) / SMALLEST - 2.5);
    if (crossesHand(s, mouth, hands)) cost += 1.8;
    for (const face of room.faces) {
      const { x, y, width, height } = face.box;
      if (face === text.face) {
        if (touchesBox(s, face.box, TAIL_ROOM[text.form] ?? USUAL_TAIL_ROOM)) cost += 0.8;
        continue;
      }
      if (entersBox(s, mouth, face.box) !== null) cost += 3.2;
      // Next to another person's face the text would seem to be theirs.
      const other = Math.hypot(x + width / 2 - s.x, y + height / 2 - s.y);
      if (other < away) cost += Math.min(2.4, (away - other) / 90);
    }
  }
  return cost;
}

/** Distance from words to the nearest edge of their panel's box, in units. */
function fromEdge({ x, y, rx, ry }: Silhouette, { x: left, y: top, width, height }: Box): number {
  return Math.min(x - rx - left, left + width - x - rx, y - ry - top, top + height - y - ry);
}

/** The first part of an area counts most: up to this share of it. */
const FIRST_PART = 0.12;

/** Cost of covering hands, things and bodies. The first part of a thing that is covered costs most; of a body it costs little. */
export function keepCost(s: Silhouette, { form }: Pick<TextToPlace, "form">, keep: readonly Keep[]): number {
  // A caption needs no mouth near it, so it can always make way for the picture's subject.
  const keeping = form === "caption" ? 9 : 4.5;
  let cost = 0;
  for (const area of keep) {
    const share = shareCovered(s, area);
    if (share === 0) continue;
    const { weight = 1 } = area;
    cost += keeping * weight * (share + 4 * weight * Math.min(share, FIRST_PART));
  }
  return cost;
}

/** Cost of a place beside the places already chosen; null where balloons touch or the reading order forbids it. */
export function costBetween(
  before: readonly Candidate[],
  next: Candidate,
  room: Room,
  stage: Stage,
): number | null {
  let cost = 0;
  let later = before.length;
  for (const earlier of before) {
    later -= 1;
    if (touch(earlier.silhouette, next.silhouette, GAP)) return null;
    const nearest = later === 0 ? 1 : 0.6;
    if (!readsBefore(earlier.silhouette, next.silhouette, room.direction)) {
      if (stage.ordered) return null;
      cost += DISORDER * nearest;
    }
    if (tailsCross(earlier, next)) cost += 4;
    // One text's words lie between the other's words and their speaker.
    if (next.mouth !== null && entersBox(next.middle, next.mouth, boxOf(earlier.silhouette)) !== null)
      cost += WORDS_BETWEEN;
    if (earlier.mouth !== null && entersBox(earlier.middle, earlier.mouth, boxOf(next.silhouette)) !== null)
      cost += WORDS_BETWEEN;
  }
  return cost;
}

function boxOf({ x, y, rx, ry }: Silhouette): Box {
  return { x: x - rx, y: y - ry, width: rx * 2, height: ry * 2 };
}

/** Whether the way to a mouth crosses a hand or a thing, which would then seem to speak. */
function crossesHand(s: Silhouette, mouth: Point, hands: readonly Box[]): boolean {
  return hands.some(
    (box) =>
      !containsPoint(box, mouth) &&
      !touchesBox(s, box, 0) &&
      entersBox(s, mouth, grown(box, HAND_ROOM)) !== null,
  );
}
