// Reads the setting that one sentence names: where somebody is, inside or outside, at what hour, in what weather.
import type { Hour, PlaceKind, Season, Weather } from "../closed/staging.ts";
import { findCues, occurs } from "../words/cues.ts";
import { isDenied } from "./denial.ts";
import { isFarAway, isOfItsOwnName, isOnlyMentioned, isSeenOff, namedFor } from "./elsewhere.ts";
import type { Lexicon } from "./lexicon.ts";
import { comesTo, frontOf, headsFor, isHeadedFor, leavesIn, outsideOf } from "./movement.ts";
import { findPlaces } from "./place-cues.ts";
import { setSailIn, staircaseIn, stairsIn, stallsIn } from "./sites.ts";

export interface Place {
  kind: PlaceKind;
  name: string;
}

export interface Setting {
  place?: Place | undefined;
  /** Somebody comes there in this sentence, and was elsewhere before. */
  arrives?: boolean;
  /** Where somebody sets out for, and is not yet. */
  heads?: Place | undefined;
  hour?: Hour | undefined;
  weather?: Weather | undefined;
  season?: Season | undefined;
}

/** The setting of a sentence; `next` is the one after it in the same paragraph. */
export function readSetting(text: string, lexicon: Lexicon, next = ""): Setting {
  return {
    ...whereIn(text, lexicon, next),
    hour: real(text, findCues(text, lexicon.hours)),
    weather: real(text, lasting(text, SLIDES, findCues(text, lexicon.weathers))),
    season: real(text, findCues(text, lexicon.seasons)),
  };
}

/** The last that a sentence does not only liken something to: `warm as morning`, 雪のように. */
const real = <T>(text: string, cues: readonly { at: number; text: string; value: T }[]): T | undefined =>
  cues.findLast(
    ({ at, text: words }) =>
      !/\b(?:as|like)(?: an?| the)?(?: [a-z]+)? $/iu.test(text.slice(0, at)) &&
      !/^(?:のよう|みたい)/u.test(text.slice(at + words.length)) &&
      !MELTED.test(text.slice(at + words.length)) &&
      !/\b(?:until|till) $/iu.test(text.slice(0, at)) &&
      !isDenied(text, at, words) &&
      !/^[はも]?(?:もう|まだ)?(?:降|ふ|吹)[っい]て(?:い|は)?な/u.test(text.slice(at + words.length)),
  )?.value;

/** `the snow was gone`: nothing tells of it any more. */
const MELTED = /^ (?:(?:was|were|had|has|is) (?:all |nearly |almost )?(?:gone|melted|thawed)|melted)\b/u;

/** `the last snow slid from the roof`: none falls, though it is winter. */
const SLIDES =
  /^ (?:slid|slipped|dripped|fell|dropped) (?:off|from) the (?:roofs?|eaves|branch(?:es)?|trees?)\b/u;

const lasting = <T extends { at: number; text: string }>(
  text: string,
  end: RegExp,
  cues: readonly T[],
): T[] => cues.filter((cue) => !end.test(text.slice(cue.at + cue.text.length)));

type Where = Pick<Setting, "place" | "arrives" | "heads">;

/** Where a sentence has somebody: who leaves a place and goes on to another is at the other. */
function whereIn(text: string, lexicon: Lexicon, next: string): Where {
  if (isFarAway(text)) return {};
  const left = leavesIn(text, lexicon);
  const rest = left ? text.slice(left.end) : text;
  const end = waysEndIn(rest, lexicon) ?? setSailIn(rest);
  const shop = isOfItsOwnName(rest) ? namedFor(rest, next) : undefined;
  const place =
    stairsIn(rest) ??
    stallsIn(rest) ??
    insideOf(rest, next, lexicon) ??
    end ??
    shop ??
    placeIn(rest, lexicon) ??
    namedFor(rest, next);
  const heads = headsFor(rest, lexicon);
  if (place)
    return {
      place,
      arrives: left !== undefined || end !== undefined || RETURNING.test(text) || comesTo(rest, place),
      heads,
    };
  return { place: left?.outside, arrives: left !== undefined, heads };
}

