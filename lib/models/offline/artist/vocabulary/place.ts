// The closed place that an open one is drawn as, and what is told of it.

import type { Place } from "../../../../manga/place.ts";
import type { Picture as OpenPicture } from "../../../../manga/storyboard.ts";
import { remembering } from "../../remembering.ts";
import { SHOWN } from "../../words/shown-words.ts";
import { type PlaceKind, PlaceKindSchema } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import type { PlaceTold, Trade } from "../closed/told.ts";
import { drawnNoun } from "./drawn-nouns.ts";
import { PLACE_FACTS, PLACE_KIN, PURPOSES, TRADES } from "./kin/place-kin.ts";
import { said } from "./listed-kin.ts";
import type { Notices } from "./notices.ts";
import { clipped, headPhrase, headsOf, languageOf, type Match, nameIn } from "./phrase.ts";

export const PLACES: ReadonlySet<PlaceKind> = new Set(PlaceKindSchema.options);

const remembered = remembering<Match<PlaceKind> | undefined>(300);

/** Undefined where no place is near it. */
export const placeCalled = (text: string): Match<PlaceKind> | undefined =>
  remembered(text, () => readPlace(text));

/** Parts of a place, before `of`. The front of a house is seen from the street. */
const PARTS =
  /^(?:[a-z ]+ )?(?:banks?|edge|mouth|top|foot|bottom|back|middle|corner|side|shores?|end|outskirts|entrance|heart|cent(?:re|er)|front(?! of (?:[a-z-]+ ){0,4}(?:shop|store|house|inn|hotel|restaurant|tavern|building|cottage|bank)\b)|inside|rim|depths) of (?:an? |the )?/iu;

/** A tower that is drawn from outside has stairs within. */
const WITHIN_TOWER = said("within-tower");

function readPlace(told: string): Match<PlaceKind> | undefined {
  if (WITHIN_TOWER(clipped(told))) return { value: "stairs", by: "kin" };
  const text = clipped(told).replace(PARTS, "");
  // `garden, greenhouse`: the closed kind, and what tells more of it.
  const name = nameIn(text, PLACES) ?? nameIn(text.split(",")[0] ?? "", PLACES);
  if (name) return { value: name, by: "name" };
  const heads = headsOf(text);
  // What it is before what it is of: the gate of a house is no house.
  const own = PLACE_KIN.find([...heads.slice(0, 3), ...headsOf(headPhrase(text)).slice(0, 3)]);
  if (own) return near(own, text);
  const head = headPhrase(text);
  const last = SHOWN.find(head, "place").at(-1);
  if (last && last.at + last.text.length >= head.length) return { value: last.value, by: "word" };
  const kin = heads.flatMap((word) => nameIn(word, PLACES) ?? PLACE_KIN.find([word]) ?? [])[0];
  if (kin) return near(kin, text);
  for (const word of heads) {
    const kind = drawnNoun(word, languageOf(text));
    if (kind?.is === "place") return { value: kind.place, by: "kin" };
  }
  return last && { value: last.value, by: "kin" };
}

/** A harbour is drawn as one though it is a shore among the closed kinds. */
const near = (value: PlaceKind, text: string): Match<PlaceKind> => ({
  value,
  by:
    value === "abstract" || Object.keys(factsOf(value, text)).length > 0 || languageKnows(value, text)
      ? "word"
      : "kin",
});

/** Whether the word tables have the same kind for it: then it is no other that comes near. */
const languageKnows = (value: PlaceKind, text: string): boolean =>
  SHOWN.find(headPhrase(text), "place").at(-1)?.value === value;

/** What the words for its kind tell of a place. */
function factsOf(kind: PlaceKind, text: string): PlaceTold {
  const told: PlaceTold = {};
  for (const { fact, kind: only, when } of PLACE_FACTS)
    if ((only === undefined || only === kind) && when(text)) told[fact] = true;
  const purpose = kind === "room" ? PURPOSES.find(([, when]) => when(text))?.[0] : undefined;
  if (purpose !== undefined) told.purpose = purpose;
  const trade = kind === "shop" ? tradeCalled(text) : undefined;
  if (trade !== undefined && trade !== "shop") told.trade = trade;
  return told;
}

/** A word of `shop.ts` for what is sold behind a door or in a shop. */
export const tradeCalled = (text: string): Trade | "shop" | undefined =>
  TRADES.find(([, when]) => when(text))?.[0];

const WESTERN = said("western");
const EASTERN = said("eastern");
const RUN_DOWN = said("run-down");
const MATS = said("mats");

/** A beam over the sea at night comes from a lighthouse, which is then what the picture is of. */
const BEAM = said("beam");
export const isBeam = ({ what }: OpenPicture["things"][number]): boolean => BEAM(what);
const isBeamAtSea = (kind: PlaceKind | undefined, { hour, things }: Pick<OpenPicture, "hour" | "things">) =>
  kind === "sea" && (hour === "night" || hour === "dusk") && things.some(isBeam);

/** The place as it is drawn. */
export function closedPlace(
  place: Place,
  picture: Pick<OpenPicture, "hour" | "things">,
  notices: Notices,
): { place: Picture["scene"]["place"]; told: PlaceTold } {
  const byKind = placeCalled(place.kind);
  const byName = byKind ? undefined : placeCalled(place.name);
  const found = byKind ?? (byName && { ...byName, by: "kin" as const });
  const kind = isBeamAtSea(found?.value, picture) ? "lighthouse" : (found?.value ?? "abstract");
  notices.drawn(place.kind, found, kind === "abstract" ? "an empty place" : undefined);
  const told = factsOf(kind, clipped(place.kind));
  const { culture, state, floor } = place;
  if (culture !== undefined) {
    if (EASTERN(culture)) told.easternGraves = true;
    else if (WESTERN(culture)) told.western = true;
    else notices.nothing(culture);
  }
  if (state !== undefined) {
    if (RUN_DOWN(state)) told.rundown = true;
    else notices.nothing(state);
  }
  if (floor !== undefined && MATS(floor)) told.matted = true;
  return { place: { kind, name: place.name }, told };
}
