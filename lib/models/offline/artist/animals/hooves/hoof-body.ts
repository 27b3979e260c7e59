// Trunk and legs of an animal on hooves. The near legs grow out of the trunk; the far ones lie in its shade; those of an animal that lies
// are folded under it, the haunch a round above the ground.

import { apply, corner, mix, type Pt, through } from "../../pen/curves.ts";
import type { Taper } from "../../pen/outlines.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { coatWord } from "../coats.ts";
import { drawFleece, drawMarkings, type Hide } from "./hides.ts";
import type { HoofedBuild } from "./hoof-builds.ts";
import type { HoofedRig } from "./hoof-rig.ts";

/** A line of ink on the hide; on a black one it is scratched out of it. */
export function inked(
  p: Pen,
  { paint }: Pick<Hide, "paint">,
  points: readonly Pt[],
  weight = 0.7,
  taper: Taper = "both",
): void {
  if (paint === "black") p.scratch(points, weight * 0.9, taper);
  else p.line(points, weight, taper);
}

/** The two edges of a tube through joints of these half widths: ahead of it and behind it, as it hangs down. */
function edgesOf(joints: readonly Pt[], widths: readonly number[]): [ahead: Pt[], behind: Pt[]] {
  const ahead: Pt[] = [];
  const behind: Pt[] = [];
  for (const [i, at] of joints.entries()) {
    const from = joints[i - 1] ?? at;
    const to = joints[i + 1] ?? at;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const [nx, ny] = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
    const w = widths[i] ?? widths.at(-1) ?? 10;
    ahead.push([at[0] + nx * w, at[1] + ny * w]);
    behind.push([at[0] - nx * w, at[1] - ny * w]);
    const next = joints[i + 1];
    // A bone is slimmer between its joints than at them, but for the muscle right under the trunk.
    if (!next) continue;
    const wide = ((w + (widths[i + 1] ?? w)) / 2) * (i === 0 ? 0.98 : 0.84);
    const along = Math.hypot(next[0] - at[0], next[1] - at[1]) || 1;
    const [mx, my] = [(next[1] - at[1]) / along, -(next[0] - at[0]) / along];
    const middle = mix(at, next, 0.5);
    ahead.push([middle[0] + mx * wide, middle[1] + my * wide]);
    behind.push([middle[0] - mx * wide, middle[1] - my * wide]);
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
  // What is under the trunk's own skin is not seen: the lines begin below it.
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

function drawHoof(p: Pen, { build: { hoof }, paint }: Hide, joints: readonly Pt[], free: boolean): void {
  const [from, to] = [joints.at(-2) ?? [0, 0], joints.at(-1) ?? [0, 1]];
  const { tall, wide, cloven } = hoof;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  // On the ground a hoof stands flat, whatever the pastern does.
  const [ux, uy] = free ? [(to[0] - from[0]) / length, (to[1] - from[1]) / length] : [0, 1];
  const at = (x: number, y: number): Pt => [to[0] + uy * x + ux * y, to[1] - ux * x + uy * y];
  const w = wide * 0.72;
  const shape = [
    at(-w * 0.9, -tall * 0.3),
    at(w, -tall * 0.3),
    corner(at(wide * 1.5, tall)),
    corner(at(-wide * 0.9, tall)),
  ];
  p.shape(shape, "black", 0.8);
  if (paint === "black") p.stroke(shape, "white", 0.35, true);
  if (cloven) p.scratch([at(w * 0.5, 0), at(wide * 0.5, tall)], 0.5, "none");
  else p.scratch([at(w * 0.2, tall * 0.1), at(wide * 0.8, tall * 0.7)], 0.5);
}

/** The trunk with its neck as one curve, from the tail over the back and the head's root to the breast and the belly. */
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
    // The light comes from above: the belly, the breast and the under side of the neck lie in shade.
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
  // The shoulder, the thigh and the hollow before it.
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
  inked(p, hide, rump, 0.5);
}

export function drawFoldedLegs(p: Pen, hide: Hide, { trunk }: HoofedRig): void {
  const { withers, croup, length, chest, flank, rump, fore, hind, hoof } = hide.build;
  const half = length / 2;
  const knee = fore[1];
  const elbow = apply(trunk, [half - length * 0.08, -withers + chest * 0.76]);
  const hip = apply(trunk, [-half + length * 0.06, -croup + flank * 0.6]);
  const shin = (from: Pt, to: Pt, w: number) => {
    drawLyingHoof(p, hide, to, Math.sign(to[0] - from[0]));
    p.shape(
      [
        [from[0], from[1] - w],
        [to[0], to[1] - w * 0.7],
        [to[0], to[1] + w * 0.7],
        [from[0], from[1] + w],
      ],
      hide.paint,
      0.9,
    );
    if (hide.paint === "black")
      inked(p, hide, through([from[0], from[1] - w], [to[0], to[1] - w * 0.7]), 0.5);
  };
  // The hind shank lies along the ground, its hoof before the haunch.
  shin([hip[0] - rump * 0.3, -hind[2] * 0.9], [hip[0] + length * 0.42, -hoof.wide * 0.62], hind[2] * 0.74);
  const [rx, ry] = [flank * 0.48, flank * 0.42];
  const haunch: Pt[] = [
    [hip[0] - rx * 0.9, hip[1] - ry * 0.1],
    [hip[0] - rx * 0.3, hip[1] - ry * 0.8],
    [hip[0] + rx * 0.5, hip[1] - ry * 0.72],
    [hip[0] + rx, hip[1] - ry * 0.06],
    [hip[0] + rx * 0.86, -hind[2] * 1.3],
    [hip[0] + rx * 0.1, -hind[2] * 0.7],
    [hip[0] - rx * 0.8, -hind[2] * 0.5],
  ];
  // In a fleece it does not show.
  if (hide.build.species !== "sheep") {
    p.silhouetted(haunch, hide.paint);
    inked(p, hide, [...haunch.slice(1), haunch[0] ?? hip], 0.9);
  }
  // The fore leg is bent at the knee, with the hoof under the elbow.
  const reach = length * 0.24;
  const bend: Pt = [elbow[0] + reach, -knee * 0.94];
  shin([bend[0] - knee * 0.4, -fore[2] * 0.8], [elbow[0] - length * 0.02, -hoof.wide * 0.6], fore[2] * 0.8);
  const forearm: Pt[] = [
    [elbow[0] - fore[0] * 0.7, elbow[1] - fore[0] * 0.2],
    [elbow[0] + fore[0] * 0.7, elbow[1] - fore[0] * 0.5],
    [bend[0] - knee * 0.6, bend[1] - knee],
    [bend[0] + knee * 0.9, bend[1] - knee * 0.5],
    [bend[0] + knee * 0.8, bend[1] + knee * 0.8],
    [bend[0] - knee * 0.6, bend[1] + knee * 0.5],
    [elbow[0] - fore[0] * 0.2, elbow[1] + fore[0] * 0.7],
  ];
  p.silhouetted(forearm, hide.paint);
  inked(p, hide, forearm.slice(1), 0.9, "both");
}

function drawLyingHoof(p: Pen, { build: { hoof }, paint }: Hide, [x, y]: Pt, way: number): void {
  const w = hoof.wide * 0.6;
  const shape = [
    corner([x - way * 4, y - w]),
    corner([x + way * hoof.tall, y - w * 1.1]),
    corner([x + way * hoof.tall * 0.9, y + w]),
    corner([x - way * 4, y + w]),
  ];
  p.shape(shape, "black", 0.8);
  if (paint === "black") p.stroke(shape, "white", 0.35, true);
}
