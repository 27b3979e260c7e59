// Beards: stubble, moustaches, and full beards that taper in locks from the ears to a tip below the chin.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import { chance, hashOf } from "./chance.ts";
import { corner, lerp, type Pt } from "./curves.ts";
import { paintOf } from "./hair-ink.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "./head-rig.ts";
import type { Pen } from "./pen.ts";

interface Beard {
  pen: Pen;
  rig: Rig;
  face: FaceLook;
  paint: Paint;
  /** The middle of the mouth, and its width. */
  mx: number;
  my: number;
  w: number;
}

/** What grows under the features; the moustache is drawn after them. */
export function drawBeard(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const beard = beardOf(pen, rig, face, design);
  if (design.beard === "stubble") drawStubble(beard);
  if (design.beard === "full") drawFull(beard, hashOf(design.look, design.id, "beard"));
}

function beardOf(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): Beard {
  const [mx, my] = rig.mouth;
  const grey: Paint = face.old ? "white" : paintOf(design.hair.fill === "white" ? "light" : design.hair.fill);
  return { pen, rig, face, paint: grey, mx, my: 8 + (my - 8) * face.chin, w: rig.mouthWidth };
}

function drawStubble({ pen, rig, face, mx, my, w }: Beard): void {
  pen.inside(skinShape(rig, faceContour(rig, face)), (p) => {
    for (let i = 0; i < 26; i++) {
      const a = ((i * 47) % 100) / 100;
      const b = ((i * 71) % 100) / 100;
      const x = mx + (a - 0.5) * 50 * w;
      const y = my + 3 + b * 14 - Math.abs(a - 0.5) * 16;
      p.line(
        [
          [x, y],
          [x + 0.4, y + 2.4],
        ],
        0.4,
        "none",
      );
    }
  });
}

/** Two wings that spring from under the nose and droop past the corners of the mouth. */
export function drawMoustache(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const { paint, mx, my, w } = beardOf(pen, rig, face, design);
  const drop = design.beard === "full" ? 7 : 0;
  const sides = rig.view === "profile" ? ([-1] as const) : ([-1, 1] as const);
  for (const s of sides)
    pen.shape(
      [
        corner([mx - s * 0.8, my - 6.6]),
        [mx + s * 7 * w, my - 7.8],
        [mx + s * 14 * w, my - 3],
        corner([mx + s * 20 * w, my + drop]),
        [mx + s * 13 * w, my + drop * 0.35],
        corner([mx + s * 11 * w, my + drop * 0.3 - 0.4]),
        [mx + s * 5 * w, my - 1.6],
        corner([mx, my - 2.4]),
      ],
      paint,
      0.7,
    );
  const ink = paint === "black" ? "white" : "black";
  for (const s of sides)
    pen.stroke(
      [
        [mx + s * 3 * w, my - 5],
        [mx + s * 10 * w, my - 4.4],
        [mx + s * 15 * w, my - 1],
      ],
      ink,
      0.28,
    );
}

function drawFull({ pen, rig, face, paint, mx, my, w }: Beard, seed: number): void {
  const rng = chance(seed);
  const contour = faceContour(rig, face).filter(([, y]) => y > 10);
  const first = contour[0] ?? [mx - 30, 12];
  const last = contour.at(-1) ?? [mx + 30, 12];
  const length = face.old ? 34 : 15;
  const tip: Pt = [mx + 1 - (rig.view === "profile" ? 6 : 0), 48 * face.chin + length];
  const n = face.old ? 9 : 7;
  const hem: Pt[] = [];
  for (let i = 0; i <= n; i++) {
    const t = i / n;
    const [jx, jy] = contour[Math.min(contour.length - 1, Math.round(t * (contour.length - 1)))] ?? first;
    const pull = Math.sin(t * Math.PI) ** 1.5;
    const x = lerp(jx, lerp(jx, tip[0], 0.2), pull);
    const y = lerp(jy, lerp(jy, tip[1], 0.86), pull);
    const lock = (1 - Math.abs(t - 0.5)) * (face.old ? 12 : 6) * rng.between(0.6, 1.2);
    hem.push([x, y], corner([lerp(x, tip[0], 0.22), y + lock]));
  }
  const near: Pt = [rig.x(-84), 6];
  const far: Pt[] =
    rig.view === "front"
      ? [
          [rig.x(84), 6],
          [rig.x(68), 17],
        ]
      : [[last[0] - 1.5, last[1] - 6]];
  pen.shape(
    [
      near,
      ...hem,
      ...far,
      [mx + 19 * w, my - 3],
      [mx + 12 * w, my - 5],
      [mx, my - 3],
      [mx - 12 * w, my - 5],
      [mx - 20 * w, my - 2],
      [near[0] + 8, 22],
    ],
    paint,
    0.8,
  );
  pen.fill(
    [
      [mx - 8 * w, my - 2],
      [mx, my - 3],
      [mx + 8 * w, my - 2],
      [mx, my + 4],
    ],
    "white",
  );
  const ink: "black" | "white" = paint === "black" ? "white" : "black";
  for (let i = -3; i <= 3; i++) {
    const x = mx + i * 7 * w;
    const from = my + 8 - Math.abs(i) * 3;
    const to = lerp(from, tip[1], 0.62 - Math.abs(i) * 0.09);
    pen.stroke(
      [
        [x, from],
        [lerp(x, tip[0], 0.25), lerp(from, to, 0.5)],
        [lerp(x, tip[0], 0.5), to],
      ],
      ink,
      0.3,
    );
  }
  if (face.old)
    for (const [dx, from, to] of [
      [9, 14, 26],
      [13, 11, 22],
      [-10, 16, 24],
    ] as const)
      pen.line(
        [
          [mx + dx * w, my + from],
          [mx + dx * w * 0.8, my + to],
        ],
        0.4,
      );
}
