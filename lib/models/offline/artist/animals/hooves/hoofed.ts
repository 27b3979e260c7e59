// Hoofed animals in profile: one jointed body with each species' proportions, legs, mane, tail and markings,
// and a head of `assets/parts/hoofed` with movable jaw, ears and eye. Figure space: the ground is y = 0,
// animals face right. Head space: the neck joins at (0, 0), the muzzle is at about (100, 0), up is −y.

import type { Paint } from "../../../../../manga/drawing.ts";
import { type Design, isYoung } from "../../camera/design.ts";
import type { Hoofed } from "../../closed/animals.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { Pose } from "../../closed/staging.ts";
import { inkOn, shadeOn } from "../../figures/clothes/garments.ts";
import { type ExpressionLook, MOUTHS } from "../../figures/face/expressions.ts";
import type { DrawnFigure, FigureSpec } from "../../figures/figure-job.ts";
import { paintOf } from "../../figures/hair/hair-ink.ts";
import { apply, corner, mix, type Pt, placed, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { drawProp } from "../../things/props.ts";
import { beastFeeling, drawBeastEyes, drawBeastMarks, drawnAt } from "../beast-face.ts";
import { type AnimalMeasures, BEAST_POSES, bearingOf, coatWord, drawnAmong } from "../beast-poses.ts";
import { drawFoldedLegs, drawLeg, drawTrunk, type Hide, trunkOf } from "./hoof-body.ts";
import { HOOFED, type HoofedBuild, type HoofedRig, rigOf, youngOf } from "./hoof-rig.ts";

/** The hoofed animal that a design is drawn as. */
export const hoofedOf = drawnAmong(HOOFED);

const buildOf = (species: Hoofed, design: Design): HoofedBuild =>
  isYoung(design) ? youngOf(HOOFED[species]) : HOOFED[species];

/** The head is lower in grief, and raised in joy and fright. */
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

/** The seat of a rider. */
export function backOf(design: Design, pose: Pose): Pt {
  const build = buildOf(hoofedOf(design) ?? "horse", design);
  const { trunk } = rigOf(build, BEAST_POSES[pose].gait, holding({ pose, expression: "calm" }));
  return apply(trunk, [build.length * 0.06, (-build.withers - build.croup) / 2 + build.chest * 0.08]);
}

/** The design's coat, if the species has it; else one of the species' own. */
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

type LongHead = { droops: number; hinge: Pt; eye: { at: Pt; size: number }; lips: readonly Pt[] };

const LONG_HEADS: Readonly<Record<Hoofed, LongHead>> = measuresOf("long-heads");

/** Draws the head; returns the face's box and the mouth, in head space. */
function drawLongHead(
  p: Pen,
  { hide, spec, feeling }: { hide: Hide; spec: FigureSpec; feeling: ExpressionLook },
): { face: readonly Pt[]; mouth: Pt } {
  const { hinge, eye, lips, droops } = LONG_HEADS[hide.build.species];
  const face = facePaint(hide);
  const { ears } = bearingOf(spec.expression);
  const drowsy = feeling.lids !== "open" && spec.pose === "sleep" ? 24 : 0;
  const open = MOUTHS[feeling.mouth].opens ?? 0;
  const [tip = [100, 10], , back = [0, 0]] = lips;
  drawPart(p, `hoofed/${hide.build.species}-head`, {
    paints: { coat: hide.paint, face, shade: hide.shade, mane: maneOf(hide.paint) },
    is: [
      ...[coatWord(face), isHorned(hide, spec) ? "horned" : "bare", hide.look % 2 === 0 ? "blazed" : "plain"],
      ...[open > 6 ? "wide" : open > 0 ? "ajar" : "shut", feeling.lids === "open" ? "awake" : "asleep"],
    ],
    turns: {
      jaw: open,
      "far-ear": ears * 0.8 + drowsy + 8 - droops,
      "near-ear": -ears * 0.8 - drowsy + droops,
    },
    draws: {
      gape(q) {
        if (open === 0) return;
        const low: Pt[] = [
          [tip[0] - 6, tip[1] - 2],
          [tip[0] - 12, tip[1] + open * 1.3],
          [back[0], back[1] + open * 0.9],
        ];
        q.shape([hinge, back, ...low], "black", 0.6);
      },
      eyes: (q) => drawBeastEyes(q, { near: eye.at, eye: eye.size, ink: inkOn(face), bead: true }, feeling),
    },
  });
  drawBeastMarks(p.at(placed(26, 4, -20, 0.7)), spec.design, feeling, 44);
  return { face: pts("-12,-44 108,-30 108,34 -12,42"), mouth: [tip[0] - 4, tip[1] + open * 0.8] };
}

/** Does, calves, lambs, kids and fawns have no horns. */
function isHorned({ build: { species } }: Hide, { design: { age, gender, told } }: FigureSpec): boolean {
  if (species === "cow") return !told?.calf;
  if (species === "goat") return age !== "child";
  return species === "deer" && age !== "child" && gender !== "female" && told?.hornless !== true;
}

/** Two of three sheep have black faces. */
const facePaint = ({ build, paint, look }: Hide): Paint =>
  build.species === "sheep" && look % 3 !== 0 ? { tone: 0.7 } : paint;

/** Mane and tail are darker than the hide, but white for a white horse, and lighter for a black one. */
const maneOf = (paint: Paint): Paint =>
  paint === "white" ? "white" : paint === "black" ? { tone: 0.72 } : "black";

/** Locks that hang from the crest on the near side, each with its own end. */
function drawMane(p: Pen, { build, paint, look }: Hide, rig: HoofedRig): void {
  if (build.species !== "horse" && build.species !== "donkey") return;
  const { crest } = trunkOf(build, rig);
  const hair = maneOf(paint);
  const short = build.species === "donkey";
  const long = build.neck.root * (short ? 0.16 : 0.98 + (look % 5) * 0.06);
  const a = (rig.neck * Math.PI) / 180;
  // Locks hang down, and start away from the neck at the crest.
  const fall = (t: number): Pt => [Math.sin(a) * 0.5 - 0.18 + t * 0.1, 0.86];
  const along = (t: number): Pt => {
    const at = t * (crest.length - 1);
    const i = Math.min(crest.length - 2, Math.floor(at));
    return mix(crest[i] ?? [0, 0], crest[i + 1] ?? [0, 0], at - i);
  };
  const n = short ? 10 : 6;
  const edge: Pt[] = [];
  for (let k = 0; k < n; k += 1) {
    const [t0, t1] = [0.06 + (k / n) * 0.94, 0.06 + ((k + 1) / n) * 0.94];
    const [x, y] = along((t0 + t1) / 2);
    const [fx, fy] = fall(t0);
    const tip = long * (0.8 + ((k * 7 + look) % 5) * 0.1);
    edge.push([x + fx * tip * 0.6 - 6, y + fy * tip * 0.62], corner([x + fx * tip - 10, y + fy * tip]));
    const [x1, y1] = along(t1);
    edge.push(corner([x1 + fx * tip * 0.5, y1 + fy * tip * 0.56]));
  }
  const over = Array.from({ length: 9 }, (_, k): Pt => {
    const [x, y] = along(0.1 + (0.9 * (8 - k)) / 8);
    return [x - Math.sin(a) * (short ? 14 : 9), y - Math.cos(a) * (short ? 14 : 9)];
  });
  p.shape([corner(along(0.1)), ...edge, corner(along(1)), ...over], hair, 0.8);
  if (short) return;
  for (let k = 0; k < n; k += 1) {
    const [x, y] = along(0.2 + (k / n) * 0.8);
    const [fx, fy] = fall(k / n);
    const strand: Pt[] = [
      [x, y + 4],
      [x + fx * long * 0.3, y + fy * long * 0.34],
      [x + fx * long * 0.5 - 4, y + fy * long * 0.62],
    ];
    if (hair === "black") p.scratch(strand, 0.55);
    else p.line(strand, 0.55);
  }
}

function drawTailOf(p: Pen, hide: Hide, rig: HoofedRig): void {
  const { build, paint } = hide;
  const { species, length, croup, flank, rump, withers } = build;
  const { follows, turn, size, grows } = build.tail;
  const [x, y] = apply(rig.trunk, [-length / 2 - rump * 0.84, -croup + flank * 0.12]);
  const flown = species === "horse" && rig.tail > 40;
  const turned = turn + (flown ? 0 : follows * rig.tail);
  drawPart(p.at(placed(x, y, turned, grows ? (size * withers) / 560 : size)), `hoofed/${species}-tail`, {
    paints: { coat: paint, mane: maneOf(paint) },
    is: [coatWord(paint), flown ? "flown" : "hanging"],
  });
}
