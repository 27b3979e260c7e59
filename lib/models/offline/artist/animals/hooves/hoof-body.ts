// Trunk and legs of a hoofed animal. Near legs continue the trunk's outline; far ones are shaded; those of a
// lying animal are folded under it, with the haunch as a curve above the ground.

import type { Paint } from "../../../../../manga/drawing.ts";
import { unit } from "../../figures/body/torso.ts";
import { apply, corner, mix, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Look } from "../../things/marks.ts";
import { drawPart } from "../../things/parts.ts";
import { coatWord } from "../beast-poses.ts";
import type { HoofedBuild, HoofedRig } from "./hoof-rig.ts";

/** The front and rear edge of a hanging tube through joints with these half widths. */
function edgesOf(joints: readonly Pt[], widths: readonly number[]): [ahead: Pt[], behind: Pt[]] {
  const [ahead, behind]: [Pt[], Pt[]] = [[], []];
  const add = ([x, y]: Pt, [dx, dy]: Pt, w: number) => {
    ahead.push([x + dy * w, y - dx * w]);
    behind.push([x - dy * w, y + dx * w]);
  };
  for (const [i, at] of joints.entries()) {
    const next = joints[i + 1];
    const w = widths[i] ?? widths.at(-1) ?? 10;
    add(at, unit(joints[i - 1] ?? at, next ?? at), w);
    // A bone is thinner between its joints than at them, except for the muscle below the trunk.
    if (next)
      add(mix(at, next, 0.5), unit(at, next), ((w + (widths[i + 1] ?? w)) / 2) * (i === 0 ? 0.98 : 0.84));
  }
  return [ahead, behind];
}

export function drawLeg(p: Pen, hide: Hide, { joints, hind, near, free }: HoofedRig["legs"][number]): void {
  const { build, paint } = hide;
  const [ahead, behind] = edgesOf(joints, hind ? build.hind : build.fore);
  drawHoof(p, hide, joints, free);
  const outline = [...ahead, ...behind.toReversed()];
  p.silhouetted(outline, paint);
  if (build.species === "horse" && near && hide.look % 3 === 0 && paint !== "white")
    p.inside(outline, (q) => {
      const [from, [x, y]]: [Pt, Pt] = [joints.at(-2) ?? [0, 0], joints.at(-1) ?? [0, 0]];
      const [sx, sy] = mix(from, [x, y], 0.1);
      q.fill(through([sx - 60, sy], [sx + 60, sy - 4], [x + 60, y + 20], [x - 60, y + 20]), "white");
    });
  // Lines begin below the trunk, because the upper end is under its skin.
  const skip = near ? (hind ? 2 : 1) : 0;
  p.line(hind ? behind : behind.slice(Math.max(0, skip - 1)), 0.95, near ? "start" : "none");
  p.line(ahead.slice(skip), 0.95, near ? "start" : "none");
  if (paint === "black" && near) {
    p.scratch(ahead.slice(skip, skip + 4), 0.6, "both");
    p.scratch(behind.slice(skip, skip + 3), 0.5, "both");
  }
  const knee = joints[hind ? 2 : 1];
  if (knee && near && paint !== "black") {
    const w = (hind ? build.hind[2] : build.fore[1]) * 0.5;
    const [x, y] = knee;
    p.line(through([x - w, y + w * 0.6], [x + w * 0.2, y + w], [x + w, y + w * 0.3]), 0.5);
  }
}

function drawHoof(p: Pen, { build, paint }: Hide, joints: readonly Pt[], free: boolean): void {
  const [from, to]: [Pt, Pt] = [joints.at(-2) ?? [0, 0], joints.at(-1) ?? [0, 1]];
  const { tall, wide } = build.hoof;
  // A hoof on the ground is level, at any angle of the pastern.
  const [ux, uy] = free ? unit(from, to) : [0, 1];
  const hoof = ([u, v]: Pt): Pt => {
    const [x, y] = [wide * (u / 100), tall * (v / 100)];
    return [to[0] + uy * x + ux * y, to[1] - ux * x + uy * y];
  };
  drawPart(p, "hoofed/hoof", { is: [coatWord(paint), build.species], frames: { hoof } });
}

