// Notes the nouns of an English sentence that may be somebody: those with an article or a possessor that speak or act, those who
// are brought in, and whatever noun says something.

import { kindOfNoun } from "../noun-kinds.ts";
import type { Candidate, Roster } from "./evidence.ts";
import { LEXICON_EN } from "./lexicon-en.ts";
import { ROLES_EN, type Role } from "./roles.ts";
import { ACTS_EN, ADVERB_EN, MORE_ACTS_EN, SPEECH_EN, WILLS_EN } from "./verbs-en.ts";

const THEN = `(?: ${ADVERB_EN})?`;
export const SPEAKS_AFTER = new RegExp(`^,?${THEN} (?:${SPEECH_EN})\\b`, "u");
export const ACTS_AFTER = new RegExp(
  `^,?${THEN} (?:${ACTS_EN}|${SPEECH_EN}|(?:is|was) [a-z]+ing|[a-z]{2,}ed)\\b`,
  "u",
);
/** As it is of whatever noun is known to be somebody. */
export const ROLE_ACTS = new RegExp(
  `^,?${THEN} (?:${ACTS_EN}|${MORE_ACTS_EN}|${SPEECH_EN}|(?:is|was) [a-z]+ing|[a-z]{2,}ed)\\b`,
  "u",
);
/** What only somebody does: whatever has a capital and does so is a name. */
export const WILLS = new RegExp(`^,?${THEN} (?:${WILLS_EN}|(?:is|was) [a-z]+ing)\\b`, "u");
export const SPEECH_BEFORE = new RegExp(
  `(?:^|[\\s,])(?:${SPEECH_EN})(?: (?:the|a|an|his|her|my|their|our))?(?: [a-z]+)? ?$`,
  "u",
);
/** What anybody is called by a trade: the pharmacist, the fishmonger, the saleswoman. */
const TRADE =
  "[a-z]{4,}(?<!l)ist|[a-z]{3,}(?:man|woman)|[a-z]{2,}(?:smith|monger|keeper|maker|worker|seller|dresser|fighter|trainer|grapher)";
const ROLE = new RegExp(
  `\\b(\\p{Lu}\\p{Ll}+['’]s|the|an?|his|her|my|their|our|another|that|this|The|An?|His|Her|My|Their|Our|Another|That|This) ((?:[a-z]+ ){0,2}?)(${ROLES_EN.map(({ noun }) => noun).join("|")}|${TRADE})(?![\\p{L}’'-])`,
  "gu",
);
/** Where a sentence stands. */
export interface Around {
  index: number;
  saidBefore: boolean;
  saidAfter: boolean;
}

/** `a girl of fourteen was lying` */
const OF_AGE = /^ of (?:about |perhaps |some )?[a-z]+(?:-[a-z]+)?(?= )/u;

/** `a young woman in glasses stamped his bill` */
const LOOKS_SO = new RegExp(
  `^ (?:next door |(?:in|with|from|of|on) (?:[a-z'’-]+ ){1,6}?)(?=(?:${ACTS_EN}|[a-z]{2,}ed|rode|swept|drove|blew|rang|sang|threw|held|bent)\\b)`,
  "u",
);

/** `his little sister Junie` */
const APPOSED_NAME = /^ (\p{Lu}\p{Ll}{2,})(?! \p{Lu}|day\b)/u;

/** `said their admiral`: whatever noun says something is somebody. */
const SPEAKING = new RegExp(
  `^,? ?(?:${SPEECH_EN}) (?:the|their|his|her|my|our|an?) (?:[a-z-]+ ){0,2}?([a-z]{3,}(?<!ly))(?=[.,;]|$| (?:and|with|in|as|from|softly|quietly)\\b)`,
  "u",
);
/** `their admiral, an elderly woman with medals` */
const APPOSED = /^, an? ((?:[a-z-]+ ){0,3}?)((?:young |old )?(?:man|woman|lady|boy|girl))\b/u;
const NOBODY =
  /^(?:him|her|them|it|us|me|you|himself|herself|voice|other|others|one|second|first|third|last|same|crowd|question|way|rest|truth|time|.*[^s]s|.*ly)$/u;

export function noteSpeaking(roster: Roster, text: string, index: number): void {
  const [whole = "", noun] = SPEAKING.exec(text) ?? [];
  if (!noun || NOBODY.test(noun) || ROLES_EN.some((role) => whole.endsWith(` ${role.noun}`))) return;
  const is = APPOSED.exec(text.slice(whole.length));
  const more = is?.[2] ? { ...traits(is[2]), ...ageOf(is[1] ?? "") } : {};
  roster.note(noun, index, { type: "role", score: 4, mentions: 1, speaks: 1, ...more });
}

/** `At the back sat a boy`, `There was an old woman`: whoever comes after the verb is brought in. */
const ENTERS =
  /(?:^|\b(?:[Tt]here|[a-z]+),? )(?:sat|stood|was|lay|came|knelt|waited|appeared|hung|walked|stepped|slept|crouched) $/u;

interface RoleFound {
  at: number;
  whole: string;
  article: string;
  adjectives: string;
  noun: string;
}

