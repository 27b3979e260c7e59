// What words tell of where people are in a place: on a barrel, at a table, in a doorway, under a lamp.
import type { SeatTold } from "../../closed/told.ts";

const SITS_EN =
  /\b(?:sat|sits?|sitting|seated|perched|slid|sank|dropped|settled|slumped)\b[^.!?]{0,40}?\b(?:in|on|into|onto|upon) (?:the |an? |his |her |their |its |some )?(?:[a-z]+ ){0,2}?/iu
    .source;

/** The words for each seat, as they stand after whoever sits, and the Japanese ones before it. */
const NAMED: Readonly<Record<SeatTold, readonly [english: string, japanese: string]>> = {
  ground: [
    "ground|floor|snow|grass|sand|mud|dust|dirt|deck|pavement|road|moss|leaves|hay|straw|rug|carpet|earth|roof|fish|puddle",
    "地面|床|草|芝生?|砂|雪|道|土|甲板|落ち葉|わら|原っぱ|屋根",
  ],
  barrel: ["barrel|keg|cask|drum", "樽|たる|ドラム缶"],
  crate: ["crate|box|chest|trunk of|suitcase", "木箱|箱|トランク"],
  rock: ["rock|stone|boulder", "岩|石"],
  log: ["log|trunk|fallen (?:tree|trunk)|tree stump|stump", "丸太|切り株|倒木"],
  wheelchair: ["wheelchair", "車椅子|車いす"],
  step: ["steps?|stairs?|stoop|doorstep|threshold|kerb|curb", "段|階段|石段|縁側|上がり框"],
};

const SITS = Object.entries(NAMED).map(([seat, [english, japanese]]) => ({
  seat: seat as SeatTold,
  when: new RegExp(
    `${SITS_EN}(?:${english})\\b|(?:${japanese})の?上?[にへで](?=[^。、]{0,4}(?:座|腰|しゃがみ|へたり))`,
    "iu",
  ),
}));

const WHEELCHAIR = /\bwheelchair\b|車椅子|車いす/iu;

/** What whoever sits has under them. */
export const seatTold = (words: string): SeatTold | undefined =>
  SITS.find(({ when }) => when.test(words))?.seat ?? (WHEELCHAIR.test(words) ? "wheelchair" : undefined);

const AT_TABLE =
  /\b(?:table|desk|counter|supper|dinner|lunch|breakfast|meal)\b|食卓|テーブル|机|卓|膳|朝ご?飯|昼ご?飯|夕ご?飯|弁当|給食/iu;
const AT_FOOT_OF_STAIRS =
  /(?:階段|石段)の(?:下|手前|前|ふもと|足もと)|\b(?:foot|bottom) of the (?:[a-z]+ )?(?:stairs?|steps|staircase)\b|\bat the foot\b/iu;
const IN_DOORWAY =
  /\b(?:stood|stands|standing|waited|leaned|leaning|paused|stopped|appeared) (?:in|against) (?:the|an?|his|her) (?:open )?door(?:way)?\b|(?:戸口|玄関|入り口)に立/iu;
const UNDER_LAMP =
  /\b(?:under|beneath|below|by|beside|against) (?:the|an?) (?:[a-z]+ ){0,2}(?:lamp|lamp ?post|street ?light|street ?lamp)\b|(?:ランプ|街灯|灯り|外灯|電灯)の(?:下|もと|そば)/iu;

export const isAtTable = (words: string): boolean => AT_TABLE.test(words);
export const isAtFootOfStairs = (words: string): boolean => AT_FOOT_OF_STAIRS.test(words);
export const isInDoorway = (words: string): boolean => IN_DOORWAY.test(words);
export const isUnderLamp = (words: string): boolean => UNDER_LAMP.test(words);