/** Trunk and neck as one curve: from the tail over the back and the poll to the breast and the belly. */
export function trunkOf(
  { withers, croup, length, chest, flank, rump, breast, neck }: HoofedBuild,
  rig: HoofedRig,
): { outline: Pt[]; crest: Pt[]; throat: Pt[] } {
  const at = (x: number, y: number): Pt => apply(rig.trunk, [x, y]);
  const half = length / 2;
  const a = (rig.neck * Math.PI) / 180;
  const up: Pt = [-Math.sin(a), -Math.cos(a)];
  const { poll } = rig;
  const beside = (p: Pt, w: number): Pt => [p[0] + up[0] * w, p[1] + up[1] * w];
  const root = rig.withers;
  const arched = beside(mix(root, poll, 0.5), neck.root * 0.1 + neck.end * 0.72);
  const crest = [
    at(half - length * 0.16, -withers),
    beside(mix(root, poll, 0.18), neck.root * 0.34),
    arched,
    beside(mix(root, poll, 0.82), neck.end * 0.82),
    beside(poll, neck.end * 0.5),
  ];
  const under =
    neck.length < 60
      ? []
      : [beside(mix(root, poll, 0.66), -neck.end * 1.02), beside(mix(root, poll, 0.32), -neck.root * 0.86)];
  const throat = [beside(poll, -neck.end * 0.95), ...under, at(half + breast * 0.8, -withers + chest * 0.36)];
  const outline = [
    at(-half - rump, -croup + flank * 0.24),
    at(-half - rump * 0.5, -croup + flank * 0.03),
    at(-half + length * 0.08, -croup - flank * 0.02),
    at(-length * 0.12, -croup + flank * 0.07),
    at(length * 0.14, -withers + chest * 0.075),
    ...crest,
    ...throat,
    at(half + breast, -withers + chest * 0.58),
    at(half + breast * 0.56, -withers + chest * 0.86),
    at(half - length * 0.2, -withers + chest * 1.02),
    at(-length * 0.04, -withers * 0.5 - croup * 0.5 + (chest * 0.58 + flank * 0.44)),
    at(-half + length * 0.24, -croup + flank * 0.98),
    at(-half - rump * 0.5, -croup + flank * 0.94),
    at(-half - rump * 1.02, -croup + flank * 0.6),
  ];
  return { outline, crest, throat };
}

export function drawTrunk(p: Pen, hide: Hide, rig: HoofedRig): void {
  const { build, paint, shade } = hide;
  const { withers, croup, length, chest, flank, breast } = build;
  const at = (x: number, y: number): Pt => apply(rig.trunk, [x, y]);
  const { outline, throat } = trunkOf(build, rig);
  const half = length / 2;
  if (build.species === "sheep") drawFleece(p, hide, outline);
  else p.shape(outline, paint);
  p.inside(outline, (q) => {
    drawMarkings(q, hide, (x, y) => at(x * half, -withers + y * chest));
    if (paint === "black") return;
    // Light comes from above: belly, breast and underside of the neck are shaded.
    q.fill(
      [
        at(-half - 90, -croup + flank * 0.8),
        at(-half * 0.4, -croup + flank * 0.8),
        at(0, -withers + chest * 0.84),
        at(half * 0.6, -withers + chest * 0.9),
        at(half + breast * 0.5, -withers + chest * 0.72),
        ...(rig.neck > 12
          ? [...throat.toReversed().slice(0, 3), [rig.poll[0] + 200, rig.poll[1] + 120] as const]
          : []),
        at(half + 160, 0),
        at(-half - 90, 0),
      ],
      shade,
    );
  });
  if (build.species === "sheep") return;
  // The shoulder, the thigh, and the flank in front of it.
  drawPart(p, "hoofed/trunk", {
    is: [coatWord(paint), build.species],
    frames: {
      trunk: ([x, y]) =>
        at((half * x) / 100, x < 0 ? -croup + (flank * y) / 100 : -withers + (chest * y) / 100),
    },
  });
  const rump = through(
    at(-half - build.rump * 0.3, -croup + flank * 0.2),
    at(-half - build.rump * 0.1, -croup + flank * 0.4),
  );
  if (paint === "black") p.scratch(rump, 0.45);
  else p.line(rump, 0.5);
}

