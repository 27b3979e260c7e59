// A balloon's tail: from the balloon towards the speaker's mouth, ending at a distance from the face. It leaves the balloon
// where its way is free, and bends round whoever stands in it: nobody who is seen speaking is left without.
import type { Face, Keep } from "../../manga/artwork.ts";
import { type Box, boundingBox, type Point } from "../../manga/geometry.ts";
import type { Panel, Word } from "../../manga/storyboard.ts";
import { type BalloonForm, type Body, reach } from "./balloon-body.ts";
import { alongTail, controlOf, onCurve, type Tail } from "./ink-line.ts";
import type { PlacedText } from "./place.ts";
import {
  clearance,
  containsPoint,
  entersBox,
  grown,
  type Side,
  type Silhouette,
  sidesOf,
} from "./silhouette.ts";

/** What a tail ends before: it may well lie on a body. */
export function handsOf(keep: readonly Keep[]): Keep[] {
  return keep.filter(({ weight = 1 }) => weight === 1);
}

export interface TailRoom {
  sides: readonly Side[];
  /** Everybody's in the panel, the speaker's too. */
  faces: readonly Face[];
  /** Hands and things, which a tail ends before. */
  hands: readonly Box[];
  others: readonly Silhouette[];
  /** The ways of the panel's other tails. */
  tails: readonly (readonly Point[])[];
}

/** Distance between a tail's tip and the face, in units. */
const TIP_DISTANCE = 12;
/** The same between its tip and a hand that is in its way. */
const HAND_DISTANCE = 16;
/** The least distance between two tails. */
const TAILS_APART = 20;
const ASIDE = (24 * Math.PI) / 180;

/** Where on its balloon a tail may begin: turned from the way to the mouth by so much. */
const TURNS = [0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85];
/** How far its middle may swing out, as shares of its length, beside what a straight one hangs. */
const SWINGS = [0, 0.28, -0.28, 0.55, -0.55];
/** What a turn of a radian and a swing of the whole length cost, beside a hand in the way and an em of length that is missing. */
const COST = { turn: 1.2, swing: 2.2, hand: 2.5, nearHand: 0.7, short: 0.25, long: 0.15 };
/** What it costs that a tail ends before other words, which it then seems to point at. */
const AT_WORDS = 3;
/** Ems that a tail may have for nothing, and may have where nobody else stands nearer to its tip. */
const LONG = 3.2;
const LONGEST = 9;

/** How near to the face a tip may come (below 0: as a share of its size, into it), what length is enough, and how much of a long way it must go: the usual first. */
interface Manner {
  distance: number;
  least: number;
  whole: boolean;
  cost: number;
}
const MANNERS: readonly Manner[] = [
  { distance: TIP_DISTANCE, least: 1, whole: false, cost: 0 },
  { distance: 2, least: 0.6, whole: false, cost: 0.4 },
  { distance: TIP_DISTANCE, least: 1, whole: true, cost: 0.8 },
  // The edges of a face's box are not the face.
  { distance: -0.045, least: 0.5, whole: true, cost: 1.2 },
];

/** The tail of a placed balloon, relative to its middle; null where there is nobody to point at or no room for it. */
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
  return panel.picture.figures.some((f) => f.character === word.speaker)
    ? towardsFigure(word, place, { panel, around })
    : offPanel(place, { panel, around });
}

interface FoundTail {
  tail: Tail;
  /** 0 for a short straight one. */
  cost: number;
  /** Other words lie between its tip and the mouth, which costs more: another place mends that, smaller letters hardly. */
  words: number;
}

/** A tail that keeps to its panel, off every face and its own balloon, and that nobody takes for somebody else's. */
interface SoundTail {
  tail: Tail;
  /** What its missing length costs alone, which grows from one to the next. */
  short: number;
  /** The same with what its length costs. */
  cost: number;
  /** Those that it should end before. */
  hands: readonly Box[];
}

/** How a way is tried: places in `MANNERS`, `SWINGS` and `TURNS`. */
interface Try {
  manner: number;
  swing: number;
  turn: number;
}

/** The sound tails of one balloon towards one face, the longest of a try first, whatever else is said in the panel. */
export type TailWays = (one: Try) => Iterable<SoundTail>;

/** Each is looked for once, when it is first asked for: the search asks for the same balloon beside many others. */
export function tailWays(face: Face, place: PlacedText, room: Omit<TailRoom, "others" | "tails">): TailWays {
  const known = new Map<number, Iterable<SoundTail>>();
  return ({ manner, swing, turn }) => {
    const key = (manner * SWINGS.length + swing) * TURNS.length + turn;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = remembered(soundTails(face, place, room, { manner, swing, turn }));
    known.set(key, ways);
    return ways;
  };
}

