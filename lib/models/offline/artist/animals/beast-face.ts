// Faces of animals and beings: people's expressions on simpler features; and the place of a thing held in
// mouth or beak, in head space, where it does not hide the face.

import type { Paint } from "../../../../manga/drawing.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Expression, Prop } from "../closed/staging.ts";
import { inkOn } from "../figures/clothes/garments.ts";
import { type ExpressionLook, feelingOf, MOUTHS, withTold } from "../figures/face/expressions.ts";
import { drawMarks } from "../figures/face/face.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { isHanging } from "../figures/hands/both-hands.ts";
import { faceLook, headRig } from "../figures/head/head-rig.ts";
import { hashOf } from "../pen/chance.ts";
import { corner, ellipse, type Matrix, type Pt, placed, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { sizeOf } from "../things/props.ts";

export interface BeastFace {
  near: Pt;
  /** Absent in a head seen in profile. */
  far?: Pt;
  /** Half height of an eye. */
  eye: number;
  mouth: Pt;
  /** Half width of the open mouth. */
  jaw: number;
  closed: "w" | "line" | "none";
  /** Ink of the features: white on dark coats. */
  ink: "black" | "white";
  /** Ink of the mouth, if the muzzle has another colour. */
  mouthInk?: "black";
  /** Eyes without visible whites, except in fright. */
  bead?: true;
  /** Has frowning brows at rest. */
  fierce?: true;
}

/** A face whose ink is chosen to contrast with the `coat`. */
export type OnCoat<F extends { ink: unknown }> = Omit<F, "ink"> & { ink: BeastFace["ink"] | "coat" };

export const faceOn = <F extends { ink: BeastFace["ink"] | "coat" }>(face: F, paint: Paint) => ({
  ...{ ...face, ink: face.ink === "coat" ? inkOn(paint) : face.ink },
});

/** The reported places of a beast in its head space: corners of the face, mouth, and held thing. */
export const drawnAt = (
  p: Pen,
  face: readonly Pt[],
  mouth: Pt,
  held: readonly Pt[] | "" | null = null,
): DrawnFigure => ({
  face: { corners: face.map(p.where), mouth: p.where(mouth) },
  keep: held ? [held.map(p.where)] : [],
});

const CALM: ReadonlySet<Expression> = new Set(["calm", "sad", "thoughtful", "smile", "determined", "tired"]);

/** The look of a beast's expression: one of its variants by moment, with an open mouth if it speaks. */
export function beastFeeling(spec: FigureSpec): ExpressionLook {
  const { design, expression, moment, speaks, pose, shining, faceTold } = spec;
  const felt = { ...feelingOf(expression, speaks, hashOf(design.id, moment, "face")), shining };
  const feeling = withTold(felt, faceTold);
  // A beast that cries out while looking up howls: eyes shut, jaw down.
  if (speaks && pose === "look-up" && CALM.has(expression))
    return { ...feeling, lids: "shut", mouth: "gasp" };
  if (!speaks && feeling.mouth === "line" && feeling.browTilt < -0.4) return { ...feeling, mouth: "frown" };
  if (!speaks || feeling.mouth !== "small") return feeling;
  return { ...feeling, mouth: feeling.browTilt < -0.4 ? "quiver" : "talk" };
}

export function drawBeastFace(pen: Pen, face: BeastFace, feeling: ExpressionLook): void {
  drawBeastEyes(pen, face, feeling);
  drawBeastMouth(pen, face, feeling);
}

export function drawBeastEyes(
  pen: Pen,
  face: Pick<BeastFace, "near" | "far" | "eye" | "ink" | "bead" | "fierce">,
  feeling: ExpressionLook,
): void {
  const { near, far, eye, ink } = face;
  const mark = (points: readonly Pt[], weight: number) =>
    ink === "black" ? pen.line(points, weight) : pen.stroke(points, "white", weight * 0.8);
  const eyes = [[near, -1, 1] as const, ...(far ? [[far, 1, 0.8] as const] : [])];
  for (const [[x, y], side, w] of eyes) {
    const r = eye * 0.78 * w;
    const lids = feeling.wink && side === 1 ? "shut" : feeling.lids;
    if (lids === "open") {
      const h = eye * (0.35 + 0.65 * Math.min(1.2, feeling.open));
      const g = feeling.gaze[0] * eye;
      const solid = face.bead && ink === "black" && feeling.iris >= 0.7;
      if (solid) pen.fill(ellipse(x, y, r, h * 1.04, 12), "black");
      else {
        pen.shape(ellipse(x, y, r * 1.15, h * 1.12, 10), "white", 0.7);
        const pupil = feeling.iris < 0.7 ? 0.45 : 0.86;
        pen.fill(ellipse(x + g, y, r * pupil, h * pupil, 10), "black");
      }
      pen.fill(ellipse(x + g - r * 0.3, y - h * 0.38, r * 0.38, h * 0.28, 8), "white");
      if (feeling.shining) {
        pen.fill(ellipse(x, y, r * 1.15, h * 1.12, 10), { light: 0.98 });
        pen.fill(ellipse(x + g, y, r * 0.26, h * 0.8, 8), "black");
        continue;
      }
      if (solid) pen.fill(ellipse(x + g + r * 0.36, y + h * 0.44, r * 0.2, h * 0.14, 7), "white");
      if (feeling.open < 0.85)
        mark(
          [
            [x - r * 1.4, y - h * (0.5 + side * 0.15)],
            [x, y - h * 0.86],
            [x + r * 1.4, y - h * (0.5 - side * 0.15)],
          ],
          1.1,
        );
    } else if (lids === "happy")
      mark(through([x - r * 1.3, y + eye * 0.3], [x, y - eye * 0.5], [x + r * 1.3, y + eye * 0.3]), 1);
    else if (lids === "shut")
      mark(through([x - r * 1.3, y - eye * 0.1], [x, y + eye * 0.4], [x + r * 1.3, y - eye * 0.1]), 1);
    else
      mark(
        [[x + side * r * 1.2, y - eye * 0.6], corner([x - side * r, y]), [x + side * r * 1.2, y + eye * 0.6]],
        1,
      );
    if (face.fierce || Math.abs(feeling.browTilt) > 0.2 || feeling.browUp > 0.4) {
      const t = (feeling.browTilt + (face.fierce ? 0.4 : 0)) * eye * 0.5;
      const by = y - eye * 1.6 - feeling.browUp * eye * 0.4;
      mark(through([x - side * r * 1.3, by + t], [x + side * r * 1.4, by - t * 0.7]), 1);
    }
  }
}

/** Draws an open mouth, or a closed one of `assets/parts/muzzles`. */
export function drawBeastMouth(pen: Pen, face: BeastFace, { mouth: kind }: ExpressionLook): void {
  const { mouth, jaw, closed, ink, mouthInk } = face;
  const [x, y] = mouth;
  const { drop, jagged } = MOUTHS[kind];
  const grieves = kind === "quiver" || kind === "cry";
  if (!grieves && drop !== undefined) {
    // A dropped jaw is narrow; a laughing mouth is wide.
    const wide = jaw * (drop > 1 ? 0.72 : kind === "talk" ? 0.66 : 1);
    const is = [
      closed === "w" ? "bowed" : "plain",
      // A jaw that drops below the muzzle is visible round the mouth.
      drop > 1 && mouthInk ? "low" : "high",
      ink === "white" && !mouthInk ? "white" : "black",
    ];
    /**
     * Maps half mouth widths and jaw units from the lips; y from 1000 on to the depth of the jaw, from 2000
     * on below it; y at −1000 to the lips, in units.
     */
    const gape = ([u, v]: Pt): Pt => {
      const down =
        v > 500 ? jaw * (v > 1500 ? drop + (v - 2000) / 100 : drop * ((v - 1000) / 100)) : jaw * (v / 100);
      return [x + wide * (u / 100), y + (v < -500 ? v + 1000 : down)];
    };
    const tongue = (p: Pen) => p.fill(ellipse(x, y + jaw * drop, wide * 0.7, jaw * 0.5, 8), { tone: 0.3 });
    drawPart(pen, "muzzles/gape", { is, frames: { gape }, draws: { tongue } });
    return;
  }
  const muzzle = grieves ? "wail" : kind === "oh" ? "oh" : jagged ? "jagged" : closed;
  if (muzzle === "none") return;
  const down = kind === "frown" ? -1 : closed === "line" && kind === "line" ? 0.2 : 1;
  const r = jaw * (kind === "quiver" ? 0.66 : 1);
  drawPart(pen, `muzzles/${muzzle}`, {
    is: [mouthInk ?? ink],
    frames: {
      hole: ([u, v]) => [x + (r * u) / 100, y + (r * v) / 100],
      // As wide as the jaw; points below the lips move down with the smile.
      lips: ([u, v]) => [x + (jaw * u) / 100, y + (v > 0 ? v * down : v)],
      bared: ([u, v]) => [x + (jaw * u) / 100, y + v],
    },
  });
}

/** Sweat, veins and tears, for a head of half width `r` round the origin. */
export function drawBeastMarks(pen: Pen, design: CharacterDesign, feeling: ExpressionLook, r: number): void {
  const [rig, look] = [headRig("three-quarter"), faceLook(design)];
  const sweats = (mark: string) => mark.startsWith("sweat");
  const p = pen.at(placed(0, 0, 0, r / 44));
  // In front of a muzzle, a sigh or a bubble would look like food.
  const others = feeling.marks.filter((mark) => !sweats(mark) && mark !== "puff" && mark !== "snooze");
  drawMarks(p, rig, look, { ...feeling, marks: others });
  // Beasts' eyes are farther apart than people's, so the drop is moved outwards; on an eye it would look like a tear.
  const temple = p.at(placed(-13, -14));
  if (feeling.marks.some(sweats)) drawMarks(temple, rig, look, { ...feeling, marks: ["sweat"] });
}

/** Greatest length of a thing in a mouth, across it and below it; a head is about 90 wide. */
const [ACROSS, BELOW] = [92, 66];
const LARGEST = 0.8;

/** Placement in a mouth in the middle of a face: long things across it, hanging things by their handle, others below the nose. */
export function inMouth([x, y]: Pt, prop: Prop): Matrix {
  const [left, high, right, low] = sizeOf(prop).extent;
  const [wide, tall] = [right - left, low - high];
  const longest = Math.max(wide, tall);
  if (isHanging(prop)) return placed(x, y, 0, Math.min(LARGEST, ACROSS / longest));
  if (tall > wide * 1.5) return placed(x, y, 72, Math.min(LARGEST, ACROSS / longest));
  const k = Math.min(LARGEST, (wide > tall * 1.5 ? ACROSS : BELOW) / longest);
  return placed(x - ((left + right) / 2) * k, y - 4 - high * k, 0, k);
}

/** Scale of a thing in a beak. */
const IN_BEAK = 0.62;

/** Placement in a beak that points ahead, which holds wide things by their edge. */
export function inBeak([x, y]: Pt, prop: Prop): Matrix {
  const [left, high, right, low] = sizeOf(prop).extent;
  if (isHanging(prop) || (right - left) * IN_BEAK < 30) return placed(x + 4, y + 8, 0, IN_BEAK);
  return placed(x - 8 - left * IN_BEAK, y + 4 - ((high + low) / 2) * IN_BEAK, 0, IN_BEAK);
}

/** How far the thing extends beyond the beak. */
export const beyondBeak = (prop: Prop | null): number => (prop === null ? 0 : sizeOf(prop).wide * IN_BEAK);
