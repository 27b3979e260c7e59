// The features of a face: eyes, brows, nose, mouth, and the marks that manga puts on a feeling.
import type { Expression } from "../../../manga/staging.ts";
import { clamp, corner, ellipse, type Pt } from "./curves.ts";
import { EXPRESSIONS, type ExpressionLook } from "./expressions.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "./head-rig.ts";
import { drawMarks, drawSkinMarks } from "./marks.ts";
import { MATERIALS, type Material } from "./materials.ts";
import { drawMouth } from "./mouth.ts";
import type { Pen } from "./pen.ts";

interface Eye {
  x: number;
  y: number;
  side: 1 | -1;
  w: number;
  h: number;
}

export function drawFeatures(
  pen: Pen,
  rig: Rig,
  face: FaceLook,
  { expression, eyes }: { expression: Expression; eyes: Material },
): void {
  if (rig.view === "back") return;
  const feeling = EXPRESSIONS[expression];
  const fine = pen.scale > 0.55;
  drawSkinMarks(pen, rig, face, feeling);
  if (face.old) drawAge(pen, rig, face);
  for (const { x, side, width } of rig.eyes) {
    const eye = { x, y: face.eyeY, side, w: face.eyeWidth * width, h: face.eyeHeight };
    drawEye(pen.of(eyes), eye, face, feeling, fine);
    drawBrow(pen, eye, face, feeling, rig);
  }
  drawNose(pen, rig, face);
  const skin = skinShape(rig, faceContour(rig, face));
  const [mx, my] = rig.mouth;
  pen.inside(skin, (p) => {
    const at: Pt = [mx, 8 + (my - 8) * face.chin];
    drawMouth(p.of(MATERIALS.blush), {
      at,
      width: rig.mouthWidth * (face.young ? 0.85 : 1),
      kind: feeling.mouth,
      fine,
    });
  });
  drawMarks(pen.of(MATERIALS.tear), rig, face, feeling);
}

/** A point of the eye: `u` from the inner (−0.5) to the outer corner (0.5), `v` in eye heights. */
function eyePoint(eye: Eye, u: number, v: number, tilt: number): Pt {
  return [eye.x + eye.side * u * eye.w, eye.y + v * eye.h - tilt * u * eye.h];
}

function drawEye(pen: Pen, eye: Eye, face: FaceLook, feeling: ExpressionLook, fine: boolean): void {
  const tilt = face.eyeSlant + feeling.tilt;
  const at = (u: number, v: number) => eyePoint(eye, u, v, tilt);
  const lash = (eye.w / 20) * 3.1 * face.lash;
  if (feeling.lids !== "open") {
    drawShutEye(pen, at, feeling.lids, lash / pen.nib);
    return;
  }
  const o = feeling.open;
  const top = (v: number) => 0.1 + (v - 0.1) * o;
  const upper = [
    at(-0.5, top(0.02)),
    at(-0.3, top(-0.34)),
    at(0, top(-0.5)),
    at(0.3, top(-0.38)),
    at(0.52, top(0.06)),
  ];
  const lower = [at(0.4, 0.36), at(0.08, 0.5), at(-0.28, 0.42)];
  const white = [...upper, ...lower];
  pen.fill(white, "white");
  pen.inside(white, (p) => drawIris(p, eye, face, feeling, fine));
  drawUpperLid(pen, eye, at, top, lash);
  const lowWeight = Math.max(0.35, ((face.lash > 1 ? 1.2 : 1.5) * pen.scale * 0.55) / pen.nib);
  pen.line([at(0.47, 0.22), at(0.36, 0.4), at(0.05, 0.52), at(-0.18, 0.5)], lowWeight, "end");
  if (fine && face.eyeHeight > 14) {
    pen.line([at(-0.3, top(-0.62)), at(0.05, top(-0.72)), at(0.4, top(-0.52))], lowWeight * 0.8);
  }
}

