// Draws every non-human figure by kind (a creature with a species is that animal), and pawed animals: a trunk of `assets/parts/bodies` with
// the breed's legs, paws and tail, and a head of `assets/parts/animals` in three-quarter view to the right. Figure space: the ground is y =
// 0, animals face right. Head space: the skull is about 84 wide, its centre is (0, 0).

import type { Paint } from "../../../../manga/drawing.ts";
import type { Design } from "../camera/design.ts";
import type { Pawed } from "../closed/animals.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Expression, Pose, Prop } from "../closed/staging.ts";
import { limbOutline } from "../figures/body/torso.ts";
import { shadeOn } from "../figures/clothes/garments.ts";
import { EXPRESSIONS } from "../figures/face/expressions.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { boxed, corner, ellipse, mix, type Pt, placed, pts, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp, sizeOf } from "../things/props.ts";
import {
  type BeastFace,
  beastFeeling,
  drawBeastFace,
  drawBeastMarks,
  drawnAt,
  faceOn,
  inMouth,
  type OnCoat,
} from "./beast-face.ts";
import {
  type AnimalMeasures,
  BEAST_POSES,
  bearingOf,
  coatWord,
  does,
  oddEarOf,
  PLAIN,
} from "./beast-poses.ts";
import { drawCreature, drawGhost, drawRobot } from "./beings.ts";
import { birdMeasures, drawBird } from "./birds.ts";
import {
  type Breed,
  bodyIn,
  breedOf,
  furOf,
  headPlace,
  liftOf,
  type PawedPosture,
  POSTURES,
  speciesOf,
} from "./breeds.ts";
import { drawHoofed, hoofedMeasures, hoofedOf } from "./hooves/hoofed.ts";
import { drawSmall, smallMeasures, smallOf } from "./smalls.ts";

type BeastHead = OnCoat<BeastFace> & {
  nose: readonly Pt[];
  box: readonly [left: number, top: number, right: number, bottom: number];
};

const HEADS: Readonly<Record<Pawed, BeastHead>> = measuresOf("heads");

const innerOf = (paint: Paint): Paint => (paint === "black" ? { tone: 0.5 } : { tone: 0.3 });

/** A dog's ears are darker than its coat. */
function earOf(species: Pawed, paint: Paint): Paint {
  if (species !== "dog" || paint === "black") return paint;
  return { tone: paint === "white" ? 0.5 : 0.66 };
}

/**
 * Draws a head without its features. `ears`: degrees by which an expression lowers them (negative: raises
 * them); `odd`: paint of the animal's right ear, the near one when it faces right.
 */
function drawBeastHead(
  p: Pen,
  species: Pawed,
  { paint, ears, odd }: { paint: Paint; ears: number; odd: Paint | undefined },
): void {
  const ear = earOf(species, paint);
  const [near, far] = odd === undefined ? [ear, ear] : p.matrix[0] < 0 ? [ear, odd] : [odd, ear];
  drawPart(p, `animals/${species}-head`, {
    paints: {
      ...{ coat: paint, inner: innerOf(paint) },
      ...{ "near-ear": near, "near-inner": innerOf(near), "far-ear": far },
    },
    is: [coatWord(paint), `near-${coatWord(near)}`, `far-${coatWord(far)}`],
    // Hanging ears rise in joy or alarm, and press against the head in grief.
    turns: { ears, lift: ears < 0 ? -ears * 2.6 : -ears * 0.3 },
  });
}

export interface Coat {
  breed: Breed;
  paint: Paint;
  /** Paint of the shaded coat. */
  shade: Paint;
  /** Degrees by which an expression raises the tail. */
  tail: number;
}

/** Draws a body in a posture, `lift` units off the ground. */
function drawBody(p: Pen, coat: Coat, name: string, lift: number): void {
  const { breed, paint, shade } = coat;
  const posture = POSTURES[name] ?? POSTURES[`${breed.form}-walk`];
  if (!posture) return;
  const { move: [x, y] = [0, 0], turn = 0, lifts, far = [], near = [] } = posture;
  const legs = name === "lithe-leap" ? drawSpread : drawLegs;
  drawPart(p.at(placed(x, y + (lifts ? lift : 0), turn)), `bodies/${name}`, {
    paints: { coat: paint, shade },
    is: [
      ...[coatWord(paint), breed.species, breed.tailTip ? "tipped" : "plain-tailed"],
      isSocked(coat) ? "socked" : "bare",
    ],
    draws: {
      tail: (q) => drawTail(q, coat, posture, name === "lithe-sit" ? (breed.tailSits ?? 0) : 0),
      "far-legs": (q) => legs(q, coat, far, 0.9),
      "near-legs": (q) => legs(q, coat, near, 1),
    },
  });
}

