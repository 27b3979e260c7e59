// Words for ground, light, air and where things are, in both languages, by what the artist draws of them.

import type { Effect } from "../../closed/staging.ts";
import type { Perch } from "../../closed/told.ts";
import { says, type Tests, wordTable } from "../phrase.ts";

/** Words of `surfaces.ts`. */
export const SURFACES = [
  ...(["table", "boards", "mats", "tiles", "slabs", "deck", "step", "shelf", "cloth", "wicker"] as const),
  ...([
    "asphalt",
    "earth",
    "grass",
    "leaves",
    "sand",
    "pebbles",
    "rock",
    "snow",
    "water",
    "wall",
    "air",
  ] as const),
] as const;
export type SurfaceWord = (typeof SURFACES)[number];

export const SURFACE_WORDS: Tests<SurfaceWord> = [
  ["wicker", says("baskets?|hamper|rattan|straw basket|籠|かご|バスケット")],
  ["snow", says("snow(?:y|drifts?)?|slush|frost|雪|霜")],
  ["pebbles", says("pebbles?|gravel|shingle|stones|rubble|cobbles|砂利|小石|玉砂利|瓦礫")],
  [
    "slabs",
    says(
      "slabs?|flagstones?|paving(?: stones?)?|pavement|cobblestones?|stone floor|plaza|bricks?|石畳|敷石|歩道|煉瓦|レンガ",
    ),
  ],
  ["mats", says("tatami|mats?|matting|straw mats?|rushes|畳|ござ|茣蓙|むしろ")],
  ["leaves", says("(?:fallen |dead |dry |autumn )?(?:leaves|foliage)|pine needles|落ち葉|枯れ葉|紅葉")],
  ["water", says("water|puddles?|pond|river|stream|lake|sea|ocean|waves|shallows|pool|水|池|川|湖|海|波")],
  ["sand", says("sand(?:y)?|beach|dunes?|desert|砂")],
  ["grass", says("grass(?:y)?|lawn|meadow|turf|moss|clover|hay|straw|flowers|草|芝|苔|牧草|藁|わら")],
  [
    "rock",
    says("rocks?|rocky|boulders?|lava|basalt|ice|glacier|bedrock|tomb|gravestone|altar|岩|溶岩|氷|墓石"),
  ],
  ["step", says("steps?|stairs?|staircase|doorstep|threshold|stoop|porch|階段|石段|段|玄関先|敷居")],
  ["deck", says("deck|planks?|pier|jetty|dock|wharf|boardwalk|gangplank|boat|甲板|桟橋|舟|板")],
  [
    "boards",
    says(
      "boards?|floor ?boards?|wood(?:en)?(?: floor)?|parquet|floor|stage|床|床板|板の間|フローリング|板張り",
    ),
  ],
  ["tiles", says("tiles?|tiled|linoleum|lino|marble|bathroom floor|タイル|大理石|リノリウム")],
  [
    "asphalt",
    says("asphalt|tarmac|concrete|road|street|cement|metal|steel|アスファルト|コンクリート|道路|鉄板"),
  ],
  [
    "earth",
    says("earth|mud(?:dy)?|dirt|soil|dust|clay|ground|field|ash|swamp|path|土|泥|地面|埃|灰|粘土|土間"),
  ],
  [
    "cloth",
    says(
      "carpet|rug|cloth|blanket|futon|bed|quilt|sofa|couch|cushion|velvet|sheets?|lap|布|絨毯|布団|毛布|ベッド|膝|敷物|カーペット",
    ),
  ],
  ["table", says("table|desk|counter|workbench|bench|tray|bar|windowsill|机|卓|テーブル|台|盆|カウンター")],
  ["shelf", says("shelf|shelves|mantel(?:piece)?|ledge|棚")],
  ["wall", says("wall|壁")],
  ["air", says("air|clouds?|sky|nothing|void|mid-?air|空|雲|宙|空中|虚空")],
];

export type LightFact = "pitchDark" | "lightWentOut" | "lightsUp" | "lighthouseUnlit";

