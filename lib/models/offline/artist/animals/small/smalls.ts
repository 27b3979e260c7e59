// Small animals as figures: somebody of a story who is a frog, or one that is nobody's.

import { animalOf, type Design } from "../../camera/design.ts";
import type { Animal, Small } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";
import type { Pose } from "../../closed/staging.ts";
import type { DrawnFigure, FigureSpec } from "../../figures/figure-job.ts";
import { paintOf } from "../../figures/hair/hair-ink.ts";
import { boxed, type Pt, placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawProp } from "../../things/props.ts";
import type { AnimalMeasures } from "../animal-measures.ts";
import { beastFeeling, drawBeastMarks } from "../beast-face.ts";
import { drawSmallBeast, SMALL } from "./small-beast.ts";

const isSmall = (animal: Animal): animal is Small => animal in SMALL;

export function smallOf(design: Design): Small | undefined {
  const animal = animalOf(design);
  return animal && isSmall(animal) ? animal : undefined;
}

const MOVES: ReadonlySet<Pose> = new Set(["run", "jump", "walk", "fight", "dance", "climb"]);

/** As is told of it, else as its kind mostly is. */
const USUAL: Readonly<Partial<Record<Small, Fill>>> = {
  ...{ frog: "light", turtle: "mid", snake: "light", crab: "mid", fish: "light", butterfly: "white" },
  ...{ dragonfly: "mid", snail: "light" },
};

export function smallMeasures(small: Small): AnimalMeasures {
  const { size, box, head } = SMALL[small];
  const [left, top, right] = box;
  return {
    x: head[0] * size,
    y: head[1] * size,
    crown: (head[1] - top) * size,
    left: left * size,
    right: right * size,
  };
}

export function drawSmall(pen: Pen, spec: FigureSpec, small: Small): DrawnFigure {
  const beast = SMALL[small];
  const p = pen.at(placed(0, 0, 0, beast.size));
  const feeling = beastFeeling(spec);
  const paint = paintOf(spec.design.told?.coat ?? USUAL[small] ?? "mid");
  drawSmallBeast(p, small, { paint, feeling, moving: MOVES.has(spec.pose) });
  const [hx, hy] = beast.head;
  drawBeastMarks(p.at(placed(hx, hy, 0, 0.5)), spec.design, feeling, 44);
  if (spec.holds) drawProp(p.at(placed(beast.mouth[0], beast.mouth[1] + 6, 0, 0.6)), spec.holds);
  const around: Pt[] = boxed([hx - 30, hy - 26], [hx + 30, hy + 24]);
  return { face: { corners: around.map((point) => p.where(point)), mouth: p.where(beast.mouth) }, keep: [] };
}
