// Lines in which somebody says who they are: 「転校生の、湊です」, "I'm Bolt."
import type { Person } from "../../../manga/concept.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import type { Roll } from "./mentions.ts";

/** What follows one's own name, and what stands before it. */
export const OWN_NAME_JA =
  /^(?:です(?!か)|だ(?=[。！!]|$)|よ(?=[。！!]|$)|と(?:言い|いい|申し)ます|っていいます)/u;
export const OF_SELF_JA =
  /^$|[のは]、$|^(?:私|わたし|僕|ぼく|俺|おれ|あたし)は、?$|^(?:初めまして|はじめまして|どうも)[、。]$/u;

const OWN_NAME_EN = /\b(?:I['’]m|I am|my name is|my name['’]s|call me) (?:\p{Lu}\p{Ll}+ )?$/iu;

/** Whoever names themselves in a line; undefined where nobody does. */
export function namesSelf({ text }: StoryUnit, roll: Roll): Person | undefined {
  return roll.mentions(text).find(({ at, end }) => {
    const before = text.slice(0, at);
    const after = text.slice(end);
    return /\p{Script=Latin}/u.test(text.slice(at, end))
      ? OWN_NAME_EN.test(before) && /^(?:[.,!]|$)/u.test(after)
      : !/(?:さん|ちゃん|くん|君|様)$/u.test(text.slice(at, end)) &&
          OWN_NAME_JA.test(after) &&
          OF_SELF_JA.test(before);
  })?.person;
}
