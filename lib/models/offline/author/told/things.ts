// What words tell of that is there besides the things with names of their own: a crowd, smoke, something strewn about.
import type { PlaceKind } from "../../closed/staging.ts";
import type { Stuff } from "../../closed/told.ts";

/** Words of the story that fill a place with people. */
const CROWDED =
  /\b(?:crowds?|crowded|everybody|everyone|passengers|audience|people|townsfolk|villagers|full of (?:[a-z]+ ){0,2}(?:people|children|men|women|guests|travell?ers|students|pupils|customers|soldiers|strangers|noise|voices|life)|was full(?! of))\b|大勢|人混み|人ごみ|人々|群衆|観客|行列|乗客|みんな|満員|人だかり/iu;
const DESERTED =
  /\b(?:only|just|but) (?:one|two|three|four|a few|the two) (?:people|passengers|villagers|others)\b|\bno (?:people|passengers)\b|\b(?:nobody|no one|empty|everyone (?:thinks|says|knows))\b|誰もいな|いたのに|いたはず|だれもいな|人気のな/iu;

/** Where strangers gather. */
const PUBLIC: ReadonlySet<PlaceKind> = new Set([
  ...([
    "street",
    "station",
    "train",
    "city",
    "village",
    "temple",
    "castle",
    "bridge",
    "shore",
    "garden",
  ] as const),
  ...(["classroom", "office", "shop", "rooftop", "field"] as const),
  ...(["church", "gym", "stage", "museum", "library", "bus", "graveyard"] as const),
]);

export const isCrowded = (words: string, place: PlaceKind): boolean =>
  PUBLIC.has(place) && CROWDED.test(words) && !DESERTED.test(words);

const FLIES =
  "(?:飛び散|散らば|舞い?上が|ばらま|ぶちま|まき散|吹き飛|\\b(?:flew|scattered|burst|sprayed|spilled)\\b)";

/** That so much of it flies, in the words after its name. */
const fly = (words: string): RegExp => new RegExp(`(?:${words})[^。.]{0,24}${FLIES}`, "iu");

const SCATTERS: readonly (readonly [RegExp, Stuff])[] = [
  [fly("胡椒|こしょう|粉|砂|灰|ほこり|埃|\\b(?:pepper|flour|sand|ash|dust|powder)\\b"), "powder"],
  [fly("米|豆|小石|ビーズ|小銭|\\b(?:rice|beans?|peas|beads|coins|seeds|grain)\\b"), "grains"],
  [fly("紙|原稿|書類|プリント|\\b(?:papers?|pages|letters|sheets)\\b"), "sheets"],
  [fly("羽根|羽毛|\\bfeathers\\b"), "feathers"],
];

/** Small stuff that flies all over a place. */
export const scatteredTold = (words: string): Stuff | undefined =>
  SCATTERS.find(([when]) => when.test(words))?.[1];

const SPLASHES =
  /(?:川|海|池|湖|水)(?:の中)?[へに][^。]{0,6}(?:落ち|飛び込|投げ)|水しぶき|飛沫|\bsplash|\b(?:fell|dived|jumped|plunged|dropped) in(?:to)? the (?:[a-z]+ )?(?:water|pond|river|sea|lake|pool)\b/iu;
const SMOKE = /\bsmoke\b[^.]*\bchimneys?\b|\bchimneys?\b[^.]*\bsmok(?:e|ed|ing)\b|煙突|かまどの煙/iu;
/** A planet that is none like ours. */
const GIANT = /土星|木星|巨大惑星|\b(?:saturn|jupiter|gas giant|ringed)\b|\brings of\b/iu;
const HUGE_LAMP =
  /\b(?:enormous|huge|giant|gigantic|immense|massive) (?:[a-z]+ )?lamp\b|巨大な(?:ランプ|灯)/iu;
const LENS = /\b(?:great|giant|huge|enormous) (?:glass )?lens\b|大きなレンズ/iu;
const CRACKED =
  /\bcrack(?:s|ed)?\b[^.]{0,24}\b(?:dome|glass|panes?|roof|window)\b|\b(?:dome|glass|panes?|roof) (?:was |had )?crack|\bagainst the (?:crack|hole)\b|ひび/iu;
const SWORD = /刀|剣|太刀|\b(?:swords?|blades?|katana|sabres?|sabers?)\b/iu;
const BICYCLE = /自転車|\b(?:bicycles?|bikes?|pedal\w*)\b/iu;
/** Windows, or what is beyond them. */
const WINDOWS = /窓|景色|外を|車窓|\b(?:windows?|outside|landscape|scenery)\b/iu;

export const isSplash = (words: string): boolean => SPLASHES.test(words);
export const doesChimneySmoke = (words: string): boolean => SMOKE.test(words);
export const hasGiantPlanet = (words: string): boolean => GIANT.test(words);
export const hasHugeLamp = (words: string): boolean => HUGE_LAMP.test(words);
export const hasLens = (words: string): boolean => LENS.test(words);
export const isGlassCracked = (words: string): boolean => CRACKED.test(words);
export const tellsOfSword = (words: string): boolean => SWORD.test(words);
export const tellsOfBicycle = (words: string): boolean => BICYCLE.test(words);
export const tellsOfWindows = (words: string): boolean => WINDOWS.test(words);
