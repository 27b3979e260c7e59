// A bed and the quilt over whoever lies in it. Figure space: the ground is y = 0, the head lies to the left.

import { corner, mix, type Pt, rect, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { bodyAs } from "./body/bodies.ts";
import type { FigureSpec } from "./figure-job.ts";

/** How far a bed raises whoever lies in it, in figure units. */
export const BED_HEIGHT = 84;

export function bed(wood: Pen, spec: FigureSpec): void {
  const { head, legs } = bodyAs(spec);
  const [from, to] = [head[0] - 66, Math.max(legs.near.ankle.p[0], legs.far.ankle.p[0]) + 72];
  const cloth = wood.of(MATERIALS.cloth);
  wood.shape(
    [
      corner([from - 24, BED_HEIGHT]),
      [from - 26, -100],
      [from - 12, -122],
      [from + 2, -100],
      corner([from + 2, BED_HEIGHT]),
    ],
    { tone: 0.5 },
    0.9,
  );
  for (const x of [from + 10, to - 26]) wood.shape(rect(x, 40, 18, BED_HEIGHT - 40), { tone: 0.62 }, 0.8);
  wood.shape(rect(from - 2, 34, to - from + 4, 24), { tone: 0.4 }, 0.9);
  cloth.shape(
    [corner([from, 36]), [from - 4, 12], [from + 14, -4], [to - 14, -4], [to + 4, 12], corner([to, 36])],
    "white",
    0.9,
  );
  cloth.fill(
    [corner([from + 2, 26]), [(from + to) / 2, 22], corner([to, 24]), corner([to, 35]), corner([from, 35])],
    { tone: 0.16 },
  );
  const pillow: Pt[] = [
    corner([from + 2, -6]),
    [from - 2, -52],
    [from + 18, -64],
    [from + 62, -56],
    corner([from + 108, -34]),
    [from + 106, -8],
    [from + 54, 2],
  ];
  cloth.shape(pillow, "white", 0.9);
  cloth.inside(pillow, (p) => {
    p.fill(
      [
        corner([from - 8, -14]),
        [from + 40, -8],
        [from + 110, -22],
        corner([from + 112, 8]),
        corner([from - 8, 8]),
      ],
      { tone: 0.16 },
    );
    p.line(through([from + 4, -10], [from + 22, -22], [from + 38, -26]), 0.5, "end");
  });
}

/** The quilt over somebody in bed, from the chest to the foot of the bed, with the sheet turned down over its edge. */
export function quilt(paper: Pen, spec: FigureSpec): void {
  const { neck, hips, arms, legs, measures: m } = bodyAs(spec);
  const pen = paper.of(MATERIALS.cloth);
  const over = (p: Pt, half: number): Pt => [p[0], p[1] - half];
  const hands = [arms.near, arms.far];
  const highest = (p: Pt, joints: readonly Pt[]): Pt => [
    p[0],
    Math.min(p[1], ...joints.map(([, y]) => y - 20)),
  ];
  const chest = highest(
    over(mix(neck, hips, 0.3), m.shoulders * 0.9),
    hands.map(({ elbow }) => elbow.p),
  );
  const knee = legs.near.knee.p[1] < legs.far.knee.p[1] ? legs.near.knee.p : legs.far.knee.p;
  const foot: Pt = [
    Math.max(legs.near.ankle.p[0], legs.far.ankle.p[0]),
    Math.min(legs.near.ankle.p[1], legs.far.ankle.p[1]),
  ];
  const hip = highest(
    over(hips, m.hips * 1.1),
    hands.map(({ wrist }) => wrist.p),
  );
  const top: Pt[] = [
    chest,
    mix(chest, hip, 0.5),
    hip,
    over(knee, 52),
    mix(over(knee, 44), over(foot, 36), 0.5),
    over(foot, 40),
  ];
  const end = foot[0] + 58;
  const hem: Pt[] = [
    corner([end + 8, 30]),
    [end - 60, 36],
    [end - 140, 28],
    [end - 230, 37],
    [hip[0], 28],
    corner([chest[0] - 12, 34]),
  ];
  const outline: Pt[] = [corner(chest), ...top.slice(1), [end, foot[1] - 18], ...hem];
  pen.shape(outline, { tone: 0.2 }, 1);
  pen.inside(outline, (p) => {
    p.fill(
      [
        corner([chest[0] - 30, 6]),
        [hip[0], -12],
        [knee[0], 2],
        [foot[0], -14],
        corner([end + 20, 0]),
        corner([end + 20, 60]),
        corner([chest[0] - 30, 60]),
      ],
      { tone: 0.34 },
    );
    for (const [from, to, out] of [
      [hip, [hip[0] + 46, 10], 26],
      [over(knee, 30), [knee[0] - 46, 6], -20],
      [over(knee, 28), [knee[0] + 52, 14], 24],
      [over(foot, 34), [foot[0] - 40, 4], -16],
    ] as const)
      p.line([from, [(from[0] + to[0]) / 2 + out * 0.3, (from[1] + to[1]) / 2], to], 0.6, "end");
  });
  const fold: Pt[] = [
    corner([chest[0] - 4, chest[1] - 3]),
    [chest[0] + 30, chest[1] - 5],
    corner([chest[0] + 36, chest[1] + 4]),
    [chest[0] + 26, -30],
    corner([chest[0] + 22, 33]),
    corner([chest[0] - 16, 36]),
    [chest[0] - 14, -30],
  ];
  pen.shape(fold, "white", 0.9);
  pen.line(through([chest[0] + 4, chest[1] + 14], [chest[0] - 2, -24], [chest[0] + 2, 10]), 0.4);
}
