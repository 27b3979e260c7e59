// A sword at the hip: the scabbard goes back and down behind whoever wears it, the hilt stands out before them.
// It is worn on the left, so it lies before the body of who looks to the left of the page and behind that of who looks to its right.
import { inHandsOf } from "../../closed/storyboard.ts";
import { type Matrix, placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
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
  if (isWorn(job) && !isBefore(job)) draw(job.pen.at(hipOf(job).matrix), job, "scabbard");
}

/** The part that lies before the trunk; to be drawn after it. */
export function drawSwordBefore(job: Job): void {
  if (!isWorn(job)) return;
  const { matrix, hilt } = hipOf(job);
  const pen = job.pen.at(matrix);
  if (isBefore(job)) draw(pen, job, "scabbard");
  const drawn = inHandsOf(job.spec).includes("sword") || job.spec.beside.includes("sword");
  if (!drawn && job.spec.view !== "back") draw(pen, job, "hilt", hilt);
}

/** A part of it: armour goes with a straight sword. */
const draw = (pen: Pen, { spec }: Job, part: "scabbard" | "hilt", long = 1): void =>
  drawPart(pen, `swords/${part}`, {
    is: [spec.design.clothes.top === "armor" ? "straight" : "curved", long < 1 ? "short" : "long"],
    frames: { hilt: ([x, y]) => [x < -14 ? x * long : x, y] },
  });
