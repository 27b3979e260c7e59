// Places that the artist does not draw by their own name, by the nearest kind that it does. What means the same as a kind is in the
// word tables of `../../words/`.

import type { PlaceKind } from "../../closed/staging.ts";
import type { PlaceTold, Purpose, Trade } from "../../closed/told.ts";
import { testsOf, wordsOf } from "../listed-kin.ts";
import { type Tests, wordTable } from "../phrase.ts";

export const PLACE_KIN = wordTable<PlaceKind>(wordsOf("place-kin"));

/** What is told of a place by the words for it, in places of a kind or in any. */
export const PLACE_FACTS = testsOf<string>("place-facts").map(([value, when]) => {
  const [fact = "", kind] = value.split(":").toReversed();
  return { fact: fact as PlaceFact, kind, when };
});

type PlaceFact = Exclude<keyof PlaceTold, "purpose" | "trade" | "doorTrade">;

/** The words of `homes.ts` for what a room is for. */
export const PURPOSES: Tests<Purpose> = testsOf("purposes");

/** The words of `shop.ts` and `house-front.ts` for what is sold. */
export const TRADES: Tests<Trade | "shop"> = testsOf("trades");
