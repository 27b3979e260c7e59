// Places that the artist does not draw by their own name, by the nearest kind that it does. What means the same as a kind is in the
// word tables of `../../words/`.

import type { PlaceKind } from "../../closed/staging.ts";
import type { PlaceTold, Purpose, Trade } from "../../closed/told.ts";
import { testsOf, wordsOf } from "../listed-kin.ts";
import { says, type Tests, wordTable } from "../phrase.ts";

export const PLACE_KIN = wordTable<PlaceKind>(wordsOf("place-kin"));

/** What is told of a place by the words for its kind; absent: in any place. */
export const PLACE_FACTS: readonly {
  fact: Exclude<keyof PlaceTold, "purpose" | "trade" | "doorTrade">;
  in?: readonly PlaceKind[];
  when: (text: string) => boolean;
}[] = [
  {
    fact: "greenhouse",
    in: ["garden"],
    when: says("green ?houses?|conservatory|glass ?house|hothouse|温室"),
  },
  {
    fact: "harbour",
    in: ["shore"],
    when: says(
      "harbou?r|port|pier|dock|docks|quay|wharf|jetty|marina|shipyard|港|漁港|埠頭|波止場|桟橋|防波堤|堤防",
    ),
  },
  { fact: "swimmingPool", in: ["bath"], when: says("swimming pool|pool|poolside|lido|プール") },
  {
    fact: "spacecraft",
    when: says(
      "space ?(?:ship|craft)s?|starship|space shuttle|moon base|space capsule|宇宙船|宇宙艇|月面基地",
    ),
  },
  { fact: "spaceStation", when: says("space ?stations?|orbital station|宇宙ステーション") },
  {
    fact: "stalls",
    in: ["shop"],
    when: says("stalls?|market|bazaar|souk|市場|屋台|露店|朝市|バザール|縁日"),
  },
  { fact: "busStop", in: ["street"], when: says("bus (?:stop|shelter)|バス停|停留所") },
  {
    fact: "suspensionBridge",
    in: ["bridge"],
    when: says("(?:suspension|rope|hanging) bridge|吊り?橋|つり橋"),
  },
  {
    fact: "trainRoof",
    in: ["train"],
    when: says(
      "on its roof|(?:roof|top) of (?:a |the )?(?:[a-z]+ )?(?:train|carriage)|train (?:roof|top)|(?:電車|列車|汽車|車両)の屋根",
    ),
  },
  {
    fact: "paintings",
    in: ["museum"],
    when: says("paintings?|art|(?:picture |portrait )?gallery|画廊|美術館|絵画|ギャラリー"),
  },
];

/** The words of `homes.ts` for what a room is for. */
export const PURPOSES: Tests<Purpose> = testsOf("purposes");

/** The words of `shop.ts` and `house-front.ts` for what is sold. */
export const TRADES: Tests<Trade | "shop"> = testsOf("trades");
