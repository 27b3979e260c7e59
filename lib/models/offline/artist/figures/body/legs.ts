// Legs in trousers, skirts, shorts or nothing, and the shoes under them.

import type { Paint } from "../../../../../manga/drawing.ts";
import { corner, mix, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawGathers, drawPleats, drawTubeCloth, fold, lightWay } from "../clothes/folds.ts";
import { cutOf, drawDrape, hanging, shadeOn } from "../clothes/garments.ts";
import { paletteOf } from "../clothes/palette.ts";
import { drawWeave, weaveOf } from "../clothes/weaves.ts";
import type { Job } from "../figure-job.ts";
import { paintOf } from "../hair/hair-ink.ts";
import { drawShoe, limbOutline } from "./limbs.ts";
import type { Leg, Skeleton } from "./skeleton.ts";
import { hemOf, sweepOf } from "./torso.ts";

export function drawLegs(job: Job): void {
  const { spec, body, torso } = job;
  const pen = job.pen.of(paletteOf(spec.design).bottom);
  const { bottom, bottomFill, top } = spec.design.clothes;
  const order: Leg[] = body.yaw > 110 ? [body.legs.far, body.legs.near] : [body.legs.far, body.legs.near];
  const paint = paintOf(bottomFill);
  for (const [i, leg] of order.entries()) {
    if (i === 1 && bottom === "hakama") drawGusset(pen, body, paint);
    drawLeg(job, leg, paint);
  }
  const grown = isGrown(spec.design);
  const skirt = bottom === "skirt" ? (grown ? 1.2 : 0.86) : bottom === "dress" ? 1.35 : 0;
  if (skirt > 0 && !cutOf(top).hanging) {
    const pleats = bottom === "skirt" && !grown ? 9 : 6;
    const hem = hemOf(body, torso, {
      reach: skirt,
      flare: spec.design.age === "child" ? 12 : 20,
      folds: pleats,
      ease: 0,
      sweep: sweepOf(spec),
    });
    pen.shape(hem.outline, paint);
    const waist = [torso.at(-1, 0.66), torso.at(1, 0.66)] as const;
    pen.inside(hem.outline, (p) => {
      drawDrape(p, paint, waist, hem.ends, pleats);
      drawWeave(p, weaveOf(spec.design, "skirt"), paint, hanging(waist, hem.ends));
    });
    if (top === "apron") drawApronSkirt(job, hem.ends);
  }
}

/** The legs of hakama part no higher than the middle of the thigh: in a stride their cloth spans from one to the other. */
function drawGusset(pen: Pen, { legs: { near, far }, measures: { girth: g } }: Skeleton, paint: Paint): void {
  if (Math.hypot(near.knee.p[0] - far.knee.p[0], near.knee.p[1] - far.knee.p[1]) < 60) return;
  const [a, b] = [mix(far.hip.p, far.knee.p, 0.86), mix(near.hip.p, near.knee.p, 0.86)];
  const low: Pt = [
    (a[0] + b[0]) / 2,
    Math.max((a[1] + b[1]) / 2, (far.hip.p[1] + near.hip.p[1]) / 2 + 62 * g) + 8,
  ];
  const [c, d] = [far.hip.p, near.hip.p];
  const cloth = [corner(c), corner(a), low, corner(b), corner(d)];
  pen.shape(cloth, paint);
  pen.inside(cloth, (p) => {
    if (paint !== "black") p.fill(cloth, shadeOn(paint));
    for (const t of [0.3, 0.55, 0.8]) {
      const foot = mix(mix(a, low, Math.min(1, t * 2)), b, Math.max(0, t * 2 - 1));
      fold(p, paint, [foot, mix(foot, mix(c, d, t), 0.5), mix(c, d, t)], 0.5);
    }
  });
}

/** Short pleats and socks are a girl's; grown women wear a skirt to the calf. */
const isGrown = ({ age }: Job["spec"]["design"]): boolean => age === "adult" || age === "elder";

