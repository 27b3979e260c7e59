// Legs in trousers, skirts, shorts or nothing, and the shoes under them.

import type { Paint } from "../../../manga/drawing.ts";
import { mix, type Pt } from "./curves.ts";
import type { Job } from "./figure-job.ts";
import { cutOf, drawDrape } from "./garments.ts";
import { paintOf } from "./hair-ink.ts";
import { drawCreases, drawShoe, limbOutline } from "./limbs.ts";
import { MATERIALS } from "./materials.ts";
import { paletteOf } from "./palette.ts";
import type { Leg } from "./skeleton.ts";
import { hemOf } from "./torso.ts";

export function drawLegs(job: Job): void {
  const { spec, body, torso } = job;
  const pen = job.pen.of(paletteOf(spec.design).bottom);
  const { bottom, bottomFill, top } = spec.design.clothes;
  const order: Leg[] = body.yaw > 110 ? [body.legs.far, body.legs.near] : [body.legs.far, body.legs.near];
  const paint = paintOf(bottomFill);
  for (const leg of order) drawLeg(job, leg, paint);
  const skirt = bottom === "skirt" ? 0.86 : bottom === "dress" ? 1.35 : 0;
  if (skirt > 0 && !cutOf(top).hanging) {
    const pleats = bottom === "skirt" ? 9 : 6;
    const hem = hemOf(body, torso, {
      reach: skirt,
      flare: spec.design.age === "child" ? 12 : 20,
      folds: pleats,
    });
    pen.shape(hem.outline, paint);
    drawDrape(pen, paint, [torso.at(-1, 0.66), torso.at(1, 0.66)], hem.ends, pleats);
  }
}

function drawLeg({ pen: paper, spec, body, pose }: Job, leg: Leg, paint: Paint): void {
  const colours = paletteOf(spec.design);
  const pen = paper.of(colours.bottom);
  const { bottom } = spec.design.clothes;
  const g = body.measures.girth;
  const { hip, knee, ankle } = leg;
  const bare = [27 * g, 19 * g, 11.5 * g] as const;
  const ground = -body.measures.foot - 8;
  const shoe: Paint = bottom === "hakama" || spec.design.clothes.top === "kimono" ? "white" : "black";
  drawShoe(paper.of(colours.shoes), {
    ankle: ankle.p,
    knee: knee.p,
    toe: body.toe,
    size: body.measures.foot,
    paint: shoe,
    free: pose.turn !== 0 || ankle.p[1] < ground,
  });
  if (bottom === "hakama") {
    const outline = limbOutline(hip.p, knee.p, mix(knee.p, ankle.p, 0.88), [40 * g, 44 * g, 46 * g]);
    pen.shape(outline, paint);
    if (paint !== "black")
      for (const t of [0.35, 0.65])
        pen.line(
          [
            mix(hip.p, knee.p, 0.3),
            mix(mix(hip.p, knee.p, 0.9), ankle.p, t * 0.3),
            mix(knee.p, ankle.p, 0.86),
          ],
          0.5,
        );
    return;
  }
  if (bottom === "trousers") {
    const widths = [29 * g, 24 * g, 19 * g] as const;
    const outline = limbOutline(hip.p, knee.p, mix(knee.p, ankle.p, 0.95), widths);
    pen.shape(outline, paint);
    if (paint === "black") {
      pen.stroke(outline.slice(2, 5), "white", 0.4);
      return;
    }
    pen.inside(outline, (p) => {
      if (paint === "white") p.fill(shaded(mix(hip.p, knee.p, 0.3), knee.p, ankle.p, widths), { tone: 0.14 });
      drawCreases(p, hip.p, knee.p, ankle.p, widths[1]);
      p.line([mix(hip.p, knee.p, 0.15), mix(hip.p, knee.p, 0.5), mix(hip.p, knee.p, 0.8)], 0.4);
    });
    return;
  }
  const outline = limbOutline(hip.p, knee.p, ankle.p, bare);
  paper.of(colours.skin).shape(outline, "white");
  if (bottom === "skirt") {
    const sock = limbOutline(mix(knee.p, ankle.p, 0.4), mix(knee.p, ankle.p, 0.6), ankle.p, [
      17 * g,
      17 * g,
      13.5 * g,
    ]);
    paper.of(MATERIALS.plain).fill(sock, spec.design.age === "teen" ? { tone: 0.75 } : "white");
    pen.contour(sock, 0.7);
  }
  if (bottom === "shorts") {
    const cloth = limbOutline(hip.p, mix(hip.p, knee.p, 0.5), mix(hip.p, knee.p, 0.88), [
      31 * g,
      31 * g,
      29 * g,
    ]);
    pen.shape(cloth, paint);
  }
}

/** The side of a limb that the light does not reach. */
function shaded(a: Pt, b: Pt, c: Pt, widths: readonly [number, number, number]): Pt[] {
  const low = limbOutline(a, b, c, widths);
  const [dx, dy] = [-widths[1] * 0.75, widths[1] * 0.5];
  return low.map(([x, y]): Pt => [x + dx, y + dy]);
}