/** Goes through a generator as often as is liked, and runs it once. */
function remembered<Item>(source: Generator<Item>): Iterable<Item> {
  const seen: Item[] = [];
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === seen.length) {
          const next = source.next();
          if (next.done) return;
          seen.push(next.value);
        }
        const item = seen[i];
        if (item !== undefined) yield item;
      }
    },
  };
}

/** The tail that costs least of those that may be drawn beside a panel's other words and tails. */
export function tailTowards(
  face: Face,
  place: PlacedText,
  { others, tails }: Pick<TailRoom, "others" | "tails">,
  ways: TailWays,
): FoundTail | null {
  const { body, middle } = place;
  const halves = halvesOf(body);
  /** Off the panel's other words and tails; the tip is most often where they are. */
  const isFree = ({ tail }: SoundTail): boolean => {
    const { root, tip } = tail;
    const control = controlOf(tail);
    for (let i = STEPS; i >= 0; i--) {
      const p = {
        x: middle.x + onCurve(root.x, control.x, tip.x, i / STEPS),
        y: middle.y + onCurve(root.y, control.y, tip.y, i / STEPS),
      };
      const half = halves[i] ?? 0;
      for (const other of others) if (isIn(p, other, 6 + half)) return false;
      for (const other of tails) if (other.some((q) => areNear(p, q))) return false;
    }
    return true;
  };
  for (const [manner, { cost: more }] of MANNERS.entries()) {
    let best: FoundTail | null = null;
    const isBeaten = (cost: number): boolean => best !== null && best.cost + best.words <= cost;
    for (const [swing, aside] of SWINGS.entries()) {
      for (const [turn, by] of TURNS.entries()) {
        const detour = COST.turn * Math.abs(by) + COST.swing * Math.abs(aside);
        if (isBeaten(detour)) continue;
        for (const sound of ways({ manner, swing, turn })) {
          if (isBeaten(detour + sound.short)) break;
          if (isBeaten(detour + sound.cost) || !isFree(sound)) continue;
          const tip = onPage(middle, sound.tail.tip);
          const words = pointsAtWords(tip, face.mouth, others) ? AT_WORDS : 0;
          const cost = detour + sound.cost + handCost(sound, middle);
          if (!isBeaten(cost + words)) best = { tail: sound.tail, cost, words };
        }
      }
    }
    if (best !== null) return { ...best, cost: best.cost + more };
  }
  return null;
}

function* soundTails(
  face: Face,
  place: PlacedText,
  room: Omit<TailRoom, "others" | "tails">,
  at: Try,
): Generator<SoundTail> {
  const { body, middle } = place;
  const manner = MANNERS[at.manner];
  const swing = SWINGS[at.swing] ?? 0;
  const mouth = { x: face.mouth.x - middle.x, y: face.mouth.y - middle.y };
  if (manner === undefined || Math.hypot(mouth.x, mouth.y) === 0) return;
  const { form, fontSize: em } = body;
  const root = rootOf(body, turned(mouth, TURNS[at.turn] ?? 0));
  const way = { x: mouth.x - root.x, y: mouth.y - root.y };
  const distance = Math.hypot(way.x, way.y);
  if (distance === 0 || leaves(body, root, way) < 0.3 || (isBolt(form) && swing !== 0)) return;
  const from = onPage(middle, root);
  const { width, height } = face.box;
  const off = manner.distance < 0 ? manner.distance * Math.min(width, height) : manner.distance;
  const stop = (entersBox(from, face.mouth, grown(face.box, off)) ?? 1) * distance;
  const least = leastLength(body, root, way) * manner.least;
  // A tail points; it need not arrive, but from far away it must come most of the way or it points at nobody.
  const usual = Math.max(em * (form === "thought" ? 3.4 : 3.1), Math.min(stop * 0.75, em * LONGEST));
  const wished = manner.whole ? stop : Math.min(stop, usual);
  const around = { face, off, halves: halvesOf(body) };
  // But for the one at the mouth, and what the balloon covers anyway.
  const hands = room.hands.filter((box) => !containsPoint(box, face.mouth) && !containsPoint(box, from));
  for (let far = wished; far >= least; far -= em * 0.12) {
    const tip = { x: root.x + (way.x / distance) * far, y: root.y + (way.y / distance) * far };
    if (isAside(tip, mouth) || isSomebodyElses(middle.x + tip.x, middle.y + tip.y, face, room.faces))
      continue;
    const tail: Tail = { root, tip, bend: isBolt(form) ? 0 : hang(way, far, em) + swing * far };
    if (!isSound(tail, place, around, room)) continue;
    const short = ((wished - far) / em) * COST.short;
    yield { tail, short, cost: short + Math.max(0, far / em - LONG) * COST.long, hands };
  }
}

