// What an animal is told to do, beyond its pose: it curls up, it cries out.

import { toldOf } from "../camera/figure-told.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";

const CURLING = /^(?:stand|sit|crouch|kneel|lie|sleep)$/u;

/** A figure as it is told: who curls up lies, and an animal that cries out and holds nothing has its mouth open. */
export function asTold(
  figure: Figure,
  design: CharacterDesign | undefined,
  picture: Pick<Picture, "told">,
): Figure {
  if (!design || design.kind === "human" || design.kind === "robot" || design.kind === "ghost") return figure;
  const told = toldOf(picture, figure);
  const curled = told.curled && CURLING.test(figure.pose);
  const cries = told.cries && figure.holds === null;
  return { ...figure, ...(curled ? { pose: "lie" as const } : {}), ...(cries ? { speaks: true } : {}) };
}
