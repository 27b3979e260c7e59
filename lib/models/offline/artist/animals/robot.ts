// Robots: plates and joints on the skeleton of a person, on legs or on wheels, with two eyes on their screen or one lamp.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Design } from "../camera/design.ts";
import type { Skeleton } from "../figures/body/skeleton.ts";
import { torsoOf } from "../figures/body/torso.ts";
import type { ExpressionLook } from "../figures/face/expressions.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { drawHand } from "../figures/hands/hands.ts";
import { boxed, ellipse, lerp, mix, type Pt, placed, pts } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { type Look, pinned } from "../things/marks.ts";
import { drawPart } from "../things/parts.ts";
import { type BeastFace, beastFeeling, drawBeastFace, drawBeastMarks, drawBeastMouth } from "./beast-face.ts";
import { frameOf, holdIn } from "./being-frame.ts";

export function drawRobot(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const shell = paintOf(spec.design.clothes.topFill);
  const dark: Paint = shell === "black" ? { tone: 0.4 } : { tone: 0.55 };
  const look: Look = { paints: { shell, dark } };
  /** A plate from one joint to another, so wide to each side. */
  const part = (a: Pt, b: Pt, w: number, paint: Paint) => {
    const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const [nx, ny] = [(-(b[1] - a[1]) / l) * w, ((b[0] - a[0]) / l) * w];
    const limb = ([u, v]: Pt): Pt => {
      const [x, y] = mix(a, b, u / 100);
      return [x + (nx * v) / 100, y + (ny * v) / 100];
    };
    drawPart(pen, "beings/robot-limb", { paints: { limb: paint }, frames: { limb } });
  };
  const joint = ([x, y]: Pt, r: number) => pen.shape(ellipse(x, y, r, r, 9), dark, 0.8);
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    part(shoulder.p, elbow.p, 15, dark);
    // The shell takes the wrist in: a hand has no end of its own.
    part(elbow.p, mix(elbow.p, wrist.p, 1.22), 21, shell);
    joint(shoulder.p, 22);
    joint(elbow.p, 14);
    drawHand(pen, { ...holdIn(pen, frame, side), thumb: 1 });
  };
  arm("far");
  const rolls = isOnWheels(spec.design) && isUpright(body);
  if (rolls) drawWheels(pen, body, { shell, dark });
  for (const leg of rolls ? [] : [body.legs.far, body.legs.near]) {
    part(leg.hip.p, leg.knee.p, 20, dark);
    part(leg.knee.p, leg.ankle.p, 26, shell);
    joint(leg.knee.p, 17);
    drawPart(pen, "beings/robot-foot", { ...look, frames: { joint: pinned(leg.ankle.p) } });
  }
  const { at, middle } = torsoOf(body);
  const c = middle > 1 ? 0 : middle;
  drawPart(pen, "beings/robot-trunk", {
    ...look,
    frames: { trunk: ([x, y]) => at(x / 100, y / 100), front: ([x, y]) => at(c + x / 100, y / 100) },
  });
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 6, body.headTilt, 1.15));
  const ahead = spec.view !== "back";
  drawPart(p, "beings/robot-head", {
    ...look,
    is: [ahead ? "ahead" : "back"],
    draws: {
      face(q) {
        const feeling = beastFeeling(spec);
        const one = isOneEyed(spec.design);
        if (one) drawLampEye(q, [8, -3], feeling);
        (one ? drawBeastMouth : drawBeastFace)(q, FACE, feeling);
      },
    },
  });
  if (ahead) {
    drawBeastMarks(p, spec.design, beastFeeling(spec), 44);
    drawn.face = { corners: boxed([-44, -44], [46, 40]).map(p.where), mouth: p.where([10, 28]) };
  }
  arm("near");
  return drawn;
}

const FACE: BeastFace = {
  ...{ near: [-8, -3], far: [24, -3], eye: 11, ink: "white" },
  ...{ mouth: [8, 27], jaw: 13, closed: "line", mouthInk: "black" },
};

const isOnWheels = ({ told }: Pick<Design, "told">): boolean => told?.onWheels === true;
const isOneEyed = ({ told }: Pick<Design, "told">): boolean => told?.oneEyed === true;

/** Whether it stands, so that what carries it is under it. */
const isUpright = ({ hips, legs }: Skeleton): boolean =>
  Math.abs((legs.near.ankle.p[0] + legs.far.ankle.p[0]) / 2 - hips[0]) < -hips[1] * 0.7 && hips[1] < -90;

/** A column with rings of a bellows, and under it a chassis that rolls on three wheels in a band. */
function drawWheels(
  pen: Pen,
  { hips, legs }: Skeleton,
  { shell, dark }: Record<"shell" | "dark", Paint>,
): void {
  const x = lerp(hips[0], (legs.near.ankle.p[0] + legs.far.ankle.p[0]) / 2, 0.5);
  const [top, deck] = [hips[1] + 4, -74];
  const column = ([u, v]: Pt): Pt => [lerp(hips[0], x, v / 100) + u, lerp(top, deck, v / 100)];
  drawPart(pen, "beings/robot-wheels", {
    paints: { shell, dark },
    frames: { column, joint: pinned([x, 0]) },
  });
}

/** The one lamp of a screen, between where two eyes would be: as wide open as they. */
function drawLampEye(pen: Pen, [x, y]: Pt, { lids, open, gaze, iris }: ExpressionLook): void {
  const r = 15;
  const h = r * (0.35 + 0.65 * Math.min(1.2, open));
  if (lids !== "open") {
    const bow = lids === "happy" ? -8 : 6;
    pen.stroke(pts(`${x - r},${y} ${x},${y + bow} ${x + r},${y}`), "white", 2.4);
    return;
  }
  pen.shape(ellipse(x, y, r * 1.12, h * 1.12, 16), { tone: 0.5 }, 0.7);
  pen.shape(ellipse(x, y, r * 0.9, h * 0.9, 16), "white", 0.5);
  const pupil = iris < 0.7 ? 0.3 : 0.46;
  pen.fill(ellipse(x + gaze[0] * r, y + gaze[1] * r, r * pupil, h * pupil, 12), { tone: 0.6 });
  pen.fill(ellipse(x - r * 0.32, y - h * 0.36, 3.4, 3, 8), "white");
}
