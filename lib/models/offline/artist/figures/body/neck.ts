// The neck between head and shoulders, and the collar that stands round it: what parts skin from cloth in a close picture.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { View } from "../../closed/staging.ts";
import { corner, lerp, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { bandsOf } from "../clothes/front-parts.ts";
import { seam, shadeOn } from "../clothes/garments.ts";
import { paletteOf } from "../clothes/palette.ts";
import type { Job } from "../figure-job.ts";
import { paintOf } from "../hair/hair-ink.ts";

/** How far the neck's back and throat lie from the middle of the skull, in half necks, by view. */
const NECKS: Readonly<Record<View, readonly [nape: number, throat: number]>> = {
  front: [-1, 1],
  "three-quarter": [-1.5, 0.8],
  profile: [-1.76, 0.62],
  back: [-1, 1],
};

/** A place on the near (−1) or far edge of the neck: 0 under the ear … 1 at the shoulders. */
type Edge = (side: 1 | -1, t: number) => Pt;

export function drawNeck(job: Job): void {
  const { pen: paper, body, spec } = job;
  const pen = paper.of(paletteOf(spec.design).skin);
  const { neck, head, measures: m, headSize } = body;
  const back = spec.view === "back";
  const w =
    (spec.design.age === "child" ? 10.5 : spec.design.gender === "female" ? 12.5 : 17) *
    Math.max(0.8, m.girth);
  const [nape, throat] = NECKS[spec.view];
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
    const lead = spec.view === "front" ? 0 : w * 0.3;
    // From the side the jaw throws a wedge on the throat, and the nape stays in the light.
    if (spec.view === "profile")
      p.fill(
        [
          corner([x(nape * 0.34, 0), top - 6]),
          [x(nape * 0.16, 0.45), lerp(top, low, 0.45)],
          [x(throat * 0.35, 0.72), lerp(top, low, 0.72)],
          corner([x(throat, 1) + 4, low]),
          corner([x(throat, 0) + 8, top - 6]),
        ],
        { tone: 0.24 },
      );
    else
      p.fill(
        [
          [x(nape, 0) - 4, top - 4],
          [x(throat, 0) + 4, top - 4],
          [x(throat, 0.4) + 4, chin + 5],
          [x(0, 0.5) + lead, chin + 13],
          [x(nape, 0.5) - 4, chin + 1],
        ],
        { tone: 0.24 },
      );
    if (pen.scale * headSize < 0.5 || spec.design.age === "child") return;
    p.line(through([x(nape * 0.55, 0.5), mid + 4], [x(-0.2, 1), low + 2]), 0.4, "start");
  });
  drawCollar(job, edge);
}

function drawCollar(job: Job, edge: Edge): void {
  const { pen: paper, spec } = job;
  const { top, topFill } = spec.design.clothes;
  const colours = paletteOf(spec.design);
  const paint = paintOf(topFill);
  const pen = paper.of(colours.top);
  switch (top) {
    case "shirt":
    case "apron":
      flaps(pen, job, { edge, paint, long: 0.15 });
      return;
    case "jacket":
      flaps(pen.of(MATERIALS.plain), job, { edge, paint: "white", long: 0.12 });
      return;
    case "coat":
      flaps(pen, job, { edge, paint, long: 0.2 });
      return;
    case "uniform":
      band(pen, job, { edge, paint, high: 0.74 });
      return;
    case "sweater":
      band(pen, job, { edge, paint, high: 0.9 });
      return;
    case "armor":
      band(pen.of(MATERIALS.metal), job, { edge, paint: { tone: 0.2 }, high: 0.86 });
      return;
    case "hoodie":
      hood(pen, job, edge, paint);
      return;
    case "kimono":
      wrap(pen, job, edge, paint);
      return;
    case "sailor":
    case "robe":
      return;
  }
}

interface Collar {
  edge: Edge;
  paint: Paint;
}

/** Where the front of a collar lies, and half its width, as `u` of the trunk. */
function frontOf({ torso, body }: Job): { c: number; w: number } {
  return { c: torso.middle, w: 0.5 * Math.max(0.35, Math.cos((body.yaw * Math.PI) / 180)) };
}

