// Lines in which somebody says who they are: 「転校生の、湊です」, "I'm Bolt."

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Roll } from "./mentions.ts";

/** What follows one's own name, and what stands before it. */
const OWN_NAME_JA = /^(?:です(?!か)|だ(?=[。！!]|$)|よ(?=[。！!]|$)|と(?:言い|いい|申し)ます|っていいます)/u;
const OF_SELF_JA =
  /^$|[のは]、$|^(?:私|わたし|僕|ぼく|俺|おれ|あたし)は、?$|^(?:初めまして|はじめまして|どうも)[、。]$/u;

/** 弟子にしてください。千夏といいます: what nobody says of others. */
const SAYS_OWN_JA = /^と(?:言い|いい|申し)ます|^っていいます/u;

/** Whether a name between some words of a line is the speaker's own. */
export const isOwnNameJa = (before: string, after: string): boolean =>
  OWN_NAME_JA.test(after) &&
  (OF_SELF_JA.test(before) || (SAYS_OWN_JA.test(after) && /[。！]$/u.test(before)));

const OWN_NAME_EN = /\b(?:I['’]m|I am|my name is|my name['’]s|call me) (?:\p{Lu}\p{Ll}+ )?$/iu;

/** `This is Commander Rook of the Halcyon.` */
const REPORTS = /^This is (?:[A-Z][a-z]+ )?$/u;
const SPEAKING = /^ (?:of|here|speaking|reporting|calling)\b/u;

/** Whoever names themselves in a line; undefined where nobody does. */
export function namesSelf({ text }: StoryUnit, roll: Roll): Person | undefined {
  return roll.mentions(text).find(({ at, end }) => {
    const before = text.slice(0, at);
    const after = text.slice(end);
    return /\p{Script=Latin}/u.test(text.slice(at, end))
      ? (OWN_NAME_EN.test(before) && /^(?:[.,!]|$)/u.test(after)) ||
          (REPORTS.test(before) && SPEAKING.test(after))
      : !/(?:さん|ちゃん|くん|君|様)$/u.test(text.slice(at, end)) && isOwnNameJa(before, after);
  })?.person;
}

export const ASKS_NAME =
  /\bwhat(?:['’]s| is) your name\b|\bwho are you\?|(?:お?名前|名)は[？?。]?$|誰[だな]?[？?]$/iu;

/** `"What's your name?" "Nell."`: whoever is asked says their own. */
export function answersName(
  { text }: StoryUnit,
  asked: StoryUnit | undefined,
  roll: Roll,
): Person | undefined {
  if (asked?.kind !== "speech" || !ASKS_NAME.test(asked.text)) return undefined;
  return roll
    .mentions(text)
    .find(({ at, end }) => at === 0 && /^(?:[.,!。、！]|です|だ|$)/u.test(text.slice(end)))?.person;
}
/** What somebody who tells their own story is called in it. */
export const SELVES = /^(?:I|私|わたし|僕|ぼく|俺|おれ|あたし|わし|吾輩|うち)$/u;
