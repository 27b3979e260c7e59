// Things by name: drawn in a hand or set down in the scene, and their size.
import type { Prop } from "../../../manga/staging.ts";
import { FOUND_THINGS } from "./found-things.ts";
import { KEEPSAKES } from "./keepsakes.ts";
import { drawLoaves, LARGE_THINGS } from "./large-things.ts";
import { MATERIALS, type MaterialName } from "./materials.ts";
import { type Extent, extentOf, type Pen } from "./pen.ts";
import { SMALL_THINGS } from "./small-things.ts";
import type { Thing } from "./thing.ts";

const THINGS: Readonly<Record<Prop, Thing>> = {
  ...SMALL_THINGS,
  ...LARGE_THINGS,
  ...KEEPSAKES,
  ...FOUND_THINGS,
};

/** What each is made of for the most part. */
const MADE_OF: Readonly<Record<Prop, MaterialName>> = {
  ...{ lamp: "lamp", lantern: "lamp", candle: "lamp", letter: "plain", book: "cloth", map: "sand" },
  ...{ pen: "slate", phone: "slate", camera: "slate", glasses: "slate", mirror: "glass", bottle: "glass" },
  ...{ cup: "plain", bowl: "red", key: "lamp", bell: "lamp", ring: "lamp", clock: "lamp", stone: "stone" },
  ...{ flower: "blossom", ball: "red", fish: "slate", bread: "wood", umbrella: "red", bag: "cloth" },
  ...{ box: "wood", rope: "sand", oar: "wood", boat: "wood", sword: "metal", stick: "wood", broom: "wood" },
  ...{ bicycle: "metal", car: "red", chair: "wood", table: "wood", door: "wood", window: "glass" },
  ...{
    guitar: "wood",
    basket: "wood",
    snowman: "snow",
    flag: "red",
    piano: "wood",
    hat: "cloth",
    comb: "wood",
  },
  ...{ photo: "plain", "rice-ball": "plain", "watering-can": "metal" },
  ...{ flashlight: "slate", apple: "red", orange: "lamp", melon: "leaf", "straw-hat": "sand" },
  ...{ footprints: "earth", handprint: "red" },
} satisfies Record<Prop, MaterialName>;

/** Draws a thing with its grip at the origin; `filled` is what else is there, some of which may lie in it. */
export function drawProp(pen: Pen, prop: Prop, filled: readonly Prop[] = []): void {
  if (prop === "basket" && filled.includes("bread")) drawLoaves(pen.of(MATERIALS.wood));
  THINGS[prop].draw(pen.of(MATERIALS[MADE_OF[prop]]));
}

/** Whether a thing lies in another that is held or stands there, and needs no place of its own. */
export const liesIn = (prop: Prop, vessel: Prop | null): boolean => prop === "bread" && vessel === "basket";

const extents = new Map<Prop, Extent>();

/** The box round a thing, in its own space, and how many metres tall it stands when set down. */
export function sizeOf(prop: Prop): { extent: Extent; metres: number } {
  const { draw, metres } = THINGS[prop];
  const extent = extents.get(prop) ?? extentOf(draw);
  extents.set(prop, extent);
  return { extent, metres };
}

/** Furniture, vehicles and prints: people stand beside them, and never have them in a hand. */
const FURNITURE: ReadonlySet<Prop> = new Set([
  ...(["door", "window", "car", "table", "chair", "boat", "bicycle"] as const),
  ...(["snowman", "flag", "piano", "footprints", "handprint"] as const),
]);

export const isFurniture = (prop: Prop | null): boolean => prop !== null && FURNITURE.has(prop);

const EDGED: ReadonlySet<Prop> = new Set([
  "camera",
  "clock",
  "comb",
  "photo",
  "letter",
  "map",
  "box",
  "ball",
  "apple",
  "orange",
  "melon",
  "straw-hat",
]);

/** Whether a hand has a thing by an edge of it, since it would cover what the thing is. */
export const isHeldByEdge = (prop: Prop | null): boolean => prop !== null && EDGED.has(prop);
