// What a place for a panel's words costs: how far down it is, on what it lies, how its tail would run, and what is beside it.
// All costs are in the same measure, about one for a place that somebody would wince at.
import type { Box, Point } from "../../manga/geometry.ts";
import { reach } from "./balloon-body.ts";
import type { Candidate, Order, Room, TextToPlace } from "./place.ts";
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

/** Distance between balloons, in units. */
const GAP = 9;
/** Room beside a hand that a tail keeps off, in units. */
const HAND_ROOM = 20;

/** What a place costs on its own; null where a rule of this stage forbids it. */
export function placeCost(
  s: Silhouette,
  text: TextToPlace,
  order: Order,
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
    if (crossesHand(s, text.mouth, room.keep)) cost += 1.8;
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
export function costBetween(
  before: readonly Candidate[],
  next: Candidate,
  room: Room,
  stage: Stage,
): number | null {
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

/** Whether the way to a mouth leads over a hand or a thing, which would then seem to speak. */
function crossesHand(s: Silhouette, mouth: Point, keep: readonly Box[]): boolean {
  return keep.some(
    (box) =>
      !containsPoint(box, mouth) &&
      !touchesBox(s, box, 0) &&
      entersBox(s, mouth, grown(box, HAND_ROOM)) !== null,
  );
}
