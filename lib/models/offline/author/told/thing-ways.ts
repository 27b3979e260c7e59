// What words tell of how a thing is there that nobody holds: thrown, fallen, under water, on a wall.
import type { PlaceKind, Prop } from "../../closed/staging.ts";
import { isFurniture, traitsOf } from "../../thing-traits.ts";

const THROWN = /\b(?:flung|hurled|thr(?:ew|own)|tossed)\b|投げ|放り|吹き飛/iu;

export const isThrown = (words: string): boolean => THROWN.test(words);

const SOURCES: ReadonlySet<Prop> = new Set([
  ...(["bag", "sack", "paper-bag", "backpack", "basket", "box", "suitcase", "bucket", "drawer"] as const),
]);
const FROM_IT =
  /\b(?:out of|from) (?:his|her|the|a|their|my|its) (?:[a-z]+ )?(?:bag|backpack|rucksack|satchel|basket|box|case|suitcase|bucket|drawer|sack|pack)\b|(?:袋|鞄|カバン|かばん|バッグ|籠|かご|箱|バケツ|リュック|引き出し)(?:の中)?から/iu;

/** `She tore the bread out of her bag and threw it`: that the one is thrown says nothing of what it was in. */
const isSource = (thing: Prop, words: string): boolean => SOURCES.has(thing) && FROM_IT.test(words);

/** 飛び出した is said of people. */
const FLIES =
  /\b(?:flew|flies|sailed through|spun through)\b|飛(?:ん|び(?!出|込|起|乗|つ|かか|跳|降|お|上))|舞い?上が/iu;
/** What flies though it does not tumble. */
const WINGED: ReadonlySet<Prop> = new Set([
  ...(["kite", "balloon", "paper-plane", "paper-crane", "bamboo-copter", "leaf", "feather"] as const),
  ...(["letter", "ticket", "money", "handkerchief", "scarf", "ribbon", "ball"] as const),
]);
const FALLEN =
  /\b(?:fell(?! (?:shut|silent|asleep|quiet|ill|in love|behind|open|still|to (?:his|her|their) knees|over (?:his|her|its) eyes))|fallen|dropped|knocked over|toppled|tipped over|rolled|(?<!\b[Ii]n (?:the|a|his|her|it|that) ?(?:[a-z]+ )?)(?:lay|lying)(?! (?:in|on|across|over) (?:his|her|its) (?:lap|knees|arms|hands?)|[^.]* on (?:the|an?|his|her) (?:[a-z]+ )?(?:table|desk|shelf|counter|tray|sill|windowsill|nightstand|bench|piano|mantelpiece))|tumbled|slipped from|cast aside|thrown away)\b|落[ちとし]|倒れ|転が|ころが|散らば|捨て|横たわ|放り出|沈[んみ]/iu;
const SUNK =
  /沈んで|沈んだ|水(?:の中|底)に|\b(?:under the water|underwater|lay at the bottom|sunk(?:en)?|in the shallows)\b/iu;
const WATERS: ReadonlySet<PlaceKind> = new Set(["river", "sea", "shore"]);

export type ThingWay = "thrown" | "emptied" | "flies" | "lies" | "sunk";

/** How a thing is there; undefined where it stands, or where nothing tells it. */
export function wayTold(
  words: string,
  thing: Prop,
  { place, peopled }: { place: PlaceKind; peopled: boolean },
): ThingWay | undefined {
  if (isThrown(words) && !isFurniture(thing)) return isSource(thing, words) ? "emptied" : "thrown";
  if (WINGED.has(thing) && FLIES.test(words)) return "flies";
  if (!traitsOf(thing).tumbles) return undefined;
  if (WATERS.has(place) && peopled && SUNK.test(words)) return "sunk";
  return FLIES.test(words) ? "flies" : FALLEN.test(words) ? "lies" : undefined;
}

