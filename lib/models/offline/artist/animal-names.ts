// Animals of a picture by name, for whoever asks what is drawn, and who of the cast carries, leads or rides them.
import { animalOf } from "./design.ts";
import type { Picture } from "../closed/storyboard.ts";
import { animalsTold } from "../told-animals.ts";
import { animalMeasures } from "./animals.ts";
import type { Pt } from "./curves.ts";
import { leads, rides } from "./manner.ts";
import type { Pen } from "./pen.ts";
import type { Standing } from "./standing.ts";

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
  const whole: Pt[] = [
    [x + from * scale, groundY + (y - crown) * scale],
    [x + to * scale, groundY],
  ];
  pen.name(animal, NEAR.has(picture.shot) && face ? face : whole, bearerOf(standing, picture));
}

/** Who of a picture leads, rides or carries an animal. */
function bearerOf({ borne, design }: Standing, { action, figures }: Picture): string | undefined {
  const [first] = figures;
  if (!first || first.character === design.id) return undefined;
  const told = animalsTold(action);
  const own = told.filter(({ animal }) => animal === animalOf(design)).map(({ about }) => about);
  // One that is called by its name, with no other animal there.
  const words = own.length > 0 ? own : told.length === 0 ? [action] : [];
  return borne || words.some((about) => leads(about) || rides(about)) ? first.character : undefined;
}
