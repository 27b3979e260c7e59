// What is worn on a head: beards, glasses, hats.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import { ellipse, type Pt } from "./curves.ts";
import { paintOf } from "./hair-ink.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "./head-rig.ts";
import type { Pen } from "./pen.ts";

export function drawBeard(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const [mx, my0] = rig.mouth;
  const my = 8 + (my0 - 8) * face.chin;
  const paint: Paint = face.old
    ? "white"
    : paintOf(design.hair.fill === "white" ? "light" : design.hair.fill);
  const w = rig.mouthWidth;
  if (design.beard === "stubble") {
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
          0.3,
          "none",
        );
      }
    });
    return;
  }
  if (design.beard === "moustache") {
    pen.shape(
      [
        [mx - 15 * w, my - 1, 1],
        [mx - 7 * w, my - 7],
        [mx, my - 6],
        [mx + 7 * w, my - 7.4],
        [mx + 15 * w, my - 1.4, 1],
        [mx + 6 * w, my - 2.4],
        [mx, my - 2.6],
        [mx - 6 * w, my - 2],
      ],
      paint,
      0.7,
    );
    return;
  }
  const contour = faceContour(rig, face).filter(([, y]) => y > 12);
  const hem = contour.flatMap(([x, y], i): Pt[] => {
    const t = i / Math.max(1, contour.length - 1);
    const drop = Math.sin(t * Math.PI) * (face.old ? 26 : 9);
    const px = x + (x - mx) * 0.04;
    return [
      [px, y + drop * 0.8],
      [px + 2.5, y + drop + (face.old ? 5 : 1.5), 1],
    ];
  });
  const near: Pt = [rig.x(-82), 4];
  const far: Pt[] =
    rig.view === "front"
      ? [
          [rig.x(82), 4],
          [rig.x(70), 18],
          [mx + 22 * w, my - 4],
        ]
      : [[mx + 20 * w, my - 6]];
  const cheek: Pt[] = [
    [mx - 22 * w, my - 4],
    [near[0] + 7, 20],
  ];
  pen.shape(
    [near, ...hem, ...far, [mx + 13 * w, my - 5], [mx, my - 3], [mx - 13 * w, my - 5], ...cheek],
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
  const strandInk: "black" | "white" = paint === "black" ? "white" : "black";
  for (let i = -2; i <= 2; i++) {
    const x = mx + i * 8 * w;
    pen.stroke(
      [
        [x, my + 9],
        [x + i, my + 14],
        [x - i * 0.6, my + 18 + (face.old ? 13 : 0)],
      ],
      strandInk,
      0.35,
    );
  }
}

export function drawGlasses(pen: Pen, rig: Rig, face: FaceLook): void {
  const y = face.eyeY + 1;
  const rims: Pt[][] = rig.eyes.map(({ x, width }) => ellipse(x, y, 13.5 * width, 12, 12));
  for (const rim of rims) pen.contour(rim, 0.8);
  const [near, far] = rig.eyes;
  if (near && far)
    pen.line(
      [
        [near.x + 13 * near.width, y - 1],
        [(near.x + far.x) / 2 + 1.5, y - 3],
        [far.x - 13 * far.width, y - 1],
      ],
      0.8,
      "none",
    );
  if (near)
    pen.line(
      [
        [near.x - 13 * near.width, y - 2],
        [rig.x(-84), y - 4],
      ],
      0.8,
      "none",
    );
  if (far && rig.view === "front")
    pen.line(
      [
        [far.x + 13, y - 2],
        [rig.x(84), y - 4],
      ],
      0.8,
      "none",
    );
  for (const eye of rig.eyes) {
    pen.stroke(
      [
        [eye.x - 8 * eye.width, y - 4],
        [eye.x - 4 * eye.width, y - 8],
      ],
      "white",
      1.1,
    );
  }
}