/** A limb in front of the trunk; on a black coat a thin white line separates it. */
function limb(p: Pen, { paint }: Coat, outline: readonly Pt[], weight = 1): void {
  p.shape(outline, paint, weight);
  if (paint === "black") p.stroke(outline, "white", 0.45, true);
}

function drawTail(
  p: Pen,
  { breed, paint, tail }: Coat,
  { tail: [x, y] = [0, 0], tailUp = 0 }: PawedPosture,
  up: number,
): void {
  const q = p.at(placed(x, y, tailUp + up + tail));
  q.shape(breed.tail, paint, 0.9);
  if (breed.tailTip) q.shape(breed.tailTip, paint === "white" ? "black" : "white", 0.6);
}

/** Legs by root and swing. Forelegs are straight; hind legs have a thigh and a hock that points back. */
function drawLegs(p: Pen, coat: Coat, pairs: readonly Pt[], weight: number): void {
  const { paint } = coat;
  const [wide, knee, thin] = coat.breed.legs;
  for (const [x, swing] of pairs) {
    const hind = x < 0;
    const foot: Pt = [x + swing, Math.abs(swing) > 40 ? -14 : -7];
    const bend: Pt = [x + swing * 0.35 + (hind ? -9 : 3), hind ? -34 : -32];
    limb(p, coat, limbOutline([x, -62], bend, foot, [hind ? wide * 1.24 : wide, knee, thin]), weight);
    const at = (dx: number, dy: number): Pt => [foot[0] + dx, foot[1] + dy];
    const paw = [
      at(-thin - 1, -4),
      at(thin + 1, -4),
      at(thin + 7, 3),
      ...[at(thin + 4, 7), at(-thin - 1, 7)].map(corner),
    ];
    p.shape(paw, paint, weight * 0.8);
    const ankle = mix(bend, foot, 0.3);
    if (isSocked(coat)) {
      p.fill(limbOutline(ankle, mix(ankle, foot, 0.5), foot, [knee * 0.9, knee * 0.86, thin]), "black");
      p.fill(paw, "black");
    } else if (paint !== "black")
      for (const d of [1, 6]) p.line([at(d + thin * 0.2, 1), at(d + 1 + thin * 0.2, 6)], 0.4, "none");
  }
}

/** Legs of a leap, each by root, bend and foot. */
function drawSpread(p: Pen, coat: Coat, joints: readonly Pt[], weight: number): void {
  const [wide, bend, thin] = coat.breed.legs;
  for (let i = 0; i + 2 < joints.length; i += 3) {
    const [from = [0, 0], knee = from, foot = knee] = joints.slice(i, i + 3);
    limb(p, coat, limbOutline(from, knee, foot, [from[0] < 0 ? wide * 1.24 : wide, bend, thin]), weight);
    const paw = ellipse(foot[0] + Math.sign(foot[0]) * 5, foot[1], thin + 5, thin + 2, 9);
    limb(p, coat, paw, weight * 0.8);
  }
}

const isSocked = ({ breed, paint }: Coat): boolean => breed.species === "fox" && coatWord(paint) === "grey";

/** A raised forepaw of a sitting animal that beckons, strikes or begs; or one that washes the face, with its toes on the cheek. */
function drawPaw(pen: Pen, coat: Coat, does: "raised" | "washing"): void {
  const [wide, knee, thin] = coat.breed.legs;
  const washes = does === "washing";
  const p = pen.at(placed(0, coat.breed.form === "heavy" ? -108 : washes ? -78 : -74));
  const joints = washes ? through([26, 0], [60, 8], [50, -22]) : through([30, 0], [60, 4], [72, -28]);
  limb(p, coat, limbOutline(...joints, [wide, knee + 1, thin + 2]), 0.9);
  const palm = washes ? ellipse(44, -30, thin + 6, thin + 4) : ellipse(73, -34, thin + 5, thin + 5);
  limb(p, coat, palm, 0.9);
  if (coat.paint === "black") return;
  const toes = washes ? ["35,-36 33,-30", "40,-36 38,-30"] : ["70,-40 70,-33", "76,-40 76,-33"];
  for (const toe of toes) p.line(pts(toe), washes ? 0.45 : 0.4, "none");
}