/** 帰りのバスで: nobody was in it before. */
const RETURNING = /^帰りの|^On the (?:way|drive|ride|walk) (?:home|back)\b/u;

/** A place that is spoken of, whether somebody is there or not. */
export function weakPlace(text: string, lexicon: Lexicon): Place | undefined {
  const cue = findPlaces(text, lexicon).find(
    ({ at, text: name }) =>
      !isOnlyMentioned(name, text.slice(0, at), text.slice(at + name.length)) &&
      !NOT_HERE.test(text.slice(0, at)),
  );
  return cue ? { kind: cue.value, name: cue.text } : undefined;
}

/** What is said to be of a place, and is in it or at it. */
const PART =
  "end|edge|side|top|bottom|middle|corner|foot|inside|outside|front|out|floor|back|part|half|heart|mouth|center|centre|door|walls?|windows?|ceiling|counter|ruins|grounds";

/** `like a street`, `the smell of the sea`, but not `the end of the pier`. */
const COMPARED = new RegExp(`\\b(?:like|about|(?<!\\b(?:${PART}) )of) (?:a|an|the) (?:\\w+ )?$`, "iu");

/** Where somebody comes from, or what something is compared to or told of. */
const NOT_HERE = new RegExp(
  `\\b(?:behind|like|as|about|since|(?<!\\b(?:${PART}) )of|from) (?:a|an|the) (?:\\w+ )?$|\\b(?:gone|go|going|sent|way) $|\\b(?:not|n['’]t|longer) see (?:the|a|any) (?:[a-z]+ )?$`,
  "iu",
);

/** `should have been at school` */
const NOT_THERE =
  /\b(?:should|ought to|could|might|would|must) (?:have been|be) (?:at|in|on) (?:the |his |her )?$/iu;

/** `At the end of the corridor the lamp outside Room Nine flickered` */
const OUTSIDE_OF = /\b(?:outside|opposite|next to|above|below) (?:(?:the|a|his|her|their) )?(?:[a-z]+ )?$/iu;

/** A way through the open is part of what it leads through: `the farm road`, `in the forest a fox crossed the path`. */
const WAY = /^(?:path|lane|road|crossing|道|小道|坂道|坂)$/iu;
const OPEN = new Set<PlaceKind>([
  "forest",
  "field",
  "mountain",
  "garden",
  "village",
  "shore",
  "river",
  "temple",
]);
const LEAVES = /\b(?:left|leaving|from|out of|past|behind) (?:the|a|an|his|her|their) (?:[a-z]+ )?$/iu;

export const isWayThrough = (way: Place, around: Place | undefined): boolean =>
  around !== undefined && OPEN.has(around.kind) && WAY.test(way.name) && !/road|crossing/iu.test(way.name);

/** `The train rattled along the coast` tells of those aboard. */
const rides = (
  text: string,
  { at, text: name, value }: { at: number; text: string; value: PlaceKind },
  to: number,
) =>
  (value === "train" || value === "bus" || value === "sea") &&
  (/^(?:The|Their|His|Her|Our) (?:[a-z]+ )?$/u.test(text.slice(0, at)) ||
    (at === 0 && /^[はが]/u.test(text.slice(name.length)))) &&
  /\b(?:along|through|past|over|across|between|down|up)\b|沿[いっ]|の間|を|に(?:入|差しか|さしか)/u.test(
    text.slice(at + name.length, to + 4),
  );

/** `in her tent on the cliff`: the second only says where the first stands. */
const STANDS_BY =
  /^ (?:on|by|near|above|below|behind|beside|under|of|overlooking) (?:the|a|an|its|his|her|their) (?:[a-z]+ )?$|^ at the (?:end|edge|top|foot|bottom|back|corner|mouth) of (?:the|a) (?:[a-z]+ )?$|^ (?:on|in|off|at|near) (?:\p{Lu}[a-z]+ )+$/u;

