// The tails that a balloon may have: where they leave it, how long and how bent they are, so that they stay in the panel, off every face
// and off their own balloon. `tail.ts` chooses one of them.

import { type BalloonForm, type Body, isWithinReach, reach } from "./balloon-body.ts";
import type { PlacedText } from "./candidates.ts";
import type { Box, Point } from "./geometry.ts";
import { alongTail, controlOf, onCurve, type Tail } from "./ink-line.ts";
import type { Face } from "./page.ts";
import { type SearchBudget, take } from "./search-budget.ts";
import { containsPoint, entersBox, grown, type Side, type Silhouette } from "./silhouette.ts";

export interface TailRoom {
  sides: readonly Side[];
  /** All faces in the panel, the speaker's included. */
  faces: readonly Face[];
  /** Hands and things, before which a tail should end. */
  hands: readonly Box[];
  others: readonly Silhouette[];
  /** The paths of the panel's other tails. */
  tails: readonly (readonly Point[])[];
  budget: SearchBudget;
}

/** Distance between a tail's tip and the face, in units. */
const TIP_DISTANCE = 12;
const ASIDE = (24 * Math.PI) / 180;

/** Directions in which a tail may leave its balloon, as turns from the direction of the mouth, in radians. */
export const TURNS = [0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85];
/** Sideways displacement of a tail's middle, as shares of its length, in addition to its sag. */
export const SWINGS = [0, 0.28, -0.28, 0.55, -0.55];
/** Costs per em: shorter than wanted (`short`), shorter than `CLEAR` (`stub`), longer than `LONG` (`long`). */
const COST = { short: 0.25, stub: 1.5, long: 0.15 };
/** Length in ems from which a tail is noticed at a glance. */
const CLEAR = 1.1;
/** Length in ems up to which a tail costs nothing; `LONGEST`: the length that is wanted at most where the speaker is far away. */
const LONG = 3.2;
const LONGEST = 9;

/**
 * A rule for a tail's tip. `distance`: distance from the face in units, or below 0 as a share of the face's size into it. `least`: the
 * shortest length, as a share of the usual least. `whole`: it must go all the way to the face. The usual rule comes first.
 */
interface TipRule {
  distance: number;
  least: number;
  whole: boolean;
  cost: number;
}
export const TIP_RULES: readonly TipRule[] = [
  { distance: TIP_DISTANCE, least: 1, whole: false, cost: 0 },
  { distance: 2, least: 0.8, whole: false, cost: 0.4 },
  { distance: TIP_DISTANCE, least: 1, whole: true, cost: 0.8 },
  // The corners of a face's box are not part of the face.
  { distance: -0.045, least: 0.8, whole: true, cost: 1.2 },
  // Close above a large head: a tip on the brow is better than no tail.
  { distance: -0.2, least: 0.8, whole: true, cost: 2.2 },
  { distance: -0.045, least: 0.4, whole: true, cost: 2.4 },
];

/** A tail that stays in its panel, off every face and its own balloon, and nearest to its own speaker. */
export interface ValidTail {
  tail: Tail;
  /** Cost of its missing length alone; it grows from one tail to the next. */
  short: number;
  /** `short` with the cost of excess length. */
  cost: number;
  /** Hands and things before which it should end. */
  hands: readonly Box[];
}

/** One combination of parameters: indices in `TIP_RULES`, `SWINGS` and `TURNS`. */
interface TailTry {
  tipRule: number;
  swing: number;
  turn: number;
}

/** The valid tails of one combination, the longest first, each computed when it is first asked for. */
export interface ValidTails {
  /** Undefined after the last one, and where the budget is spent. */
  at(index: number): ValidTail | undefined;
}

/** The valid tails of one balloon towards one face, regardless of the panel's other words. */
export interface TailWays {
  along(one: TailTry): ValidTails;
  /** Half of a tail's width at each step of its path, in units. */
  halves: readonly number[];
  /** A box around all these tails, with their width and the room that they keep free, and around the ways from their tips to the mouth. */
  around: Box;
}

/** The start of all tails with one turn. */
interface Start {
  root: Point;
  /** The root in page coordinates. */
  from: Point;
  /** Vector from the root to the mouth; `distance` is its length. */
  way: Point;
  distance: number;
  least: number;
  hands: readonly Box[];
}

/** Distance that tails keep from other words, in units. */
export const WORDS_APART = 6;

/** Results are cached: the search asks for the same balloon beside many others. */
export function tailWays(face: Face, place: PlacedText, room: Omit<TailRoom, "others" | "tails">): TailWays {
  const { body, middle } = place;
  const mouth = { x: face.mouth.x - middle.x, y: face.mouth.y - middle.y };
  const halves = halvesOf(body);
  const starts = TURNS.map((): Start | null | undefined => undefined);
  const startOf = (turn: number): Start | null => {
    const known = starts[turn] === undefined ? startAt(turn, { face, place, mouth, room }) : starts[turn];
    starts[turn] = known;
    return known;
  };
  const known = new Map<number, ValidTails>();
  return {
    halves,
    around: reachOfTails(body, { middle, mouth, half: Math.max(...halves) }),
    along({ tipRule, swing, turn }) {
      const key = (tipRule * SWINGS.length + swing) * TURNS.length + turn;
      const before = known.get(key);
      if (before !== undefined) return before;
      const [how, start] = [TIP_RULES[tipRule], startOf(turn)];
      const isBent = isBolt(body.form) && swing !== 0;
      const tails =
        how === undefined || start === null || isBent
          ? NO_TAILS
          : validTails({ face, place, mouth, halves, room }, { how, swing: SWINGS[swing] ?? 0, start });
      known.set(key, tails);
      return tails;
    },
  };
}

