// What bodies with paws are put together from: the drawings of `assets/parts/bodies`, and legs, paws and a tail as the breed has them.
// The ground is y = 0.
import type { Paint } from "../../../../manga/drawing.ts";
import { limbOutline } from "../figures/body/limbs.ts";
import { corner, ellipse, mix, type Pt, placed, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { type Breed, type PawedPosture, POSTURES } from "./breeds.ts";
import { coatWord } from "./coats.ts";

export interface Coat {
  breed: Breed;
  paint: Paint;
  /** What the coat shows where the light does not reach. */
  shade: Paint;
  /** Degrees by which a feeling raises the tail. */
  tail: number;
}

/** Draws a body in a posture, `lift` units off the ground. */
export function drawBody(p: Pen, coat: Coat, name: string, lift: number): void {
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

/** A limb before the trunk: on a black coat a thin white line sets it off. */
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

/** Legs by where each is rooted and how far it swings. Fore legs are straight; hind legs have a thigh and a hock that points back. */
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

/** Legs of a leap, each by its root, its bend and its foot. */
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

/** A fore paw of somebody who sits: one that beckons, strikes or begs, or one at the face of whoever washes it, its toes on the cheek. */
export function drawPaw(p: Pen, coat: Coat, does: "raised" | "washing"): void {
  const [wide, knee, thin] = coat.breed.legs;
  const heavy = coat.breed.form === "heavy";
  const washes = does === "washing";
  const [x, y] = washes ? [26, heavy ? -108 : -78] : [30, heavy ? -108 : -74];
  const joints: [Pt, Pt, Pt] = washes
    ? [
        [x, y],
        [60, y + 8],
        [50, y - 22],
      ]
    : [
        [x, y],
        [x + 30, y + 4],
        [x + 42, y - 28],
      ];
  limb(p, coat, limbOutline(...joints, [wide, knee + 1, thin + 2]), 0.9);
  const palm = washes
    ? ellipse(44, y - 30, thin + 6, thin + 4, 10)
    : ellipse(x + 43, y - 34, thin + 5, thin + 5, 10);
  limb(p, coat, palm, 0.9);
  if (coat.paint === "black") return;
  for (const d of washes ? [-5, 0] : [-3, 3]) {
    const toe = washes
      ? through([40 + d, y - 36], [38 + d, y - 30])
      : through([x + 43 + d, y - 40], [x + 43 + d, y - 33]);
    p.line(toe, washes ? 0.45 : 0.4, "none");
  }
}
