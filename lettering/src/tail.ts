// A balloon's tail: from the balloon towards the speaker's mouth, ending before the face. It leaves the balloon where its way is free, and
// bends around people in its way. Every speaker with a visible face gets a tail if there is room.

import { isWithinReach } from "./balloon-body.ts";
import type { PlacedText } from "./candidates.ts";
import { type Box, boundingBox, type Point } from "./geometry.ts";
import { controlOf, onCurve, type Tail } from "./ink-line.ts";
import type { Face, Keep, Panel, Word } from "./page.ts";
import { take } from "./search-budget.ts";
import { clearance, containsPoint, grown, type Silhouette, sidesOf, touchesBox } from "./silhouette.ts";
import {
  isBolt,
  leastLength,
  onPage,
  rootOf,
  STEPS,
  SWINGS,
  sagOf,
  type TailRoom,
  type TailWays,
  TIP_RULES,
  TURNS,
  tailWays,
  type ValidTail,
  WORDS_APART,
  wayOf,
} from "./tail-ways.ts";

/** The areas to keep clear that a tail may not cross: hands and things. A tail may lie on a body. */
export function handsOf(keep: readonly Keep[]): Keep[] {
  return keep.filter(({ weight = 1 }) => weight === 1);
}

/** Distance between a tail's tip and a hand in its way, in units. */
const HAND_DISTANCE = 16;
/** The least distance between two tails, in units. */
const TAILS_APART = 20;
/** Costs of a turn of one radian, of a swing of the tail's whole length, and of a hand under the tail or near it. */
const COST = { turn: 1.2, swing: 2.2, hand: 2.5, nearHand: 0.7 };
/** Cost of a tail that ends before other words, at which it then seems to point. */
const AT_WORDS = 3;

/** The tail of a placed balloon, relative to its middle; null without a target or without room. */
export function tailFor(
  word: Word,
  place: PlacedText,
  {
    panel,
    beyond,
    ...room
  }: Omit<TailRoom, "sides"> & { panel: Panel; beyond?: "left" | "right" | undefined },
): Tail | null {
  if (word.speaker === null) return null;
  const around = { ...room, sides: sidesOf(panel.frame.corners) };
  const face = room.faces.find((f) => f.character === word.speaker);
  if (face !== undefined) return tailTowards(face, place, room, tailWays(face, place, around))?.tail ?? null;
  if (beyond !== undefined) return offPanel(place, { panel, around }, beyond);
  return panel.figures.some((f) => f.character === word.speaker)
    ? towardsFigure(word, place, { panel, around })
    : offPanel(place, { panel, around });
}

interface FoundTail {
  tail: Tail;
  /** 0 for a short straight tail. */
  cost: number;
  /** Added cost where other words lie between its tip and the mouth. Another place avoids that, smaller letters rarely do. */
  words: number;
}

/** The cheapest tail that is off the panel's other words and tails; the cheapest so far where the budget is spent. */
export function tailTowards(
  face: Face,
  place: PlacedText,
  { others, tails, budget }: Pick<TailRoom, "others" | "tails" | "budget">,
  ways: TailWays,
): FoundTail | null {
  const { middle } = place;
  const near = others.filter((other) => touchesBox(other, ways.around, 0));
  for (const [tipRule, { cost: more }] of TIP_RULES.entries()) {
    let best: FoundTail | null = null;
    const isBeaten = (cost: number): boolean => best !== null && best.cost + best.words <= cost;
    for (const [swing, aside] of SWINGS.entries()) {
      for (const [turn, by] of TURNS.entries()) {
        const detour = COST.turn * Math.abs(by) + COST.swing * Math.abs(aside);
        if (isBeaten(detour)) continue;
        const valid = ways.along({ tipRule, swing, turn });
        for (let i = 0; ; i++) {
          const candidate = valid.at(i);
          if (candidate === undefined || isBeaten(detour + candidate.short)) break;
          if (isBeaten(detour + candidate.cost)) continue;
          if (!take(budget, 1)) return best && { ...best, cost: best.cost + more };
          if (!isFree(candidate.tail, middle, { others: near, tails, halves: ways.halves })) continue;
          const words = pointsAtWords(onPage(middle, candidate.tail.tip), face.mouth, near) ? AT_WORDS : 0;
          const cost = detour + candidate.cost + handCost(candidate, middle);
          if (!isBeaten(cost + words)) best = { tail: candidate.tail, cost, words };
        }
      }
    }
    if (best !== null) return { ...best, cost: best.cost + more };
  }
  return null;
}

/** Whether a tail is off the panel's other words and tails. The tip is tested first, because it fails most often. */
function isFree(
  tail: Tail,
  middle: Point,
  { others, tails, halves }: Pick<TailRoom, "others" | "tails"> & Pick<TailWays, "halves">,
): boolean {
  if (others.length === 0 && tails.length === 0) return true;
  const { root, tip } = tail;
  const control = controlOf(tail);
  for (let i = STEPS; i >= 0; i--) {
    const x = middle.x + onCurve(root.x, control.x, tip.x, i / STEPS);
    const y = middle.y + onCurve(root.y, control.y, tip.y, i / STEPS);
    const margin = WORDS_APART + (halves[i] ?? 0);
    for (const other of others) {
      if (Math.abs(x - other.x) >= other.rx + margin || Math.abs(y - other.y) >= other.ry + margin) continue;
      if (isIn(x, y, { other, margin })) return false;
    }
    for (const way of tails) if (isNearTail(x, y, way)) return false;
  }
  return true;
}

