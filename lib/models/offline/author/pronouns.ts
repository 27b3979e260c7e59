// Whom `he` and 彼女 stand for in a sentence, so that they act there, and are there, like people who are named.
import type { Person } from "../closed/concept.ts";
import type { Mention } from "./mentions.ts";

/** `He` and `she`, 彼は, and the hands of either, as who acts. */
const SUBJECTS =
  /\b(?<en>[Hh]e|[Ss]he)\b|(?<![a-z] )\b(?<owner>His|Her|My) (?=(?:[a-z]+ )?(?:hands?|fingers?|arms?)\b)|(?<ja>彼女?)(?=[はがも]|の[左右両]?(?:手|腕|指))/gu;
/** Whom something is given to or taken from. */
const OBJECTS =
  /(?<=\b(?:gave|give|handed|handing|passed|lent|threw|tossed|brought|showed|offered|sold|sent|fetched|returned|to|from|at|against) )(?:(?<en>him|me)\b|(?<her>her)(?= (?:an?|the|his|her|some|two|one|back)\b|[.,;!]))|\b(?:into|from|out of|in|to) (?<owner>his|her|my) (?=(?:[a-z]+ )?(?:hands?|arms?|palms?)\b)|(?<ja>彼女?)(?=に|から|へ)/gu;

type Gender = Person["gender"];

const genderOf = (word: string): Gender => (/^(?:she|her|彼女)$/iu.test(word) ? "female" : "male");

/** Whoever tells the story is no `he` in it. */
export const isTeller = ({ name, aliases }: Person): boolean =>
  aliases.includes("I") || /^(?:I|僕|ぼく|私|わたし|俺|おれ|あたし|わし|吾輩)$/u.test(name);

/** All mentions of a text with those whom its pronouns stand for; `company` are the people before it, the latest last. */
export function withPronouns(
  text: string,
  mentions: readonly Mention[],
  company: readonly Person[],
): Mention[] {
  const all = [...mentions];
  const found = [SUBJECTS, OBJECTS].flatMap((when) =>
    [...text.matchAll(when)].map((match) => ({ match, subject: when === SUBJECTS })),
  );
  for (const { match, subject } of found.toSorted((a, b) => a.match.index - b.match.index)) {
    const { 0: words, index: start, groups } = match;
    const word = groups?.en ?? groups?.her ?? groups?.owner ?? groups?.ja ?? "";
    const at = start + words.indexOf(word);
    if (mentions.some((mention) => mention.at <= at && at < mention.end)) continue;
    const before = all.filter((mention) => mention.at < at).toSorted((a, b) => a.at - b.at);
    const agent = before.findLast((mention) => mention.subject)?.person;
    const people = [
      ...company,
      ...before.filter((mention) => !mention.subject).map(({ person }) => person),
      ...before.filter((mention) => mention.subject).map(({ person }) => person),
    ].filter((person) => subject || person !== agent);
    const person = /^m[ey]$/iu.test(word) ? people.findLast(isTeller) : meantBy(genderOf(word), people);
    if (person) all.push({ person, at, end: at + word.length, subject });
  }
  return all.toSorted((a, b) => a.at - b.at);
}

/** The last of some people who is a woman, or a man; of those of whom nobody knows, a person before an animal. */
function meantBy(gender: Gender, people: readonly Person[]): Person | undefined {
  const others = people.filter((person) => !isTeller(person));
  return (
    others.findLast((person) => person.gender === gender) ??
    others.findLast((person) => person.gender === "unknown" && person.kind === "human") ??
    others.findLast((person) => person.gender === "unknown")
  );
}