/** An apron hangs over most of a skirt, and ends in a rounded hem above its own. */
function drawApronSkirt({ pen, spec, torso }: Job, [left, right]: readonly [Pt, Pt]): void {
  if (torso.middle > 2) return;
  const white = spec.design.clothes.topFill === "white";
  const light: Paint = white ? { tone: 0.16 } : "white";
  const [a, b] = [torso.at(-1, 0.8), torso.at(1, 0.8)];
  const low = (t: number, k: number): Pt => mix(mix(a, b, t), mix(left, right, t), k);
  const from = 0.1 + torso.middle * 0.2;
  const cloth = pen.of(MATERIALS.cloth);
  const outline: Pt[] = [
    corner(low(from, 0)),
    corner(low(0.94, 0)),
    low(0.95, 0.5),
    low(0.86, 0.8),
    low(0.5 + from * 0.5, 0.86),
    low(from + 0.06, 0.8),
    low(from - 0.02, 0.5),
  ];
  cloth.shape(outline, light, 0.8);
  cloth.inside(outline, (p) => {
    p.fill(
      [
        corner(low(0.72, -0.1)),
        low(0.74, 0.4),
        corner(low(0.6, 0.7)),
        low(0.8, 0.8),
        corner(low(0.8, 1)),
        corner(low(1.2, 1)),
        corner(low(1.2, -0.1)),
      ],
      shadeOn(light),
    );
    for (const t of [0.36, 0.56]) p.line([low(t, 0.05), low(t, 0.4), low(t + 0.01, 0.66)], 0.5, "end");
  });
}

const hung = ([x, y]: Pt, by: number): Pt => [x, y + by];

function drawLeg({ pen: paper, spec, body, torso, pose }: Job, leg: Leg, paint: Paint): void {
  const colours = paletteOf(spec.design);
  const pen = paper.of(colours.bottom);
  const { bottom } = spec.design.clothes;
  const g = body.measures.girth;
  const { hip, knee, ankle } = leg;
  const bare = [27 * g, 18.5 * g, 9.8 * g] as const;
  const ground = -body.measures.foot - 20;
  const shoe: Paint = bottom === "hakama" || spec.design.clothes.top === "kimono" ? "white" : "black";
  drawShoe(paper.of(colours.shoes), {
    ankle: ankle.p,
    knee: knee.p,
    toe: leg === body.legs.near ? body.toes.near : body.toes.far,
    size: body.measures.foot,
    paint: shoe,
    free: pose.turn !== 0 || ankle.p[1] < ground,
  });
  if (bottom === "hakama") {
    const tube = {
      a: hip.p,
      b: knee.p,
      // Below a shin that is flung back the cloth hangs.
      c: hung(mix(knee.p, ankle.p, 0.88), 20 * g * Math.min(1, Math.abs(ankle.p[0] - knee.p[0]) / 90)),
      widths: [40 * g, 47 * g, 57 * g],
    } as const;
    const outline = limbOutline(tube.a, tube.b, tube.c, tube.widths);
    pen.shape(outline, paint);
    pen.inside(outline, (p) => drawPleats(p, tube, paint));
    return;
  }
  if (bottom === "trousers") {
    const widths = [29 * g, 24 * g, 19 * g] as const;
    const outline = limbOutline(hip.p, knee.p, mix(knee.p, ankle.p, 0.95), widths);
    pen.shape(outline, paint);
    const tube = { a: hip.p, b: knee.p, c: ankle.p, widths };
    drawTubeCloth(pen, outline, tube, paint);
    pen.inside(outline, (p) => {
      drawGathers(p, tube, paint);
      const { hem } = cutOf(spec.design.clothes.top);
      const under = 1.02 + Math.min(hem, 0.3);
      if (paint !== "black" && hem < 0.5)
        p.fill(
          [
            corner(torso.at(-1.4, 0.9)),
            corner(torso.at(1.4, 0.9)),
            torso.at(1.4, under + 0.1),
            torso.at(0.2, under + 0.16),
            torso.at(-1.4, under + 0.08),
          ],
          shadeOn(paint),
        );
      drawCrotch(p, body, leg, paint);
    });
    if (spec.design.clothes.top === "armor") drawGreave(paper.of(MATERIALS.metal), leg, g);
    return;
  }
  const outline = limbOutline(hip.p, knee.p, ankle.p, bare, 1.18);
  paper.of(colours.skin).shape(outline, "white");
  paper.of(colours.skin).inside(outline, (p) => {
    if (bottom !== "shorts") drawShadeOfHem(p, leg, g);
    // From afar it would be dirt on the leg.
    if (p.scale > 0.3) drawKnee(p, leg, g);
    if (bottom === "skirt" && !isGrown(spec.design))
      drawSock(p.of(MATERIALS.plain), leg, g, spec.design.age === "teen");
  });
  if (bottom === "shorts") {
    const [middle, end] = [mix(hip.p, knee.p, 0.5), mix(hip.p, knee.p, 0.88)];
    const tube = { a: hip.p, b: middle, c: end, widths: [31 * g, 32 * g, 31 * g] } as const;
    const cloth = limbOutline(hip.p, middle, end, tube.widths);
    pen.shape(cloth, paint);
    drawTubeCloth(pen, cloth, tube, paint);
    pen.inside(cloth, (p) => drawCrotch(p, body, leg, paint));
  }
}

