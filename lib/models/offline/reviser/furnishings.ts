// What such a place usually has, for whoever asks for more detail where the book names nothing. Words, which any artist reads.
import type { PlaceKind } from "../artist/closed/staging.ts";
import { hasTrait } from "../artist/places/place-traits.ts";
import { SHOWN } from "../words/shown-words.ts";

const INDOORS = ["mirror", "clock", "chair", "table", "sofa", "shelf", "drawer", "cupboard"];
const OUTDOORS = ["bench", "flag"];
/** Where people come by. */
const ROADS = ["bench", "bicycle", "flag"];

/** What is not as its traits have it. */
const USUAL: Readonly<Partial<Record<PlaceKind, readonly string[]>>> = {
  ...{ sky: [], space: [], sea: ["boat"], river: ["bench", "boat"], cave: OUTDOORS },
  ...{ street: ROADS, alley: ROADS, city: ROADS, village: ROADS, bridge: ROADS, garden: ROADS, field: ROADS },
};

/** Kinds that the words for places leave open, since a story means the whole house by them. */
const WHOLE_BUILDINGS = /\b(?:flat|apartment|bath|abstract)\b|学校/iu;

/** Nothing of a kind that no word is known of. */
export function furnishingsOf(kind: string): readonly string[] {
  const place = SHOWN.find(kind, "place").at(-1)?.value;
  if (place === undefined) return WHOLE_BUILDINGS.test(kind) ? INDOORS : [];
  const own = USUAL[place];
  if (own) return own;
  if (hasTrait(place, "indoors")) return INDOORS;
  return hasTrait(place, "by-water") ? [...OUTDOORS, "boat"] : OUTDOORS;
}
