// Hats.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawKabuto, isEastern } from "../clothes/eastern-armour.ts";
import { paintOf } from "../hair/hair-ink.ts";
import type { Rig } from "./head-rig.ts";
import { drawSedgeHat, drawStrawHat } from "./straw-hats.ts";

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
  if (hat === "straw-hat") {
    drawStrawHat(pen.of(MATERIALS.sand), rig);
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
    pen.line(through([cx, -62], [cx + lead * 12, -40], [cx + lead * 16, -18]), 0.5);
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
