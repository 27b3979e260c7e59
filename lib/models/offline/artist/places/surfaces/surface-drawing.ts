// Draws the surface of a close view of things: it fills the frame, things cast a contact shadow on it, and
// grass, snow or water overlaps their feet.

import { measuresOf } from "../../closed/measures.ts";
import type { Prop } from "../../closed/staging.ts";
import type { Ground } from "../../closed/told.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { clamp, type Pt, rect } from "../../pen/curves.ts";
import { HOURS, MATERIALS, type MaterialName } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Sheet } from "../paper.ts";
import { whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { fade, glow, paper, type Stage } from "../stage.ts";
import { drawCloth, drawPlanks, drawShelf, drawStep, drawTiles, drawWicker } from "./surface-floors.ts";
import {
  drawAsphalt,
  drawEarth,
  drawGrass,
  drawLeaves,
  drawPebbles,
  drawSand,
  drawSnowCover,
  drawWaterTop,
  tuft,
} from "./surface-grounds.ts";
import { type Lying, onFrame, onPlane, planeUnder, type Under } from "./surface-view.ts";

/** Material of each surface, and its tone far and near. */
const MADE = measuresOf<Ground, { made: MaterialName; far: number; near: number }>("surfaces");

/** Things that light their surroundings. */
const LIT: ReadonlySet<Prop> = new Set<Prop>(["lantern", "candle", "lamp", "match", "flashlight"]);

export interface CloseLook {
  surface: Ground;
  spots: readonly (Lying & { prop: Prop; flat: boolean })[];
  /** A top view of things that lie flat. */
  above: boolean;
  /** Units of a metre. */
  metre: number;
}

/** Range in metres of the shorter side of a close view: from a coin to a suitcase. */
const [NEAREST, FARTHEST] = [0.3, 1.3];

export function drawSurface(stage: Stage, look: CloseLook): void {
  const { width, height, night, picture } = stage;
  const { surface, spots, above } = look;
  const { made, ...usual } = MADE[surface];
  const [far, near] = surface === "snow" ? HOURS[picture.scene.hour].snow : [usual.far, usual.near];
  // Snow stays bright at any hour.
  const snowed = surface === "snow";
  const pen = (snowed ? stage.lamp : stage.pen).of(MATERIALS[made]).withNib(clamp(height / 190, 2, 3.6));
  const rng = chance(hashOf(whereIs(picture.scene), surface, ...spots.map(({ prop }) => prop)));
  pen.fill(paper(stage), { tone: above ? (far + near) / 2 : fade(0, height, far, near) });
  pen.fill(paper(stage), { veil: fade(0, height * 0.6, night && !snowed ? 0.4 : above ? 0.06 : 0.14, 0) });
  if (surface === "air") {
    onFrame("air")(pen, { width, height }, rng);
    return;
  }
  const side = Math.min(width, height);
  const plane = planeUnder(stage, { above, metre: clamp(look.metre, side / FARTHEST, side / NEAREST) });
  const feet = spots.map(({ middle, high }) => middle[1] + high / 2);
  const under: Under = {
    ...{ width, height, night, plane, spots, season: picture.scene.season },
    feet: { back: Math.min(...feet), front: Math.max(...feet) },
  };
  DRAWN[surface](pen, under, rng);
  for (const { prop, middle } of spots)
    if (LIT.has(prop)) glow(stage, middle, Math.max(width, height) * 0.62, 0.8);
}

/** The pen has the surface's material. */
type Draw = (pen: Pen, under: Under, rng: Chance) => void;

const DRAWN: Readonly<Record<Exclude<Ground, "air">, Draw>> = {
  boards: (pen, under, rng) => drawPlanks(pen, under, rng, false),
  deck: (pen, under, rng) => drawPlanks(pen, under, rng, true),
  tiles: (pen, under, rng) => drawTiles(pen, under, rng, false),
  slabs: (pen, under, rng) => drawTiles(pen, under, rng, true),
  ...{ table: onPlane("table"), mats: onPlane("mats"), wall: onFrame("wall"), rock: onFrame("rock") },
  ...{ step: drawStep, shelf: drawShelf, cloth: drawCloth, wicker: drawWicker },
  ...{ asphalt: drawAsphalt, earth: drawEarth, grass: drawGrass, leaves: drawLeaves, sand: drawSand },
  ...{ pebbles: drawPebbles, snow: drawSnowCover, water: drawWaterTop },
};

/** Overlap in front of the foot of a thing: blades of grass, leaves, a rim of snow or sand, water. */
export function drawBeforeFoot(
  base: Pen,
  surface: Ground,
  { middle: [x, y], wide, high, rng }: Lying & { rng: Chance },
): void {
  const foot = y + high / 2;
  const size = clamp(Math.min(wide, high) * 0.22, 12, 46);
  if (surface === "grass" || surface === "leaves" || surface === "earth") {
    const pen = base.of(MATERIALS.grass);
    const n = surface === "grass" ? Math.round(clamp(wide / size, 3, 9)) : 2;
    for (let i = 0; i < n; i++) {
      const u = surface === "grass" ? (i + rng.between(0.2, 0.8)) / n - 0.5 : i ? 0.42 : -0.44;
      tuft(
        pen,
        rng,
        [x + u * wide * 1.04, foot + size * rng.between(0.1, 0.34)],
        size * rng.between(0.7, 1.1),
      );
    }
    return;
  }
  if (surface !== "snow" && surface !== "sand") return;
  const rim = (u: number, v: number): Pt => [x + u * wide, foot + v * size * 0.42];
  drawOnSheet(base.of(MATERIALS[surface]), "surfaces/rim", rim, { rng });
}

/** A floating thing: only its part above water, with rings round it. */
export function drawAfloat(base: Pen, { middle: [x, y], wide, high }: Lying, draw: (pen: Pen) => void): void {
  const line = y + high * 0.3;
  base.inside(rect(x - wide, line - high * 3, wide * 2, high * 3), draw);
  const pen = base.of(MATERIALS.water);
  const water: Sheet = (u, v) => [x + u * wide, line + v * high];
  drawOnSheet(pen, "surfaces/afloat", water, { rng: chance(0), given: { flat: high / wide, gap: 5 / high } });
}