const isWithin = ({ x, y, width, height }: Box, margin: number, p: Point): boolean =>
  p.x >= x - margin && p.x <= x + width + margin && p.y >= y - margin && p.y <= y + height + margin;

const DOT = { rx: 1, ry: 1, exponent: 2 };

/** Called for each step of each tail, so it allocates no closure. */
function isNearTail(x: number, y: number, way: readonly Point[]): boolean {
  for (const point of way) if (Math.hypot(x - point.x, y - point.y) < TAILS_APART) return true;
  return false;
}

function isIn(x: number, y: number, { other: o, margin }: { other: Silhouette; margin: number }): boolean {
  const [rx, ry] = [o.rx + margin, o.ry + margin];
  return isWithinReach(x - o.x, y - o.y, { rx, ry, exponent: o.exponent });
}

/** Cost of a tail that crosses a hand, which would then seem to speak. */
function handCost({ tail, hands }: ValidTail, middle: Point): number {
  if (hands.length === 0) return 0;
  const path = wayOf(tail, middle);
  if (hands.some((box) => path.some((p) => containsPoint(box, p)))) return COST.hand;
  return hands.some((box) => path.some((p) => isWithin(box, HAND_DISTANCE, p))) ? COST.nearHand : 0;
}

/** Positions on the way from a tip to the mouth. */
const AHEAD = [0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.6, 0.7, 0.8];

/** Whether other words lie between a tip and the mouth. */
function pointsAtWords(tip: Point, mouth: Point, others: readonly Silhouette[]): boolean {
  return others.some((other) =>
    AHEAD.some((share) => {
      const x = tip.x + (mouth.x - tip.x) * share;
      const y = tip.y + (mouth.y - tip.y) * share;
      return isIn(x, y, { other, margin: 0 });
    }),
  );
}

function towardsFigure(
  word: Word,
  place: PlacedText,
  { panel, around }: { panel: Panel; around: TailRoom },
): Tail | null {
  const figure = panel.figures.find((f) => f.character === word.speaker);
  if (figure === undefined) return null;
  const box = boundingBox(panel.frame.corners);
  const head = { x: box.x + box.width * figure.side, y: box.y + box.height * 0.55 };
  const way = { x: head.x - place.middle.x, y: head.y - place.middle.y };
  return straight(place, way, { most: place.body.fontSize * 1.3, around });
}

/** The tail of a speaker out of sight: towards the nearer side of the panel. */
function offPanel(
  place: PlacedText,
  { panel, around }: { panel: Panel; around: TailRoom },
  beyond?: "left" | "right",
): Tail | null {
  const box = boundingBox(panel.frame.corners);
  const left = place.middle.x - place.body.outerX - box.x;
  const right = box.x + box.width - place.middle.x - place.body.outerX;
  const side = beyond ?? (left < right ? "left" : "right");
  const room = side === "left" ? left : right;
  const em = place.body.fontSize;
  if (place.body.form === "thought" || (room > em * 2.2 && beyond === undefined)) return null;
  const far = Math.max(em * 0.45, Math.min(em * 1.2, room));
  const way = { x: (side === "left" ? -1 : 1) * 1000, y: 350 };
  // The picture continues over the fold, so the tip may cross it.
  return straight(place, way, {
    most: far,
    around: beyond === undefined ? around : { ...around, sides: [] },
  });
}

/** Share of a usual tail's least length that is enough towards a speaker out of sight: there is no face to come near to. */
const BEYOND = 0.6;

/** The longest straight tail, up to `most` units, towards a point relative to the balloon's middle, that crosses nothing to keep clear. */
function straight(
  { body, middle }: PlacedText,
  way: Point,
  { most, around }: { most: number; around: TailRoom },
): Tail | null {
  const root = rootOf(body, way);
  const distance = Math.hypot(way.x, way.y);
  const free = distance - Math.hypot(root.x, root.y);
  const least = leastLength(body, root, way) * BEYOND;
  for (let far = Math.min(most, free); far >= least; far -= body.fontSize * 0.1) {
    const tip = { x: root.x + (way.x / distance) * far, y: root.y + (way.y / distance) * far };
    const tail = { root, tip, bend: isBolt(body.form) ? 0 : sagOf(way, far, body.fontSize) };
    const path = wayOf(tail, middle);
    const isFree =
      path.slice(-1).every((p) => clearance({ ...p, ...DOT }, around.sides) >= 2) &&
      !path.some(({ x, y }) => around.others.some((other) => isIn(x, y, { other, margin: WORDS_APART }))) &&
      !path.some((p) => around.faces.some((f) => containsPoint(grown(f.box, 1), p)));
    if (isFree) return tail;
  }
  return null;
}
