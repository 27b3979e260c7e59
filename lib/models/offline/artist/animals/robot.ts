// Robots: plates and joints on the skeleton of a person.
import type { Paint } from "../../../../manga/drawing.ts";
import { torsoOf } from "../figures/body/torso.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { drawHand } from "../figures/hands/hands.ts";
import { boxed, corner, ellipse, mix, type Pt, placed } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { type Look, pinned } from "../things/marks.ts";
import { drawPart } from "../things/parts.ts";
import { type BeastFace, beastFeeling, drawBeastFace, drawBeastMarks, drawMouthOf } from "./beast-face.ts";
import { frameOf, holdIn } from "./being-frame.ts";
import { drawLampEye, drawWheels, isOneEyed, isOnWheels, isUpright } from "./robot-build.ts";

export function drawRobot(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const shell = paintOf(spec.design.clothes.topFill);
  const dark: Paint = shell === "black" ? { tone: 0.4 } : { tone: 0.55 };
  const look: Look = { paints: { shell, dark } };
  const part = (a: Pt, b: Pt, w: number, paint: Paint) => {
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const l = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [(-dy / l) * w, (dx / l) * w];
    const p = mix(a, b, 0.12);
    const q = mix(a, b, 0.9);
    pen.shape(
      [
        corner([p[0] + nx, p[1] + ny]),
        [q[0] + nx * 1.15, q[1] + ny * 1.15],
        corner([q[0] + nx, q[1] + ny]),
        corner([q[0] - nx, q[1] - ny]),
        [q[0] - nx * 1.15, q[1] - ny * 1.15],
        corner([p[0] - nx, p[1] - ny]),
      ],
      paint,
    );
  };
  const beyond = (p: Pt, q: Pt, k: number): Pt => [p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k];
  const joint = ([x, y]: Pt, r: number) => pen.shape(ellipse(x, y, r, r, 9), dark, 0.8);
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    part(shoulder.p, elbow.p, 15, dark);
    // The shell takes the wrist in: a hand has no end of its own.
    part(elbow.p, beyond(elbow.p, wrist.p, 1.22), 21, shell);
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
        (one ? drawMouthOf : drawBeastFace)(q, FACE, feeling);
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