/** A collar folded down: it stands up beside the neck and ends in two points. */
function flaps(pen: Pen, job: Job, { edge, paint, long }: Collar & { long: number }): void {
  const { at } = job.torso;
  const { c, w } = frontOf(job);
  const profile = job.spec.view === "profile";
  for (const s of [1, -1] as const) {
    const [x, y] = edge(s, 0.82);
    const outer = profile && s < 0 ? [at(-0.1, 0.07), at(-0.5, -0.02)] : [at(c + s * w * 1.25, 0.03)];
    const flap: Pt[] = [
      corner([x + s * 2.4, y]),
      corner(at(c + s * w * 0.06, 0.05)),
      corner(at(c + s * w * 0.72, long)),
      ...outer.map(corner),
    ];
    pen.shape(flap, paint, 0.75);
    if (paint === "black") seam(pen, paint, flap.slice(0, 3), 0.5);
    else
      pen.inside(flap, (p) =>
        p.fill(
          [
            corner([x + s * 2.4, y - 4]),
            corner([x + s * 2.4, y + 5]),
            corner(at(c, 0.085)),
            corner(at(c, 0)),
          ],
          shadeOn(paint),
        ),
      );
  }
}

/** A collar that stands, or the rib of a pullover: a ring round the neck, open or closed in front. */
function band(pen: Pen, job: Job, { edge, paint, high }: Collar & { high: number }): void {
  const { at } = job.torso;
  const { c, w } = frontOf(job);
  const [left, right] = [edge(-1, high), edge(1, high)];
  const [a, b] = [edge(-1, 1), edge(1, 1)];
  const dip = (left[1] + right[1]) / 2 + 5;
  const ring: Pt[] = [
    corner([left[0] - 2, left[1]]),
    [lerp(left[0], right[0], 0.5) + c * 4, dip],
    corner([right[0] + 2, right[1]]),
    corner([b[0] + 3, b[1] + 2]),
    at(c + w * 0.4, 0.085),
    at(c - w * 0.4, 0.085),
    corner([a[0] - 3, a[1] + 2]),
  ];
  pen.shape(ring, paint, 0.85);
  if (paint === "black") seam(pen, paint, [...ring.slice(-3), corner([a[0] - 3, a[1] + 2])], 0.6);
  if (job.spec.design.clothes.top === "uniform" && c < 1)
    seam(pen, paint, [[lerp(left[0], right[0], 0.5) + c * 5, dip], at(c, 0.085)], 0.6);
  if (job.spec.design.clothes.top === "sweater")
    for (const t of [0.2, 0.4, 0.6, 0.8])
      seam(
        pen,
        paint,
        [
          [lerp(left[0], right[0], t), lerp(left[1], dip, 1 - Math.abs(t - 0.5) * 2) + 1],
          [lerp(a[0], b[0], t), a[1] + 6 - Math.abs(t - 0.5) * 8],
        ],
        0.3,
      );
}

/** The hood of a pullover lies in folds behind the neck and before the shoulders. */
function hood(pen: Pen, job: Job, edge: Edge, paint: Paint): void {
  const { at } = job.torso;
  const { c, w } = frontOf(job);
  const profile = job.spec.view === "profile";
  for (const s of [1, -1] as const) {
    const [x, y] = edge(s, 0.78);
    if (profile && s < 0) {
      const sack: Pt[] = [
        corner([x + 2, y - 2]),
        [x - 9, y + 2],
        at(-1.02, 0.08),
        at(-0.92, 0.2),
        corner(at(-0.3, 0.2)),
        at(0.05, 0.1),
      ];
      pen.shape(sack, paint, 0.8);
      seam(pen, paint, [[x - 2, y + 6], at(-0.7, 0.12), at(-0.4, 0.15)], 0.4);
      continue;
    }
    pen.shape(
      [
        corner([x + s * 1.5, y]),
        [x + s * 12, y + 2],
        at(c + s * w * 1.5, 0),
        at(c + s * w * 1.1, 0.12),
        corner(at(c + s * w * 0.08, 0.17)),
        at(c + s * w * 0.5, 0.06),
      ],
      paint,
      0.8,
    );
    seam(pen, paint, [[x + s * 6, y + 4], at(c + s * w * 1.1, 0.03), at(c + s * w * 0.5, 0.12)], 0.4);
  }
}

/** Where the collar of a kimono comes round the neck: the same bands as on the trunk, over the neck's foot. */
function wrap(pen: Pen, job: Job, edge: Edge, paint: Paint): void {
  const { at } = job.torso;
  const front = { at, ...frontOf(job), paint, flipped: pen.matrix[0] < 0 };
  for (const { s, own, cloth } of bandsOf(front)) {
    const [x, y] = edge(s, 0.74);
    const [inner, outer] = [own.inner[0], own.outer[0]];
    if (!inner || !outer) continue;
    const piece: Pt[] = [[x + s * 2, y], inner, outer, [x + s * 11, y + 5]];
    pen.silhouetted(sharp(piece), cloth);
    pen.line([[x + s * 2, y], inner], 0.65, "none");
    pen.line([[x + s * 11, y + 5], outer], 0.65, "none");
  }
}