export function drawHat(pen: Pen, rig: Rig, design: CharacterDesign): void {
  const { hat, topFill } = design.clothes;
  const [cx, r] = rig.skull;
  const side = rig.view === "three-quarter" || rig.view === "profile";
  const lead = side ? 1 : 0;
  const back = rig.view === "back";
  const w = r + 9;
  const dome = (height: number, brow: number): Pt[] => [
    [cx + w - 4, brow],
    [cx + w - 3, -34],
    [cx + w * 0.6, -height + 7],
    [cx, -height],
    [cx - w * 0.6, -height + 6],
    [cx - w + 1, -34],
    [cx - w, brow],
    [cx, brow + 7],
  ];
  const paint = hat === "helmet" ? { tone: 0.2 } : paintOf(topFill === "white" ? "mid" : topFill);
  if (hat === "headband") {
    pen.shape(
      [
        [cx - w + 3, -24],
        [cx, -15],
        [cx + w - 8, -22],
        [cx + w - 9, -12],
        [cx, -5],
        [cx - w + 3, -14],
      ],
      "white",
      0.8,
    );
    if (side || back) {
      pen.shape(
        [
          [cx - w + 4, -20, 1],
          [cx - w - 22, -4],
          [cx - w - 30, 12, 1],
          [cx - w - 14, 0],
          [cx - w + 3, -14, 1],
        ],
        "white",
        0.7,
      );
    }
    return;
  }
  if (hat === "hood") {
    const open: Pt[] = back ? [] : ellipse(rig.faceX * 0.62 + 1, -1, side ? 39 : 41, 46, 12);
    drawHood(pen, cx, w, open, paint);
    return;
  }
  pen.shape(dome(hat === "hat" ? 70 : 62, -17), paint);
  if (hat === "cap") {
    if (!back) {
      const tip = cx + lead * 26;
      pen.shape(
        [
          [cx - (side ? 16 : w - 6), -21],
          [tip, -15],
          [cx + w - 4, -22],
          [cx + w + lead * 17, -10],
          [tip + 4, -4 + (side ? -2 : 2)],
          [cx - (side ? 12 : w - 8), -13],
        ],
        paint === "black" ? { tone: 0.5 } : "black",
      );
    }
    pen.line(
      [
        [cx, -62],
        [cx + lead * 12, -40],
        [cx + lead * 16, -18],
      ],
      0.5,
    );
    return;
  }
  if (hat === "hat") {
    pen.shape(
      [
        [cx - w + 1, -30],
        [cx, -22],
        [cx + w - 4, -30],
        [cx + w - 4, -17],
        [cx, -9],
        [cx - w, -17],
      ],
      "black",
      0.6,
    );
    pen.shape(
      [
        [cx - w - 22, -14],
        [cx - w, -22],
        [cx, -12],
        [cx + w - 2, -22],
        [cx + w + 22, -14],
        [cx + w * 0.5, -3],
        [cx, 0],
        [cx - w * 0.5, -3],
      ],
      paint,
    );
    return;
  }
  pen.shape(
    [
      [cx - w - 3, -20],
      [cx, -11],
      [cx + w - 1, -20],
      [cx + w - 1, -9],
      [cx, -1],
      [cx - w - 3, -9],
    ],
    "white",
  );
  pen.shape(
    [
      [cx + lead * 10 - 4, -66],
      [cx + lead * 10 + 5, -66],
      [cx + lead * 16 + 5, -12],
      [cx + lead * 16 - 5, -12],
    ],
    "white",
    0.7,
  );
  for (const t of [-0.7, -0.3, 0.5])
    pen.fill(ellipse(cx + w * t, -12 + Math.abs(t) * -4, 2.2, 2.2, 6), "black");
}

function drawHood(pen: Pen, cx: number, w: number, open: readonly Pt[], paint: Paint): void {
  const outer: Pt[] = [
    [cx + w - 2, 20],
    [cx + w - 3, -28],
    [cx + w * 0.5, -60],
    [cx - 10, -68],
    [cx - w * 0.8, -50],
    [cx - w - 4, -10],
    [cx - w, 40],
    [cx - 10, 62],
    [cx + w * 0.6, 52],
  ];
  if (open.length === 0) {
    pen.shape(outer, paint);
    return;
  }
  pen.cutOut(outer, open, paint);
}