/** Paper, and what is hung up: on a wall where words say so. */
const PINNED: ReadonlySet<Prop> = new Set([
  ...([
    "photo",
    "poster",
    "map",
    "letter",
    "ticket",
    "scroll",
    "newspaper",
    "mask",
    "hat",
    "cap",
    "straw-hat",
    "sedge-hat",
    "coat",
  ] as const),
  ...(["uniform", "gun", "sword", "bow", "shield", "guitar", "fan", "key"] as const),
]);
const ON_A_WALL = /壁(?:に|の)|貼[っらり]|掛か[っり]|\bon the (?:[a-z]+ )?wall\b|\b(?:pinned|taped)\b/iu;
const ON_SILL = /\bon the (?:[a-z]+ )?(?:window ?)?sill\b|窓(?:辺|際|枠|台)の?上?に/iu;
const ON_BENCH = /(?:ベンチ|縁台|長椅子)の?上?に(?!座|腰|すわ)|\bon (?:the|an?) (?:[a-z]+ ){0,2}bench\b/iu;
const ON_SOLE =
  /靴の?(?:裏|底)|\b(?:sole|bottom|underside)s? of (?:the|a|his|her|one|my|their) (?:[a-z]+ )?(?:shoe|boot|sneaker)s?\b/iu;
const UNDER_SHOE =
  /(?:靴|足)の(?:下|裏)[^。]*手[がはも]|\b(?:an?|the|small|tiny) (?:[a-z]+ )?hand\b[^.]*\b(?:under|beneath) (?:his|her|the|my) (?:[a-z]+ )?(?:foot|shoe|boot)\b|\b(?:under|beneath) (?:his|her|the|my) (?:[a-z]+ )?(?:foot|shoe|boot)\b[^.]*\bhand\b/iu;

export type ThingSpot = "on the wall" | "on the sill" | "on a bench" | "on a sole" | "in the basket";

/** Where a thing is; undefined where nothing tells it. */
export function spotTold(words: string, thing: Prop): ThingSpot | undefined {
  if (thing === "handprint" && ON_SOLE.test(words)) return "on a sole";
  if (PINNED.has(thing) && ON_A_WALL.test(words)) return "on the wall";
  if (isFurniture(thing) || thing === "window") return undefined;
  return ON_SILL.test(words) ? "on the sill" : ON_BENCH.test(words) ? "on a bench" : undefined;
}

/** Whether a hand comes out from under somebody's shoe. */
export const isHandUnderShoe = (words: string): boolean => UNDER_SHOE.test(words);

const OPENS = /開|\b(?:open(?:ed|s|ing)?|swung|burst|creaked)\b/iu;
/** `locked the bakery door`: whoever does so has their hands on it, and it is shut. */
const SHUTS =
  /\b(?:locked|bolted|barred|latched) (?:up )?(?:the|his|her|its) (?:[a-z]+ ){0,2}door\b|\bdoor (?:was|is) (?:locked|bolted|barred)\b|(?:戸|ドア|扉)[にの]?(?:鍵|かぎ|錠)を(?:か|掛|閉)|戸締ま/iu;
const SLIDES = /襖|ふすま|障子|引き戸|ガラ[ッリ]|\bslid\b/iu;

/** What a door does. */
export function doorTold(
  words: string,
): "opens" | "shuts" | "slides open" | "slides shut" | "slides" | undefined {
  const way = SHUTS.test(words) ? "shuts" : OPENS.test(words) ? "opens" : undefined;
  if (!SLIDES.test(words)) return way;
  return way === "opens" ? "slides open" : way === "shuts" ? "slides shut" : "slides";
}

const RINGS =
  /(?:鈴|鐘|ベル)(?:の音)?(?:が|は|も)[^。、]{0,10}(?:鳴|響)|\bbells?\b[^.]{0,20}\b(?:rang|rings|ringing|tolled|tinkled|jingled|chimed|clanged)\b/iu;
const SET_DOWN =
  /(?:机|卓|テーブル|カウンター|台|床)の?上?[にの]|\bon the (?:[a-z]+ )?(?:counter|desk|table|floor)\b/iu;

/** Whether a bell rings where it hangs. */
export const isRung = (words: string): boolean => RINGS.test(words) && !SET_DOWN.test(words);

const IN_CAGE =
  /\b(?:in|inside|into) (?:the|its|his|her|a|an) (?:[a-z]+ ){0,2}(?:bird)?cage\b|(?:鳥?籠|鳥?かご|ケージ)の(?:中|なか)/iu;
const LET_OUT =
  /飛[びんぶ]|逃げ|放[しっ]|外[にへ]|開け|\b(?:flew|flies|flying|escap\w+|out of|freed?|released?|open(?:ed|s)?)\b/iu;

/** Where a bird is of which a cage is there. */
export const cageTold = (words: string): "in" | "out" | undefined =>
  IN_CAGE.test(words) ? "in" : LET_OUT.test(words) ? "out" : undefined;
