// A road is a street among houses, and a way through the fields where a story is out in the country.
import type { PlaceKind } from "../closed/staging.ts";
import type { Place } from "./settings.ts";

const ROAD = /^(?:road|lane|track|街道|道端|道)$/iu;

/** Places that say where a road near them runs; others, as bridges and rooms, may be in either. */
const COUNTRY: ReadonlySet<PlaceKind> = new Set(["field", "forest", "mountain", "village", "river", "shore"]);
const TOWN: ReadonlySet<PlaceKind> = new Set([
  "street",
  "alley",
  "city",
  "office",
  "shop",
  "station",
  "rooftop",
]);

/** A place as it is found after others. */
export function inCountry<P extends Place>(
  found: P | undefined,
  before: readonly { place?: Place | undefined }[],
): P | undefined {
  if (found?.kind !== "street" || !ROAD.test(found.name)) return found;
  const near = before.findLast(({ place }) => place && (COUNTRY.has(place.kind) || TOWN.has(place.kind)));
  return near?.place && COUNTRY.has(near.place.kind) ? { ...found, kind: "field" } : found;
}