/** What a skirt throws on a bare thigh. */
function drawShadeOfHem(pen: Pen, { hip, knee }: Leg, g: number): void {
  const w = 40 * g;
  const [x, y] = mix(hip.p, knee.p, 0.9);
  pen.fill(
    [
      corner([hip.p[0] - w, hip.p[1] - w]),
      corner([hip.p[0] + w, hip.p[1] - w]),
      corner([knee.p[0] + w, y + 4]),
      [x + 6, y + 12],
      corner([knee.p[0] - w, y - 6]),
    ],
    { tone: 0.2 },
  );
}

/** The cap of a bare knee: a curve beside it and one under it. */
function drawKnee(pen: Pen, { knee, ankle }: Leg, g: number): void {
  const [x, y] = knee.p;
  const side = lightWay(pen)[0] > 0 ? 1 : -1;
  pen.line(through([x + side * 9 * g, y - 12], [x + side * 13 * g, y - 2], [x + side * 9 * g, y + 9]), 0.5);
  pen.line(through([x - 8 * g, y + 13], [x, y + 16], [x + 7 * g, y + 12]), 0.4);
  const [sx, sy] = mix(knee.p, ankle.p, 0.42);
  pen.line(through([sx - side * 12 * g, sy - 20], [sx - side * 10 * g, sy + 4]), 0.35);
}

/** A sock up to the calf, its edge a band. */
function drawSock(pen: Pen, { knee, ankle }: Leg, g: number, dark: boolean): void {
  const [dx, dy] = [ankle.p[0] - knee.p[0], ankle.p[1] - knee.p[1]];
  const length = Math.hypot(dx, dy) || 1;
  const at = (across: number, k: number): Pt => {
    const [x, y] = mix(knee.p, ankle.p, k);
    return [x - (dy / length) * across * g, y + (dx / length) * across * g];
  };
  const edge = (k: number): Pt[] => [at(-30, k - 0.02), at(0, k + 0.03), at(30, k - 0.02)];
  pen.fill([...edge(0.4), corner(at(30, 1.2)), corner(at(-30, 1.2))], dark ? { tone: 0.75 } : "white");
  pen.line(edge(0.4), 0.7, "none");
  if (!dark) pen.line(edge(0.47), 0.45, "none");
}

/** The plate on a shin, and the cap on the knee. */
function drawGreave(pen: Pen, { knee, ankle }: Leg, g: number): void {
  const [top, low] = [mix(knee.p, ankle.p, 0.12), mix(knee.p, ankle.p, 0.9)];
  const plate = limbOutline(top, mix(top, low, 0.45), low, [21 * g, 22 * g, 17 * g]);
  pen.shape(plate, "white", 0.9);
  pen.inside(plate, (p) => {
    const dark = lightWay(p)[0] > 0 ? 1 : -1;
    p.fill(
      [...limbOutline(top, mix(top, low, 0.45), low, [12 * g, 12 * g, 9 * g])].map(
        ([x, y]): Pt => [x + dark * 15 * g, y],
      ),
      { tone: 0.42 },
    );
    p.line([top, mix(top, low, 0.5), low], 0.5);
  });
  const [x, y] = knee.p;
  pen.shape(
    [
      [x - 19 * g, y - 6],
      [x, y - 20 * g],
      [x + 19 * g, y - 6],
      corner([x + 12 * g, y + 15 * g]),
      corner([x - 12 * g, y + 15 * g]),
    ],
    "white",
    0.9,
  );
  pen.line(through([x - 12 * g, y + 2], [x, y - 4], [x + 12 * g, y + 2]), 0.5);
}

/** Folds run from between the legs up over the thigh and down its inner side. */
function drawCrotch(pen: Pen, { hips, legs }: Skeleton, leg: Leg, paint: Paint): void {
  const { hip, knee } = leg;
  const other = leg === legs.near ? legs.far : legs.near;
  const from: Pt = [mix(hip.p, other.hip.p, 0.5)[0], hips[1] + 26];
  const out = Math.sign(hip.p[0] - from[0]) || 1;
  fold(pen, paint, [from, [from[0] + out * 14, from[1] - 2], [from[0] + out * 32, from[1] - 12]], 0.6);
  fold(pen, paint, [from, mix(from, mix(hip.p, knee.p, 0.42), 0.5), mix(hip.p, knee.p, 0.5)], 0.5);
}
