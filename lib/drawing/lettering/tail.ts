// A balloon's tail: from the balloon towards the speaker's mouth, ending at a distance from the face.
import type { Face } from "../../manga/artwork.ts";
import { type Box, boundingBox, type Point } from "../../manga/geometry.ts";
import type { Panel, Word } from "../../manga/storyboard.ts";
import { reach } from "./balloon-body.ts";
import type { Tail } from "./balloon-shapes.ts";
import { type PlacedText, silhouetteOf } from "./place.ts";
import { clearance, containsPoint, entersBox, grown, type Silhouette, sidesOf } from "./silhouette.ts";

interface Surroundings {
  panel: Panel;
  faces: readonly Face[];
  /** Hands and things, which a tail ends before. */
  keep: readonly Box[];
  others: readonly Silhouette[];
}

/** Distance between a tail's tip and the face, in units. */
const TIP_DISTANCE = 12;
/** The same between its tip and a hand that is in its way. */
const HAND_DISTANCE = 16;

/** The tail of a placed balloon, relative to its middle; null where there is nobody to point at or no room for it. */
export function tailFor(word: Word, place: PlacedText, around: Surroundings): Tail | null {
  if (word.speaker === null) return null;
  const face = around.faces.find((f) => f.character === word.speaker);
  if (face !== undefined) return towardsFace(face, place, around);
  return around.panel.picture.figures.some((f) => f.character === word.speaker)
    ? towardsFigure(word, place, around)
    : offPanel(place, around);
}

function towardsFace(face: Face, place: PlacedText, around: Surroundings): Tail | null {
  const { middle } = place;
  const em = place.body.fontSize;
  const way = { x: face.mouth.x - middle.x, y: face.mouth.y - middle.y };
  const distance = Math.hypot(way.x, way.y);
  if (distance === 0) return null;
  // A tail that passes somebody else's face would give them the line.
  const passes = around.faces.some((f) => f !== face && entersBox(middle, face.mouth, f.box) !== null);
  if (passes) return null;
  const root = distance / reach(way, place.body.rx, place.body.ry, place.body.exponent);
  const stop = (entersBox(middle, face.mouth, grown(face.box, TIP_DISTANCE)) ?? 1) * distance;
  const thought = place.body.form === "thought";
  const least = Math.max(leastLength(place, way, root), em * 0.42);
  // A tail points; it need not arrive, but from far away it must come most of the way or it points at nobody.
  const longest = Math.max(em * (thought ? 3.4 : 3.1), Math.min((stop - root) * 0.75, em * 9));
  let length = Math.min(stop - root, longest);
  if (length < least) {
    const touching = (entersBox(middle, face.mouth, grown(face.box, 2)) ?? 1) * distance;
    length = Math.min(least, touching - root);
  }
  const tail = finish(place, way, { root, length }, around);
  return tail === null || seemsAnothers(tail, face, { middle, faces: around.faces }) ? null : tail;
}

/** Whether a tail ends so much nearer to somebody else's mouth than to its speaker's that the line would be theirs. */
function seemsAnothers(
  { tip }: Tail,
  face: Face,
  { middle, faces }: { middle: Point; faces: readonly Face[] },
): boolean {
  const away = ({ mouth }: Face): number =>
    Math.hypot(mouth.x - middle.x - tip.x, mouth.y - middle.y - tip.y);
  return faces.some((other) => other !== face && away(other) < away(face) * 0.6);
}

function towardsFigure(word: Word, place: PlacedText, around: Surroundings): Tail | null {
  const figure = around.panel.picture.figures.find((f) => f.character === word.speaker);
  if (figure === undefined) return null;
  const box = boundingBox(around.panel.frame.corners);
  const head = { x: box.x + box.width * figure.at, y: box.y + box.height * 0.55 };
  const way = { x: head.x - place.middle.x, y: head.y - place.middle.y };
  const distance = Math.hypot(way.x, way.y);
  const root = distance / reach(way, place.body.rx, place.body.ry, place.body.exponent);
  if (distance <= root) return null;
  return finish(place, way, { root, length: Math.min(place.body.fontSize * 1.3, distance - root) }, around);
}