/** 歯医者の待合室: rooms that are drawn as what they are rooms of. */
const PUBLIC = new Set<PlaceKind>(["hospital", "museum", "library", "shop"]);

/** `on the roof of the bank, across the square`: what lies on the other side. */
const ACROSS = /, (?:just |right )?(?:across|opposite|over) (?:the |from the )?$/iu;

const FURNITURE = /^(?:bed|armchair|sofa|fireplace|windowsill)$/iu;

const patterns = new Map<string, RegExp>();

/** The last place of a sentence at which somebody is; places that are only compared to or talked of do not count. */
function placeIn(text: string, lexicon: Lexicon): Place | undefined {
  const cues = findPlaces(text, lexicon).toReversed();
  for (const [index, cue] of cues.entries()) {
    const after = text.slice(cue.at + cue.text.length);
    if (WAY.test(cue.text) && cues.some((other) => OPEN.has(other.value) && isAround(text, other, lexicon)))
      continue;
    if (isOnlyMentioned(cue.text, text.slice(0, cue.at), after)) continue;
    if (NOT_THERE.test(text.slice(0, cue.at))) continue;
    if (cues.length > 1 && OUTSIDE_OF.test(text.slice(0, cue.at)) && cue.value === "room") continue;
    if (COMPARED.test(text.slice(0, cue.at)) || isHeadedFor(text, cue)) continue;
    const before = cues[index + 1];
    if (before && rides(text, before, cue.at + cue.text.length)) continue;
    if (
      before &&
      cue.value === "room" &&
      PUBLIC.has(before.value) &&
      text.slice(before.at + before.text.length, cue.at) === "の"
    )
      return { kind: before.value, name: before.text };
    if (
      before &&
      cue.value === "room" &&
      PUBLIC.has(before.value) &&
      /\broom$/iu.test(cue.text) &&
      occurs(text, atPlace(before.text, lexicon))
    )
      return { kind: before.value, name: before.text };
    if (before && ACROSS.test(text.slice(0, cue.at)) && occurs(text, atPlace(before.text, lexicon))) continue;
    if (isSeenOff(text, cue)) continue;
    if (before && FURNITURE.test(cue.text) && before.value !== cue.value && isAround(text, before, lexicon))
      return { kind: before.value, name: before.text };
    if (before && STANDS_BY.test(text.slice(before.at + before.text.length, cue.at))) continue;
    if (
      /^ (?:in front of|outside) (?:it|them)\b/u.test(after) ||
      /その(?:すぐ)?前の$/u.test(text.slice(0, cue.at))
    )
      return { kind: cue.value, name: cue.text };
    const facade = frontOf(text, cue) ?? outsideOf(text, cue);
    if (facade) return facade;
    if (occurs(text, atPlace(cue.text, lexicon))) return { kind: cue.value, name: cue.text };
  }
  return undefined;
}

