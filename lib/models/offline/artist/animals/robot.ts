// Robots: plates and joints on the skeleton of a person.
import type { Paint } from "../../../../manga/drawing.ts";
import { torsoOf } from "../figures/body/torso.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { drawHand } from "../figures/hands/hands.ts";
import { corner, ellipse, mix, type Pt, placed, pts, sharp } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { type BeastFace, beastFeeling, drawBeastFace, drawBeastMarks, drawMouthOf } from "./beast-face.ts";
import { frameOf, holdIn } from "./being-frame.ts";
import { drawLampEye, drawWheels, isOneEyed, isOnWheels, isUpright } from "./robot-build.ts";

export function drawRobot(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const shell = paintOf(spec.design.clothes.topFill);
  const dark: Paint = shell === "black" ? { tone: 0.4 } : { tone: 0.55 };
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
    const [x, y] = leg.ankle.p;
    pen.shape(
      [
        [x - 24, y - 8],
        [x + 16, y - 10],
        [x + 40, y + 8],
        corner([x + 40, y + 17]),
        corner([x - 26, y + 17]),
      ],
      dark,
    );
  }
  const torso = torsoOf(body);
  const at = torso.at;
  pen.shape(sharp([at(-0.6, 0.72), at(0.6, 0.72), at(1.1, 1.06), at(-1.1, 1.06)]), dark);
  pen.shape(
    [
      corner(at(-1.15, 0)),
      corner(at(1.15, 0)),
      at(1.25, 0.3),
      corner(at(0.95, 0.76)),
      corner(at(-0.95, 0.76)),
      at(-1.25, 0.3),
    ],
    shell,
  );
  const c = torso.middle > 1 ? 0 : torso.middle;
  pen.shape(
    sharp([at(c - 0.4, 0.16), at(c + 0.4, 0.16), at(c + 0.36, 0.42), at(c - 0.36, 0.42)]),
    "white",
    0.8,
  );
  for (const u of [-0.2, 0, 0.2])
    pen.fill(ellipse(...xy(at(c + u, 0.29)), 6, 6, 7), u === 0 ? "black" : { tone: 0.4 });
  pen.line([at(c - 0.5, 0.58), at(c + 0.5, 0.58)], 0.8, "none");
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 6, body.headTilt, 1.15));
  p.shape(sharp(pts("-12,34 12,34 12,54 -12,54")), dark, 0.8);
  p.shape(pts("-44,-34 -34,-44 36,-44 46,-34 44,30 34,40 -32,40 -42,30"), shell);
  p.line(pts("2,-44 4,-66"), 1.2, "none");
  p.shape(ellipse(4, -70, 7, 7, 9), "black", 0.8);
  p.shape(ellipse(-40, 0, 9, 15, 10), dark, 0.9);
  if (spec.view !== "back") {
    const visor = pts("-26,-22 38,-22 42,-14 40,12 34,18 -24,18 -30,10 -30,-14");
    p.shape(visor, "black", 0.8);
    const feeling = beastFeeling(spec);
    const one = isOneEyed(spec.design);
    if (one) drawLampEye(p, [8, -3], feeling);
    const face: BeastFace = {
      ...{ near: [-8, -3], far: [24, -3], eye: 11, ink: "white" },
      ...{ mouth: [8, 27], jaw: 13, closed: "line", mouthInk: "black" },
    };
    (one ? drawMouthOf : drawBeastFace)(p, face, feeling);
    drawBeastMarks(p, spec.design, beastFeeling(spec), 44);
    drawn.face = {
      corners: [p.where([-44, -44]), p.where([46, -44]), p.where([46, 40]), p.where([-44, 40])],
      mouth: p.where([10, 28]),
    };
  }
  arm("near");
  return drawn;
}

const xy = ([x, y]: Pt): [number, number] => [x, y];
