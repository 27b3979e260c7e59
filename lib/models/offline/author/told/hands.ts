// What words tell of hands: where they bring what they hold, how it is worn, what is pushed, carried or gripped.
import type { Pose, Prop } from "../../closed/staging.ts";
import type { FigureTold } from "../../closed/told.ts";
import { isFurniture } from "../../thing-traits.ts";

const OVER =
  /頭(?:の上)?に(?:の|乗|載)せ|頭上に(?:かざ|掲)|\b(?:over|above|on) (?:his|her|their|its|my) head\b/iu;
const AIMED =
  /カメラを(?:構え|向け)|シャッターを切|\b(?:raised|lifted|aimed|pointed) (?:the|his|her|their|my) camera\b/iu;

/** Nothing but a camera is looked through, and an umbrella is over the head anyway. */
const SHELTERS: ReadonlySet<Prop> = new Set(["bag", "box", "book", "basket", "letter", "map"]);

/** Where words have somebody bring a thing. */
export function liftTold(words: string, thing: Prop): FigureTold["lift"] {
  if (AIMED.test(words)) return thing === "camera" ? "eye" : undefined;
  return OVER.test(words) && SHELTERS.has(thing) ? "over" : undefined;
}

type Worn = NonNullable<FigureTold["worn"]>;

const WORN: readonly (readonly [Worn, RegExp])[] = [
  [
    "round",
    /肩に(?:[^。、]{0,4})(?:羽織|掛|かけ)|羽織[っりる]|に(?:くるま|包ま|身を包)|\bwrapped (?:up )?(?:tightly )?in\b|\b(?:a?round|over|about|across) (?:his|her|their|my|its) shoulders\b/iu,
  ],
  ["back", /背負|おぶ|背中に|\bon (?:his|her|their|my) backs?\b|\bshouldered\b/iu],
  [
    "shoulder",
    /肩に(?:[^。、]{0,4})(?:下げ|提げ|さげ|担)|肩から|肩掛け|斜め掛け|(?<!\b(?:look|glanc|peer|call|smil|shout)[a-z]* (?:back )?)\b(?:over|on|from|across) (?:his|her|their|my|one|the) (?:left |right )?shoulder\b/iu,
  ],
];

/** What can be worn in each way. One word, 肩に掛ける, is said of bags and of cloths. */
const CLOTHS: readonly Prop[] = ["blanket", "towel", "scarf", "coat", "cloth-roll"];
const PACKS: readonly Prop[] = ["backpack", "bundle", "basket"];
const BAGS: readonly Prop[] = ["bag", "camera", "thermos", "binoculars"];
const WEARS: Readonly<Record<Worn, ReadonlySet<Prop>>> = {
  round: new Set([...CLOTHS, ...BAGS, ...PACKS]),
  back: new Set(PACKS),
  shoulder: new Set([...CLOTHS, ...BAGS, ...PACKS]),
};

/** How words have somebody wear a thing. */
export function wornTold(words: string, thing: Prop): FigureTold["worn"] {
  const worn = WORN.find(([, when]) => when.test(words))?.[0];
  return worn && WEARS[worn].has(thing) ? worn : undefined;
}

