// Faces of animals and beings: the same feelings as people's, on simpler features.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Expression } from "../../../manga/staging.ts";
import { corner, ellipse, type Pt, placed } from "./curves.ts";
import { EXPRESSIONS, type Mouth } from "./expressions.ts";
import { faceLook, headRig } from "./head-rig.ts";
import { drawMarks } from "./marks.ts";
import type { Pen } from "./pen.ts";

export interface BeastFace {
  near: Pt;
  far: Pt;
  /** Half height of an eye. */
  eye: number;
  mouth: Pt;
  /** Half width of the open mouth. */
  jaw: number;
  closed: "w" | "line" | "none";
  /** On dark coats the features are drawn white. */
  ink: "black" | "white";
  /** The ink of the mouth, where it lies on a muzzle of another colour. */
  mouthInk?: "black";
  /** Eyes all dark, in which only lights show; only fright shows their whites. */
  bead?: true;
  /** Brows that frown at rest. */
  fierce?: true;
}

export function drawBeastFace(pen: Pen, face: BeastFace, expression: Expression): void {
  const feeling = EXPRESSIONS[expression];
  const { near, far, eye, ink } = face;
  const mark = (points: readonly Pt[], weight: number) =>
    ink === "black" ? pen.line(points, weight) : pen.stroke(points, "white", weight * 0.8);
  for (const [[x, y], side, w] of [
    [near, -1, 1],
    [far, 1, 0.8],
  ] as const) {
    const r = eye * 0.78 * w;
    if (feeling.lids === "open") {
      const h = eye * (0.35 + 0.65 * Math.min(1.2, feeling.open));
      const g = feeling.gaze[0] * eye;
      const solid = face.bead && ink === "black" && feeling.iris >= 0.7;
      if (solid) pen.fill(ellipse(x, y, r, h * 1.04, 12), "black");
      else {
        pen.shape(ellipse(x, y, r * 1.15, h * 1.12, 10), "white", 0.7);
        const pupil = feeling.iris < 0.7 ? 0.45 : 0.86;
        pen.fill(ellipse(x + g, y, r * pupil, h * pupil, 10), "black");
      }
      pen.fill(ellipse(x + g - r * 0.3, y - h * 0.38, r * 0.38, h * 0.28, 8), "white");
      if (solid) pen.fill(ellipse(x + g + r * 0.36, y + h * 0.44, r * 0.2, h * 0.14, 7), "white");
      if (feeling.open < 0.85)
        mark(
          [
            [x - r * 1.4, y - h * (0.5 + side * 0.15)],
            [x, y - h * 0.86],
            [x + r * 1.4, y - h * (0.5 - side * 0.15)],
          ],
          1.1,
        );
    } else if (feeling.lids === "happy")
      mark(
        [
          [x - r * 1.3, y + eye * 0.3],
          [x, y - eye * 0.5],
          [x + r * 1.3, y + eye * 0.3],
        ],
        1,
      );
    else if (feeling.lids === "shut")
      mark(
        [
          [x - r * 1.3, y - eye * 0.1],
          [x, y + eye * 0.4],
          [x + r * 1.3, y - eye * 0.1],
        ],
        1,
      );
    else
      mark(
        [[x + side * r * 1.2, y - eye * 0.6], corner([x - side * r, y]), [x + side * r * 1.2, y + eye * 0.6]],
        1,
      );
    if (face.fierce || Math.abs(feeling.browTilt) > 0.2 || feeling.browUp > 0.4) {
      const t = (feeling.browTilt + (face.fierce ? 0.4 : 0)) * eye * 0.5;
      const by = y - eye * 1.6 - feeling.browUp * eye * 0.4;
      mark(
        [
          [x - side * r * 1.3, by + t],
          [x + side * r * 1.4, by - t * 0.7],
        ],
        1,
      );
    }
  }
  const inMouth = (points: readonly Pt[], weight: number) =>
    face.mouthInk ? pen.line(points, weight) : mark(points, weight);
  drawBeastMouth(pen, face, feeling.mouth, inMouth);
}

const ZIGZAG: ReadonlySet<Mouth> = new Set(["clench", "wavy", "uneasy", "quiver", "snarl"]);
const OPEN: ReadonlySet<Mouth> = new Set(["laugh", "shout", "gasp", "scream", "cry", "grin"]);

function drawBeastMouth(
  pen: Pen,
  { mouth: [x, y], jaw, closed, ink, mouthInk }: BeastFace,
  kind: Mouth,
  mark: (points: readonly Pt[], weight: number) => void,
): void {
  if (OPEN.has(kind)) {
    const drop = kind === "scream" ? 1.8 : kind === "gasp" || kind === "shout" ? 1.5 : 1;
    // The upper lip keeps its two bows, and the jaw hangs below them in a round.
    const bows: Pt[] =
      closed === "w"
        ? [[x - jaw * 0.5, y + jaw * 0.26], corner([x, y - jaw * 0.04]), [x + jaw * 0.5, y + jaw * 0.24]]
        : [[x, y + jaw * 0.12]];
    const hole: Pt[] = [
      corner([x - jaw, y]),
      ...bows,
      corner([x + jaw, y - 1]),
      [x + jaw * 0.76, y + jaw * drop * 0.62],
      [x + jaw * 0.34, y + jaw * drop],
      [x - jaw * 0.34, y + jaw * drop],
      [x - jaw * 0.78, y + jaw * drop * 0.62],
    ];
    pen.shape(hole, "black", 0.6);
    pen.inside(hole, (p) => p.fill(ellipse(x, y + jaw * drop, jaw * 0.6, jaw * 0.45, 8), { tone: 0.3 }));
    if (ink === "white" && !mouthInk) pen.stroke(hole, "white", 0.5, true);
    return;
  }
  if (kind === "oh") {
    const hole = ellipse(x, y + jaw * 0.34, jaw * 0.34, jaw * 0.42, 10);
    pen.shape(hole, "black", 0.6);
    if (ink === "white" && !mouthInk) pen.stroke(hole, "white", 0.5, true);
    return;
  }
  if (ZIGZAG.has(kind)) {
    mark(
      [
        [x - jaw, y + 2],
        corner([x - jaw * 0.5, y - 1]),
        corner([x, y + 3]),
        corner([x + jaw * 0.5, y - 1]),
        [x + jaw, y + 2],
      ],
      0.8,
    );
    return;
  }
  if (closed === "none") return;
  const down = kind === "frown" ? -1 : closed === "line" && kind === "line" ? 0.2 : 1;
  if (closed === "w") {
    mark(
      [
        [x - jaw * 0.9, y],
        [x - jaw * 0.45, y + 5 * down],
        corner([x, y]),
        [x + jaw * 0.45, y + 5 * down],
        [x + jaw * 0.8, y],
      ],
      0.8,
    );
  } else
    mark(
      [
        [x - jaw, y],
        [x, y + 4 * down],
        [x + jaw, y - 1],
      ],
      0.9,
    );
}

/** Sweat, veins and tears, at the size of a head of half width `r` round the origin. */
export function drawBeastMarks(pen: Pen, design: CharacterDesign, expression: Expression, r: number): void {
  const p = pen.at(placed(0, 0, 0, r / 44));
  drawMarks(p, headRig("three-quarter"), faceLook(design), EXPRESSIONS[expression]);
}
