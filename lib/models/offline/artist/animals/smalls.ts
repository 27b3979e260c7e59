// Small animals with drawings of their own, as characters or as extras. Their own space: about 100 wide, on the ground y = 0, facing right.

import type { Paint } from "../../../../manga/drawing.ts";
import type { Small } from "../closed/animals.ts";
import type { Fill } from "../closed/cast.ts";
import { measuresOf } from "../closed/measures.ts";
import type { ExpressionLook } from "../figures/face/expressions.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { boxed, type Pt, placed } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import {
  type BeastFace,
  beastFeeling,
  drawBeastEyes,
  drawBeastMarks,
  drawnAt,
  faceOn,
  type OnCoat,
} from "./beast-face.ts";
import { type AnimalMeasures, coatWord, does, drawnAmong } from "./beast-poses.ts";

type SmallBeast = Record<"size" | "metres", number> & {
  coat?: Fill;
  box: readonly [left: number, top: number, right: number, bottom: number];
  head: Pt;
  mouth: Pt;
  eyes?: OnCoat<Pick<BeastFace, "near" | "far" | "eye" | "bead" | "ink">>;
};

export const SMALL: Readonly<Record<Small, SmallBeast>> = measuresOf("small-beasts");

/** The paint of its markings. */
const darker = (paint: Paint): Paint =>
  paint === "white" ? { tone: 0.2 } : paint === "black" ? paint : { tone: 0.6 };

const mouthOf = ({ mouth }: ExpressionLook): string =>
  mouth === "line" ? "shut" : mouth === "talk" || mouth === "shout" || mouth === "laugh" ? "talking" : "open";

export const smallOf = drawnAmong(SMALL);

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
  const paint = paintOf(spec.design.told?.coat ?? beast.coat ?? "mid");
  const { eyes } = beast;
  drawPart(p, `animals/${small}`, {
    paints: { coat: paint, markings: darker(paint) },
    is: [coatWord(paint), does(spec.pose, "moves") ? "moving" : "still", mouthOf(feeling)],
    draws: {
      eyes(q) {
        if (eyes) drawBeastEyes(q, faceOn(eyes, paint), feeling);
      },
    },
  });
  const [hx, hy] = beast.head;
  drawBeastMarks(p.at(placed(hx, hy, 0, 0.5)), spec.design, feeling, 44);
  if (spec.holds) drawProp(p.at(placed(beast.mouth[0], beast.mouth[1] + 6, 0, 0.6)), spec.holds);
  return drawnAt(p, boxed([hx - 30, hy - 26], [hx + 30, hy + 24]), beast.mouth);
}
