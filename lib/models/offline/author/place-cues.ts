// The places that a text names: words of the lexicon, and nouns that it has not but that stand for a place.
import type { PlaceKind } from "../closed/staging.ts";
import { type Found, findCues, occurs, withOthers } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";

/** In the order of the text. Whether anybody is there is for `settings.ts` to say. */
export function findPlaces(text: string, lexicon: Lexicon): Found<PlaceKind>[] {
  const nouns = lexicon
    .unlisted(text)
    .flatMap(({ value, ...found }) => (value.is === "place" ? [{ ...found, value: value.place }] : []));
  return withOthers(findCues(text, lexicon.places), [...nouns, ...shipsIn(text, lexicon)]);
}

const ABOARD = /\b(?:aboard|on board|on|onto) (?:the|an?|his|her|their|our|my) (?:[a-z]+ )?/iu;
const ABOARD_IT = new RegExp(`${ABOARD.source}$`, "iu");

/** `aboard the frigate`: whoever is on a ship is at sea. */
function shipsIn(text: string, lexicon: Lexicon): Found<PlaceKind>[] {
  if (!occurs(text, ABOARD)) return [];
  return findThings(text, lexicon)
    .filter(({ value, at }) => (value === "ship" || value === "yacht") && ABOARD_IT.test(text.slice(0, at)))
    .map((ship) => ({ ...ship, value: "sea" }));
}