/** Somebody out of sight speaks from beyond the nearer side of the panel. */
function offPanel(place: PlacedText, around: Surroundings): Tail | null {
  const box = boundingBox(around.panel.frame.corners);
  const left = place.middle.x - place.body.outerX - box.x;
  const right = box.x + box.width - place.middle.x - place.body.outerX;
  const room = Math.min(left, right);
  const em = place.body.fontSize;
  if (place.body.form === "thought" || room > em * 2.2) return null;
  const way = { x: left < right ? -1 : 1, y: 0.35 };
  const root = Math.hypot(way.x, way.y) / reach(way, place.body.rx, place.body.ry, place.body.exponent);
  return finish(place, way, { root, length: Math.max(em * 0.45, Math.min(em * 1.2, room)) }, around);
}

function finish(
  place: PlacedText,
  way: Point,
  { root, length }: { root: number; length: number },
  around: Surroundings,
): Tail | null {
  const { middle } = place;
  const em = place.body.fontSize;
  const norm = Math.hypot(way.x, way.y);
  const on = (far: number): Point => ({ x: (way.x / norm) * far, y: (way.y / norm) * far });
  const onPage = (far: number): Point => ({ x: middle.x + on(far).x, y: middle.y + on(far).y });
  const sides = sidesOf(around.panel.frame.corners);
  const isTaken = ({ x, y }: Point): boolean =>
    around.others.some((o) => reach({ x: x - o.x, y: y - o.y }, o.rx + 6, o.ry + 6, o.exponent) < 1);
  const least = leastLength(place, way, root);
  const tailOf = (far: number): Tail => ({ tip: on(root + far), bend: bendOf(on(root + far), far, em) });
  const mayReach = (far: number): boolean => {
    const at = onPage(root + far);
    if (clearance({ ...at, rx: 1, ry: 1, exponent: 2 }, sides) < 2) return false;
    if (Array.from({ length: 9 }, (_, i) => onPage(root + (far * (i + 1)) / 9)).some(isTaken)) return false;
    return !around.faces.some((f) => entersBox(onPage(root), at, grown(f.box, 1)) !== null);
  };
  const target = { x: middle.x + way.x, y: middle.y + way.y };
  const hands = around.keep.filter((box) => !containsPoint(box, target) && !containsPoint(box, onPage(root)));
  const meetsHand = (far: number, gap: number): boolean =>
    hands.some((box) => entersBox(onPage(root), onPage(root + far), grown(box, gap)) !== null);
  // Shorten it until the tip is inside the panel and off everyone else's balloon and face, and before a hand where it can be.
  const lengths: number[] = [];
  for (let far = length; far >= least; far -= em * 0.1) if (mayReach(far)) lengths.push(far);
  const far =
    lengths.find((one) => !meetsHand(one, HAND_DISTANCE)) ??
    lengths.find((one) => !meetsHand(one, 0)) ??
    lengths[0];
  return far === undefined ? null : tailOf(far);
}

/** What is shorter is no tail: among spikes it must be the longest. */
function leastLength({ body, middle }: PlacedText, way: Point, root: number): number {
  const em = body.fontSize;
  if (body.form === "thought") return em * 1.2;
  if (body.form !== "shout" && body.form !== "cry") return em * 0.25;
  const own = silhouetteOf(body, middle);
  return Math.hypot(way.x, way.y) / reach(way, own.rx, own.ry, own.exponent) - root + em * 0.1;
}

/** Tails hang: one that goes sideways bends as if it were pulled down first. */
function bendOf(tip: Point, length: number, em: number): number {
  const sideways = tip.x / (Math.hypot(tip.x, tip.y) || 1);
  return -sideways * Math.min(length * 0.16, em * 0.32);
}
