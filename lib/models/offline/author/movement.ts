// Who moves in a sentence, and where to: whoever heads for a place is not there yet, whoever leaves a building is before it,
// whoever boards what has just come is in it, and whoever turns back is where they were.
import type { PlaceKind } from "../closed/staging.ts";
import type { findCues } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { findPlaces } from "./place-cues.ts";
import type { Place } from "./settings.ts";

type Found = ReturnType<typeof findCues<PlaceKind>>[number];

const HEADS_JA =
  /^(?:の(?:ほう|方))?(?:(?:へ|に)と?(?:向か(?:う|った|い、|い始|っていた|って(?:歩|走|進|急|駆))|急い?[だぐ]|歩き[出だ]し|走り[出だ]し|駆け[出だ]し|出発し|出かけ)|を(?:目指|めざ))/u;
const HEADS_EN =
  /\b(?:head(?:ed|ing)?(?: back)?(?: for| to| toward| towards)?|(?:set|setting) (?:off|out)(?: for| to| toward| towards)|start(?:ed)? (?:for|toward|towards)|made for|(?:walk|ran|run|hurr|driv|drov|rod|march|crept|creep|row|sail)[a-z]* (?:back )?(?:toward|towards)|leav(?:e|ing) for|left for|on (?:the|his|her|their|our|my) way to|bound for|off to)(?: (?:the|a|an|his|her|their|our|my))?(?: [a-z'-]+){0,2} $/iu;

/** Whether somebody only sets out for a place that a sentence names. */
export const isHeadedFor = (text: string, { at, text: name }: Found): boolean =>
  HEADS_JA.test(text.slice(at + name.length)) || HEADS_EN.test(text.slice(0, at));

/** Where a sentence has somebody set out for. */
export function headsFor(text: string, lexicon: Lexicon): Place | undefined {
  const cue = findPlaces(text, lexicon).findLast((found) => isHeadedFor(text, found));
  return cue && { kind: cue.value, name: cue.text };
}

const COMES_JA =
  /^(?:の(?:中|前|上|奥|入り?口))?(?:に|へ|まで)[^。、はが]{0,6}(?:着|来|行|入|駆け|走|歩|戻|帰|出|上が|登|たどり|乗)/u;
const COMES_EN =
  /\b(?:reached|entered|arrived|walked|went|ran|hurried|drove|rode|climbed|came|got|returned|stepped|jumped|rushed|crept|slipped|followed|led|moved)\b[^.;]{0,40}\b(?:to|into|at|onto|on|in|through)? ?(?:the|a|an|his|her|their|our|my)?(?: [a-z'-]+){0,2} ?$/iu;

/** Whether a sentence has somebody come to a place, who was elsewhere before. */
export function comesTo(text: string, { name }: Place): boolean {
  if (LEADS.test(text)) return false;
  const at = name === "" ? -1 : text.lastIndexOf(name);
  return at >= 0 && (COMES_JA.test(text.slice(at + name.length)) || COMES_EN.test(text.slice(0, at)));
}

/** A way that leads somewhere takes nobody there. */
const LEADS =
  /\b(?:(?:foot)?prints|tracks?|trail|path|road|lane|corridor|door|stairs|steps|wires?|rope) (?:led|leads?|ran|went|climbed|stretched)\b|(?:足跡|道|廊下|階段)[がは][^。]{0,10}続/iu;

/** Where whoever leaves comes out: from a room into the house, from a house into its garden, else into the street. */
const COMES_OUT: Partial<Record<PlaceKind, PlaceKind>> = {
  ...{ room: "corridor", kitchen: "corridor", classroom: "corridor", train: "station" },
  ...{ shop: "street", office: "street", hospital: "street", church: "street", workshop: "street" },
  ...{ dojo: "street", gym: "street", stage: "street", museum: "street", library: "street" },
  ...{ bath: "street", bus: "street", tent: "field" },
};

const HOME = /^(?:house|cottage|cabin|hut|barn|flat|home|家|小屋|山小屋|わが家|我が家)$/iu;
const INNER = /室$|^(?:ward)$/u;

const outside = (kind: PlaceKind, name: string): Place => ({
  kind: HOME.test(name) ? "garden" : INNER.test(name) ? "corridor" : (COMES_OUT[kind] ?? kind),
  name: "",
});

const LEAVES_JA = /^を(?:飛び出(?!し(?:て|、)|す)|出(?:た|て(?!い)|ると|る(?=。))|抜け出|後にし)/u;
const OFF_JA = /^(?:を|から)(?:降り|下り|お)/u;
const LEAVES_EN =
  /\b(?:ran|went|came|walked|stepped|hurried|rushed|dashed|stormed|climbed|crawled|crept) out of (?:the|a|an|his|her|their) (?:[a-z]+ )?$/iu;
const OFF_EN =
  /\b(?:got|stepped|jumped|climbed) (?:off|down from|out of) (?:the|a|his|her|their) (?:[a-z]+ )?$/iu;
const BUILT = /\b(?:building|bank|cafe|café|school)\b|建物|学校|会社/iu;

/** 明日、この家を出る: not now. */
const LATER =
  /^(?:明日|明後日|あした|あさって|来[週月年]|いつか|いずれ|もうすぐ|やがて)[^。]*(?:る|う|く)。?$|\b(?:tomorrow|next (?:week|month|year)|one day) [^.]*\b(?:would|will|was to|were to)\b|\b(?:would|will) [^.]*\b(?:tomorrow|next (?:week|month|year))\b/iu;

/** A place that somebody leaves in a sentence: where that brings them, and where the words about it end. */
export function leavesIn(text: string, lexicon: Lexicon): { outside: Place; end: number } | undefined {
  if (LATER.test(text)) return undefined;
  for (const { at, text: name, value } of findPlaces(text, lexicon)) {
    const before = text.slice(0, at);
    const after = text.slice(at + name.length);
    const rides = value === "train" || value === "bus";
    if (!(value in COMES_OUT)) continue;
    const leaves = rides
      ? OFF_JA.test(after) || OFF_EN.test(before)
      : LEAVES_JA.test(after) || /^を飛び出/u.test(after) || LEAVES_EN.test(before);
    if (leaves) return { outside: outside(value, name), end: at + name.length };
  }
  const built = BUILT.exec(text);
  const leaves =
    built &&
    (LEAVES_EN.test(text.slice(0, built.index)) || LEAVES_JA.test(text.slice(built.index + built[0].length)));
  return leaves ? { outside: { kind: "street", name: "" }, end: built.index + built[0].length } : undefined;
}

/** Buildings that one may stand before. */
const FRONTS = new Set<PlaceKind>([
  ...(["shop", "office", "hospital", "church", "gym", "stage", "museum", "library", "bath"] as const),
]);

/** 玄関の外で, 店の外に: out of doors. */
export function outsideOf(text: string, { at, text: name, value }: Found): Place | undefined {
  if (!/^の外(?=[でにへ、])/u.test(text.slice(at + name.length)) || !(value in COMES_OUT)) return undefined;
  return { kind: HOME.test(name) || name === "玄関" ? "garden" : "street", name: "" };
}

/** `They buried it behind the school`: out of doors, and where nobody passes. */
const BEHIND = /(?<!\bfrom )\bbehind (?:the|a|an|his|her|their|our) (?:[a-z]+ )?$/iu;
const BUILDING =
  /^(?:school|house|barn|cottage|cabin|hut|church|chapel|gym|library|museum|hospital|shop|store|supermarket|restaurant|diner|bar|pub|inn|theat(?:er|re)|cinema|bakery|garage)$/iu;
const SHOPS = new Set<PlaceKind>(["shop", "stage"]);

/** `outside the hospital`, 花屋の前で: before a building is the street. */
export function frontOf(text: string, { at, text: name, value }: Found): Place | undefined {
  if (BUILDING.test(name) && BEHIND.test(text.slice(0, at)))
    return { kind: SHOPS.has(value) ? "alley" : "garden", name: `behind the ${name}` };
  if (!FRONTS.has(value) || INNER.test(name)) return undefined;
  const before = /\b(?:outside|in front of|opposite) (?:the|a|an|his|her|their) (?:[a-z]+ ){0,2}$/iu.exec(
    text.slice(0, at),
  );
  const after = /^の(?:前|門|向かい)(?=[でにをまへの、は])/u.exec(text.slice(at + name.length));
  const words = before ? `${before[0]}${name}` : after ? `${name}${after[0]}` : undefined;
  return words === undefined ? undefined : { kind: "street", name: words };
}

const GOES_OUT =
  /\b(?:They|We|He|She) (?:all |both )?(?:went down|set off|set out|rode off|drove off)\b(?! (?:the|to|into|for|towards?)\b)|(?:外|表)(?:へ|に)(?:飛び|駆け|走り)?出|\b(?:crawl|climb|came|come|went|stepp|ran|walk|hurri|rush|slipp?|dash)(?:ed)? (?:back )?(?:out|outside)(?=[.,;]|$| (?:and|again|into the (?:rain|snow|wind|sun|dark|night|cold|air|light|fog|storm))\b)/iu;

/** `The lights went out`: not out of doors. */
const BURNS_OUT =
  /\b(?:lights?|lamps?|lanterns?|candles?|fires?|flames?|torch(?:es)?|match(?:es)?|stove|power|stars?) (?:all |both |suddenly |slowly |then )?(?:went|had gone|came) out\b|^It went out(?=(?:, too)?[.])/giu;

/** `A small hand came out`, `the stars came out`: nobody goes out of doors. */
const SHOWS =
  /\b(?:hands?|arms?|heads?|feet|foot|legs?|tongues?|fingers?|tears?|words?|voices?|sounds?|breath|air|smoke|steam|water|blood|sun|moon|stars?|letters?|drawers?|tooth|teeth) (?:[a-z]+ly )?(?:came|comes|slipped|crept|ran|went|stepped) (?:back )?(?:out|outside)\b/giu;

/** Whether somebody goes out of doors, from wherever they are. */
export const goesOut = (text: string): boolean =>
  GOES_OUT.test(text.replaceAll(BURNS_OUT, "").replaceAll(SHOWS, ""));

/** Where that is: what lay before the door last, else what usually does. */
export const outOf = (from: Place, before: Place | undefined): Place =>
  before ??
  (from.kind === "room" || from.kind === "kitchen" || from.kind === "corridor" || from.kind === "stairs"
    ? { kind: "garden", name: "" }
    : from.kind === "cave"
      ? { kind: "mountain", name: "" }
      : outside(from.kind, from.name));

const RETURNS =
  /引き返し|来た道を戻|\b(?:went|came|walked|ran|hurried|drove|turned|rowed|got|(?:carried|brought|took|dragged) (?:it|them|him|her)) back(?=[.,;]|$| (?:together|again|that|with|and)\b)/iu;

/** Whether somebody goes back to where they were before, and no word says where. */
export const turnsBack = (text: string): boolean => RETURNS.test(text);

const BOARDS =
  /乗り込|飛び乗|に乗った|席に(?:座|着|つい|腰)|座席|\b(?:took|found) (?:a|their|his|her) seats?|sat (?:down )?at the back|got on\b|climbed (?:on|aboard|in)\b|boarded|jumped (?:on|in)\b/iu;

/** Whether somebody boards what has just come. */
export const boards = (text: string): boolean => BOARDS.test(text);

const FROM_JA =
  /^から(?:、)?[^。]{0,24}(?:運|持っ|出|戻|現れ|顔を|言[いうっ]|叫|呼|声|手を振|のぞ|覗|見下ろ|[てで](?:き|来)[たる])/u;

/** 祖母は台所から餅を運んできた, 健が屋根の上から言った: whoever comes, or calls, from a place does so to where everybody is. */
export const comesFrom = (text: string, { name }: Place): boolean => {
  const at = name === "" ? -1 : text.lastIndexOf(name);
  return at >= 0 && FROM_JA.test(text.slice(at + name.length));
};

/** What is told of the way to somewhere. */
export const isOnTheWay = (text: string): boolean =>
  /途中|道すがら|歩[いきく]|坂|道を|\b(?:on the way|walked|drove|rode|the road|the path|along)\b/iu.test(
    text,
  );