/** Undefined for a being that stands like a person. */
export function animalMeasures(
  design: Design,
  pose: Pose,
  holds: Prop | null = null,
): AnimalMeasures | undefined {
  if (design.kind === "bird") return birdMeasures(design, pose, holds);
  const hoofed = hoofedOf(design);
  if (hoofed) return hoofedMeasures(hoofed, design, pose);
  const small = smallOf(design);
  if (small) return smallMeasures(small);
  const species = speciesOf(design);
  if (!species) return undefined;
  const breed = breedOf(species, design);
  const { size, crown, reach } = breed;
  const [x, y] = headPlace(breed, pose).at;
  const [behind, ahead] = pose === "jump" ? [Math.max(250, reach[0]), Math.max(190, reach[1])] : reach;
  return { x: x * size, y: y * size, crown: crown * size, left: -behind * size, right: ahead * size };
}

/** Expressions in which a cat arches its back, on its toes and with raised fur. */
const ARCHING: ReadonlySet<Expression> = new Set(["furious", "shocked", "afraid", "terrified"]);
const CALM: ReadonlySet<Expression> = new Set(["calm", "smile", "thoughtful", "tired", "smug", "shy"]);

/** A thing from the mouth, set down in front of an animal that lies. */
function drawGuarded(body: Pen, prop: Prop, x: number): void {
  const [left, , , low] = sizeOf(prop).extent;
  drawProp(body.at(placed(x - left * 0.8, -low * 0.8, 0, 0.8)), prop);
}

function drawQuadruped(pen: Pen, spec: FigureSpec, species: Pawed): DrawnFigure {
  const breed = breedOf(species, spec.design);
  const paint = furOf(spec.design, species);
  const { posture } = BEAST_POSES[spec.pose];
  const bearing = posture === "sleep" ? PLAIN : bearingOf(spec.expression);
  const body = pen.at(placed(0, 0, 0, breed.size, breed.size * bearing.tall));
  const coat = { breed, paint, shade: shadeOn(paint), tail: bearing.tail };
  const arched =
    species === "cat" && ARCHING.has(spec.expression) && (posture === "walk" || posture === "sit");
  // A speaking mouth is not hidden by a paw.
  const washes =
    posture === "sit" && !arched && spec.holds === null && !spec.speaks && does(spec.pose, "washes");
  drawBody(body, coat, bodyIn(breed, spec.pose, arched), liftOf(spec.pose));
  if (posture === "sit" && !arched && does(spec.pose, "paws")) drawPaw(body, coat, "raised");
  const { at, tilt } = headPlace(breed, arched ? "walk" : spec.pose);
  const head = HEADS[species];
  const p = body.at(placed(at[0], at[1], tilt + bearing.nod, 1, 1 / bearing.tall));
  drawBeastHead(p, species, { paint, ears: bearing.ears, odd: oddEarOf(spec.design) });
  const face = faceOn(head, paint);
  // A washing animal shuts its eyes, if its expression is calm.
  const feeling = beastFeeling(spec);
  drawBeastFace(p, face, washes && CALM.has(spec.expression) ? EXPRESSIONS.asleep : feeling);
  p.fill(head.nose, "black");
  const [mx, my] = face.mouth;
  if (spec.holds && posture === "sleep") drawGuarded(body, spec.holds, at[0] + head.box[2]);
  else if (spec.holds) drawProp(p.at(inMouth([mx, my + 4], spec.holds)), spec.holds);
  // Animals hold with the mouth; a thing that is not named yet is a glint in it.
  else if (spec.pose === "hold") drawPart(p.at(placed(mx, my + 7)), "animals/glint");
  if (washes) drawPaw(body, coat, "washing");
  drawBeastMarks(p, spec.design, feeling, 44);
  const [left, top, right, bottom] = head.box;
  const held = spec.holds && through([mx - 40, -10], [mx + 40, 60]);
  return drawnAt(p, boxed([left, top], [right, bottom]), [mx, my + 2], held);
}

type BeastKind = Exclude<CharacterDesign["kind"], "human">;

const DRAW: Readonly<Record<Exclude<BeastKind, "cat" | "dog">, (pen: Pen, spec: FigureSpec) => DrawnFigure>> =
  { bird: drawBird, robot: drawRobot, ghost: drawGhost, creature: drawCreature };

export function drawBeast(pen: Pen, spec: FigureSpec, kind: BeastKind): DrawnFigure {
  const hoofed = hoofedOf(spec.design);
  if (hoofed) return drawHoofed(pen, spec, hoofed);
  const small = smallOf(spec.design);
  if (small) return drawSmall(pen, spec, small);
  const species = speciesOf(spec.design);
  if (species) return drawQuadruped(pen, spec, species);
  return DRAW[kind === "cat" || kind === "dog" ? "creature" : kind](pen, spec);
}
