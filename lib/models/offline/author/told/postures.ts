// What words tell of how bodies are: astride, on a ladder, afloat, curled up.
import type { Pose } from "../../closed/staging.ts";
import type { FigureTold } from "../../closed/told.ts";

type Manner = NonNullable<FigureTold["manner"]>;

const UPWARD =
  /\b(?:at|to|towards?) the (?:[a-z]+ )?(?:sky|stars?|moon|clouds?|ceiling|heavens)\b|\boverhead\b|\babove (?:them|him|her|us|me|(?:their|his|her) heads?)\b|(?:空|天|星|月|雲|天井|頭上)[をに][^。、]{0,4}(?:指|仰)|頭上[をでに]/iu;
const ONTO =
  /\b(?:on|onto|on to|upon) (?:the|an?|his|her|their) (?:[a-z]+ )?(?:bench|chair|table|crate|box|stool|counter|desk|barrel|platform)\b|(?:台|椅子|いす|机|箱|ベンチ)の?上?[にへ](?:[上登乗]|のぼ)/iu;
/** Somebody plays the piano. */
const AT_PIANO =
  /\bplay(?:ed|s|ing)?\b[^.]{0,40}\bpiano\b|\bpiano\b[^.]{0,40}\bplay(?:ed|s|ing)?\b|ピアノを[^。、]{0,6}(?:弾|ひ[いきく])/iu;
const ON_LADDER = /\bladders?\b|はしご|梯子/iu;
const ON_RAIL =
  /(?:欄干|手すり|手摺|柵)[にを][^。、]{0,4}(?:足|登|上[がっ]|乗|またい|越え)|\b(?:on|onto|over) the (?:[a-z]+ )?(?:railing|rail|parapet|balustrade|banister)\b/iu;
/** Without weight, as aboard a ship in space. */
const AFLOAT =
  /\b(?:float(?:ed|s|ing)?|drift(?:ed|s|ing)?|hover(?:ed|s|ing)?) (?:slowly |gently |weightless(?:ly)? )?(?:down|along|across|through|over|up|past|towards?|into|out|in (?:mid-?)?(?:the )?air)\b|\bweightless(?:ly)?\b|\bzero gravity\b|宙に浮|無重力|ふわ(?:り|ふわ)と?(?:浮|漂)/iu;
/** On somebody's back, and on no animal's. */
const PICKABACK =
  /\b(?:carr(?:ied|ies|y|ying)|took|hoisted|lifted|climbed|rode|riding|jumped|scrambled|hung|clung|slept|asleep) [^.]{0,30}\b(?:on(?:to)?|upon) (?:his|her|my|\p{Lu}\p{Ll}+['’]s|the [a-z ]{2,20}['’]s) (?:[a-z]+ )?back\b|\bpiggy-?back\b|おんぶ|おぶ(?:っ|われ|さ)|背中?に(?:負|乗せ|のせ)|を背負[っい]/iu;
/** 馬に乗る, `rode the pony`: on an animal's back, and on no bicycle. */
const ASTRIDE =
  /(?:馬|ロバ|牛|ポニー)(?:に|の背中?に)[^。、]{0,6}(?:乗|のっ|のり|またが|跨)|馬を(?:走らせ|駆[っりる])|馬上|騎乗|\b(?:rode|rides?|riding|ridden|mounted|galloped|trotted|climbed)\b(?! (?:his|her|the|a|my|their|our) (?:[a-z]+ )?(?:bi(?:ke|cycle)|bus|train|tram|scooter|motor\w*|lift|elevator|waves?|swing)\b)[^.]*\b(?:horses?|pon(?:y|ies)|mares?|stallions?|donkeys?|mules?|ox|horseback|saddle)\b|\bastride\b|\bin the saddle\b/iu;
/** 馬を引く, `led the goat by its rope`. */
const LEADING =
  /(?:馬|牛|犬|ロバ|山羊|ヤギ|ポニー|羊|[ァ-ヴー]{2,6})を(?:引[いきっかく]|ひ[いきっ]て|連れ)|綱を(?:引|握|持|取)|手綱を|リードを|\b(?:led|leading)\b|\bwalk(?:ed|ing|s) (?:his|her|their|the|a|two|my) (?:[a-z]+ )?(?:dogs?|pupp(?:y|ies)|horses?)\b|\bon a (?:[a-z]+ )?(?:leash|lead|rope)\b|\bby (?:the|its|a|his|her) (?:[a-z]+ )?(?:rope|reins?|bridle|halter|collar)\b|\bpulled (?:the|a|his|her) (?:[a-z]+ )?(?:horse|donkey|cow|goat|mule)\b/iu;
const ON_WALL =
  /\b(?:lay|lies|lying|sat|sits|sitting|slept|sleeping|crouched|crouching|perched) on (?:top of )?(?:the|an?) (?:[a-z]+ ){0,2}(?:wall|fence)\b|(?:塀|石垣|垣根)の上[でに]/iu;
const CURLED =
  /丸くな|丸ま[っり]|身を丸め|\bcurl(?:s|ed|ing)? (?:\w+ )?up\b|\bcurled (?:around|round|into)\b/iu;
const CRIES =
  /(?:鳴|啼|吠|吼)(?:い|く|き|え)|遠吠え|ほえ[たる]|\b(?:bark|howl|yelp|meow|mew|yowl|growl)(?:s|ed|ing)?\b/iu;

export const rides = (words: string): boolean => ASTRIDE.test(words);
export const leads = (words: string): boolean => LEADING.test(words);
const isPickaback = (words: string): boolean => PICKABACK.test(words) && !rides(words);

/** How the poses of a moment are done; of several that are told, the first of this list. */
const MANNERS: readonly (readonly [Manner, (words: string) => boolean])[] = [
  ["astride", rides],
  ["pickaback", isPickaback],
  ["rail", (words) => ON_RAIL.test(words)],
  ["afloat", (words) => AFLOAT.test(words)],
  ["ladder", (words) => ON_LADDER.test(words)],
  ["keys", (words) => AT_PIANO.test(words)],
  ["up", (words) => UPWARD.test(words)],
  ["onto", (words) => ONTO.test(words)],
];

export const mannerTold = (words: string): Manner | undefined => MANNERS.find(([, when]) => when(words))?.[0];

/** Words in brackets are added of somebody who stays where they were: `(lay on the garden wall)`. */
const ADDED = /\([^)]*\)|（[^）]*）/gu;
const STAYS = /^(?:lie|sleep|sit|crouch)$/u;

/** Whether somebody in a pose is on the top of a wall or fence. Added words do not tell of whoever looks up from elsewhere. */
export const isOnWall = (words: string, pose: Pose = "lie"): boolean =>
  ON_WALL.test(STAYS.test(pose) ? words : words.replaceAll(ADDED, ""));

const CURLING = /^(?:stand|sit|crouch|kneel|lie|sleep)$/u;

export const curlsUp = (words: string, pose: Pose): boolean => CURLING.test(pose) && CURLED.test(words);

export const criesOut = (words: string): boolean => CRIES.test(words);
