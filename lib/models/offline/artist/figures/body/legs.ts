// Legs in trousers, skirts or shorts, or bare, and the shoes.

import type { Paint } from "../../../../../manga/drawing.ts";
import { corner, mix, type Pt } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { drawPlate } from "../clothes/armour.ts";
import { boneOf, drawGathers, drawPleats, drawTubeCloth, fold, frameOn, lightWay } from "../clothes/folds.ts";
import { cutOf, drawDrape, drawWeave, hanging, shadeOn, weaveOf } from "../clothes/garments.ts";
import { paletteOf } from "../clothes/palette.ts";
import type { Job } from "../figure-job.ts";
import { paintOf } from "../hair/hair-ink.ts";
import type { Leg, Skeleton } from "./skeleton.ts";
import { drawShoe, hemOf, limbOutline, sweepOf } from "./torso.ts";

export function drawLegs(job: Job): void {
  const { spec, body, torso } = job;
  const pen = job.pen.of(paletteOf(spec.design).bottom);
  const { bottom, bottomFill, top } = spec.design.clothes;
  const paint = paintOf(bottomFill);
  for (const [i, leg] of [body.legs.far, body.legs.near].entries()) {
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

/** The legs of a hakama divide no higher than mid-thigh: in a stride the cloth spans from one to the other. */
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

/** Girls wear pleated short skirts and socks; grown women wear calf-length skirts. */
const isGrown = ({ age }: Job["spec"]["design"]): boolean => age === "adult" || age === "elder";

/** An apron covers most of a skirt, and ends in a rounded hem above the skirt's. */
function drawApronSkirt({ pen, spec, torso }: Job, [left, right]: readonly [Pt, Pt]): void {
  if (torso.middle > 2) return;
  const cloth: Paint = spec.design.clothes.topFill === "white" ? { tone: 0.16 } : "white";
  const [a, b] = [torso.at(-1, 0.8), torso.at(1, 0.8)];
  const from = 0.1 + torso.middle * 0.2;
  /** Maps x across the skirt, measured from the apron's near edge up to 20 and from halfway to it at 50, and y from waist to hem. */
  const skirt = ([x, y]: Pt): Pt => {
    const t = x / 100 + from * (x < 20 ? 1 : x === 50 ? 0.5 : 0);
    return mix(mix(a, b, t), mix(left, right, t), y / 100);
  };
  drawPart(pen, "legs/apron", { paints: { cloth, shade: shadeOn(cloth) }, frames: { skirt } });
}

function drawLeg({ pen: paper, spec, body, torso, pose }: Job, leg: Leg, paint: Paint): void {
  const colours = paletteOf(spec.design);
  const pen = paper.of(colours.bottom);
  const { bottom } = spec.design.clothes;
  const g = body.measures.girth;
  const { hip, knee, ankle } = leg;
  const bare = [27 * g, 18.5 * g, 9.8 * g] as const;
  const ground = -body.measures.foot - 20;
  const shoe = bottom === "hakama" || spec.design.clothes.top === "kimono" ? "white" : "black";
  drawShoe(paper.of(colours.shoes), {
    ankle: ankle.p,
    knee: knee.p,
    toe: leg === body.legs.near ? body.toes.near : body.toes.far,
    size: body.measures.foot,
    paint: shoe,
    free: pose.turn !== 0 || ankle.p[1] < ground,
  });
  if (bottom === "hakama") {
    const [x, y] = mix(knee.p, ankle.p, 0.88);
    // Below a shin that swings back, the cloth hangs down.
    const end: Pt = [x, y + 20 * g * Math.min(1, Math.abs(ankle.p[0] - knee.p[0]) / 90)];
    const tube = { a: hip.p, b: knee.p, c: end, widths: [40 * g, 47 * g, 57 * g] } as const;
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
      const under = 0.02 + Math.min(hem, 0.3);
      const trunk = ([u, v]: Pt): Pt => torso.at(u / 100, v / 100 + (v < 100 ? 0 : under));
      if (paint !== "black" && hem < 0.5)
        drawPart(p, "legs/under-top", { paints: { shade: shadeOn(paint) }, frames: { trunk } });
      drawCrotch(p, body, leg, paint);
    });
    if (spec.design.clothes.top === "armor") drawGreave(paper.of(MATERIALS.metal), leg, g);
    return;
  }
  const outline = limbOutline(hip.p, knee.p, ankle.p, bare, 1.18);
  const skin = paper.of(colours.skin);
  skin.shape(outline, "white");
  skin.inside(outline, (p) => {
    const is = [
      bottom === "shorts" ? "plain" : "shaded",
      lightWay(p)[0] > 0 ? "lit-left" : "lit-right",
      // Knee lines are omitted at a distance, where they would look like dirt.
      p.scale > 0.3 ? "near" : "far",
      spec.design.age === "teen" ? "dark" : "light",
    ];
    const at = ([px, py]: Pt, [x, y]: Pt): Pt => [px + x * g, py + y];
    const [hem, calf] = [mix(hip.p, knee.p, 0.9), mix(knee.p, ankle.p, 0.42)];
    const frames = {
      /** Offsets below −500 are from the hip (at −1000); others are from the hem that casts the shadow, with its middle in units. */
      thigh([x, y]: Pt): Pt {
        if (y < -500) return at(hip.p, [x, (y + 1000) * g]);
        return Math.abs(x) < 10 ? [hem[0] + x, hem[1] + y] : at([knee.p[0], hem[1]], [x, y]);
      },
      knee: (p: Pt) => at(knee.p, p),
      calf: (p: Pt) => at(calf, p),
      // Across the bone in units of girth.
      shin: frameOn(boneOf(knee.p, ankle.p, g * 100)),
    };
    drawPart(p, "legs/bare", { is, frames });
    if (bottom === "skirt" && !isGrown(spec.design)) drawPart(p, "legs/sock", { is, frames });
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

/** The greave on a shin, and the cap on the knee. */
function drawGreave(pen: Pen, { knee, ankle }: Leg, g: number): void {
  const [top, low] = [mix(knee.p, ankle.p, 0.12), mix(knee.p, ankle.p, 0.9)];
  const widths = [21 * g, 22 * g, 17 * g] as const;
  const shade = [12 * g, 12 * g, 9 * g] as const;
  drawPlate(pen, [top, low], { widths, shade, moved: [15 * g, 0], tone: 0.42, middle: 0.45, ridge: true });
  const [x, y] = knee.p;
  /** As wide as the leg; offsets within 10 of the joint's height are not scaled. */
  const cap = ([u, v]: Pt): Pt => [x + u * g, y + v * (Math.abs(v) > 10 ? g : 1)];
  drawPart(pen, "armour/knee", { frames: { cap } });
}

/** Folds run from the crotch over the thigh and down its inner side. */
function drawCrotch(pen: Pen, { hips, legs }: Skeleton, leg: Leg, paint: Paint): void {
  const { hip, knee } = leg;
  const other = leg === legs.near ? legs.far : legs.near;
  const from: Pt = [mix(hip.p, other.hip.p, 0.5)[0], hips[1] + 26];
  const out = Math.sign(hip.p[0] - from[0]) || 1;
  fold(pen, paint, [from, [from[0] + out * 14, from[1] - 2], [from[0] + out * 32, from[1] - 12]], 0.6);
  fold(pen, paint, [from, mix(from, mix(hip.p, knee.p, 0.42), 0.5), mix(hip.p, knee.p, 0.5)], 0.5);
}