/** The more telling first. */
export const LIGHT_WORDS: Tests<LightFact> = [
  [
    "lighthouseUnlit",
    says("lighthouse (?:is )?(?:dark|unlit|out)|unlit lighthouse|灯台(?:は|が)?(?:暗|消え)"),
  ],
  [
    "lightWentOut",
    says(
      "gone out|(?:went|goes|going|blown|burned|burnt) out|black-?out|power cut|extinguished|停電|消え|消灯",
    ),
  ],
  [
    "lightsUp",
    says(
      "lit windows?|windows? (?:lit|glow(?:ing)?|alight)|lights? in (?:the )?windows?|窓の?(?:明かり|灯)|灯りの点|明かりの点",
    ),
  ],
  [
    "pitchDark",
    says(
      "none|no light|pitch[- ]?(?:dark|black)(?:ness)?|total darkness|complete darkness|unlit|darkness|dark|真っ暗|暗闇|闇|漆黒|無灯|明かりなし|暗い|なし",
    ),
  ],
];

/** Light that the hour and the place have anyway. */
export const USUAL_LIGHT = says(
  "day ?light|sun(?:light|shine|ny|rise|set)?|bright|natural|normal|usual|moon(?:light|lit)?|star(?:light|lit|s)?|dawn|dusk|twilight|evening|morning|noon|overcast|ambient|lamps?|lamplight|lanterns?|electric|fluorescent|neon|street ?lights?|日光|日差し|陽光|太陽|月明かり|月光|星明かり|夕日|朝日|昼|夕方|蛍光灯|電灯|ランプ|提灯|街灯|明るい|普通",
);

export const EFFECT_WORDS: Tests<Effect> = [
  [
    "petals",
    says(
      "petals?|cherry blossoms?|blossoms?|falling leaves|confetti|feathers? falling|花びら|花吹雪|桜吹雪|紙吹雪|舞い散",
    ),
  ],
  ["steam", says("steam(?:ing)?|vapou?r|smoke|mist from|fumes|湯気|蒸気|煙|ゆげ")],
  ["sweat", says("sweat(?:ing)?|sweat drops?|perspiration|nervous drops|汗|冷や汗|あせ")],
  [
    "sparkle",
    says(
      "sparkl(?:e|es|ing)|glitter(?:ing)?|twinkl(?:e|es|ing)|shimmer(?:ing)?|stars|glow(?:ing)?|shin(?:e|ing)|radian(?:ce|t)|bubbles|fireflies|flowers|hearts|きらきら|キラキラ|輝き|光の粒|星|花|ハート",
    ),
  ],
  [
    "speed",
    says(
      "speed(?: ?lines?)?|motion(?: lines?| blur)?|fast|rush(?:ing)?|blur|wind lines?|スピード線?|速度線|流線|疾走感|動線",
    ),
  ],
  [
    "impact",
    says("impact|burst|crash|explosion|smash|shock ?wave|collision|hit|bang|blast|衝撃|爆発|激突|炸裂|ドン"),
  ],
  [
    "flash",
    says(
      "flash(?:es)?|lightning|glare|gleam|light burst|beta ?flash|ray(?:s)?|beam|flares?|閃光|フラッシュ|稲妻|光線|稲光|ベタフラ",
    ),
  ],
  ["focus", says("focus(?: ?lines?)?|concentration(?: lines?)?|radial lines?|zoom|集中線|注目")],
  [
    "gloom",
    says(
      "gloom(?:y)?|shadows?|dark(?:ness)? aura|dread|vertical lines|depression|dark|aura|ominous|menac(?:e|ing)|影|どんより|陰鬱|暗雲|オーラ|縦線|不穏",
    ),
  ],
];

