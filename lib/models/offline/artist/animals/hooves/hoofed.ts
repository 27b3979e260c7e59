// Animals on hooves, seen from the side: one jointed body by each breed's proportions, with legs, mane, tail and markings of its own.
// Figure space: the ground is y = 0, they look to the right.

import type { Paint } from "../../../../../manga/drawing.ts";
import { type Design, isYoung } from "../../camera/design.ts";
import type { Hoofed } from "../../closed/animals.ts";
import type { Pose } from "../../closed/staging.ts";
import { shadeOn } from "../../figures/clothes/garments.ts";
import type { DrawnFigure, FigureSpec } from "../../figures/figure-job.ts";
import { paintOf } from "../../figures/hair/hair-ink.ts";
import { apply, type Pt, placed, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawProp } from "../../things/props.ts";
import { beastFeeling, drawnAt } from "../beast-face.ts";
import { type AnimalMeasures, BEAST_POSES, bearingOf, drawnAmong } from "../beast-poses.ts";
import { drawFoldedLegs, drawLeg, drawTrunk, type Hide } from "./hoof-body.ts";
import { HOOFED, type HoofedBuild, rigOf, youngOf } from "./hoof-rig.ts";
import { drawLongHead, drawMane, drawTailOf } from "./long-heads.ts";

/** The animal on hooves that somebody is drawn as. */
export const hoofedOf = drawnAmong(HOOFED);

const buildOf = (species: Hoofed, design: Design): HoofedBuild =>
  isYoung(design) ? youngOf(HOOFED[species]) : HOOFED[species];

/** The head hangs lower in grief, and is thrown up in joy and fright. */
const holding = (spec: Pick<FigureSpec, "pose" | "expression">) => {
  const { nod } = bearingOf(spec.expression);
  return { nod: Math.max(0, nod), up: Math.max(0, -nod) + (spec.pose === "look-up" ? 16 : 0) };
};

export function hoofedMeasures(species: Hoofed, design: Design, pose: Pose): AnimalMeasures {
  const build = buildOf(species, design);
  const { poll, hangs, legs, lies } = rigOf(
    build,
    BEAST_POSES[pose].gait,
    holding({ pose, expression: "calm" }),
  );
  const k = build.head.scale;
  const a = (hangs * Math.PI) / 180;
  const head: Pt = [poll[0] + Math.cos(a) * 46 * k, poll[1] + Math.sin(a) * 46 * k];
  const muzzle = poll[0] + Math.max(Math.cos(a) * 112 * k, 44 * k);
  const feet = legs.map(({ joints }) => joints.at(-1)?.[0] ?? 0);
  const top = Math.min(poll[1] - build.crown * 0.8, -build.croup * (lies ? 0.6 : 1));
  return {
    x: head[0],
    y: head[1],
    crown: head[1] - top,
    left: Math.min(-build.length / 2 - build.rump - build.chest * 0.42, ...feet),
    right: Math.max(build.length / 2 + build.breast, muzzle, ...feet.map((x) => x + build.hoof.wide)),
  };
}

/** Where somebody sits who rides it. */
export function backOf(design: Design, pose: Pose): Pt {
  const build = buildOf(hoofedOf(design) ?? "horse", design);
  const { trunk } = rigOf(build, BEAST_POSES[pose].gait, holding({ pose, expression: "calm" }));
  return apply(trunk, [build.length * 0.06, (-build.withers - build.croup) / 2 + build.chest * 0.08]);
}

/** The coat that the design has, where the breed has such; else one of the breed's own. */
const paintOfHide = ({ coats }: HoofedBuild, { hair: { fill }, look }: Design): Paint =>
  paintOf(coats.includes(fill) ? fill : (coats[look % coats.length] ?? coats[0]));

export function drawHoofed(pen: Pen, spec: FigureSpec, species: Hoofed): DrawnFigure {
  const build = buildOf(species, spec.design);
  const paint = paintOfHide(build, spec.design);
  const hide: Hide = { build, paint, shade: shadeOn(paint), look: spec.design.look };
  const rig = rigOf(build, BEAST_POSES[spec.pose].gait, holding(spec));
  const dark = paint === "black" ? { tone: 0.8 } : hide.shade;
  for (const leg of rig.legs.filter(({ near }) => !near)) drawLeg(pen, { ...hide, paint: dark }, leg);
  drawTailOf(pen, hide, rig);
  drawTrunk(pen, hide, rig);
  if (rig.lies) drawFoldedLegs(pen, hide, rig);
  for (const leg of rig.legs.filter(({ near }) => near)) drawLeg(pen, hide, leg);
  drawMane(pen, hide, rig);
  const head = pen.at(placed(rig.poll[0], rig.poll[1], rig.hangs, build.head.scale));
  const { face, mouth } = drawLongHead(head, { hide, spec, feeling: beastFeeling(spec) });
  if (spec.holds)
    drawProp(head.at(placed(mouth[0], mouth[1] + 8, -rig.hangs, 0.9 / build.head.scale)), spec.holds);
  const [x, y] = mouth;
  return drawnAt(head, face, mouth, spec.holds && through([x - 40, y - 10], [x + 40, y + 50]));
}
