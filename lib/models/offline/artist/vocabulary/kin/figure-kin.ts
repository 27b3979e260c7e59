// Words for how the body is, where somebody is, what they sit on, and what their face does, by the facts that the artist draws.
import type { FigureTold } from "../../closed/told.ts";
import { says, type Tests } from "../phrase.ts";

type Facts = readonly (readonly [told: FigureTold, when: (text: string) => boolean])[];
type Manner = NonNullable<FigureTold["manner"]>;

export const MANNERS: Tests<Manner | "curled"> = [
  [
    "astride",
    says(
      "astride(?! (?:the |an? |his |her )?(?:[a-z]+ )?(?:wall|fence|rail[a-z]*|branch|chair|bench|log|stool|barrel|roof))|in the saddle|on horseback|on (?:a |the |his |her )?(?:horse|pony|donkey|camel)(?:'s back|back)?|馬上|騎乗|馬に(?:乗|またが|跨)",
    ),
  ],
  [
    "pickaback",
    says(
      "pick-?a-?back|piggy-?back|(?:carried|rid(?:es|ing)|cling(?:s|ing)|sit(?:s|ting)|perched|is|rode) (?:[a-z]+ )?on (?:his|her|their|someone's|\\p{L}+'s) back|おんぶ|おぶ(?:われ|さ|っ)|背負われ",
    ),
  ],
  [
    "rail",
    says(
      "(?:on|over|onto) (?:the )?(?:rail|railing|parapet|balustrade|banister)s?|欄干|手すりに(?:登|乗|足|上)|手すりを(?:越|乗|またぐ)",
    ),
  ],
  [
    "afloat",
    says(
      "afloat|weightless(?:ly)?|(?:floats?|floating|drifts?|drifting|hover(?:s|ing)?) in (?:the )?(?:mid-?)?(?:air|space)|zero[- ]g(?:ravity)?|in mid-?air|無重力|宙に浮|ふわふわ浮",
    ),
  ],
  ["ladder", says("(?:on|up|down) (?:a |the )?(?:[a-z]+ )?(?:rope )?ladders?|はしご|梯子")],
  [
    "keys",
    says(
      "at (?:the|a) (?:grand )?(?:piano|organ|harpsichord|keyboard|keys)|plays? (?:the |a )?(?:piano|organ|harpsichord)|playing (?:the |a )?(?:piano|organ)|(?:ピアノ|オルガン)を(?:弾|ひ)|ピアノに向か",
    ),
  ],
  [
    "up",
    says(
      "upwards?|(?:at|to|towards?) the (?:[a-z]+ )?(?:sky|stars?|moon|clouds?|ceiling|heavens)|overhead|(?:空|天|星|月|天井|頭上)[をに](?:指|仰)",
    ),
  ],
  [
    "onto",
    says(
      "onto (?:it|the|an?|his|her)|on to (?:it|the)|up on(?:to)? (?:it|the|an?) (?:bench|chair|table|crate|box|stool)?|(?:台|椅子|いす|机|箱|ベンチ)の?上?に(?:上|登|乗|のぼ)",
    ),
  ],
  ["curled", says("curl(?:s|ed|ing)?(?: up)?|in a ball|(?:fetal|foetal) position|丸くな|丸まっ")],
];

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

export const SEAT_WORDS: Tests<string> = [
  ["wheelchair", says("wheel ?chair|車椅子|車いす")],
  ["barrel", says("barrel|keg|cask|drum|樽|ドラム缶")],
  ["crate", says("crate|box|chest|trunk|suitcase|packing case|木箱|箱|トランク")],
  ["pew", says("pews?|会衆席")],
  ["berth", says("(?:train|bus|car|passenger|window|back|aisle) seat|berth|座席|シート")],
  ["log", says("log|tree ?trunk|fallen tree|(?:tree )?stump|丸太|切り株|倒木")],
  ["rock", says("rocks?|stones?|boulders?|岩|石(?!段)")],
  [
    "step",
    says("(?:door)?steps?|stairs?|staircase|stoop|threshold|kerb|curb|ledge|階段|石段|段|縁側|上がり框"),
  ],
  ["stool", says("(?:[a-z]+ )?(?:chair|stool)s?|armchair|椅子|いす|イス|丸椅子|腰掛け")],
  [
    "ground",
    says(
      "ground|floor|snow|grass|sand|mud|dirt|deck|pavement|road|moss|leaves|hay|straw|rug|carpet|earth|roof|cushion|tatami|mat|nothing|地面|床|草|芝生?|砂|雪|道|土|甲板|座布団|畳|原っぱ|屋根",
    ),
  ],
];

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
