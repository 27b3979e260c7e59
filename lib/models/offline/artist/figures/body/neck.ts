// The neck between head and shoulders, and the collar round it, which separates skin from cloth in near shots.
import type { Paint } from "../../../../../manga/drawing.ts";
import { clamp, lerp, type Pt, sharp, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { bandsOf, type Front } from "../clothes/clothes.ts";
import { cutOf, seam, shadeOn } from "../clothes/garments.ts";
import { paletteOf } from "../clothes/palette.ts";
import type { Job } from "../figure-job.ts";
import { fillWord, paintOf } from "../hair/hair-ink.ts";
import { headRig } from "../head/head-rig.ts";

/** A point on the near (−1) or far edge of the neck: 0 below the ear … 1 at the shoulders. */
type Edge = (side: 1 | -1, t: number) => Pt;

export function drawNeck(job: Job): void {
  const { pen: paper, body, spec } = job;
  const pen = paper.of(paletteOf(spec.design).skin);
  const { neck, head, measures: m, headSize } = body;
  const back = spec.view === "back";
  const w =
    (spec.design.age === "child" ? 10.5 : spec.design.gender === "female" ? 12.5 : 17) *
    Math.max(0.8, m.girth);
  const [nape, throat] = headRig(spec.view).neck;
  const top = head[1] + 22 * headSize;
  const low = neck[1] + 3;
  const mid = lerp(top, low, 0.55);
  const x = (u: number, t: number) => lerp(head[0] - 2, neck[0], t) + u * w;
  const edge: Edge = (side, t) => {
    const u = side < 0 ? nape : throat;
    const wide = t < 0.5 ? lerp(1, 0.94, t * 2) : lerp(0.94, (lerp(u, side, 0.7) * 1.28) / u, t * 2 - 1);
    return [x(u * wide, t), lerp(top, low, t)];
  };
  const line = (side: 1 | -1): Pt[] => [edge(side, 0), edge(side, 0.55), edge(side, 1)];
  const [left, right] = [line(-1), line(1)];
  const skin: Pt[] = [...left, [neck[0], low + 9], ...right.toReversed()];
  pen.silhouetted(skin, "white");
  pen.line(left, 0.8, "end");
  pen.line(right, 0.8, "end");
  if (back) return;
  pen.inside(skin, (p) => {
    const chin = head[1] + 50 * headSize;
    // The shadow of the jaw on the throat: a wedge in profile, with the nape lit.
    drawPart(p, "collars/throat", {
      is: [spec.view],
      frames: {
        /** Maps x from the nape (−100) to the throat, and y down the neck; further out in units; from 150 on relative to the chin, which is 200. */
        neck: ([u, v]) => {
          const t = v > 150 ? (u < 100 ? 0.5 : 0.4) : Math.max(v, 0) / 100;
          const across = clamp(u, -100, 100);
          const y = v > 150 ? chin + v - 200 : lerp(top, low, t) + Math.min(v, 0);
          return [x((u < 0 ? -nape : throat) * (across / 100), t) + u - across, y];
        },
      },
    });
    if (pen.scale * headSize < 0.5 || spec.design.age === "child") return;
    p.line(through([x(nape * 0.55, 0.5), mid + 4], [x(-0.2, 1), low + 2]), 0.4, "start");
  });
  drawCollar(job, edge);
}

/** A stand-up or folded collar (`assets/parts/collars`). */
function drawCollar(job: Job, edge: Edge): void {
  const { torso, spec, body } = job;
  const { top, topFill } = spec.design.clothes;
  const pen = job.pen.of(paletteOf(spec.design).top);
  const cloth = paintOf(topFill);
  const [c, w] = [torso.middle, 0.5 * Math.max(0.35, Math.cos((body.yaw * Math.PI) / 180))];
  const { collar: high } = cutOf(top);
  if (top === "kimono") wrap(pen, edge, { at: torso.at, c, w, paint: cloth });
  if (high === undefined) return;
  /**
   * Maps y below −300 to the foot of the neck and y below −100 to the height of the collar, with x 50 to each side and, in between, the shift of
   * the middle as the body turns; other y to the trunk from the middle of its front, in half collar widths and hundredths.
   */
  const collar = ([u, v]: Pt): Pt => {
    if (v > -100) return torso.at(c + w * (u / 100), v / 100);
    const t = v > -300 ? high : 1;
    const [left, right] = [edge(-1, t), edge(1, t)];
    const down = v + (v > -300 ? 200 : 400);
    if (Math.abs(u) < 25) return [(left[0] + right[0]) / 2 + c * u, (left[1] + right[1]) / 2 + down];
    return u < 0 ? [left[0] + u + 50, left[1] + down] : [right[0] + u - 50, right[1] + down];
  };
  drawPart(pen, `collars/${top}`, {
    paints: { cloth, shade: shadeOn(cloth) },
    is: [fillWord(topFill), spec.view === "profile" ? "profile" : "turned"],
    frames: { collar },
    draws: { ribs: (p) => drawRibs(p, cloth, collar) },
  });
}

/** The ribbing of a pullover's collar. */
function drawRibs(pen: Pen, paint: Paint, collar: (point: Pt) => Pt): void {
  const [left, right] = [collar([-50, -200]), collar([50, -200])];
  const [a, b] = [collar([-50, -400]), collar([50, -400])];
  const dip = collar([0, -195])[1];
  for (const t of [0.2, 0.4, 0.6, 0.8]) {
    const aside = Math.abs(t - 0.5);
    const top: Pt = [lerp(left[0], right[0], t), lerp(left[1], dip, 1 - aside * 2) + 1];
    seam(pen, paint, [top, [lerp(a[0], b[0], t), a[1] + 6 - aside * 8]], 0.3);
  }
}

/** The collar of a kimono round the neck: the trunk's bands, continued over the foot of the neck. */
function wrap(pen: Pen, edge: Edge, front: Front): void {
  for (const { s, inner: edges, outer: others, cloth } of bandsOf({ ...front, flipped: pen.matrix[0] < 0 })) {
    const [x, y] = edge(s, 0.74);
    const [inner, outer] = [edges[0], others[0]];
    if (!inner || !outer) continue;
    const piece: Pt[] = [[x + s * 2, y], inner, outer, [x + s * 11, y + 5]];
    pen.silhouetted(sharp(piece), cloth);
    pen.line([[x + s * 2, y], inner], 0.65, "none");
    pen.line([[x + s * 11, y + 5], outer], 0.65, "none");
  }
}