function drawIris(pen: Pen, eye: Eye, face: FaceLook, feeling: ExpressionLook, fine: boolean): void {
  const [gx, gy] = feeling.gaze;
  const cx = eye.x + gx * eye.w;
  const cy = eye.y + (gy - 0.02) * eye.h;
  const narrow = eye.w / face.eyeWidth;
  const rx = clamp(face.eyeWidth * 0.31, 0, 7.4) * feeling.iris * (0.25 + 0.75 * narrow);
  const ry = Math.max(eye.h * 0.47, rx * 0.9) * feeling.iris;
  pen.fill(ellipse(cx, cy, rx, ry), "black");
  if (feeling.iris < 0.65) {
    pen.fill(ellipse(cx, cy, rx * 0.55, ry * 0.55), "white");
    pen.fill(ellipse(cx, cy, rx * 0.25, ry * 0.25), "black");
    return;
  }
  if (fine) {
    const glow: [number, number][] = [
      [0, face.irisTone],
      [1, face.irisTone * 0.32],
    ];
    const from = pen.where([cx, cy - ry * 0.3]);
    const to = pen.where([cx, cy + ry]);
    const tone = { type: "linear" as const, at: roundAll([from[0], from[1], to[0], to[1]]), stops: glow };
    pen.fill(ellipse(cx, cy + ry * 0.14, rx * 0.78, ry * 0.72), { tone });
    pen.fill(ellipse(cx, cy - ry * 0.05, rx * 0.42, ry * 0.4), "black");
  }
  pen.fill(ellipse(cx - rx * 0.34, cy - ry * 0.42, rx * 0.42, ry * 0.27, 8), "white");
  if (fine) pen.fill(ellipse(cx + rx * 0.4, cy + ry * 0.42, rx * 0.2, ry * 0.13, 8), "white");
}

const roundAll = ([a, b, c, d]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] => {
  const r = (v: number) => Math.round(v * 10) / 10;
  return [r(a), r(b), r(c), r(d)];
};

type EyeSpace = (u: number, v: number) => Pt;

/** The upper lid is the heaviest line of a face: thin within, thick outside, with a wing. */
function drawUpperLid(pen: Pen, eye: Eye, at: EyeSpace, top: (v: number) => number, lash: number): void {
  const t = lash / eye.h;
  const wing = 0.6 + lash * 0.015;
  pen.fill(
    [
      at(-0.54, top(0.1)),
      at(-0.33, top(-0.38) - t * 0.2),
      at(0, top(-0.54) - t * 0.45),
      at(0.32, top(-0.44) - t * 0.4),
      corner(at(wing, top(0.02) - t * 0.6)),
      at(0.5, top(0.1) + t * 0.15),
      at(0.3, top(-0.32) + t * 0.3),
      at(0, top(-0.47) + t * 0.25),
      at(-0.28, top(-0.28)),
    ],
    "black",
  );
}

function drawShutEye(pen: Pen, at: EyeSpace, lids: "happy" | "shut" | "squeeze", lash: number): void {
  const weight = clamp(lash * pen.scale * 0.85, 0.7, 2.2);
  if (lids === "happy")
    pen.line([at(-0.52, 0.22), at(-0.28, -0.16), at(0, -0.28), at(0.3, -0.16), at(0.55, 0.26)], weight);
  else if (lids === "shut") {
    pen.line([at(-0.5, 0.1), at(-0.2, 0.3), at(0.15, 0.32), at(0.56, 0.06)], weight);
    pen.line([at(0.36, 0.24), at(0.52, 0.4)], weight * 0.5, "end");
    pen.line([at(0.18, 0.32), at(0.26, 0.5)], weight * 0.5, "end");
  } else {
    pen.line([at(0.5, -0.3), at(0.1, -0.06), corner(at(-0.42, 0.12)), at(0.1, 0.2), at(0.46, 0.42)], weight);
  }
}