const ARTICLE =
  /\b(\p{Lu}\p{Ll}+['’]s|the|an?|his|her|my|their|our|another|that|this) ((?:[a-z]+,? ){0,2})$/iu;

/** Sisters and ferrymen are nobody by themselves. */
const MANY = /(?:[^s]s|men|children)$/u;

/** Nouns with an article that our lists have for somebody, and those that they have not for anything. */
function rolesIn(text: string): RoleFound[] {
  const listed = [...text.matchAll(ROLE)].map(
    ({ 0: whole, 1: article = "", 2: adjectives = "", 3: noun = "", index }) => ({
      ...{ at: index, whole, article, adjectives, noun },
    }),
  );
  const isFree = (at: number) => !listed.some((one) => one.at <= at && at < one.at + one.whole.length);
  const others = LEXICON_EN.unlisted(text).flatMap(({ at, text: noun, value }) => {
    const [words, article = "", adjectives = ""] = ARTICLE.exec(text.slice(0, at)) ?? [];
    return value.is === "person" && !MANY.test(noun) && words !== undefined && isFree(at)
      ? [{ at: at - words.length, whole: `${words}${noun}`, article, adjectives, noun }]
      : [];
  });
  return [...listed, ...others].toSorted((a, b) => a.at - b.at);
}

export function noteRoles(roster: Roster, text: string, { index, saidBefore, saidAfter }: Around): void {
  for (const { at, whole, article, adjectives, noun } of rolesIn(text)) {
    const before = text.slice(0, at);
    const after = text.slice(at + whole.length);
    if (/^(?:He|She|It) (?:was|is) (?:[^.,]*, )?(?:just |only |still )?$/u.test(before)) continue;
    if (/\b(?:teddy|toy|stuffed) $/u.test(adjectives)) continue;
    if (/\b(?:like|as) $/iu.test(before)) continue;
    const apposed = APPOSED_NAME.exec(after)?.[1];
    if (apposed && !/^the$/iu.test(article))
      roster.note(apposed, index, { score: 1.5, mentions: 0, ...traits(noun), ...ageOf(adjectives) });
    if (/^(?:s\b|\.? ?[A-Z])/u.test(after)) continue;
    const says =
      (saidBefore && SPEECH_BEFORE.test(`${before}`)) ||
      ((saidBefore || saidAfter) && SPEAKS_AFTER.test(after));
    const acts =
      ROLE_ACTS.test(after.replace(OF_AGE, "").replace(LOOKS_SO, " ")) &&
      !/\b(?:of|with|to|at|from|by|(?<!, )and) $/u.test(before);
    const definite = /^(?:the|his|her|my|their|our|.*s)$/iu.test(article);
    const enters = ENTERS.test(before) && !/\bthat there (?:was|were) $/u.test(before);
    // Whoever is brought in, or acts, right before a line is there, and may well say it.
    const leads = saidAfter && (enters || acts) ? 2 : 0;
    const score = (definite ? 0.3 : 0.2) + (says ? 4 : 0) + (acts ? 1.6 : 0) + (enters ? 1.6 : 0) + leads;
    roster.note(noun, index, {
      type: "role",
      score,
      mentions: 1,
      speaks: says ? 1 : 0,
      ...traits(noun),
      ...ageOf(adjectives),
      // The new girl is new at work.
      ...(/\bnew\b/u.test(adjectives) && /^(?:girl|boy)$/u.test(noun) ? { age: "teen" as const } : {}),
    });
  }
}

function ageOf(adjectives: string): Pick<Candidate, "age"> {
  if (/\b(?:old|elderly|aged|ancient)\b/u.test(adjectives)) return { age: "elder" };
  return /\b(?:little|small)\b/u.test(adjectives) ? { age: "child" } : {};
}

/** What only grown people are called by. */
const OFFICES = /^(?:inspector|detective|officer|doctor|dr|professor|prof|captain|capt|chef)\b/u;

/** What a noun or a title tells. */
export function traits(name: string): Pick<Candidate, "kind" | "age" | "gender"> {
  const lower = name.toLowerCase();
  if (/^granny\b/u.test(lower)) return { age: "elder", gender: "female" };
  if (/^(?:mrs|ms|lady|aunt|auntie|queen|madame?)\b/u.test(lower)) return { age: "adult", gender: "female" };
  if (OFFICES.test(lower)) return { age: "adult" };
  if (/^(?:miss|princess)\b/u.test(lower)) return { gender: "female" };
  if (/^(?:mr|sir|lord|uncle|king)\b/u.test(lower)) return { age: "adult", gender: "male" };
  if (/^prince\b/u.test(lower)) return { gender: "male" };
  const role: Role | undefined = ROLES_EN.find(
    ({ noun }) => lower === noun || lower.endsWith(` ${noun}`) || lower.startsWith(`${noun} `),
  );
  if (!role && lower.startsWith("old ")) return { age: "elder" };
  const sex = lower.includes(" ") ? undefined : /(wo)?man$/u.exec(lower);
  const gender = sex ? (sex[1] ? "female" : "male") : undefined;
  if (role) return { kind: role.kind, age: role.age, gender: role.gender ?? gender };
  if (gender) return { age: "adult", gender };
  const kind = name === lower ? kindOfNoun(name, "en") : undefined;
  return kind?.is === "person" ? { kind: "human", age: kind.age, gender: kind.gender } : {};
}
