// What is worn on a head: glasses and hats.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import { hashOf } from "./chance.ts";
import { corner, ellipse, type Pt, placed } from "./curves.ts";
import { drawKabuto, isEastern } from "./eastern-armour.ts";
import { paintOf } from "./hair-ink.ts";
import type { FaceLook, Rig } from "./head-rig.ts";
import { MATERIALS } from "./materials.ts";
import type { Pen } from "./pen.ts";

/** The sides of glasses run to the ears, under the hair. */
export function drawTemples(pen: Pen, rig: Rig, face: FaceLook): void {
  const y = face.eyeY + 1;
  for (const { x, side, width } of rig.eyes)
    if (side === -1 || rig.view === "front")
      pen.line(
        [
          [x + side * 13 * width, y - 2],
          [rig.x(side * 84), y - 4],
        ],
        0.8,
        "none",
      );
}

/** How a frame lies round an eye: a circle, a rounded square, or a bar over a lens that hardly shows. */
const FRAMES = ["round", "square", "bar"] as const;

export function drawGlasses(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const y = face.eyeY + 1;
  const frame = FRAMES[hashOf(design.look, design.id, "frame") % FRAMES.length] ?? "round";
  for (const { x, width } of rig.eyes) {
    const at = (u: number, v: number): Pt => [x + u * 14 * width, y + v * 11.5];
    if (frame === "round") pen.contour(ellipse(x, y, 13.5 * width, 12, 12), 0.8);
    else {
      const upper = [
        at(-1, 0.1),
        at(-1.02, -0.62),
        at(-0.8, -0.92),
        at(0.8, -0.92),
        at(1.02, -0.62),
        at(1, 0.1),
      ];
      const lower = [at(0.84, 0.72), at(0.5, 0.96), at(-0.5, 0.96), at(-0.84, 0.72)];
      if (frame === "square") pen.contour([...upper, ...lower], 0.85);
      else {
        pen.line(upper, 1.5, "none");
        pen.line([at(1, 0.1), ...lower, at(-1, 0.1)], 0.35, "none");
      }
    }
  }
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

/** Rain on glasses: drops that hang on the lenses, and two that run down from them over the cheek. */
export function drawRainOn(pen: Pen, rig: Rig, face: FaceLook): void {
  if (pen.scale < 0.45) return;
  const y = face.eyeY + 1;
  const drop = (cx: number, cy: number, r: number, long: number) =>
    pen.shape([corner([cx, cy - r * long]), [cx + r, cy], [cx, cy + r], [cx - r, cy]], "white", 0.4);
  for (const { x, side, width } of rig.eyes) {
    const at = (u: number) => x + side * u * 14 * width;
    drop(at(-0.72), y - 6, 1.5, 1.4);
    drop(at(0.34), y - 8.4, 1.2, 1.2);
    drop(at(0.82), y - 1, 1.8, 2);
    drop(at(0.5), y + 9.6, 1.9, 2.6);
    pen.line(
      [
        [at(-0.5), y + 3],
        [at(-0.46), y + 8],
        [at(-0.5), y + 15],
      ],
      0.35,
      "start",
    );
    drop(at(-0.5), y + 18.4, 2.1, 2.2);
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
  if (hat === "helmet" && isEastern(design)) {
    drawKabuto(pen, rig);
    return;
  }
  if (hat === "hat" && WITH_SEDGE.has(design.clothes.top)) {
    drawSedgeHat(pen.of(MATERIALS.sand), rig);
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

/** Clothes with which a hat is a cone of sedge. */
const WITH_SEDGE: ReadonlySet<CharacterDesign["clothes"]["top"]> = new Set(["kimono", "robe"]);

/** A cone of plaited sedge whose brim shades the brow, tied under the chin. */
function drawSedgeHat(pen: Pen, { skull: [cx, r], view, faceX }: Rig): void {
  const wide = r + 40;
  const x = cx + faceX * 0.3;
  const brim = (u: number): Pt => [x + wide * u, -12 + (1 - u * u) * 9];
  if (view !== "back")
    for (const s of [-1, 1] as const)
      pen.line(
        [
          [x + s * r * 0.86, -8],
          [x + s * r * 0.66, 26],
          [faceX + s * 3, 53],
        ],
        0.6,
        "none",
      );
  const outline: Pt[] = [
    corner(brim(-1)),
    [x - wide * 0.5, -46],
    [x - 6, -80],
    [x + 6, -80],
    [x + wide * 0.5, -46],
    corner(brim(1)),
    brim(0.5),
    brim(0),
    brim(-0.5),
  ];
  // High enough for the eyes to be seen under the brim.
  const up = pen.at(placed(0, -9));
  up.shape(outline, { tone: 0.14 });
  up.inside(outline, (p) => {
    p.fill(
      [
        corner([x + 4, -84]),
        [x + wide * 0.3, -40],
        corner(brim(0.42)),
        corner([x + wide * 1.1, 0]),
        corner([x + wide * 0.5, -84]),
      ],
      {
        tone: 0.36,
      },
    );
    for (let u = -0.85; u < 0.9; u += 0.17)
      p.line(
        [[x + u * 6, -78], [x + u * wide * 0.52, -46 - (0.5 - Math.abs(u) * 0.5) * 3], brim(u)],
        0.35,
        "start",
      );
    for (const k of [0.35, 0.62, 0.86])
      p.line(
        [
          [x - wide * k, -80 + 68 * k],
          [x, -80 + 77 * k],
          [x + wide * k, -80 + 68 * k],
        ],
        0.35,
      );
  });
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