/** Stuff of `scatter.ts`. */
export const STUFFS = wordTable<"grains" | "powder" | "sheets" | "feathers">({
  sheets:
    "sheets|paper|sheet|page|letter|document|leaflet|money|note|photo|card|leaf|manuscript|newspaper|petal|紙|書類|原稿|手紙|プリント|札|写真|葉|お札|新聞|花びら",
  feathers: "feathers|feather|plume|down|羽根|羽毛|羽",
  powder:
    "powder|sand|flour|ash|dust|pepper|snow|salt|sugar|soot|smoke|砂|粉|小麦粉|灰|埃|ほこり|胡椒|塩|砂糖|煤",
  grains:
    "grains|grain|rice|bean|pea|bead|coin|seed|marble|pebble|shard|button|pearl|crumb|nut|candy|米|豆|ビーズ|小銭|種|小石|破片|真珠|ボタン|飴|ガラス片|木の実",
});

export const PERCH_WORDS: Tests<Perch> = [
  ["ridden", says("ridden|under (?:a|the|his|her) rider|saddled|mounted|乗られ|騎乗")],
  [
    "lead",
    says(
      "on a (?:lead|leash|rope)|led|leash(?:ed)?|by (?:the|its|a) (?:rope|reins|bridle|halter|collar)|tethered|引かれ|綱|リード|手綱",
    ),
  ],
  [
    "arms",
    says(
      "in (?:his|her|their|the|both|someone's)? ?(?:arms?|lap|hands|embrace)|on (?:his|her|their|the) (?:lap|knees?)|cradled|held|carried|(?:腕|胸|膝|ひざ|懐)|抱かれ|抱え",
    ),
  ],
  [
    "shoulder",
    says(
      "(?:on|upon) (?:[a-z']+ )?(?:shoulder|head|hat|finger|hand|palm|wrist|arm)s?|肩|頭の上|指|手のひら|掌",
    ),
  ],
  ["wire", says("wires?|power lines?|telephone lines?|cables?|clothes ?line|電線")],
  ["roof", says("roofs?|rooftops?|chimneys?|gables?|eaves|ridge|屋根|軒|煙突")],
  ["sill", says("(?:window ?)?sill|window ledge|(?:at|in|outside|on) the window|window|窓")],
  [
    "branch",
    says(
      "branch(?:es)?|boughs?|twigs?|tree ?tops?|(?:in|up) (?:a|an|the) (?:[a-z]+ )?(?:tree|oak|pine|elm)|tree|trunk|枝|梢|木の上|幹|木",
    ),
  ],
  [
    "water",
    says(
      "water|pond|lake|river|sea|stream|tank|shallows|waves|pool|aquarium|swims?|swimming|float(?:s|ing)?|水|池|川|湖|海|水槽|泳",
    ),
  ],
  [
    "air",
    says(
      "air|sky|overhead|above|fl(?:y|ies|ying)|flight|soars?|soaring|circl(?:es|ing)|hover(?:s|ing)?|clouds|aloft|flutter(?:s|ing)?|空|宙|上空|頭上|飛|舞",
    ),
  ],
  [
    "thing",
    says(
      "(?:fence|wall|gate|railing|post|bench|chair|table|bed|sofa|couch|box|crate|car|piano|shelf|barrel|cart|sign|mailbox|hood|counter|stump|blanket|pillow|rug|mat|desk|stone|rock|cupboard|basket|cage)|塀|柵|フェンス|垣根|手すり|欄干|門|杭|椅子|いす|机|テーブル|ベンチ|ベッド|布団|ソファ|箱|車|ピアノ|棚|樽|石|岩|看板|ポスト|切り?株|籠",
    ),
  ],
  [
    "ground",
    says(
      "ground|floor|grass|street|road|yard|field|snow|sand|path|beside|at (?:his|her|their) feet|corner|under|near|地面|床|草|道|庭|足もと|足元|そば|隅|下|雪|砂",
    ),
  ],
];

/** Where or how something is that is seen anyway, or decided by the director: nothing to draw. */
export const USUAL_WHERE = says(
  "(?:on|upon|in|at|near|by|beside|next to|behind|in front of|before|around|across|along|between|against|under|over|above|below|inside|outside|through)|left|right|cent(?:re|er)|background|foreground|distance|middle|corner|stands?|standing|lies? there|there|here|held|hung|hanging|open|closed|whole|上|下|中|前|後ろ|横|隣|そば|奥|手前|左|右|隅|間|外|内|背景|遠く|立|置",
);
