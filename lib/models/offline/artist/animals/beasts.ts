// Everybody who is not a person, by kind; a creature that is named after an animal is that animal.

import type { CharacterDesign } from "../closed/cast.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import type { Pen } from "../pen/pen.ts";
import { drawQuadruped } from "./animals.ts";
import { drawCreature, drawGhost } from "./beings.ts";
import { drawBird } from "./birds/bird.ts";
import { speciesOf } from "./breeds.ts";
import { drawHoofed, hoofedOf } from "./hooves/hoofed.ts";
import { drawRobot } from "./robot.ts";
import { drawSmall, smallOf } from "./smalls.ts";

type BeastKind = Exclude<CharacterDesign["kind"], "human">;

const DRAW: Readonly<Record<Exclude<BeastKind, "cat" | "dog">, (pen: Pen, spec: FigureSpec) => DrawnFigure>> =
  { bird: drawBird, robot: drawRobot, ghost: drawGhost, creature: drawCreature };

export function drawBeast(pen: Pen, spec: FigureSpec, kind: BeastKind): DrawnFigure {
  const hoofed = hoofedOf(spec.design);
  if (hoofed) return drawHoofed(pen, spec, hoofed);
  const small = smallOf(spec.design);
  if (small) return drawSmall(pen, spec, small);
  const species = speciesOf(spec.design);
  if (species) return drawQuadruped(pen, spec, species);
  return DRAW[kind === "cat" || kind === "dog" ? "creature" : kind](pen, spec);
}
