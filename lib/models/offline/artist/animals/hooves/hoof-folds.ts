// The legs of an animal on hooves that lies: folded under it, the haunch a round above the ground.

import { apply, corner, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Hide } from "./hides.ts";
import { inked } from "./hoof-body.ts";
import type { HoofedRig } from "./hoof-rig.ts";

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
