// Animals on four legs, assembled from their breed's body and head. Figure space: the ground is y = 0, they look to the right.

import type { Design } from "../camera/design.ts";
import type { Expression, Pose, Prop } from "../closed/staging.ts";
import { shadeOn } from "../figures/clothes/garments.ts";
import { EXPRESSIONS } from "../figures/face/expressions.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { boxed, placed } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp, sizeOf } from "../things/props.ts";
import type { AnimalMeasures } from "./animal-measures.ts";
import { bearingOf, PLAIN } from "./bearings.ts";
import { beastFeeling, drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { drawBeastHead, faceOf, HEADS } from "./beast-heads.ts";
import { drawBody, drawPaw } from "./beast-parts.ts";
import { BEAST_POSES, does } from "./beast-poses.ts";
import { birdMeasures } from "./birds/bird.ts";
import { bodyIn, breedOf, furOf, headPlace, liftOf, type Species, speciesOf } from "./breeds.ts";
import { oddEarOf } from "./coats.ts";
import { hoofedMeasures, hoofedOf } from "./hooves/hoofed.ts";
import { inMouth } from "./mouth-held.ts";
import { smallMeasures, smallOf } from "./smalls.ts";

/** Undefined for whoever stands like a person. */
export function animalMeasures(
  design: Design,
  pose: Pose,
  holds: Prop | null = null,
): AnimalMeasures | undefined {
  if (design.kind === "bird") return birdMeasures(design, pose, holds);
  const hoofed = hoofedOf(design);
  if (hoofed) return hoofedMeasures(hoofed, design, pose);
  const small = smallOf(design);
  if (small) return smallMeasures(small);
  const species = speciesOf(design);
  if (!species) return undefined;
  const breed = breedOf(species, design);
  const { size, crown, reach } = breed;
  const [x, y] = headPlace(breed, pose).at;
  const [behind, ahead] = pose === "jump" ? [Math.max(250, reach[0]), Math.max(190, reach[1])] : reach;
  return { x: x * size, y: y * size, crown: crown * size, left: -behind * size, right: ahead * size };
}

/** Feelings at which a cat stands on its toes with its back in an arch and its hair on end. */
const ARCHING: ReadonlySet<Expression> = new Set(["furious", "shocked", "afraid", "terrified"]);
const CALM: ReadonlySet<Expression> = new Set(["calm", "smile", "thoughtful", "tired", "smug", "shy"]);

/** What a mouth held stands on the ground before whoever lies down. */
function drawGuarded(body: Pen, prop: Prop, x: number): void {
  const [left, , , low] = sizeOf(prop).extent;
  drawProp(body.at(placed(x - left * 0.8, -low * 0.8, 0, 0.8)), prop);
}

export function drawQuadruped(pen: Pen, spec: FigureSpec, species: Species): DrawnFigure {
  const breed = breedOf(species, spec.design);
  const paint = furOf(spec.design, species);
  const { posture } = BEAST_POSES[spec.pose];
  const bearing = posture === "sleep" ? PLAIN : bearingOf(spec.expression);
  const body = pen.at(placed(0, 0, 0, breed.size, breed.size * bearing.tall));
  const coat = { breed, paint, shade: shadeOn(paint), tail: bearing.tail };
  const arched =
    species === "cat" && ARCHING.has(spec.expression) && (posture === "walk" || posture === "sit");
  // A mouth that speaks is not behind a paw.
  const washes =
    posture === "sit" && !arched && spec.holds === null && !spec.speaks && does(spec.pose, "washes");
  drawBody(body, coat, bodyIn(breed, spec.pose, arched), liftOf(spec.pose));
  if (posture === "sit" && !arched && does(spec.pose, "paws")) drawPaw(body, coat, "raised");
  const { at, tilt } = headPlace(breed, arched ? "walk" : spec.pose);
  const head = HEADS[species];
  const p = body.at(placed(at[0], at[1], tilt + bearing.nod, 1, 1 / bearing.tall));
  drawBeastHead(p, species, { paint, ears: bearing.ears, odd: oddEarOf(spec.design) });
  const face = faceOf(species, paint);
  // Whoever washes shuts the eyes over it, whatever they feel.
  const feeling = beastFeeling(spec);
  drawBeastFace(p, face, washes && CALM.has(spec.expression) ? EXPRESSIONS.asleep : feeling);
  p.fill(head.nose, "black");
  const [mx, my] = face.mouth;
  if (spec.holds && posture === "sleep") drawGuarded(body, spec.holds, at[0] + head.box[2]);
  else if (spec.holds) drawProp(p.at(inMouth([mx, my + 4], spec.holds)), spec.holds);
  // Animals hold with the mouth; what nobody names yet is a glint in it.
  else if (spec.pose === "hold") drawPart(p.at(placed(mx, my + 7)), "animals/glint");
  if (washes) drawPaw(body, coat, "washing");
  drawBeastMarks(p, spec.design, feeling, 44);
  const [left, top, right, bottom] = head.box;
  return {
    face: {
      corners: boxed([left, top], [right, bottom]).map(p.where),
      mouth: p.where([mx, my + 2]),
    },
    keep: spec.holds ? [[p.where([mx - 40, -10]), p.where([mx + 40, 60])]] : [],
  };
}