export function drawFoldedLegs(p: Pen, { build, paint }: Hide, { trunk }: HoofedRig): void {
  const { species, withers, croup, length, chest, flank, rump, fore, hind, hoof } = build;
  const half = length / 2;
  const [upper, knee] = fore;
  const elbow = apply(trunk, [half - length * 0.08, -withers + chest * 0.76]);
  const hip = apply(trunk, [-half + length * 0.06, -croup + flank * 0.6]);
  const draw = (part: string, frames: Look["frames"]) =>
    drawPart(p, `hoofed/${part}`, { paints: { coat: paint }, is: [coatWord(paint)], frames });
  /** A shank along the ground, of half width `w` at its start, and the hoof at its end. */
  const shin = (from: Pt, to: Pt, w: number) => {
    const way = Math.sign(to[0] - from[0]);
    draw("shin", {
      hoof: ([u, v]) => [
        to[0] + way * (u < 0 ? u : hoof.tall * (u / 100)),
        to[1] + hoof.wide * 0.6 * (v / 100),
      ],
      shin: ([u, v]) => mix([from[0], from[1] + w * (v / 100)], [to[0], to[1] + w * (v / 100)], u / 100),
    });
  };
  // The hind shank along the ground, with its hoof in front of the haunch.
  shin([hip[0] - rump * 0.3, -hind[2] * 0.9], [hip[0] + length * 0.42, -hoof.wide * 0.62], hind[2] * 0.74);
  const [rx, ry] = [flank * 0.48, flank * 0.42];
  // Omitted under a fleece. Maps y near 0 to the hip, and y near 1000 to the ground.
  const haunch = ([u, v]: Pt): Pt => [
    hip[0] + rx * (u / 100),
    v < 500 ? hip[1] + ry * (v / 100) : hind[2] * ((v - 1000) / 100),
  ];
  if (species !== "sheep") draw("haunch", { haunch });
  // The foreleg is bent at the knee, with the hoof under the elbow.
  const bend: Pt = [elbow[0] + length * 0.24, -knee * 0.94];
  shin([bend[0] - knee * 0.4, -fore[2] * 0.8], [elbow[0] - length * 0.02, -hoof.wide * 0.6], fore[2] * 0.8);
  const about = ([x, y]: Pt, k: number, u: number, v: number): Pt => [x + k * (u / 100), y + k * (v / 100)];
  // Maps points near 0 to the elbow, and points near (1000, 1000) to the knee.
  const forearm = ([u, v]: Pt) =>
    u < 500 ? about(elbow, upper, u, v) : about(bend, knee, u - 1000, v - 1000);
  draw("forearm", { forearm });
}

/** Species with markings in `assets/parts/hoofed`. */
const MARKED: ReadonlySet<string> = new Set(["cow", "deer", "donkey", "goat"]);

function drawMarkings(
  p: Pen,
  { build: { species }, paint, look }: Hide,
  at: (x: number, y: number) => Pt,
): void {
  if (!MARKED.has(species)) return;
  drawPart(p, `hoofed/${species}-hide`, {
    is: [coatWord(paint), look % 3 === 1 ? "pied" : "plain"],
    frames: { trunk: ([x, y]) => at(x / 100, y / 100) },
  });
}

/** A fleece: bumps along the outline, and curls on it. */
function drawFleece(p: Pen, { paint }: Hide, outline: readonly Pt[]): void {
  p.shape(tufted(outline, 34, 11), paint);
  const middle = centre(outline);
  for (const [i, [x, y]] of outline.entries()) {
    if (i % 2) continue;
    for (const t of [0.24, 0.52]) {
      const [cx, cy] = [x + (middle[0] - x) * t, y + (middle[1] - y) * t];
      p.line(through([cx - 12, cy - 3], [cx - 6, cy + 8], [cx + 6, cy + 7], [cx + 10, cy - 4]), 0.55);
    }
  }
}

const centre = (points: readonly Pt[]): Pt => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

/** The outline with bumps about `every` long that protrude by `out`. */
function tufted(points: readonly Pt[], every: number, out: number): Pt[] {
  return points.flatMap((from, i): Pt[] => {
    const to = points[(i + 1) % points.length] ?? from;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const n = Math.max(1, Math.round(length / every));
    const [nx, ny] = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
    return Array.from({ length: n }, (_, k): Pt[] => {
      const at = (t: number, up: number): Pt => [
        from[0] + (to[0] - from[0]) * t + nx * up,
        from[1] + (to[1] - from[1]) * t + ny * up,
      ];
      return [corner(at(k / n, 0)), at((k + 0.25) / n, out), at((k + 0.75) / n, out)];
    }).flat();
  });
}
/** The input of drawing a hoofed animal. */
export interface Hide {
  build: HoofedBuild;
  paint: Paint;
  /** Paint of the shaded hide. */
  shade: Paint;
  /** Selects one of the breed's markings. */
  look: number;
}