const GRIPS =
  /(?:腕|手首|手|肩|袖|襟)を(?:つか|掴|握|引[いっ])|\b(?:caught|grabbed|gripped|seized|took) (?:(?:him|her|them) by the|his|her|their|the [a-z]+['’]s) (?:arm|hand|sleeve|wrist|shoulder)\b/iu;

/** Whether somebody takes hold of somebody else. */
export const gripsSomebody = (words: string): boolean => GRIPS.test(words);

const PUSHES_SOMEBODY =
  /\b(?:push|shov)(?:e|es|ed|ing)? (?:(?:him|them|me|us)\b|her(?= (?:aside|away|back|out|down|over|off|on|into|onto|towards?|through|hard|gently|from|to|and)\b|[.,;!?])|[A-Z][a-z]+\b(?!['’]))|を[ぁ-ん]{0,4}(?:突き飛ば|突きとば|つきとば|押しの[けい]|押し退け|押し倒|突き倒)/u;

export const pushesSomebody = (words: string): boolean => PUSHES_SOMEBODY.test(words);

const CARRIES =
  /\b(?:carr(?:y|ies|ied|ying)|lift(?:s|ed|ing)?|haul(?:s|ed|ing)?|lug(?:s|ged|ging)?|heav(?:e|es|ed|ing)|hoist(?:s|ed|ing)?|bore|bear(?:s|ing)?)\b|運[ばびぶべん]|担[がぎぐげい]|持ち上げ|抱え/iu;
const TOGETHER =
  /\b(?:together|between (?:them|us)|two of (?:them|us|you)|both of (?:them|us|you)|(?:each|either) end)\b|[二ふ]た?り(?:で|が|は)|一緒に|両端/iu;

/** What two people carry between them; the widest first, in metres. */
const LOADS: readonly Prop[] = [
  ...(["boat", "carpet", "ladder", "stretcher", "coffin", "mattress", "christmas-tree", "bench"] as const),
  ...(["bed", "sofa", "piano", "table", "bath", "target", "cupboard", "shelf", "plank", "drawer"] as const),
  ...(["washing-machine", "beehive", "fridge", "safe", "chest", "barrel", "cauldron"] as const),
  ...(["television", "stove", "box", "firewood"] as const),
];

const FREE = /^(?:stand|hold|carry|walk|run|push|reach|bow|crouch|look-(?:up|down|back))$/u;

export interface Bearer {
  pose: Pose;
  holds: Prop | undefined;
}

/** The thing that two people carry between them, and whether words say that both do; undefined where they carry none. */
export function loadTold(
  words: string,
  bearers: readonly Bearer[],
  things: readonly Prop[],
): { thing: Prop; carries: NonNullable<FigureTold["carries"]> } | undefined {
  if (bearers.length !== 2 || !CARRIES.test(words)) return undefined;
  const together = TOGETHER.test(words);
  const able = bearers.every(
    ({ pose, holds }) => FREE.test(pose) && (holds === undefined || LOADS.includes(holds)),
  );
  if (!able || (!together && !bearers.every(({ pose }) => pose === "carry"))) return undefined;
  const all = new Set([...bearers.flatMap(({ holds }) => holds ?? []), ...things]);
  const thing = LOADS.find((one) => all.has(one));
  return thing && { thing, carries: together ? "together" : "load" };
}

const WHEELED = {
  bicycle: "bicycle|bike|handlebars|自転車",
  motorcycle: "motor ?(?:cycle|bike)|バイク",
  scooter: "scooter|moped|スクーター|原付",
  "kick-scooter": "scooter|キックボード|スケーター",
  pram: "pram|stroller|push ?chair|bugg(?:y|ies)|carriage|乳母車|ベビーカー|バギー",
  wheelchair: "wheelchair|車椅子|車いす",
  wheelbarrow: "(?:wheel)?barrow|一輪車|猫車|ねこ車",
  cart: "cart|trolley|wagon|荷車|台車|カート|ワゴン|リヤカー|手押し車|大八車|屋台",
  suitcase: "suitcase|case|trolley|luggage|スーツケース|キャリーケース|トランク|キャリーバッグ",
} as const satisfies Partial<Record<Prop, string>>;

const VERBS = "push|wheel|pull|roll|haul|dragg?|steer|trundl|tow";
const GOES =
  "came|comes|coming|ran|running|went|walk(?:ed|ing)|raced|racing|hurried|hurrying|rush(?:ed|ing)|arrived|set off";
const MOVED = "押(?!さえ|し(?:入|倒|やら))|引(?!き(?:出|抜|ちぎ)|っ掛)|ひい|ひき|曳|転が(?!って|り)";

type Rolling = keyof typeof WHEELED;

const isWheeled = (thing: string): thing is Rolling => thing in WHEELED;

const sayingOf = (thing: Rolling): RegExp => {
  const words = WHEELED[thing];
  return new RegExp(
    `\\b(?:${VERBS})(?:s|es|ed|ing)? (?:[a-z'’-]+ ){0,4}(?:${words})|\\b(?:${GOES})\\b[^.,;]* with (?:an?|the|his|her|their) (?:[a-z]+ ){0,2}(?:${words})\\b|\\b(?:h[eo]ld|gripp?)(?:s|ing|ed)? (?:[a-z]+ ){1,2}(?=handlebars)(?:${words})|(?:${words})を[^。、]{0,8}(?:${MOVED})`,
    "iu",
  );
};

const PUSHED = new Map(
  Object.keys(WHEELED)
    .filter(isWheeled)
    .map((thing) => [thing, sayingOf(thing)]),
);

/** Whether words have somebody push or pull a thing that rolls. */
export const isPushed = (thing: Prop, words: string): boolean =>
  isWheeled(thing) && PUSHED.get(thing)?.test(words) === true;

/** What somebody pushes or pulls: words say so, or it is too large to be in a hand for anything else. */
export const pushedTold = (words: string, things: readonly Prop[], held: readonly Prop[]): Prop | undefined =>
  [...things, ...held].find(
    (thing) => isWheeled(thing) && (isPushed(thing, words) || (isFurniture(thing) && held.includes(thing))),
  );

const INTO =
  /\b(?:in|into) (?:the|an?|his|her|their) (?:[a-z]+ ){0,2}(?:wheelchair|(?:wheel)?barrow|cart)\b|(?:車椅子|車いす|一輪車|荷車)に/iu;
const EMPTY = /\bempty\b|空の|からの/iu;

/** Whether somebody is put into, or sits in, what another pushes. */
export const isInWheels = (words: string): boolean => INTO.test(words);
/** Whether nobody is in it. */
export const areWheelsEmpty = (words: string): boolean => EMPTY.test(words);
