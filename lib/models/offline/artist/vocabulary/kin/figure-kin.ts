// Words for how the body is, where somebody is, what they sit on, and what their face does, by the facts that the artist draws.

import type { FigureTold } from "../../closed/told.ts";
import { testsOf } from "../listed-kin.ts";
import { says, type Tests } from "../phrase.ts";

type Facts = readonly (readonly [told: FigureTold, when: (text: string) => boolean])[];
type Manner = NonNullable<FigureTold["manner"]>;

export const MANNERS: Tests<Manner | "curled"> = testsOf("manners");

/** More than one in the same words: the first. */
export const WHERE_FACTS: Facts = [
  [
    { cage: "out" },
    says(
      "out of (?:the|a|its|his|her) (?:[a-z]+ )?(?:bird ?)?cage|freed from (?:the|a|its) cage|(?:籠|かご|檻|ケージ)の?(?:外|から)",
    ),
  ],
  [
    { cage: "in" },
    says(
      "in(?:side)? (?:the|a|its|his|her) (?:[a-z]+ )?(?:bird ?)?cage|caged|behind bars|(?:籠|かご|檻|ケージ)の?(?:中|なか)",
    ),
  ],
  [
    { inWheels: true },
    says(
      "in what is pushed|in (?:the|a|his|her) (?:[a-z]+ )?(?:wheelchair|wheel ?barrow|barrow|cart|pram|stroller)|(?:車椅子|車いす|荷車|一輪車|乳母車|ベビーカー)の?(?:中|上|に)",
    ),
  ],
  [
    { onWall: true },
    says(
      "(?:on|atop|along|astride|upon) (?:top of )?(?:the|a|an) (?:[a-z]+ ){0,2}(?:wall|fence)|on a wall|塀の上|塀に(?:座|跨|またが|腰)|石垣の上|垣根の上",
    ),
  ],
  [
    { atFootOfStairs: true },
    says(
      "at (?:the|a|his|her|their) (?:[a-z]+ )?(?:foot|bottom|base) of (?:the |a )?(?:[a-z]+ )?(?:stairs?|steps|staircase)|(?:階段|石段)の(?:下|手前|前|ふもと)",
    ),
  ],
  [
    { inDoorway: true },
    says(
      "(?:in|at|against|by|through) (?:the|a|an|his|her) (?:[a-z]+ )?(?:doorway|doorframe|door frame|threshold|entrance|door)|戸口|玄関先|入り?口|ドアの(?:前|ところ)",
    ),
  ],
  [
    { underLamp: true },
    says(
      "(?:under|beneath|below|beside|by|against) (?:the|a|an) (?:[a-z]+ )?(?:lamp|lamp ?post|street ?light|street ?lamp)|(?:街灯|外灯|電灯|ランプ)の(?:下|もと|そば)",
    ),
  ],
  [
    { atTable: true },
    says(
      "(?:at|behind) (?:the|a|an|his|her|their) (?:[a-z]+ ){0,2}(?:table|desk|counter|bar)|at (?:dinner|supper|lunch|breakfast|table)|(?:食卓|テーブル|机|卓|ちゃぶ台|カウンター)(?:の前|に|で|を)|(?:食卓|テーブル|机|ちゃぶ台)$",
    ),
  ],
];

/** Words of `seats.ts`. */
export const SEATS: ReadonlySet<string> = new Set([
  ...(["stool", "ground", "barrel", "crate", "rock", "log", "step", "berth", "pew", "wheelchair"] as const),
]);

export const SEAT_WORDS: Tests<string> = testsOf("seat-words");

export const FACE_FACTS: Facts = [
  [
    { wetGlasses: true },
    says(
      "(?:rain|water|drops|steam|fog)(?:drops)? on (?:the |his |her |their )?(?:glasses|lenses|spectacles)|(?:wet|fogged|rain-?spotted) (?:glasses|lenses)|(?:眼鏡|メガネ|めがね|レンズ)(?:に|が)(?:雨|水滴|曇|濡)",
    ),
  ],
  [{ face: "one-eye" }, says("one eye (?:open|shut|closed|half)|opens? one eye|winks?|winking|片目")],
  [
    { eyesShine: true },
    says(
      "eyes (?:shine|shining|glow|glowing|gleam|gleaming|blaze|blazing|light up)|(?:shining|glowing|gleaming|burning) eyes|(?:目|眼|瞳)が?(?:光|輝)",
    ),
  ],
  [
    { face: "shut" },
    says(
      "eyes (?:are )?(?:shut|closed|squeezed shut)|(?:shuts?|closes?|closed|shut) (?:his |her |their |its )?eyes|(?:目|眼|瞼|まぶた)を(?:閉|つぶ|瞑)",
    ),
  ],
  [{ face: "yawns" }, says("yawn(?:s|ing|ed)?|あくび|欠伸")],
  [
    { cries: true },
    says(
      "cr(?:y|ies|ying|ied) out|calls? out|barks?|barking|howls?|howling|neighs?|caws?|meows?|roars?|bleats?|crows?|鳴[いく]|吠え|いなな|嘶|遠吠え",
    ),
  ],
  [
    { breath: true },
    says(
      "breath (?:seen|visible|clouds?|steams?|smokes?|in the cold)|(?:white|visible|frosty|foggy) breath|白い息|息が?白|吐く息",
    ),
  ],
];
