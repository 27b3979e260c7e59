// A sword at the hip: the scabbard goes back and down behind whoever wears it, the hilt stands out before them.
// It is worn on the left, so it lies before the body of who looks to the left of the page and behind that of who looks to its right.
import { inHandsOf } from "../../closed/storyboard.ts";
import { type Matrix, mix, type Pt, placed, pts, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Job } from "../figure-job.ts";

/** Whoever sits, lies or falls has put it aside. */
const isWorn = ({ spec, body, pose }: Job): boolean =>
  spec.design.clothes.sword === true &&
  !spec.unarmed &&
  Math.abs(body.turn) < 60 &&
  pose.support === undefined;

const isFlipped = ({ pen: { matrix } }: Job): boolean => matrix[0] < 0;

/** Whether the scabbard lies over the clothes rather than behind them. */
const isBefore = (job: Job): boolean => (job.spec.view === "back" ? true : isFlipped(job));

/** The hip it hangs at, pointing along the blade from the hilt. */
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

/** The part that lies behind the body; to be drawn before it. */
export function drawSwordBehind(job: Job): void {
  if (isWorn(job) && !isBefore(job)) drawScabbard(job.pen.at(hipOf(job).matrix), job);
}

/** The part that lies before the trunk; to be drawn after it. */
export function drawSwordBefore(job: Job): void {
  if (!isWorn(job)) return;
  const { matrix, hilt } = hipOf(job);
  const pen = job.pen.at(matrix);
  if (isBefore(job)) drawScabbard(pen, job);
  const drawn = inHandsOf(job.spec).includes("sword") || job.spec.beside.includes("sword");
  if (!drawn && job.spec.view !== "back") drawHilt(pen, job, hilt);
}

function drawScabbard(p: Pen, { spec }: Job): void {
  const straight = spec.design.clothes.top === "armor";
  const saya: readonly Pt[] = straight
    ? pts("-4,-9! 120,-9! 176,-7! 186,0 176,7! 120,9! -4,9!")
    : pts("-4,-8! 70,-10 140,-6 200,5 206,12! 138,8 70,6 -4,8!");
  p.of(MATERIALS.wood).shape(saya, straight ? { tone: 0.6 } : "black", 0.9);
  p.stroke(straight ? pts("8,-3 160,-3") : pts("14,-4 80,-5 150,0"), "white", 0.7);
  if (straight) {
    for (const x of [2, 168])
      p.of(MATERIALS.metal).shape(sharp(pts(`${x},-10 ${x + 10},-9 ${x + 10},9 ${x},10`)), "white", 0.6);
    return;
  }
  // The cord that ties it to the sash.
  p.line(pts("26,-8 34,14 22,26 38,34"), 1.1, "end");
  p.line(pts("26,-8 22,16 34,28"), 0.9, "end");
}

function drawHilt(p: Pen, { spec }: Job, long: number): void {
  const metal = p.of(MATERIALS.metal);
  if (spec.design.clothes.top === "armor") {
    metal.shape(sharp(pts("-14,-30 -5,-30 -5,30 -14,30")), { tone: 0.2 }, 0.8);
    p.shape(sharp(pts(`-14,-6 ${-52 * long},-6 ${-52 * long},6 -14,6`)), "black", 0.6);
    metal.shape(pts(`${-52 * long},-9 ${-64 * long},-8 ${-64 * long},8 ${-52 * long},9`), "white", 0.8);
    return;
  }
  const end: Pt = [-74 * long, -5];
  const grip = sharp(through([-8, -7], [end[0], end[1] - 6], [end[0], end[1] + 7], [-8, 7]));
  p.shape(grip, "black", 0.6);
  for (const t of [0.2, 0.4, 0.6, 0.8]) {
    const [x, y] = mix([-10, 0], end, t);
    p.fill(sharp(through([x - 5, y], [x, y - 5], [x + 5, y], [x, y + 5])), "white");
  }
  metal.shape(pts("-3,-18 3,-16 5,0 3,16 -3,18 -8,14 -9,-14"), { tone: 0.35 }, 0.8);
}
