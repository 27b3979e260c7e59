// Something near and cut by the frame, black against the scene: a post, a trunk with leaves, a hedge, a bicycle, a table, a curtain.
// It stands where nobody and nothing does, in some takes of wide pictures, and gives them depth.

import type { Composition } from "../../camera/composition.ts";
import type { PanelView } from "../../camera/view.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { PlaceKind } from "../../closed/staging.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import type { Pt } from "../../pen/curves.ts";
import { AMBIENT, MATERIALS, type Material, SOFT_AMBIENT } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { isIndoors, isUnderGlass } from "../places.ts";
import { hasStalls } from "../town/market.ts";
import { isTrainRoof } from "../travel/train-roof.ts";
import { drawNear, type Near } from "./near-things.ts";

const NEAR = measuresOf<PlaceKind, { near?: readonly Near[] }>("places");

/** What has no place beside people who dress as of old. */
const MODERN: ReadonlySet<Near> = new Set(["post", "sign", "wheel", "lamp"]);
const OLD_DRESS: ReadonlySet<CharacterDesign["clothes"]["top"]> = new Set(["kimono", "robe", "armor"]);

export function drawForeground(
  pen: Pen,
  { picture, width, height, seed }: PanelView,
  { standing, metre }: Composition,
  things: readonly (readonly Pt[])[],
): void {
  const old = standing.some(({ design }) => OLD_DRESS.has(design.clothes.top));
  const { kind: place } = picture.scene.place;
  const near = (place === "shop" && hasStalls(picture)) || isTrainRoof(picture) ? [] : NEAR[place].near;
  const kinds = near?.filter((kind) => !old || !MODERN.has(kind));
  const rng = chance(hashOf(seed, "near"));
  const often = { establishing: 0.95, long: 0.7 }[picture.shot as string] ?? 0;
  if (!kinds || kinds.length === 0 || isUnderGlass(picture) || !rng.flip(often)) return;
  const reach = metre * 0.55;
  const taken = [
    ...standing.flatMap(({ x }) => [x - reach, x + reach]),
    ...things.flatMap((corners) => corners.map(([x]) => x)),
  ];
  const left = Math.min(width, ...taken);
  const right = width - Math.max(0, ...taken);
  const room = Math.min(Math.max(left, right), width * 0.3, height * 0.62);
  if (room < Math.min(width * 0.1, height * 0.2)) return;
  const side: 1 | -1 = left === right ? (rng.flip() ? 1 : -1) : left > right ? -1 : 1;
  const at = (u: number, v: number): Pt => [side < 0 ? u * room : width - u * room, v * height];
  const kind = kinds[rng.int(0, kinds.length - 1)];
  if (!kind) return;
  const ambient = (isIndoors(picture.scene.place.kind) ? SOFT_AMBIENT : AMBIENT)[picture.scene.hour];
  const shaded = pen.of(MADE_OF[kind]).inLight({ ...PLAIN_LIGHT, ambient, seen: againstLight });
  drawNear(shaded.withNib(3), kind, at, rng);
}

/** What is nearer than the light is seen against it: greys lie close to black, and what is white is a grey. */
const againstLight = (grey: number): number => 0.4 + Math.min(1, grey * 1.25) * 0.58;

const MADE_OF: Readonly<Record<Near, Material>> = {
  post: MATERIALS.concrete,
  rail: MATERIALS.concrete,
  grasses: MATERIALS.pine,
  table: MATERIALS.wood,
  chair: MATERIALS.wood,
  leaves: MATERIALS.pine,
  curtain: MATERIALS.cloth,
  plant: MATERIALS.leaf,
  hedge: MATERIALS.leaf,
  sign: MATERIALS.metal,
  wheel: MATERIALS.metal,
  lamp: MATERIALS.cloth,
};
