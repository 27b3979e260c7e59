// Whom a sentence names though they are not there.
import type { Person } from "../../../manga/concept.ts";
import { type Lexicon, occurs } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";

/** ある朝、漁師は来なかった: a name is no presence. */
export function isAbsent(
  person: Person,
  text: string,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): boolean {
  const mention = mentions.findLast((one) => one.person === person && one.subject);
  const clause =
    mention &&
    /^[^。！？.!?]*?(?=[。！？.!?]|,? and (?:the|his|her|its|their) |$)/u.exec(text.slice(mention.end))?.[0];
  if (clause !== undefined) return occurs(clause, lexicon.absent);
  const own = mentions.filter((one) => one.person === person);
  return own.length > 0 && own.every((one) => isLikeness(text, one));
}

/** 笑うトウマの写真, `a picture of Leo`, `one from Nils`: a likeness is no presence, nor is a letter. */
const isLikeness = (text: string, { at, end }: Mention): boolean =>
  /^の(?:写真|絵|肖像|話|噂|名前|夢)/u.test(text.slice(end)) ||
  /\b(?:letters?|cards?|postcards?|parcels?|notes?|telegrams?|news|was one|one) from $/iu.test(
    text.slice(0, at),
  ) ||
  /\b(?:photos?|photographs?|pictures?|portraits?|stories|story|name) (?:of|about) $/iu.test(
    text.slice(0, at),
  );
