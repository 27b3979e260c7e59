// What a pose needs under it: a stool to sit on, a bed to lie in, a boat to row, something to ride.
import type { Prop } from "../../../manga/staging.ts";
import { corner, ellipse, mix, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { FigureSpec } from "./figure-job.ts";
import { MATERIALS } from "./materials.ts";
import type { Pen } from "./pen.ts";
import { drawProp } from "./props.ts";
import { skeletonOf } from "./skeleton.ts";
import { posed } from "./stances.ts";

export interface SupportSpec extends FigureSpec {
  props: readonly Prop[];
  /** A boat floats whoever sits or stands in it. */
  afloat: boolean;
  /** Whoever lies does so in a bed, under a quilt. */
  bedded: boolean;
}

/** Drawn before the figure. */
export function drawSupport(pen: Pen, spec: SupportSpec): void {
  const pose = posed(spec);
  if (spec.afloat) {
    boatPen(pen, spec).shape(pts("-330,-116! -150,-92 150,-92 380,-128! 300,-60 -260,-50"), {
      tone: 0.5,
    });
    return;
  }
  if (!pose.support || spec.pose === "write" || spec.pose === "eat") {
    if (pose.support === "seat") stool(pen, spec);
    return;
  }
  if (spec.pose === "ride") {
    const { hips } = skeletonOf(spec.design, pose, spec.view);
    const k = -hips[1] / 206;
    drawProp(pen.at(placed(hips[0] + 62 * k, -136 * k, 0, k)), "bicycle");
  } else if (pose.support === "bed") {
    if (spec.bedded) bed(pen, spec);
  } else stool(pen, spec);
}

/** How far a bed raises whoever lies in it, in figure units. */
export const BED_HEIGHT = 84;

function bed(wood: Pen, spec: SupportSpec): void {
  const { head, legs } = skeletonOf(spec.design, posed(spec), spec.view);
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
    p.line(
      [
        [from + 4, -10],
        [from + 22, -22],
        [from + 38, -26],
      ],
      0.5,
      "end",
    );
  });
}

/** The quilt over somebody in bed, from the chest to the foot of the bed, with the sheet turned down over its edge. */
function quilt(paper: Pen, spec: SupportSpec): void {
  const { neck, hips, arms, legs, measures: m } = skeletonOf(spec.design, posed(spec), spec.view);
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
  pen.line(
    [
      [chest[0] + 4, chest[1] + 14],
      [chest[0] - 2, -24],
      [chest[0] + 2, 10],
    ],
    0.4,
  );
}

function stool(pen: Pen, spec: SupportSpec): void {
  const { hips, measures: m } = skeletonOf(spec.design, posed(spec), spec.view);
  const top = hips[1] + m.hips * 0.72;
  if (top > -14) return;
  const w = m.hips * 2.1;
  pen.shape(
    sharp([
      [-w, top],
      [w * 0.8, top],
      [w, top - 14],
      [-w * 0.8, top - 14],
    ]),
    "white",
    0.9,
  );
  pen.shape(
    sharp([
      [-w, top],
      [w * 0.8, top],
      [w * 0.8, top + 16],
      [-w, top + 16],
    ]),
    { tone: 0.4 },
    0.9,
  );
  for (const x of [-w * 0.9, w * 0.62])
    pen.shape(
      sharp([
        [x, top + 16],
        [x + 14, top + 16],
        [x + 14, 0],
        [x, 0],
      ]),
      { tone: 0.5 },
      0.8,
    );
}

/** The boat's gunwale comes up to the hips of whoever sits in it, to the knees of whoever stands. */
function boatPen(pen: Pen, spec: SupportSpec): Pen {
  const { hips } = skeletonOf(spec.design, posed(spec), spec.view);
  return pen.at(placed(hips[0], Math.max(hips[1] + 96, -52)));
}

/** Drawn after the figure: the near side of a boat, the table of whoever writes or eats. */
export function drawSupportBefore(paper: Pen, spec: SupportSpec): void {
  let pen = paper;
  if (spec.afloat) {
    pen = boatPen(paper, spec);
    boatPen(pen, spec).shape(pts("-340,-104! -160,-66 150,-66 392,-122! 310,24 190,56 -190,56 -290,20"), {
      tone: 0.14,
    });
    pen.line(pts("-318,-66 -160,-32 160,-32 360,-78"), 0.9, "none");
    pen.line(pts("-304,-28 -160,4 170,4 334,-34"), 0.6, "none");
    for (const x of [-120, 60, 220])
      pen.line(
        [
          [x, -64],
          [x + 6, 50],
        ],
        0.5,
      );
    pen.fill(pts("-290,20 -190,56 190,56 310,24 330,-20 180,30 -190,30"), { tone: 0.45 });
    for (const [x, w] of [
      [-330, 90],
      [40, 130],
      [350, 80],
    ] as const)
      pen.shape(
        [corner([x - w, 62]), [x - w * 0.3, 42], [x + w * 0.3, 52], corner([x + w, 60]), [x, 74]],
        "white",
        0.6,
      );
    if (spec.pose === "row") drawOar(paper, spec);
    return;
  }
  if (spec.bedded) quilt(paper, spec);
  if (spec.pose !== "write" && spec.pose !== "eat") return;
  const { arms, measures: m } = skeletonOf(spec.design, posed(spec), spec.view);
  const top =
    Math.max(arms.far.wrist.p[1], arms.near.wrist.p[1] - (spec.pose === "eat" ? -90 : 0)) + m.hand * 0.32;
  pen.shape(
    sharp([
      [-30, top],
      [290, top],
      [250, top - 26],
      [20, top - 26],
    ]),
    "white",
    0.9,
  );
  pen.shape(
    sharp([
      [-30, top],
      [290, top],
      [290, top + 18],
      [-30, top + 18],
    ]),
    { tone: 0.35 },
    0.9,
  );
  for (const x of [-20, 264])
    pen.shape(
      sharp([
        [x, top + 18],
        [x + 16, top + 18],
        [x + 16, 0],
        [x, 0],
      ]),
      { tone: 0.35 },
      0.8,
    );
  if (spec.pose === "eat") drawProp(pen.at(placed(150, top - 38, 0, 0.9)), "bowl");
  else {
    pen.shape(
      sharp([
        [70, top - 4],
        [170, top - 4],
        [150, top - 20],
        [80, top - 20],
      ]),
      "white",
      0.6,
    );
    pen.shape(ellipse(210, top - 16, 12, 8, 8), "black", 0.6);
  }
}

/** The near oar: from the hands over the gunwale into the water. */
function drawOar(pen: Pen, spec: SupportSpec): void {
  const { arms } = skeletonOf(spec.design, posed(spec), spec.view);
  const [x, y] = arms.near.wrist.p;
  const p = pen.at(placed(x + 10, y, 38));
  p.shape(sharp(pts("-70,-5 210,-5 210,5 -70,5")), "white", 0.9);
  p.shape(pts("206,-6! 230,-18 288,-15 296,0 288,15 230,18 206,6!"), { tone: 0.2 }, 0.9);
  p.shape(pts("-20,-12 4,-14 12,0 2,13 -18,12"), "white", 0.8);
}
