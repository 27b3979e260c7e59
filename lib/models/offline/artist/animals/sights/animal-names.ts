// Animals of a picture by name, for whoever asks what is drawn, and who of the cast carries, leads or rides them.

import { animalOf } from "../../camera/design.ts";
import { toldOf } from "../../camera/figure-told.ts";
import type { Standing } from "../../camera/standing.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { animalMeasures } from "../animals.ts";

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
