// The trunk of a garment, front or back: folds, the drawings of `assets/parts/fronts`, and the lapped collar of a kimono.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { type Pt, pts, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Look } from "../../things/marks.ts";
import { drawPart } from "../../things/parts.ts";
import type { Skeleton } from "../body/skeleton.ts";
import type { Torso } from "../figure-job.ts";
import { fillWord, paintOf } from "../hair/hair-ink.ts";
import { drawScales, isEastern } from "./armour.ts";
import { lightWay } from "./folds.ts";
import { cutOf, drawWeave, shadeOn, weaveOf } from "./garments.ts";
import { paletteOf } from "./palette.ts";

/** Draws the front or back of a garment: collars, plackets, buttons, folds. */
export function drawFront(pen: Pen, design: CharacterDesign, body: Skeleton, torso: Torso): void {
  const { top, topFill } = design.clothes;
  const paint = paintOf(topFill);
  const { at, middle } = torso;
  const { ease, hanging } = cutOf(top);
  const turned = Math.cos((body.yaw * Math.PI) / 180);
  const half = Math.max(30, body.measures.shoulders * Math.max(0.5, turned));
  const look = lookOf({ pen, design, body }, { paint, at, c: middle, w: 0.5 * Math.max(0.35, turned) });
  pen.inside(torso.outline(ease), (p) => {
    drawPart(p, hanging ? "fronts/wrap" : "fronts/folds", look);
    drawWeave(p, weaveOf(design, "top"), paint, { at, half, long: body.measures.torso });
  });
  if (body.yaw > 110) {
    drawPart(pen, top === "sailor" ? "fronts/sailor-back" : "fronts/back", look);
    return;
  }
  pen.inside(torso.outline(ease + 1), (p) =>
    drawPart(p, `fronts/${isEastern(design) ? "lamellar" : top}`, look),
  );
}

function lookOf(
  { pen, design, body }: { pen: Pen; design: CharacterDesign; body: Skeleton },
  front: Front,
): Look {
  const { paint, at, c, w } = front;
  const { topFill } = design.clothes;
  const lit = lightWay(pen)[0] > 0;
  const { skin, accent } = paletteOf(design);
  return {
    paints: { cloth: paint, shade: shadeOn(paint) },
    made: { skin, accent },
    is: [
      ...[fillWord(topFill), topFill === "white" || topFill === "light" ? "pale" : "deep"],
      // An adult's uniform is an officer's; a pupil's is plain.
      design.age === "adult" || design.age === "elder" ? "grown" : "young",
      ...[lit ? "lit-left" : "lit-right", ...gathersOf(body)],
    ],
    frames: {
      /** Across the trunk, from its near side (−100) to its far one, and down from the neck to the hips. */
      trunk: ([x, y]) => at(x / 100, y / 100),
      /** The same, but x = 0 is the middle of the front, which turns with the body. */
      sides: ([x, y]) => at(x === 0 ? c : x / 100, y / 100),
      /** From the middle of the front, in half collar widths. */
      front: ([x, y]) => at(c + w * (x / 100), y / 100),
      /** From the middle of the front to the shaded side. */
      dark: ([x, y]) => at(c + ((lit ? 1 : -1) - c) * (x / 100), y / 100),
    },
    draws: {
      bands: (p) => drawBands(p, front),
      ridges(p) {
        p.line([at(-0.86, 0.18), at(-0.52, 0.46), at(c - w * 0.2, 0.5)], 0.5);
        p.line([at(0.86, 0.18), at(0.66, 0.46), at(c + w * 0.3, 0.5)], 0.5);
      },
      scales: (p) => drawScales(p, at, [-1.05, 1.05], [0.26, 0.66], 4),
      skirt(p) {
        for (const span of through([-1.2, -0.44], [-0.4, 0.38], [0.42, 1.2]))
          drawScales(p, at, span, [0.76, 1.24], 3);
      },
    },
  };
}

/** What pulls the cloth on each side: a raised arm, a raised hip. */
function gathersOf({ yaw, arms, hip, arch }: Skeleton): string[] {
  return ([-1, 1] as const).flatMap((s) => {
    const side = s < 0 ? "left" : "right";
    const { elbow, shoulder } = s < 0 === yaw < 110 ? arms.near : arms.far;
    const raised = elbow.p[1] < shoulder.p[1] + 30;
    const pressed = hip * s < -1 || (arch * s < -4 && yaw > 20);
    return [`${side}-${raised ? "raised" : "lowered"}`, `${side}-${pressed ? "pressed" : "loose"}`];
  });
}

export interface Front {
  paint: Paint;
  at: Torso["at"];
  /** `u` of the middle of the front, and half the width of a collar in `u`. */
  c: number;
  w: number;
}

/** One band of a lapped collar, from the shoulder down: its inner edge at the skin and its outer edge. */
type Band = { s: 1 | -1; cloth: Paint } & Record<"inner" | "outer", readonly Pt[]>;

/**
 * The two bands of a kimono's collar, the lower first. The wearer's left band is over the right one, also on
 * a mirrored figure, because the reverse is how the dead are dressed.
 */
export function bandsOf({ at, c, w, paint, flipped }: Front & { flipped: boolean }): readonly Band[] {
  const over = flipped ? -1 : 1;
  const cloth = paint === "white" ? ({ tone: 0.34 } as const) : paint;
  /** An edge through points in half collar widths, towards the side of the upper band. */
  const edge = (text: string) => pts(text).map(([u, v]) => at(c + over * w * (u / 100), v / 100));
  return [
    { s: over === 1 ? -1 : 1, cloth, inner: edge("-50,10 2,31"), outer: edge("-84,7 -30,42") },
    { s: over, cloth, inner: edge("50,10 -10,33 -78,60"), outer: edge("84,7 42,36 -30,65") },
  ];
}

/** Both bands, lapped. */
function drawBands(pen: Pen, front: Front): void {
  const plain = pen.of(MATERIALS.plain);
  for (const { s, inner, outer, cloth } of bandsOf({ ...front, flipped: pen.matrix[0] < 0 })) {
    // The undergarment shows as a white strip along the skin.
    const under = inner.map(([x, y]): Pt => [x - s * 5, y]);
    plain.shape(sharp([...under, ...inner.toReversed()]), "white", 0.4);
    pen.shape(sharp([...inner, ...outer.toReversed()]), cloth, 0.65);
    if (cloth !== "black") continue;
    pen.scratch(inner, 0.5);
    pen.scratch(outer, 0.5);
  }
}