function atPlace(place: string, lexicon: Lexicon): RegExp {
  const known = patterns.get(place);
  if (known) return known;
  const pattern = lexicon.atPlace(place.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  patterns.set(place, pattern);
  return pattern;
}

/** Whether the rest of a sentence goes on at a place that it names. */
const isAround = (
  text: string,
  { at, text: name }: { at: number; text: string },
  lexicon: Lexicon,
): boolean => !LEAVES.test(text.slice(0, at)) && occurs(text, atPlace(name, lexicon));

/** What buildings that are drawn from outside hold. */
const WITHIN: Partial<Record<PlaceKind, PlaceKind>> = {
  lighthouse: "room",
  village: "room",
  mountain: "cave",
  bridge: "room",
};

export const withinOf = ({ kind, name }: Place): Place => ({ kind: WITHIN[kind] ?? kind, name });

/** `Inside the lighthouse`, 灯台の中は: the inside of a building, whatever it looks like from without. */
function insideOf(text: string, next: string, lexicon: Lexicon): Place | undefined {
  for (const cue of findCues(text, lexicon.places)) {
    const before = text.slice(0, cue.at);
    const after = text.slice(cue.at + cue.text.length);
    const within =
      /\b(?:inside|into|within) (?:the|a|an|his|her|my|their|our) (?:[a-z]+ ){0,2}$/iu.test(before) ||
      /^の(?:中(?![庭央心])|内部)/u.test(after);
    if (within && WITHIN[cue.value]) return stairsIn(next) ?? withinOf({ kind: cue.value, name: cue.text });
  }
  return undefined;
}

const WAYS_END =
  /^At the (?:top|bottom|end|back),? (?:was|were|lay|stood|there was) (?:a|an|the) (?:[a-z]+ ){0,2}$/u;

/** `At the top a door stood open`, of a tower's stairs. */
const DOOR_AT_TOP =
  /^At the top,? (?:of (?:it|them|the (?:stairs|steps)) )?(?:stood |was )?(?:a|the) (?:[a-z]+ ){0,2}door\b/u;

/** `At the top was a round room`: whoever was on the way there has come to it. */
function waysEndIn(text: string, lexicon: Lexicon): Place | undefined {
  const cue = findPlaces(text, lexicon).find(({ at }) => WAYS_END.test(text.slice(0, at)));
  if (cue) return { kind: cue.value, name: cue.text };
  return DOOR_AT_TOP.test(text) ? { kind: "room", name: "room" } : undefined;
}

const INDOORS = new Set<PlaceKind>([
  "room",
  "kitchen",
  "classroom",
  "corridor",
  "office",
  "shop",
  "train",
  "stairs",
  "hospital",
  "church",
  "workshop",
  "dojo",
  "gym",
  "stage",
  "museum",
  "library",
  "bath",
  "bus",
  "tent",
]);

/** Buildings that somebody who opens a door from outside may find behind it. */
const BUILDINGS = new Set<PlaceKind>([...INDOORS, "lighthouse", "temple", "castle"]);

export const isIndoors = (kind: PlaceKind | undefined): boolean => kind !== undefined && INDOORS.has(kind);

/** A building that a sentence names, as what may soon be entered. */
export function buildingIn(text: string, lexicon: Lexicon): Place | undefined {
  const cue = findPlaces(text, lexicon).findLast(({ value }) => BUILDINGS.has(value));
  return cue ? { kind: cue.value, name: cue.text } : undefined;
}

const ENTERS =
  /(?:扉|ドア|戸|のれん|暖簾)[をの][^。]{0,8}(?:開け|あけ|くぐ|押)|(?:足を踏み|中[にへ])(?:入|飛び?[こ込]|駆け[こ込]|もぐ|逃げ[こ込])|窓の(?:向こう|中)で|窓越しに|\b(?:opened|pushed open|stepped through|went through|walked through) (?:the|its|his|her) (?:[a-z]+ )?door\b|\b(?:went|stepped|slipped|hurried|walked) (?:in|inside)(?=[.,]| and\b)|\bthrough the (?:[a-z]+ )?window\b[^.]*\b(?:sat|stood|sits|stands)\b|\b(?:at|behind|over|across|on) the counter\b/iu;

/** Where a sentence takes us that enters, or looks into, the building named last. */
export function enteredBy(text: string, building: Place | undefined): Place | undefined {
  return building && occurs(text, ENTERS) ? withinOf(building) : undefined;
}

/** `Inside, a staircase wound up and up`: what is behind the door of the building named last. */
export const lookedInto = (text: string, building: Place): Place | undefined =>
  /^Inside(?:,| (?:it|there) was\b)/u.test(text) ? (staircaseIn(text) ?? withinOf(building)) : undefined;
