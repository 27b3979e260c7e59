// Plate armour, and Japanese armour, which is worn with a hakama: laced rows of scales, plates that hang from
// the shoulders. And a sword at the left hip, with the scabbard back and down and the hilt ahead: in front of
// the body of a figure that faces left, and behind one that faces right.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { inHandsOf } from "../../closed/storyboard.ts";
import { corner, type Matrix, mix, type Pt, placed, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import type { Arm } from "../body/skeleton.ts";
import { limbOutline } from "../body/torso.ts";
import type { Job } from "../figure-job.ts";
import { boneOf, lightWay } from "./folds.ts";

export const isEastern = ({ clothes: { top, bottom } }: CharacterDesign): boolean =>
  top === "armor" && bottom === "hakama";

type Place = (u: number, v: number) => Pt;
type Span = readonly [from: number, to: number];

/** Rows of laced scales between two heights: a dark field, and for each row a light rim and pairs of cords. */
export function drawScales(pen: Pen, at: Place, [u0, u1]: Span, [v0, v1]: Span, rows: number): void {
  for (let r = 0; r < rows; r++) {
    const [a, b] = [v0 + ((v1 - v0) * r) / rows, v0 + ((v1 - v0) * (r + 1)) / rows];
    const bow = (u: number, v: number): Pt => {
      const [x, y] = at(u, v);
      return [x, y + (1 - ((u - (u0 + u1) / 2) / ((u1 - u0) / 2)) ** 2) * 3];
    };
    const us = [0, 0.25, 0.5, 0.75, 1].map((t) => u0 + (u1 - u0) * t);
    const band = [...us.map((u) => bow(u, a)), ...us.map((u) => bow(u, b)).toReversed()];
    pen.shape(
      band.map((p, i) => (i === 0 || i === 4 || i === 5 || i === 9 ? corner(p) : p)),
      r % 2 ? { tone: 0.72 } : "black",
      0.6,
    );
    pen.stroke(
      us.map((u) => bow(u, a + (b - a) * 0.16)),
      "white",
      0.7,
    );
    const n = Math.max(4, Math.round((u1 - u0) * 8));
    for (let i = 1; i < n; i++) {
      const u = u0 + ((u1 - u0) * i) / n;
      pen
        .of(MATERIALS.red)
        .stroke(
          [bow(u, a + (b - a) * 0.3), bow(u + 0.02, b - (b - a) * 0.12)],
          { tone: 0.3 },
          i % 2 ? 0.9 : 0.5,
        );
    }
  }
}

interface Plate {
  /** Half widths of a plate at its ends and between them, and of its shade, which is offset to the dark side and down. */
  widths: readonly [number, number, number];
  shade: readonly [number, number, number];
  moved: Pt;
  tone: number;
  /** Position along the plate of its widest point. */
  middle: number;
  ridge?: true;
}

/** A plate on a forearm or a shin, between two points of it. */
export function drawPlate(
  pen: Pen,
  [top, low]: readonly [Pt, Pt],
  { widths, shade, moved, tone, middle: at, ridge }: Plate,
): void {
  const middle = mix(top, low, at);
  const plate = limbOutline(top, middle, low, widths);
  pen.shape(plate, "white", 0.9);
  pen.inside(plate, (p) => {
    const dark = lightWay(p)[0] > 0 ? 1 : -1;
    const move = ([x, y]: Pt): Pt => [x + dark * moved[0], y + moved[1]];
    p.fill(limbOutline(top, middle, low, shade).map(move), { tone });
    if (ridge) p.line([top, mix(top, low, 0.5), low], 0.5);
  });
}

/** The pauldron over a shoulder. */
export function drawPauldron(pen: Pen, { shoulder, elbow }: Arm, w: number): void {
  const [x, y] = mix(shoulder.p, elbow.p, 0.12);
  drawPart(pen, "armour/pauldron", {
    frames: { shoulder: ([u, v]) => [x + w * (u / 100), y + w * (v / 100)] },
  });
}

/** The sode: the plate that hangs over an upper arm. */
export function drawSode(pen: Pen, shoulder: Pt, elbow: Pt, w: number): void {
  const bone = boneOf(shoulder, elbow, w);
  const at: Place = (u, v) => bone.at(v, u);
  const top: Paint = { tone: 0.5 };
  pen.shape(sharp([at(-1.2, -0.16), at(1.2, -0.16), at(1.3, 0.02), at(-1.3, 0.02)]), top, 0.8);
  drawScales(pen, at, [-1.35, 1.35], [0.02, 0.66], 4);
}

/** A figure that sits, lies or falls does not wear the sword. */
const isWorn = ({ spec, body, pose }: Job): boolean =>
  spec.design.clothes.sword === true &&
  !spec.unarmed &&
  Math.abs(body.turn) < 60 &&
  pose.support === undefined;

const isFlipped = ({ pen: { matrix } }: Job): boolean => matrix[0] < 0;

/** Whether the scabbard is over the clothes instead of behind them. */
const isBefore = (job: Job): boolean => (job.spec.view === "back" ? true : isFlipped(job));

/** The hip with the sword: a space whose axis runs along the blade from the hilt. */
function hipOf(job: Job): { matrix: Matrix; hilt: number } {
  const { spec, torso, body, pose } = job;
  const { view, design } = spec;
  const side = (view === "back" ? -1 : 1) * (isFlipped(job) ? -1 : 1);
  const k = body.measures.torso / 182;
  const steep = (design.clothes.top === "armor" ? 34 : 0) + pose.lean * 0.6;
  if (view === "front" || view === "back") {
    const [x, y] = torso.at(side * 0.92, 0.76);
    const turn = view === "front" ? 62 : 48;
    return { matrix: placed(x, y, side > 0 ? turn : 180 - turn, k * 0.82, side > 0 ? k : -k), hilt: 0.8 };
  }
  const [x, y] = torso.at(side > 0 ? 0.82 : view === "profile" ? 0.3 : -0.34, 0.74);
  return { matrix: placed(x, y, 157 - steep, k, -k), hilt: 1 };
}

/** The part behind the body; to be drawn before it. */
export function drawSwordBehind(job: Job): void {
  if (isWorn(job) && !isBefore(job)) draw(job.pen.at(hipOf(job).matrix), job, "scabbard");
}

/** The part in front of the trunk; to be drawn after it. */
export function drawSwordBefore(job: Job): void {
  if (!isWorn(job)) return;
  const { matrix, hilt } = hipOf(job);
  const pen = job.pen.at(matrix);
  if (isBefore(job)) draw(pen, job, "scabbard");
  const drawn = inHandsOf(job.spec).includes("sword") || job.spec.beside.includes("sword");
  if (!drawn && job.spec.view !== "back") draw(pen, job, "hilt", hilt);
}

/** Draws a part of the sword; armour has a straight one. */
const draw = (pen: Pen, { spec }: Job, part: "scabbard" | "hilt", long = 1): void =>
  drawPart(pen, `swords/${part}`, {
    is: [spec.design.clothes.top === "armor" ? "straight" : "curved", long < 1 ? "short" : "long"],
    frames: { hilt: ([x, y]) => [x < -14 ? x * long : x, y] },
  });
