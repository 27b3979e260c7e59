// Things by name: drawn in a hand or set down in the scene, and their size.

import { BENCH_THINGS } from "./bench-things.ts";
import type { Prop } from "./closed/staging.ts";
import { CRAFT_THINGS } from "./craft-things.ts";
import { rect } from "./curves.ts";
import { DESK_THINGS } from "./desk-things.ts";
import type { Extent } from "./extent.ts";
import { FESTIVAL_THINGS } from "./festival-things.ts";
import { FOUND_THINGS } from "./found-things.ts";
import { FURNITURE_THINGS } from "./furniture-things.ts";
import { GARMENT_THINGS } from "./garment-things.ts";
import { GEAR_THINGS } from "./gear-things.ts";
import { GREAT_THINGS } from "./great-things.ts";
import { GROUND_THINGS } from "./ground-things.ts";
import { HANDIWORK_THINGS } from "./handiwork-things.ts";
import { HEARTHSIDE_THINGS } from "./hearthside-things.ts";
import { HOUSE_THINGS } from "./house-things.ts";
import { KEEPSAKES } from "./keepsakes.ts";
import { KITCHEN_THINGS } from "./kitchen-things.ts";
import { LANDMARK_THINGS } from "./landmark-things.ts";
import { LARDER_THINGS } from "./larder-things.ts";
import { drawLoaves, LARGE_THINGS } from "./large-things.ts";
import { MANOR_THINGS } from "./manor-things.ts";
import { MARKET_THINGS } from "./market-things.ts";
import { MATERIALS } from "./materials.ts";
import { NURSERY_THINGS } from "./nursery-things.ts";
import { OWN_THINGS } from "./own-things.ts";
import { PANTRY_THINGS } from "./pantry-things.ts";
import { PARK_THINGS } from "./park-things.ts";
import { PARLOUR_THINGS } from "./parlour-things.ts";
import { PASTIME_THINGS } from "./pastime-things.ts";
import { extentOf, type Pen } from "./pen.ts";
import { PLAY_THINGS } from "./play-things.ts";
import { SCHOOL_THINGS } from "./school-things.ts";
import { SEASON_THINGS } from "./season-things.ts";
import { SMALL_THINGS } from "./small-things.ts";
import { STALL_THINGS } from "./stall-things.ts";
import { STUDIO_THINGS } from "./studio-things.ts";
import { SUNDRY_THINGS } from "./sundry-things.ts";
import { TABLE_THINGS } from "./table-things.ts";
import type { Thing } from "./thing.ts";
import { TOKEN_THINGS } from "./token-things.ts";
import { traitsOf } from "./traits/thing-traits.ts";
import { UTENSIL_THINGS } from "./utensil-things.ts";
import { WASHING_THINGS } from "./washing-things.ts";
import { WHEELED_THINGS } from "./wheeled-things.ts";
import { WILD_THINGS } from "./wild-things.ts";
import { WORKSHOP_THINGS } from "./workshop-things.ts";
import { YARD_THINGS } from "./yard-things.ts";

const THINGS: Readonly<Record<Prop, Thing>> = {
  ...SMALL_THINGS,
  ...LARGE_THINGS,
  ...KEEPSAKES,
  ...FOUND_THINGS,
  ...TABLE_THINGS,
  ...CRAFT_THINGS,
  ...PLAY_THINGS,
  ...OWN_THINGS,
  ...TOKEN_THINGS,
  ...HOUSE_THINGS,
  ...YARD_THINGS,
  ...WILD_THINGS,
  ...GARMENT_THINGS,
  ...FURNITURE_THINGS,
  ...PANTRY_THINGS,
  ...WORKSHOP_THINGS,
  ...DESK_THINGS,
  ...PASTIME_THINGS,
  ...UTENSIL_THINGS,
  ...GEAR_THINGS,
  ...MANOR_THINGS,
  ...SUNDRY_THINGS,
  ...FESTIVAL_THINGS,
  ...PARK_THINGS,
  ...WHEELED_THINGS,
  ...KITCHEN_THINGS,
  ...NURSERY_THINGS,
  ...SCHOOL_THINGS,
  ...LANDMARK_THINGS,
  ...STALL_THINGS,
  ...GROUND_THINGS,
  ...HANDIWORK_THINGS,
  ...STUDIO_THINGS,
  ...SEASON_THINGS,
  ...WASHING_THINGS,
  ...BENCH_THINGS,
  ...HEARTHSIDE_THINGS,
  ...LARDER_THINGS,
  ...MARKET_THINGS,
  ...GREAT_THINGS,
  ...PARLOUR_THINGS,
};

/** Draws a thing with its grip at the origin; `filled` is what else is there, some of which may lie in it. */
export function drawProp(pen: Pen, prop: Prop, filled: readonly Prop[] = []): void {
  if (prop === "basket" && filled.includes("bread")) drawLoaves(pen.of(MATERIALS.wood));
  THINGS[prop].draw(pen.of(MATERIALS[traitsOf(prop).made]));
  const [left, high, right, low] = sizeOf(prop).extent;
  pen.name(prop, rect(left, high, right - left, low - high));
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

/** Whether a hand has a thing by an edge of it, since it would cover what the thing is. */
export const isHeldByEdge = (prop: Prop | null): boolean => prop !== null && traitsOf(prop).edge === true;
