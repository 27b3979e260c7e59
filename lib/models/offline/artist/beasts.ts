// Everybody who is not a person, by kind.
import type { CharacterDesign } from "../../../manga/cast.ts";
import { drawBird, drawQuadruped } from "./animals.ts";
import { drawCreature, drawGhost, drawRobot } from "./beings.ts";
import type { DrawnFigure, FigureSpec } from "./figure-job.ts";
import type { Pen } from "./pen.ts";

export type BeastKind = Exclude<CharacterDesign["kind"], "human">;

const DRAW: Readonly<Record<BeastKind, (pen: Pen, spec: FigureSpec) => DrawnFigure>> = {
  cat: drawQuadruped,
  dog: drawQuadruped,
  bird: drawBird,
  robot: drawRobot,
  ghost: drawGhost,
  creature: drawCreature,
};

export const drawBeast = (pen: Pen, spec: FigureSpec, kind: BeastKind): DrawnFigure => DRAW[kind](pen, spec);