function drawBrow(pen: Pen, eye: Eye, face: FaceLook, feeling: ExpressionLook, rig: Rig): void {
  const base = eye.y - face.eyeHeight * 0.5 - 8.5 - feeling.browUp * 6;
  const slope = feeling.browTilt * 7;
  const far = rig.view === "three-quarter" && eye.side === 1 ? 0.9 : 1;
  const weight = (face.browWeight * pen.scale) / pen.nib;
  const point = (u: number, dy: number): Pt => [eye.x + eye.side * u * eye.w * 1.12 * far, base + dy];
  pen.line(
    [
      point(-0.5, 1.5 + slope),
      point(-0.1, -1.8 + slope * 0.35),
      point(0.3, -2.2 - slope * 0.3),
      point(0.62, 2.6 - slope * 0.5),
    ],
    Math.max(0.45, weight),
    "end",
  );
  if (feeling.browTilt > 0.8 && eye.side === -1) {
    const x = rig.view === "front" ? 0 : (eye.x + rig.nose[0]) / 2 + 3;
    pen.line(
      [
        [x - 2, base + 3],
        [x - 1, base + 9],
      ],
      0.5,
    );
    pen.line(
      [
        [x + 3, base + 2],
        [x + 2, base + 8],
      ],
      0.5,
    );
  }
}

function drawNose(pen: Pen, rig: Rig, face: FaceLook): void {
  if (rig.view === "profile") return;
  const [x, y0] = rig.nose;
  const y = 8 + (y0 - 8) * face.chin;
  const bold = face.masculine && !face.young;
  if (rig.view === "front") {
    pen.line(
      [
        [x - 1.5, y - 2],
        [x + 1.6, y + 0.6],
        [x - 1.2, y + 1.6],
      ],
      0.55,
    );
    if (bold)
      pen.line(
        [
          [x + 3.4, y - 15],
          [x + 2.6, y - 5],
        ],
        0.5,
      );
    return;
  }
  if (bold)
    pen.line(
      [
        [x - 2, y - 14],
        [x + 0.5, y - 7],
        [x + 4, y - 0.5],
        [x - 0.5, y + 1.6],
      ],
      0.65,
    );
  else
    pen.line(
      [
        [x + 1.4, y - 4],
        [x + 3.4, y],
        [x + 0.6, y + 1.4],
      ],
      0.6,
    );
}

function drawAge(pen: Pen, rig: Rig, face: FaceLook): void {
  for (const eye of rig.eyes) {
    const w = face.eyeWidth * eye.width;
    const y = face.eyeY;
    pen.line(
      [
        [eye.x - w * 0.4, y + 9],
        [eye.x, y + 12],
        [eye.x + w * 0.4, y + 9],
      ],
      0.4,
    );
    pen.line(
      [
        [eye.x + eye.side * w * 0.7, y + 3],
        [eye.x + eye.side * (w * 0.7 + 5), y + 5],
      ],
      0.35,
    );
    pen.line(
      [
        [eye.x + eye.side * w * 0.7, y - 1],
        [eye.x + eye.side * (w * 0.7 + 5), y - 2.5],
      ],
      0.35,
    );
  }
  const [mx, my] = rig.mouth;
  const spread = 15 * rig.mouthWidth;
  if (rig.view !== "profile")
    pen.line(
      [
        [mx + spread * 0.6, my - 12],
        [mx + spread, my - 3],
        [mx + spread * 0.95, my + 4],
      ],
      0.45,
    );
  pen.line(
    [
      [mx - spread * 0.6, my - 12],
      [mx - spread, my - 3],
      [mx - spread * 0.95, my + 4],
    ],
    0.5,
  );
  const fx = rig.faceX;
  pen.line(
    [
      [fx - 13, -20],
      [fx, -22],
      [fx + 12, -20],
    ],
    0.35,
  );
  pen.line(
    [
      [fx - 9, -25.5],
      [fx + 2, -27],
      [fx + 10, -25.5],
    ],
    0.3,
  );
}