const NO_TAILS: ValidTails = { at: () => undefined };

/** A box around everything that a balloon's tails may reach: roots on it, tips before the mouth, middles that swing out. */
function reachOfTails(
  { rx, ry, fontSize }: Body,
  { middle, mouth, half }: { middle: Point; mouth: Point; half: number },
): Box {
  const longest = Math.hypot(Math.abs(mouth.x) + rx, Math.abs(mouth.y) + ry);
  const aside = longest * Math.max(...SWINGS) + fontSize * MOST_SAG + half + WORDS_APART;
  const [left, right] = [Math.min(-rx, mouth.x), Math.max(rx, mouth.x)];
  const [top, bottom] = [Math.min(-ry, mouth.y), Math.max(ry, mouth.y)];
  const box = { x: middle.x + left, y: middle.y + top, width: right - left, height: bottom - top };
  return grown(box, aside);
}

interface FromPlace {
  face: Face;
  place: PlacedText;
  /** Relative to the balloon's middle. */
  mouth: Point;
  room: Omit<TailRoom, "others" | "tails">;
}

/** Null where no tail can leave the balloon in that direction. */
function startAt(turn: number, { face, place: { body, middle }, mouth, room }: FromPlace): Start | null {
  if (Math.hypot(mouth.x, mouth.y) === 0) return null;
  const root = rootOf(body, turned(mouth, TURNS[turn] ?? 0));
  const way = { x: mouth.x - root.x, y: mouth.y - root.y };
  const distance = Math.hypot(way.x, way.y);
  if (distance === 0 || exitCosine(body, root, way) < 0.3) return null;
  const from = onPage(middle, root);
  // Without a hand at the mouth itself, and without areas under the balloon's root.
  const hands = room.hands.filter((box) => !containsPoint(box, face.mouth) && !containsPoint(box, from));
  return { root, from, way, distance, least: leastLength(body, root, way), hands };
}

function validTails(
  { face, place, mouth, halves, room }: FromPlace & { halves: readonly number[] },
  { how, swing, start }: { how: TipRule; swing: number; start: Start },
): ValidTails {
  const { body, middle } = place;
  const { form, fontSize: em } = body;
  const { root, from, way, distance, hands } = start;
  const { width, height } = face.box;
  const off = how.distance < 0 ? how.distance * Math.min(width, height) : how.distance;
  const stop = (entersBox(from, face.mouth, grown(face.box, off)) ?? 1) * distance;
  const least = start.least * how.least;
  // A tail only has to point at its speaker, but from far away it must cover most of the distance, or its target is unclear.
  const usual = Math.max(em * (form === "thought" ? 3.4 : 3.1), Math.min(stop * 0.75, em * LONGEST));
  const wished = how.whole ? stop : Math.min(stop, usual);
  const around = { face, off, halves };
  let far = wished;
  const next = (): ValidTail | undefined => {
    for (; far >= least && take(room.budget, 1); far -= em * 0.12) {
      const tip = { x: root.x + (way.x / distance) * far, y: root.y + (way.y / distance) * far };
      if (isAside(tip, mouth) || isSomebodyElses(middle.x + tip.x, middle.y + tip.y, face, room.faces))
        continue;
      const tail: Tail = { root, tip, bend: isBolt(form) ? 0 : sagOf(way, far, em) + swing * far };
      if (!isValid(tail, place, around, room)) continue;
      const short = ((wished - far) / em) * COST.short + Math.max(0, CLEAR - far / em) * COST.stub;
      const cost = short + Math.max(0, far / em - LONG) * COST.long;
      far -= em * 0.12;
      return { tail, short, cost, hands };
    }
    return undefined;
  };
  const seen: ValidTail[] = [];
  return {
    at(index) {
      for (let i = seen.length; i <= index; i++) {
        const tail = next();
        if (tail === undefined) return undefined;
        seen.push(tail);
      }
      return seen[index];
    },
  };
}

/** Whether a tip is so much nearer to another mouth that the line would seem to be that person's. */
function isSomebodyElses(x: number, y: number, face: Face, faces: readonly Face[]): boolean {
  const own = Math.hypot(face.mouth.x - x, face.mouth.y - y);
  for (const other of faces) {
    if (other !== face && Math.hypot(other.mouth.x - x, other.mouth.y - y) < own * 0.6) return true;
  }
  return false;
}

/** Distance that a tail keeps from a panel's sides, in units. */
const SIDE_DISTANCE = 3;

