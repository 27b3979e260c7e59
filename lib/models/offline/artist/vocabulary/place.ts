// Places, grounds, light, and effects in the air, in the artist's closed words.
import type { Place } from "../../../../manga/place.ts";
import type { Picture as OpenPicture } from "../../../../manga/storyboard.ts";
import { languageOf } from "../../words/lexicon.ts";
import { SHOWN } from "../../words/shown-words.ts";
import { type Effect, EffectSchema, type PlaceKind, PlaceKindSchema } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { GROUNDS, type Ground, type PlaceTold, type Purpose, type Trade } from "../closed/told.ts";
import { called, calledAmong, drawnNoun, kinTable, says, testsOf } from "./listed-kin.ts";
import { clipped, headPhrase, headsOf, type Match, type Notices, nameIn, remembered } from "./phrase.ts";

export const PLACES: ReadonlySet<PlaceKind> = new Set(PlaceKindSchema.options);

/** Places without a drawing, by the most similar kind. Synonyms of a kind are in the tables of `../../words/`. */
const KIN = kinTable<PlaceKind>("place-kin");

/** Undefined if no kind is similar. */
export const placeCalled = remembered(readPlace);

/** Parts of a place, with `of`; they are ignored. The front of a house is not, because it is a view of the street. */
const PARTS =
  /^(?:[a-z ]+ )?(?:banks?|edge|mouth|top|foot|bottom|back|middle|corner|side|shores?|end|outskirts|entrance|heart|cent(?:re|er)|front(?! of (?:[a-z-]+ ){0,4}(?:shop|store|house|inn|hotel|restaurant|tavern|building|cottage|bank)\b)|inside|rim|depths) of (?:an? |the )?/iu;

function readPlace(told: string): Match<PlaceKind> | undefined {
  // A tower is drawn from outside, so its inside is drawn as stairs.
  if (says("within-tower", clipped(told))) return { value: "stairs", by: "kin" };
  const text = clipped(told).replace(PARTS, "");
  // A kind may be followed by a fact (`garden, greenhouse`), so the part before the comma may be the name.
  const name = nameIn(text, PLACES) ?? nameIn(text.split(",")[0] ?? "", PLACES);
  if (name) return { value: name, by: "name" };
  const heads = headsOf(text);
  // The head of a phrase is looked up before its modifiers: the gate of a house is not a house.
  const own = KIN([...heads.slice(0, 3), ...headsOf(headPhrase(text)).slice(0, 3)]);
  if (own) return near(own, text);
  const head = headPhrase(text);
  const last = SHOWN.find(head, "place").at(-1);
  if (last && last.at + last.text.length >= head.length) return { value: last.value, by: "word" };
  const kin = heads.flatMap((word) => nameIn(word, PLACES) ?? KIN([word]) ?? [])[0];
  if (kin) return near(kin, text);
  for (const word of heads) {
    const kind = drawnNoun(word, languageOf(text));
    if (kind?.is === "place") return { value: kind.place, by: "kin" };
  }
  return last && { value: last.value, by: "kin" };
}

/** A match is exact if a fact or the word tables express the word: a harbour is a shore with the fact `harbour`. */
const near = (value: PlaceKind, text: string): Match<PlaceKind> => ({
  value,
  by:
    value === "abstract" || Object.keys(factsOf(value, text)).length > 0 || languageKnows(value, text)
      ? "word"
      : "kin",
});

/** Whether the word tables give the same kind, so that the match is exact. */
const languageKnows = (value: PlaceKind, text: string): boolean =>
  SHOWN.find(headPhrase(text), "place").at(-1)?.value === value;

type PlaceFact = Exclude<keyof PlaceTold, "purpose" | "trade" | "doorTrade">;

/** The facts that the words for a place give. */
function factsOf(kind: PlaceKind, text: string): PlaceTold {
  const told: PlaceTold = {};
  // A fact for one kind of place (`garden:greenhouse`), or for any.
  for (const [value, when] of testsOf("place-facts")) {
    const [fact = "", only = kind] = value.split(":").toReversed();
    if (only === kind && when(text)) told[fact as PlaceFact] = true;
  }
  const purpose = kind === "room" ? called<Purpose>("purposes", text) : undefined;
  if (purpose !== undefined) told.purpose = purpose;
  const trade = kind === "shop" ? tradeCalled(text) : undefined;
  if (trade !== undefined && trade !== "shop") told.trade = trade;
  return told;
}

/** The trade of a shop, or of the house that a door belongs to. */
export const tradeCalled = (text: string): Trade | "shop" | undefined => called("trades", text);

/** A beam over the sea at night comes from a lighthouse, which is then drawn as the place. */
export const isBeam = ({ what }: OpenPicture["things"][number]): boolean => says("beam", what);
const isBeamAtSea = (kind: PlaceKind | undefined, { hour, things }: Pick<OpenPicture, "hour" | "things">) =>
  kind === "sea" && (hour === "night" || hour === "dusk") && things.some(isBeam);

/** Converts an open place to the closed one. */
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
    if (says("eastern", culture)) told.easternGraves = true;
    else if (says("western", culture)) told.western = true;
    else notices.nothing(culture);
  }
  if (state !== undefined) {
    if (says("run-down", state)) told.rundown = true;
    else notices.nothing(state);
  }
  if (floor !== undefined && says("mats", floor)) told.matted = true;
  return { place: { kind, name: place.name }, told };
}

export const EFFECTS: ReadonlySet<Effect> = new Set(EffectSchema.options);
const NAMES: ReadonlySet<Ground> = new Set(GROUNDS);

export const effectCalled = (text: string) => calledAmong(text, EFFECTS, "effect-words");
export const groundCalled = (text: string) => calledAmong(text, NAMES, "surface-words");

type LightFact = "pitchDark" | "lightWentOut" | "lightsUp" | "lighthouseUnlit";

/** The fact for a light; `usual` if hour and place imply that light. */
export const lightCalled = (text: string): LightFact | "usual" | undefined =>
  called<LightFact>("light-words", text) ?? (says("usual-light", text) ? "usual" : undefined);
