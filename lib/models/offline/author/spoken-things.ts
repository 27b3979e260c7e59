// Which of the things that people speak of are there: what a line points at, gives, asks for or offers, and what somebody says that
// they have. What is only talked about need not be.
import type { Prop } from "../closed/staging.ts";
import { gripsIn, heldBy } from "./grips.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";

/** The words of lines that tell of things that are there: 「ほれ、胡椒だ」, "Take this lantern.", "Pass me the sponge." */
export const saidOfHere = (spoken: readonly { text: string }[], lexicon: Lexicon): string =>
  spoken
    .flatMap(({ text }) =>
      SHOWS.test(text) ? [text] : text.split(SENTENCES).filter((sentence) => isOfHere(sentence, lexicon)),
    )
    .join(" ");

const SENTENCES = /(?<=[.!?。！？])\s*/u;

const SHOWS =
  /これ|ほら|ほれ|どうぞ|あげる|持って(?:[いお]|き(?!た[？?]))|はい、|この|\b(?:this|these|here|take (?:it|the|my)|I(?:['’]ve| have) (?:got )?(?:an?|the|your|some|my|soup)|I brought|your (?:lantern|lamp|key|sword|rope|umbrella|hat))\b/iu;

/** Whether a sentence has one of its things before those who talk. */
const isOfHere = (sentence: string, lexicon: Lexicon): boolean =>
  !ELSEWHEN.test(sentence) &&
  findThings(sentence, lexicon).some(({ at, text }) => {
    const [before, after] = [sentence.slice(0, at), sentence.slice(at + text.length)];
    if (CLAUSE.test(before) && text.endsWith("s")) return false;
    return POINTED_AT.some((when) => when.test(`${before}¦${after}`));
  });

/** "I am told that tomatoes need sixty days": no one of them is pointed at. */
const CLAUSE = /\bthat (?:[a-z]+ )?$/iu;

/** What was, will be or would be is not here. */
const ELSEWHEN =
  /\b(?:if|when|once|used to|would|could|will|tomorrow|yesterday|last|every|never|always|ago|dreams?|remember|where)\b|['’](?:ll|d)\b|昨日|明日|いつか|昔|もし|たら/iu;

/** A thing, as `¦`, of which a line says that it is there. */
const POINTED_AT: readonly RegExp[] = [
  // "I want that teapot.", "Who packed the iron?", "With the surfboard?"
  /\b(?:that|those) (?:[a-z]+ ){0,2}¦/iu,
  /\b(?:the|your|my) (?:[a-z]+ ){0,2}¦\?/iu,
  // "He kept it right there, next to the radio."
  /\b(?:right|over|up|down|in|just) there\b[^.!?]*\bthe (?:[a-z]+ ){0,2}¦/iu,
  // "We have bread and milk."
  /\b(?:we|I)(?:['’]ve| have)(?: (?:only|got|still))* [^.!?]*¦/iu,
  /^(?:[A-Z][a-z]+, |And |But )?there(?:['’]s| is| are) [^.!?]*¦/iu,
  // "Pass me the sponge.", "Mind the ladder!"
  /^(?:(?:And|Now|Then|Please|Quick|Quickly|Just),? |[A-Z][a-z]+, )?(?:pass|give|hand|bring|fetch|get|hold|take|put|mind|grab|lift|carry|drop|move|use|try|taste|eat|drink|look at|see|open|close|cut|throw|keep|leave|help yourself to) (?:(?:me|him|her|us|down|up|out) )?(?:the|an?|some|your|that|my|his|her|two|three) (?:[a-z]+ ){0,2}¦/iu,
  // "Eggs, second shelf.", "And a bag of flour."
  /^(?:(?:And|Then|Just|Only|Or) )?(?:(?:an?|the|my|your|some|more|one|two|three|four) )?(?:[a-z]+ )?¦(?:, [^.!?]*| of [a-z]+| too)?[.!]$/iu,
  // 歯車に、何か挟まっている, せんべい、食べる？
  /¦[にがはもを]、?[^。]{0,14}(?:て|で)(?:い?る|います)[。！!]?$/u,
  // バケツに蟹がいるよ
  /¦[にがも][^。、]{0,8}(?:いる|ある|あった)[よぞわ][。！!]?$/u,
  /¦(?:も|でも|は)?、?[^。、]{0,4}(?:食べ|飲|い[るり]|要|ほし|欲し|使|見)[^。、]{0,4}[？?]$/u,
  /¦を?(?:取って|貸して|ちょうだい|ください|見せて|渡して|よこ)/u,
];

/** "I have soup", "I brought the map": what somebody says that they have with them. */
export const saidToHave = (lines: readonly string[], lexicon: Lexicon): Prop | undefined =>
  lines.filter((text) => HAS.test(text)).flatMap((text) => heldBy(gripsIn(text, lexicon))?.thing ?? [])[0];

const HAS = /\bI(?: have|['’]ve got|['’]ve brought| brought) (?!to\b|never\b|no\b)|を持ってきた(?!？)/u;
