// Draws the animals of a picture that are no figures of it, and names all animals for whoever asks what is drawn: with who of the cast
// carries, leads or rides them.

import type { Composition } from "../../camera/composition.ts";
import { animalOf } from "../../camera/design.ts";
import { toldOf } from "../../camera/figure-told.ts";
import type { Standing } from "../../camera/standing.ts";
import type { PanelView } from "../../camera/view.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { seenIn } from "../../figures/body/stances.ts";
import { paletteOf } from "../../figures/clothes/palette.ts";
import { nibFor } from "../../figures/figure-job.ts";
import { ellipse, type Pt, through } from "../../pen/curves.ts";
import { SOFT_AMBIENT } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { hasTrait } from "../../places/places.ts";
import { animalMeasures } from "../animals.ts";
import { drawBeast } from "../beasts.ts";
import { drawBough, drawEaves, drawPool, drawWires } from "./perches.ts";
import { type SightSpot, tallOf } from "./sight-sizes.ts";
import { isLeftSide } from "./sight-spots.ts";

/** Draws those of one layer, farthest first, and gives a box for each that words should leave free. */
export function drawSights(
  paper: Pen,
  view: PanelView,
  plan: Composition,
  { spots, layer }: { spots: readonly SightSpot[]; layer: SightSpot["layer"] },
): Pt[][] {
  const here = spots.filter((spot) => spot.layer === layer).toSorted((a, b) => a.y - b.y);
  const perches = new Set(here.map(({ sight }) => sight.perch));
  const left = isLeftSide(view, plan);
  if (perches.has("wire")) drawWires(paper, view);
  if (perches.has("roof")) drawEaves(paper, view, left);
  if (perches.has("branch")) drawBough(paper, view, left);
  return here.map((spot) => drawOne(paper, view, spot));
}

function drawOne(
  paper: Pen,
  { picture }: PanelView,
  { sight, design, x, y, scale, flip, by }: SightSpot,
): Pt[] {
  const { measures, tall } = tallOf(design, sight);
  const { left, right } = measures;
  const on = sight.perch === "ground" || sight.perch === "lead";
  if (on && picture.scene.place.kind !== "sky")
    paper.fill(ellipse(x, y, ((right - left) / 2) * scale * 0.8, tall * scale * 0.06 + 2, 12), { veil: 0.3 });
  if (sight.perch === "water")
    drawPool(paper, [x, y], (right - left) * scale, hasTrait(picture.scene.place.kind, "on-water"));
  const spec = {
    ...{ design, pose: sight.pose, expression: sight.expression, holds: null, beside: [], swing: 0 },
    ...seenIn(picture, { character: design.id }),
    view: "three-quarter" as const,
    near: false,
  };
  const nib = nibFor(Math.max(34, scale * 100));
  paper.withNib(nib).haloed(nib * 0.36, (p) => {
    const at = p
      .at([scale * flip, 0, 0, scale, x, y])
      .of(paletteOf(design).hair)
      .inLight({ ...PLAIN_LIGHT, ambient: SOFT_AMBIENT[picture.scene.hour] });
    if (design.kind !== "human") drawBeast(at, spec, design.kind);
  });
  const box: Pt[] = [
    [x + (flip > 0 ? left : -right) * scale, y - tall * scale],
    [x + (flip > 0 ? right : -left) * scale, y],
  ];
  paper.name(sight.told.animal, box, by?.figure.character);
  return box;
}

const NEAR: ReadonlySet<Picture["shot"]> = new Set(["close", "bust", "half"]);

/** `face`: where its face is, in the drawing. Near it is the picture; else the animal is as large as it stands. */
export function nameAnimal(
  pen: Pen,
  standing: Standing,
  picture: Picture,
  face: readonly Pt[] | undefined,
): void {
  const { design, figure, x, groundY, scale } = standing;
  const animal = animalOf(design);
  const measures = animal && animalMeasures(design, figure.pose);
  if (!measures) return;
  const { left, right, crown, y } = measures;
  const [from, to] = figure.facing === "left" ? [-right, -left] : [left, right];
  const whole: Pt[] = through([x + from * scale, groundY + (y - crown) * scale], [x + to * scale, groundY]);
  pen.name(animal, NEAR.has(picture.shot) && face ? face : whole, bearerOf(standing, picture));
}

/** Who of a picture leads, rides or carries an animal: who is told to, or the first where it is on somebody. */
function bearerOf({ borne, figure }: Standing, picture: Picture): string | undefined {
  const [first] = picture.figures;
  if (!first || first.character === figure.character) return undefined;
  return borne ? first.character : toldOf(picture, figure).by;
}
