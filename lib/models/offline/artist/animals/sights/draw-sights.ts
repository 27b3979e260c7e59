// Draws the animals of a picture that are not figures, with perches that nothing else draws (wires, a roof edge, a bough, water round
// swimmers); and records all animals by name, with the cast member who carries, leads or rides them.

import { animalOf } from "../../camera/design.ts";
import { toldOf } from "../../camera/figure-told.ts";
import type { Standing } from "../../camera/standing.ts";
import type { Composition, PanelView } from "../../camera/view.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { seenIn } from "../../figures/body/stances.ts";
import { paletteOf } from "../../figures/clothes/palette.ts";
import { nibFor } from "../../figures/figure-job.ts";
import { ellipse, type Pt, placed, through } from "../../pen/curves.ts";
import { HOURS, MATERIALS } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { hasTrait } from "../../places/places.ts";
import { drawPart } from "../../things/parts.ts";
import { animalMeasures, drawBeast } from "../animals.ts";
import { isLeftSide } from "./sight-spots.ts";
import { type SightSpot, tallOf } from "./sights.ts";

/** Draws the animals of one layer, farthest first; returns a box for each, which lettering keeps free. */
export function drawSights(
  paper: Pen,
  view: PanelView,
  plan: Composition,
  { spots, layer }: { spots: readonly SightSpot[]; layer: SightSpot["layer"] },
): Pt[][] {
  const here = spots.filter((spot) => spot.layer === layer).toSorted((a, b) => a.y - b.y);
  const perches = new Set(here.map(({ sight }) => sight.perch));
  const left = isLeftSide(view, plan);
  // Perches: three wires across the sky, of which the nearest is used; the corner of a tiled roof.
  if (perches.has("wire")) drawOnSide(paper, view, true, "wires", 0.8);
  if (perches.has("roof")) drawOnSide(paper.of(MATERIALS.slate), view, left, "eaves");
  if (perches.has("branch")) drawBough(paper, view, left);
  return here.map((spot) => drawOne(paper, view, spot));
}

function drawOne(
  paper: Pen,
  { picture }: PanelView,
  { sight, design, x, y, scale, flip, by }: SightSpot,
): Pt[] {
  const { measures, tall } = tallOf(design, sight);
  const { left, right } = measures;
  const on = sight.perch === "ground" || sight.perch === "lead";
  if (on && picture.scene.place.kind !== "sky")
    paper.fill(ellipse(x, y, ((right - left) / 2) * scale * 0.8, tall * scale * 0.06 + 2, 12), { veil: 0.3 });
  if (sight.perch === "water")
    drawPool(paper, [x, y], (right - left) * scale, hasTrait(picture.scene.place.kind, "on-water"));
  const spec = {
    ...{ design, pose: sight.pose, expression: sight.expression, holds: null, beside: [], swing: 0 },
    ...seenIn(picture, { character: design.id }),
    view: "three-quarter" as const,
    near: false,
  };
  const nib = nibFor(Math.max(34, scale * 100));
  paper.withNib(nib).haloed(nib * 0.36, (p) => {
    const at = p
      .at([scale * flip, 0, 0, scale, x, y])
      .of(paletteOf(design).hair)
      .inLight({ ...PLAIN_LIGHT, ambient: HOURS[picture.scene.hour].lamplit });
    if (design.kind !== "human") drawBeast(at, spec, design.kind);
  });
  const box: Pt[] = [
    [x + (flip > 0 ? left : -right) * scale, y - tall * scale],
    [x + (flip > 0 ? right : -left) * scale, y],
  ];
  paper.name(sight.told.animal, box, by?.figure.character);
  return box;
}

const NEAR: ReadonlySet<Picture["shot"]> = new Set(["close", "bust", "half"]);

/** Records an animal by name. `face` is its face in the drawing: the box in near shots; else the box is the whole animal. */
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

/** The figure that leads, rides or carries an animal: the told one; for an animal on somebody, the first. */
function bearerOf({ borne, figure }: Standing, picture: Picture): string | undefined {
  const [first] = picture.figures;
  if (!first || first.character === figure.character) return undefined;
  return borne ? first.character : toldOf(picture, figure).by;
}

/** Maps hundredths of the panel's sides, from its left or its right. */
const onSide =
  ({ width, height, picture }: PanelView, left: boolean) =>
  (u: number, v: number): Pt => [width * (left ? u : 1 - u), height * (v + picture.room * 0.03)];

function drawOnSide(pen: Pen, view: PanelView, left: boolean, part: string, fine = 1): void {
  const at = onSide(view, left);
  const look = { frames: { panel: ([x, y]: Pt) => at(x / 100, y / 100) } };
  drawPart(pen.withNib(Math.max(2, view.height / 240) * fine), `perches/${part}`, look);
}

/** A bough from the side, with twigs and leaves, bare in winter. */
function drawBough(pen: Pen, view: PanelView, left: boolean): void {
  const { height, picture } = view;
  const at = onSide(view, left);
  drawOnSide(pen.of(MATERIALS.wood), view, left, "bough");
  if (picture.scene.season === "winter") return;
  const leaf = pen
    .of(picture.scene.season === "autumn" ? MATERIALS.autumn : MATERIALS.leaf)
    .withNib(Math.max(1.6, height / 300));
  for (const [u, v, turn] of [
    [0.43, 0.34, 34.3774677],
    [0.4, 0.33, 114.591559],
    [0.45, 0.17, -34.3774677],
    [0.42, 0.18, 57.2957795],
    [0.46, 0.235, 11.4591559],
    [0.18, 0.37, 80.2140913],
    [0.15, 0.35, 148.9690267],
  ] as const) {
    const [x, y] = at(u, v);
    const k = height * 0.00045;
    drawPart(leaf.at(placed(x, y, left ? turn : 180 - turn, k)), "perches/leaf");
  }
}

/** Rings round a swimmer; in a place without water also a pool. */
function drawPool(pen: Pen, [x, y]: Pt, wide: number, wet: boolean): void {
  if (!wet) pen.of(MATERIALS.water).shape(ellipse(x, y, wide * 0.9, wide * 0.16, 16), { tone: 0.1 }, 0.7);
  for (const [dy, w] of through([0, 0.62], [wide * 0.05, 0.8], [-wide * 0.05, 0.5]))
    pen.line(
      [-1, -0.3, 0.3, 1].map((u, i): Pt => [x + wide * w * u, y + dy + ([0, 3, -1, 2][i] ?? 0)]),
      0.8,
    );
}