/** Ending so much nearer to somebody else's mouth, the line would be theirs. */
function isSomebodyElses(x: number, y: number, face: Face, faces: readonly Face[]): boolean {
  const own = Math.hypot(face.mouth.x - x, face.mouth.y - y);
  for (const other of faces) {
    if (other !== face && Math.hypot(other.mouth.x - x, other.mouth.y - y) < own * 0.6) return true;
  }
  return false;
}

/** How near to a panel's side a tail may come, in units. */
const SIDE_DISTANCE = 3;

/**
 * Whether a tail stays in the panel, off everybody's face and its own balloon. Asked more often than anything else about a page,
 * mostly of what is not sound: point by point, and in plain numbers.
 */
function isSound(
  tail: Tail,
  { body, middle }: Pick<PlacedText, "body" | "middle">,
  { face, off, halves }: { face: Face; off: number; halves: readonly number[] },
  { sides, faces }: Pick<TailRoom, "sides" | "faces">,
): boolean {
  const { root, tip } = tail;
  const control = controlOf(tail);
  for (let i = 0; i <= STEPS; i++) {
    const x = onCurve(root.x, control.x, tip.x, i / STEPS);
    const y = onCurve(root.y, control.y, tip.y, i / STEPS);
    if (i > 2 && isOn(x, y, body)) return false;
    const half = halves[i] ?? 0;
    const [px, py] = [middle.x + x, middle.y + y];
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

/** Whether a point, from a balloon's middle, is on it. */
function isOn(x: number, y: number, { rx, ry, exponent }: Body): boolean {
  return Math.abs(x) < rx && Math.abs(y) < ry && reach({ x, y }, rx, ry, exponent) < 1;
}

const areNear = (p: Point, q: Point): boolean => Math.hypot(p.x - q.x, p.y - q.y) < TAILS_APART;

const isWithin = ({ x, y, width, height }: Box, margin: number, p: Point): boolean =>
  p.x >= x - margin && p.x <= x + width + margin && p.y >= y - margin && p.y <= y + height + margin;

/** Half of a tail's width in ems, from its root to its tip: spikes have wide feet, bolts and bubbles are broad to the end. */
const HALF_WIDTHS: Partial<Record<BalloonForm, (share: number) => number>> = {
  shout: (share) => 0.9 * (1 - share),
  cry: (share) => 0.9 * (1 - share),
  machine: (share) => 0.45 * Math.min(1, 2.6 * (1 - share)),
  phone: (share) => 0.45 * Math.min(1, 2.6 * (1 - share)),
  thought: (share) => 0.4 - 0.24 * share,
};

/** The same in units, at each step of its path. Its root is on the balloon. */
function halvesOf({ form, fontSize }: Body): number[] {
  const halfAt = HALF_WIDTHS[form] ?? ((share: number) => 0.4 * (1 - share));
  return Array.from({ length: STEPS + 1 }, (_, step) => (step < 2 ? 0 : fontSize * halfAt(step / STEPS)));
}

/** Seen from the middle of the words, a tip that lies so far beside the way to a mouth points elsewhere. */
function isAside(tip: Point, mouth: Point): boolean {
  const between = Math.atan2(tip.x * mouth.y - tip.y * mouth.x, tip.x * mouth.x + tip.y * mouth.y);
  return Math.abs(between) > ASIDE;
}

const DOT = { rx: 1, ry: 1, exponent: 2 };

function isIn({ x, y }: Point, o: Silhouette, margin: number): boolean {
  if (Math.abs(x - o.x) >= o.rx + margin || Math.abs(y - o.y) >= o.ry + margin) return false;
  return reach({ x: x - o.x, y: y - o.y }, o.rx + margin, o.ry + margin, o.exponent) < 1;
}

/** What a tail that leads over a hand costs: the hand would seem to speak. */
function handCost({ tail, hands }: SoundTail, middle: Point): number {
  if (hands.length === 0) return 0;
  const path = wayOf(tail, middle);
  if (hands.some((box) => path.some((p) => containsPoint(box, p)))) return COST.hand;
  return hands.some((box) => path.some((p) => isWithin(box, HAND_DISTANCE, p))) ? COST.nearHand : 0;
}

/** Parts of the way from a tip to the mouth. */
const AHEAD = [0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.6, 0.7, 0.8];

/** Whether other words lie between a tip and the mouth. */
function pointsAtWords(tip: Point, mouth: Point, others: readonly Silhouette[]): boolean {
  const ahead = AHEAD.map((share) => ({
    x: tip.x + (mouth.x - tip.x) * share,
    y: tip.y + (mouth.y - tip.y) * share,
  }));
  return others.some((other) => ahead.some((p) => isIn(p, other, 0)));
}

const STEPS = 14;

/** The way of a balloon's tail on the page, from its root to its tip. */
export function wayOf(tail: Tail, middle: Point): Point[] {
  return alongTail(tail, STEPS).map((p) => onPage(middle, p));
}

function towardsFigure(
  word: Word,
  place: PlacedText,
  { panel, around }: { panel: Panel; around: TailRoom },
): Tail | null {
  const figure = panel.picture.figures.find((f) => f.character === word.speaker);
  if (figure === undefined) return null;
  const box = boundingBox(panel.frame.corners);
  const head = { x: box.x + box.width * figure.at, y: box.y + box.height * 0.55 };
  const way = { x: head.x - place.middle.x, y: head.y - place.middle.y };
  return straight(place, way, { most: place.body.fontSize * 1.3, around });
}

/** Somebody out of sight speaks from beyond the nearer side of the panel. */
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
  // The picture goes on over the fold, and so may the tip.
  return straight(place, way, {
    most: far,
    around: beyond === undefined ? around : { ...around, sides: [] },
  });
}

/** The longest tail up to `most` on the straight way to a point, given from the balloon's middle, that nobody's mark is at. */
function straight(
  { body, middle }: PlacedText,
  way: Point,
  { most, around }: { most: number; around: TailRoom },
): Tail | null {
  const root = rootOf(body, way);
  const distance = Math.hypot(way.x, way.y);
  const free = distance - Math.hypot(root.x, root.y);
  for (let far = Math.min(most, free); far >= leastLength(body, root, way); far -= body.fontSize * 0.1) {
    const tip = { x: root.x + (way.x / distance) * far, y: root.y + (way.y / distance) * far };
    const tail = { root, tip, bend: isBolt(body.form) ? 0 : hang(way, far, body.fontSize) };
    const path = wayOf(tail, middle);
    const isFree =
      path.slice(-1).every((p) => clearance({ ...p, ...DOT }, around.sides) >= 2) &&
      !path.some((p) => around.others.some((o) => isIn(p, o, 6))) &&
      !path.some((p) => around.faces.some((f) => containsPoint(grown(f.box, 1), p)));
    if (isFree) return tail;
  }
  return null;
}

/** The point of the balloon's outline in a direction from its middle. */
function rootOf({ rx, ry, exponent }: Body, way: Point): Point {
  const far = reach(way, rx, ry, exponent);
  return { x: way.x / far, y: way.y / far };
}

/** How straight a way leaves the outline at a root: 1 at a right angle, 0 along it. */
function leaves({ rx, ry }: Body, root: Point, way: Point): number {
  const out = { x: root.x / rx ** 2, y: root.y / ry ** 2 };
  return (out.x * way.x + out.y * way.y) / (Math.hypot(out.x, out.y) * Math.hypot(way.x, way.y));
}

/** Small bolts of lightning do not bend. */
const isBolt = (form: BalloonForm) => form === "machine" || form === "phone";

/** What is shorter is no tail: among spikes it must be the longest. */
function leastLength(
  { form, fontSize: em, outerX, outerY, exponent }: Body,
  root: Point,
  way: Point,
): number {
  if (form === "thought") return em * 1.2;
  if (form !== "shout" && form !== "cry") return em * 0.42;
  const distance = Math.hypot(way.x, way.y);
  let far = 0;
  const at = () => ({ x: root.x + (way.x / distance) * far, y: root.y + (way.y / distance) * far });
  while (reach(at(), outerX, outerY, exponent) < 1) far += em * 0.05;
  return far + em * 0.1;
}

/** Tails hang: one that goes sideways bends as if it were pulled down first. */
function hang(way: Point, length: number, em: number): number {
  const sideways = way.x / (Math.hypot(way.x, way.y) || 1);
  return -sideways * Math.min(length * 0.16, em * 0.32);
}

function turned({ x, y }: Point, by: number): Point {
  return { x: x * Math.cos(by) - y * Math.sin(by), y: x * Math.sin(by) + y * Math.cos(by) };
}

function onPage(middle: Point, { x, y }: Point): Point {
  return { x: middle.x + x, y: middle.y + y };
}
