// A human head, assembled for every view: skin, ears, features, beard, hair, hats, glasses, and rain on the glasses.

import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { Prop, View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { ellipse, type Pt, placed, through } from "../../pen/curves.ts";
import { MATERIALS, type Material } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { isEastern } from "../clothes/armour.ts";
import { paletteOf } from "../clothes/palette.ts";
import { feelingOf, withTold } from "../face/expressions.ts";
import { drawFeatures } from "../face/face.ts";
import type { FigureSpec } from "../figure-job.ts";
import { drawBeard, drawMoustache } from "../hair/beard.ts";
import { capOutline, drawFrontHair } from "../hair/hair.ts";
import { fillWord, type Hair, haircut, paintOf } from "../hair/hair-ink.ts";
import { type FaceLook, faceContour, faceLook, gapeOf, headRig, type Rig, skinShape } from "./head-rig.ts";

type Shown = "design" | "view" | "expression" | "swing" | "gaze" | "speaks" | "faceTold" | "wet" | "moment";
type HeadSpec = Pick<FigureSpec, Shown>;

export function hairOf({ design, swing }: Pick<HeadSpec, "design" | "swing">): Hair | null {
  const cut = haircut(design);
  if (!cut) return null;
  const seed = hashOf(design.look, design.id, "hair");
  return { cut, fill: design.hair.fill, seed, swing, pressed: HATS[design.clothes.hat].presses };
}

/** Draws the head without the hair behind the shoulders. */
export function drawHead(paper: Pen, spec: HeadSpec): void {
  const { design, view, expression, speaks, moment } = spec;
  const feeling = withTold(feelingOf(expression, speaks, moment), spec.faceTold);
  const colours = paletteOf(design);
  const pen = paper.of(colours.hair);
  const rig = headRig(view, view === "profile" ? gapeOf(feeling.mouth) : 0);
  const face = faceLook(design);
  const hair = hairOf(spec);
  const hooded = design.clothes.hat === "hood";
  drawSkin(pen.of(colours.skin), rig, face, hooded ? null : hair);
  if (view !== "back") {
    drawBeard(pen, rig, face, design);
    drawFeatures(pen.of(colours.skin), rig, face, { ...{ feeling, eyes: colours.eyes, gaze: spec.gaze } });
    if (design.beard === "moustache" || design.beard === "full") drawMoustache(pen, rig, face, design);
  }
  const drawGlasses = (made: Material, part: string) => {
    if (design.glasses && view !== "back")
      drawPart(pen.of(made).at(placed(0, face.eyeY + 1)), `glasses/${part}`, { is: [view] });
  };
  // The temples of glasses run to the ears, under the hair.
  drawGlasses(MATERIALS.plain, "temples");
  if (hair && !hooded) drawFrontHair(pen, rig, hair);
  else if (hair) pen.inside(ellipse(rig.faceX * 0.6, -2, 44, 47), (p) => drawFrontHair(p, rig, hair));
  else {
    const fringe = design.hair.fill === "black" ? "black" : "white";
    drawPart(pen, "heads/bald", { paints: { fringe }, is: [view, fringe, face.old ? "old" : "smooth"] });
  }
  drawGlasses(MATERIALS.plain, FRAMES[hashOf(design.look, design.id, "frame") % FRAMES.length] ?? "round");
  // Drops on the lenses, and two that run down over the cheek.
  if (spec.wet && pen.scale >= 0.45) drawGlasses(MATERIALS.tear, "rain");
  if (view !== "back") wearHat(paper, view, design);
}

/** Draws the hat; in a back view it is over the hair that hangs down the back, and drawn after it. */
export function wearHat(paper: Pen, view: View, design: HeadSpec["design"]): void {
  const { hat, top, topFill } = design.clothes;
  if (hat === "none") return;
  const colours = paletteOf(design);
  const fill = topFill === "white" ? "mid" : topFill;
  const old =
    hat === "helmet" ? isEastern(design) && "kabuto" : hat === "hat" && WITH_SEDGE.has(top) && "sedge-hat";
  const pen = paper.of(hat === "hood" ? colours.top : colours.accent);
  drawPart(pen, `hats/${old || hat}`, { paints: { hat: paintOf(fill) }, is: [view, fillWord(fill)] });
}

function drawSkin(pen: Pen, rig: Rig, face: FaceLook, hair: Hair | null): void {
  const contour = faceContour(rig, face);
  const { view } = rig;
  // Seen edge-on the ears are behind the face.
  const behind = view === "front" || view === "back";
  const ears = () => drawPart(pen, "heads/ears", { is: [view] });
  if (behind) ears();
  const skin = skinShape(rig, contour);
  pen.shape(skin, "white", 0.9);
  if (view !== "back" && pen.scale > 0.4) drawShade(pen, rig, skin, hair);
  if (!behind) ears();
}

/** The shadow of the hair on the skin, and the shade of the cheek that is turned away. */
function drawShade(pen: Pen, rig: Rig, skin: readonly Pt[], hair: Hair | null): void {
  pen.inside(skin, (p) => {
    if (hair) p.at(placed(1, 6)).fill(capOutline(rig, hair), { tone: 0.2 });
    if (rig.view !== "three-quarter") return;
    p.fill(through([-36, -6, 1], [-24, 4], [-21, 18], [-13, 32], [2, 43], [14, 52, 1], [-36, 52, 1]), {
      tone: 0.1,
    });
  });
}

type Clothes = CharacterDesign["clothes"];

type HatSort = { presses: boolean; tall: boolean; taken: readonly Prop[] };

export const HATS: Readonly<Record<Clothes["hat"], HatSort>> = measuresOf("hats");

/** Clothes that turn a hat into a conical sedge hat. */
const WITH_SEDGE: ReadonlySet<Clothes["top"]> = new Set(["kimono", "robe"]);

/** Shapes of glasses: round, rounded square, or a bar over nearly invisible lenses. */
const FRAMES = ["round", "square", "bar"] as const;