/**
 * Whether a tail stays in the panel, off all faces and its own balloon. No check of a page runs more often and most tails fail it, so it
 * works point by point and allocates nothing.
 */
function isValid(
  tail: Tail,
  { body, middle }: Pick<PlacedText, "body" | "middle">,
  { face, off, halves }: { face: Face; off: number; halves: readonly number[] },
  { sides, faces }: Pick<TailRoom, "sides" | "faces">,
): boolean {
  const { root, tip } = tail;
  const control = controlOf(tail);
  // The tip is tested first, because it fails most often.
  for (let i = STEPS; i >= 0; i--) {
    const x = onCurve(root.x, control.x, tip.x, i / STEPS);
    const y = onCurve(root.y, control.y, tip.y, i / STEPS);
    if (i > 2 && isWithinReach(x, y, body)) return false;
    const half = halves[i] ?? 0;
    const px = middle.x + x;
    const py = middle.y + y;
    for (const one of faces) {
      const margin = (one === face ? Math.min(0, off - 1) : 1) + half;
      const { box } = one;
      const isBeside = px < box.x - margin || px > box.x + box.width + margin;
      if (!isBeside && py >= box.y - margin && py <= box.y + box.height + margin) return false;
    }
    if (i <= 3) continue;
    for (const { nx, ny, d } of sides) if (nx * px + ny * py - d < SIDE_DISTANCE) return false;
  }
  return true;
}

/** Half of a tail's width in ems, from its root (share 0) to its tip (1): spikes have wide feet; bolts and bubbles stay wide to the end. */
const HALF_WIDTHS: Partial<Record<BalloonForm, (share: number) => number>> = {
  shout: (share) => 0.9 * (1 - share),
  cry: (share) => 0.9 * (1 - share),
  machine: (share) => 0.45 * Math.min(1, 2.6 * (1 - share)),
  phone: (share) => 0.45 * Math.min(1, 2.6 * (1 - share)),
  thought: (share) => 0.4 - 0.24 * share,
};

/** Half of a tail's width in units, at each step of its path. The root lies on the balloon, so the first steps have none. */
function halvesOf({ form, fontSize }: Body): number[] {
  const halfAt = HALF_WIDTHS[form] ?? ((share: number) => 0.4 * (1 - share));
  return Array.from({ length: STEPS + 1 }, (_, step) => (step < 2 ? 0 : fontSize * halfAt(step / STEPS)));
}

/** Whether a tip is so far beside the line to a mouth, seen from the middle of the words, that it points elsewhere. */
function isAside(tip: Point, mouth: Point): boolean {
  const between = Math.atan2(tip.x * mouth.y - tip.y * mouth.x, tip.x * mouth.x + tip.y * mouth.y);
  return Math.abs(between) > ASIDE;
}

export const STEPS = 14;

/** The path of a balloon's tail on the page, from its root to its tip. */
export function wayOf(tail: Tail, middle: Point): Point[] {
  return alongTail(tail, STEPS).map((p) => onPage(middle, p));
}

/** The point of the balloon's outline in a direction from its middle. */
export function rootOf({ rx, ry, exponent }: Body, way: Point): Point {
  const far = reach(way, rx, ry, exponent);
  return { x: way.x / far, y: way.y / far };
}

/** Cosine between a direction and the outline's normal at a root: 1 at a right angle to the outline, 0 along it. */
function exitCosine({ rx, ry }: Body, root: Point, way: Point): number {
  const out = { x: root.x / rx ** 2, y: root.y / ry ** 2 };
  return (out.x * way.x + out.y * way.y) / (Math.hypot(out.x, out.y) * Math.hypot(way.x, way.y));
}

/** Whether the tail is a small lightning bolt, which never bends. */
export const isBolt = (form: BalloonForm) => form === "machine" || form === "phone";

/** The least length of a tail in units. Among spikes it must be the longest. */
export function leastLength(
  { form, fontSize: em, outerX, outerY, exponent }: Body,
  root: Point,
  way: Point,
): number {
  if (form === "thought") return em * 1.2;
  if (form !== "shout" && form !== "cry") return em * 0.72;
  const distance = Math.hypot(way.x, way.y);
  let far = 0;
  const at = () => ({ x: root.x + (way.x / distance) * far, y: root.y + (way.y / distance) * far });
  while (reach(at(), outerX, outerY, exponent) < 1) far += em * 0.05;
  return far + em * 0.42;
}

/** The most sag of a tail's middle, in ems. */
const MOST_SAG = 0.32;

/** The sag of a tail in units: a sideways tail bends as if its weight pulled it down. */
export function sagOf(way: Point, length: number, em: number): number {
  const sideways = way.x / (Math.hypot(way.x, way.y) || 1);
  return -sideways * Math.min(length * 0.16, em * MOST_SAG);
}

function turned({ x, y }: Point, by: number): Point {
  return { x: x * Math.cos(by) - y * Math.sin(by), y: x * Math.sin(by) + y * Math.cos(by) };
}

export function onPage(middle: Point, { x, y }: Point): Point {
  return { x: middle.x + x, y: middle.y + y };
}
