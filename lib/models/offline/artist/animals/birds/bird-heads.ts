// Heads of birds, turned a little to the reader, as `assets/parts/bird-heads` draws them, and what they feel.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { FigureSpec } from "../../figures/figure-job.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { beastFeeling, drawBeastFace, inkOn } from "../beast-face.ts";
import { coatWord } from "../coats.ts";
import type { BirdBuild } from "./bird-builds.ts";

const LOUD: ReadonlySet<FigureSpec["expression"]> = new Set([
  ...(["laugh", "shout", "cry", "grin", "surprised", "shocked", "terrified"] as const),
]);

/** What the face of a bird feels: a beak cannot smile, so that a loud feeling opens it and the rest is in the eyes. */
const felt = (spec: FigureSpec) => {
  const { expression } = spec;
  const said = expression === "shout" ? "angry" : LOUD.has(expression) ? "surprised" : expression;
  return beastFeeling({ ...spec, expression: said, speaks: false });
};

/** Draws head, beak and features. */
export function drawBirdHead(h: Pen, build: BirdBuild, paint: Paint, spec: FigureSpec): void {
  const open = LOUD.has(spec.expression) || spec.speaks === true;
  drawPart(h, `bird-heads/${build.bird}`, {
    paints: { coat: paint },
    is: [coatWord(paint), open ? "open" : "shut"],
  });
  const { near, far, eye, fierce } = build;
  const flat = build.beak === "none";
  // An owl's eyes lie on discs of white.
  const ink = flat ? "black" : inkOn(paint);
  const mouth: Pt = flat ? [5, 16] : [30, 8];
  const face = { near, far, eye, mouth, jaw: 6, closed: "none", ink, ...(fierce && { fierce }) } as const;
  drawBeastFace(h, face, felt(spec));
}
