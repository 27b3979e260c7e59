// Birds that perch, fly and sleep. Figure space: the ground is y = 0, they look to the right.
import type { Paint } from "../../../manga/drawing.ts";
import { drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { type Posture, postureOf } from "./breeds.ts";
import { coatOf } from "./coats.ts";
import { corner, ellipse, placed, pts } from "./curves.ts";
import type { DrawnFigure, FigureSpec } from "./figure-job.ts";
import type { Pen } from "./pen.ts";

const inkFor = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

/** Where a bird's head is. */
export const birdHead = (posture: Posture): { x: number; y: number } =>
  posture === "run" ? { x: 4, y: -146 } : { x: 24, y: posture === "sleep" ? -66 : -82 };

/** Whether a bird on the ground throws up its wings. */
const isExcited = ({ pose, expression }: FigureSpec): boolean =>
  postureOf(pose) !== "sleep" &&
  (["wave", "arms-up", "jump", "fight", "dance", "shrug"].includes(pose) ||
    ["laugh", "shout", "shocked", "surprised", "furious"].includes(expression));

/** Degrees that a feeling tilts a bird's head. */
const tiltOf = ({ expression }: FigureSpec): number =>
  ["sad", "cry", "tired", "shy", "worried"].includes(expression)
    ? 12
    : ["thoughtful", "surprised", "smug", "laugh"].includes(expression)
      ? -12
      : 0;

export function drawBird(pen: Pen, spec: FigureSpec): DrawnFigure {
  const paint = coatOf(spec.design);
  const posture = postureOf(spec.pose);
  const flying = posture === "run";
  const p = flying ? pen.at(placed(0, -60, -14)) : pen;
  const wing: Paint = paint === "white" ? { tone: 0.25 } : paint === "black" ? { tone: 0.75 } : "black";
  p.shape(pts("-40,-34! -92,-12! -84,-4! -94,4! -40,-14!"), paint);
  if (!flying && posture !== "sleep")
    for (const x of [-4, 12]) p.line([[x, -10], [x + 2, -2], corner([x + 2, 0]), [x + 14, 1]], 1.1, "none");
  if (flying) p.shape(pts("-20,-48! -44,-90 -70,-122! -30,-112 6,-84 16,-52!"), wing, 0.9);
  const body = posture === "sleep" ? -6 : 0;
  p.shape(
    [
      [-50, -30],
      [-30, -62 - body],
      [4, -78 - body],
      [40, -62 - body],
      [46, -34],
      [26, -10],
      [-16, -8],
    ],
    paint,
  );
  p.fill(pts("20,-50 42,-40 30,-16 4,-12 8,-34"), paint === "white" ? { tone: 0.1 } : "white");
  if (flying) p.shape(pts("-22,-50! -50,-10 -82,26! -36,16 2,-28!"), wing, 0.9);
  else if (isExcited(spec))
    p.shape(
      pts("8,-44! -12,-78 -44,-100 -84,-106! -66,-84! -74,-76! -50,-58! -54,-48! -22,-24 2,-24!"),
      wing,
      0.9,
    );
  else p.shape(pts("6,-52 -20,-56 -52,-36 -74,-16! -30,-18 0,-26"), wing, 0.9);
  const h = p.at(placed(24, posture === "sleep" ? -66 : -82, posture === "sleep" ? 16 : tiltOf(spec)));
  h.shape(ellipse(0, 0, 31, 29, 12), paint);
  const open =
    ["laugh", "shout", "gasp", "cry", "grin"].includes(spec.expression) ||
    spec.expression === "surprised" ||
    spec.expression === "shocked";
  h.shape(pts("24,-6! 40,-2 56,4! 40,8 24,8!"), { tone: 0.3 }, 0.9);
  if (open) h.shape(pts("24,8! 38,12 48,20! 34,20 22,14!"), { tone: 0.5 }, 0.8);
  drawBeastFace(
    h,
    { near: [2, -4], far: [21, -5], eye: 8, mouth: [30, 8], jaw: 6, closed: "none", ink: inkFor(paint) },
    spec.expression === "shout" ? "angry" : open ? "surprised" : spec.expression,
  );
  h.line(pts("-4,-28 -10,-40 -2,-38"), 0.9);
  drawBeastMarks(h, spec.design, spec.expression, 31);
  return {
    face: {
      corners: [h.where([-32, -30]), h.where([56, -30]), h.where([56, 30]), h.where([-32, 30])],
      mouth: h.where([46, 8]),
    },
    keep: [],
  };
}
