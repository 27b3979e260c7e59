// Turns the candidates that a story's text suggests into its people: who matters most, what they are, what is said of them.

import { createHash } from "node:crypto";
import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { remembering } from "../remembering.ts";
import { firstCue, occurs } from "../words/cues.ts";
import { agedByWords, hintedAge } from "./age-hints.ts";
import { ageAmong, ageIn, ownPart, tellsAge } from "./ages.ts";
import { sexOfCommonName } from "./common-names-ja.ts";
import type { Candidate } from "./evidence.ts";
import { genderOfEnding, genderOfName } from "./given-names.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import { withNicknames } from "./nicknames.ts";
import { notedTraits, notesOn } from "./noted-cast.ts";
import { betrayedBySpeech } from "./own-speech.ts";
import { peopleInEnglish } from "./people-en.ts";
import { peopleInJapanese } from "./people-ja.ts";
import { namelessPeople } from "./pronoun-people.ts";
import { isRole } from "./roles.ts";
import { asTheySay } from "./self-kinds.ts";
import { attributeLines } from "./speakers.ts";
import { apartIn, CHANGED, COAT, DESCRIBES, REMEMBERS, sentencesAbout } from "./told-of.ts";
import { type Aged, playAge, storyAge, tellerAge, withPeers } from "./young-ages.ts";

/** More people than this cannot be told apart in a book of panels. */
const MOST_PEOPLE = 12;

/** Somebody who says their own name: 「ぼくはソラ」, "Call me Daisy." */
const SELF_NAMING = {
  ja: (name: string) =>
    new RegExp(
      `名(?:前)?は「?${name}|(?:ぼく|僕|私|わたし|俺|おれ|あたし|わし)は${name}(?:だ|です|。|、|って|$)|^${name}(?:だ|です)。?$|${name}と(?:呼んで|申し|いいます|言います)`,
      "u",
    ),
  en: (name: string) =>
    new RegExp(`\\b(?:my name is|my name['’]s|call(?:ed|s)? me|i am|i['’]m) ${name}\\b`, "iu"),
} as const;

type Speakers = ReturnType<typeof attributeLines>;

/** A noun that turns out to be a name's owner: the robot that is called Daisy. */
function joinSelfNamed(people: readonly Person[], story: Story): Person[] {
  const speakers = attributeLines(story, people);
  const named = agedByWords(joinNamed(people, story, speakers), story, speakers);
  return betrayedBySpeech(named, story, speakers);
}

function joinNamed(people: readonly Person[], story: Story, speakers: Speakers): Person[] {
  const joined = new Map<Person, Person>();
  for (const unit of story.units) {
    const speaker = speakers.get(unit.id);
    if (unit.kind !== "speech" || !speaker?.person || speaker.guessed || !isNoun(speaker.person)) continue;
    const named = people.find(
      (other) => !isNoun(other) && SELF_NAMING[story.language](escapePattern(other.name)).test(unit.text),
    );
    if (named && named !== speaker.person) joined.set(speaker.person, named);
  }
  if (joined.size === 0) return [...people];
  const kept = people.filter((person) => !joined.has(person));
  return kept.map((person, index): Person => {
    const noun = [...joined].find(([, name]) => name === person)?.[0];
    const own = noun
      ? {
          ...person,
          kind: noun.kind,
          age: noun.age,
          aliases: [...person.aliases, noun.name, ...noun.aliases],
          notes: `${person.notes}${noun.notes}`,
        }
      : person;
    return { ...own, id: `c${index + 1}`, role: roleOf(index) };
  });
}

const isNoun = ({ name }: Person): boolean => isRole(name);

const escapePattern = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

const roleOf = (index: number): Person["role"] =>
  index === 0 ? "protagonist" : index === 1 ? "partner" : "support";

export async function readPeople(story: Story): Promise<Person[]> {
  const named = story.language === "ja" ? await peopleInJapanese(story) : peopleInEnglish(story);
  const candidates = asTheySay(named, story);
  const ranked = candidates
    .toSorted((a, b) => importance(b) - importance(a) || a.first - b.first)
    .slice(0, MOST_PEOPLE);
  const lexicon = lexiconOf(story.language);
  const described = ranked.map((candidate, index) =>
    describe(candidate, index, { story, lexicon, everybody: ranked }),
  );
  const people = withPeers(described, story.language);
  return people.length > 0
    ? withNicknames(joinSelfNamed(people, story), story, isNoun)
    : namelessPeople(story);
}

const importance = ({ mentions, speaks, type }: Candidate): number =>
  mentions + speaks * 2 + (type === "self" ? 6 : type === "name" ? 2 : 0);

interface Everybody {
  story: Story;
  lexicon: Lexicon;
  everybody: readonly Candidate[];
}

function describe(candidate: Candidate, index: number, { story, lexicon, everybody }: Everybody): Aged {
  const names = [candidate.name, ...candidate.aliases];
  const others = everybody
    .filter((other) => other !== candidate)
    .flatMap((other) => [other.name, ...other.aliases]);
  const { introduced } = candidate;
  const sex = names.map(genderOfName).find((gender) => gender) ?? candidate.gender ?? "unknown";
  const another = names.includes("I") ? OF_OTHERS : OF_ANOTHER[sex];
  const sentences = [
    ...(introduced ? [introduced] : []),
    ...apartIn(story, { names, others, gender: sex }),
    ...sentencesAbout(story, names, others).filter((sentence) => !another.test(sentence)),
  ];
  const about = sentences
    .filter((sentence, at) => at === 0 || !CHANGED.test(sentence))
    .filter(
      (sentence) =>
        !REMEMBERS.test(sentence) &&
        (DESCRIBES[story.language].test(sentence) ||
          tellsAge(sentence) ||
          (candidate.kind !== undefined && candidate.kind !== "human" && COAT.test(sentence))),
    )
    .slice(0, 3);
  const gap = story.language === "ja" ? "" : " ";
  const notes = [notesOn(story, names), ...about].filter((note) => note !== "").join(gap);
  const own = `${names.join(" ")} ${notes}`;
  const ages = [...names, ...about.map((sentence) => ownPart(sentence, { names, others }))].join(" ");
  const noted = notedTraits(story, names, lexicon);
  const kind = noted.kind ?? candidate.kind ?? guessKind(story, candidate.name);
  const years = kind === "human" ? ageAmong(about, { names, others }) : undefined;
  const hinted = kind === "human" ? hintedAge(sentences, { names, others }) : undefined;
  const told =
    noted.age ??
    (candidate.type === "self" && story.language === "ja" ? tellerAge(story, candidate.name) : undefined) ??
    years ??
    hinted ??
    candidate.age ??
    (kind === "human" ? (firstCue(ages, lexicon.ages) ?? playAge(sentences)) : undefined);
  const vague = noted.age === undefined && !years && !hinted && VAGUE.test(candidate.name);
  const person: Person = {
    id: `c${index + 1}`,
    name: displayName(candidate, story).slice(0, 60),
    aliases: [
      ...candidate.aliases,
      ...bareName(candidate.name, story, others),
      ...(displayName(candidate, story) === candidate.name ? [] : [candidate.name]),
    ],
    role: roleOf(index),
    kind,
    age: told ?? (kind === "human" && !TITLED.test(candidate.name) ? storyAge(story, lexicon) : "adult"),
    gender:
      noted.gender ??
      sexOfCommonName(candidate.name) ??
      candidate.gender ??
      guessGender(candidate, { story, own, lexicon, others }),
    notes,
  };
  return { person, told, vague, sentences, first: candidate.first };
}

/** Little Benji is Benji, where nobody else is. */
function bareName(name: string, { units }: Story, others: readonly string[]): string[] {
  const bare = /^(?:Little|Old|Young|Poor|Big) (\p{Lu}\p{L}+)$/u.exec(name)?.[1];
  if (!bare || others.some((other) => other.split(" ").includes(bare))) return [];
  const alone = new RegExp(`(?<!${name.slice(0, -bare.length)})\\b${bare}\\b`, "u");
  return units.some(({ text }) => alone.test(text)) ? [bare] : [];
}
/** A school's children have a Miss Adeyemi. */
const TITLED = /^(?:Mr|Mrs|Ms|Miss|Dr)\b/u;

/** Nouns for the young of any age. */
const VAGUE = /^(?:少年|少女|boy|girl)$/u;

/** Nobody who tells is he or she. */
const OF_OTHERS = /^(?:He|She|His|Her|They|It) /u;

/** Sentences that begin with a pronoun which cannot be somebody's. */
const OF_ANOTHER = {
  female: /^H(?:e|is) |(?:男|男の[子人]|おじさん|少年|青年)(?:である|だった|だ)。$/u,
  male: /^(?:She|Her) |(?:女|女の[子人]|おばさん|少女)(?:である|だった|だ)。$/u,
  unknown: /^(?!)/u,
} as const;

/** An English noun needs an article to be called by: the old man; family needs none: Grandmother. */
function displayName({ name, type }: Candidate, { language }: Story): string {
  if (language === "ja" || type !== "role") return name;
  if (/^(?:grand|mother|father|mom|mum|mama|dad|papa|nana|aunt|uncle)/u.test(name))
    return name[0]?.toUpperCase() + name.slice(1);
  return `The ${name}`;
}

/** A name without a noun may still purr, bark or fly. */
function guessKind(story: Story, name: string): Person["kind"] {
  const own = sentencesAbout(story, [name], []).filter(
    (text) => text.startsWith(name) || text.includes(`${name}は`) || text.includes(`${name} `),
  );
  const text = own.join("\n");
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(/しっぽ|尻尾|喉を鳴ら|ニャ|にゃ|前足|\b(?:purred|meowed|paws?|whiskers|tail)\b/gu) >= 2)
    return "cat";
  if (count(/吠え|ワン|わん|\b(?:barked|wagged|woof)\b/gu) >= 2) return "dog";
  // もう、とハナコが鳴いた。
  if (
    own.some((told) =>
      new RegExp(`${escapePattern(name)}[がは][^。、]{0,6}(?:鳴い|吠え|いなない|ほえ)`, "u").test(told),
    )
  )
    return "creature";
  return "human";
}

interface Told {
  story: Story;
  /** Names and sentences of their own. */
  own: string;
  lexicon: Lexicon;
  /** Names of everybody else. */
  others: readonly string[];
}

function guessGender(candidate: Candidate, { story, own, lexicon, others }: Told): Person["gender"] {
  const isOwn = (pattern: RegExp) => occurs(own.replaceAll(KIN_OF, "$1"), pattern);
  const byName = [candidate.name, ...candidate.aliases]
    .map(genderOfName)
    .find((gender) => gender !== undefined);
  const kin = (candidate.age ?? ageIn(own)) === "elder" ? elderKin(story) : undefined;
  if (kin && !byName) return kin;
  if (story.language === "ja") {
    if (/セーラー服|スカート|ワンピース|ドレス|彼女|女(?:の子|の人|性)?(?:である|だ|で、|。)/u.test(own))
      return "female";
    if (/学ラン|坊主|男(?:の子|の人|性)?(?:である|だ|で、|。)/u.test(own)) return "male";
    if (byName) return byName;
    return lexicon.female.test(candidate.name)
      ? "female"
      : lexicon.male.test(candidate.name)
        ? "male"
        : (genderOfEnding(candidate.name) ?? "unknown");
  }
  if (byName) return byName;
  if (candidate.kind === "robot" || candidate.type === "self") return "unknown";
  let female = isOwn(lexicon.female) ? 1 : 0;
  let male = isOwn(lexicon.male) ? 1 : 0;
  for (const [index, unit] of story.units.entries()) {
    const name = [candidate.name, ...candidate.aliases].find((one) => unit.text.includes(one));
    if (unit.kind === "speech" || name === undefined) continue;
    const next = story.units[index + 1];
    const rest = unit.text.slice(unit.text.indexOf(name));
    const told = next?.kind === "narration" ? `${rest} ${next.text}` : rest;
    const another = others.map((name) => told.indexOf(name)).filter((at) => at >= 0);
    // `Judge Malloy rubbed her eyes`: hers, and nobody else's.
    const own = /^ [a-z]+ (?:(?:at|in|on|up|down|into|over|through|out of|behind) )?(his|her) /u.exec(
      rest.slice(name.length),
    )?.[1];
    if (own === "her") female += 2;
    else if (own === "his") male += 2;
    const pronoun = PRONOUN.exec(told.slice(0, Math.min(told.length, ...another)))?.[1]?.toLowerCase();
    if (pronoun === undefined) continue;
    if (/^(?:she|her|hers)$/u.test(pronoun)) female += 1;
    else male += 1;
  }
  const told = female > male ? "female" : male > female ? "male" : undefined;
  return told ?? (isRole(candidate.name) ? undefined : genderOfEnding(candidate.name)) ?? "unknown";
}

/** ばあちゃん and じいちゃん tell of an old person whose name does not, where only one of them is spoken of. */
function elderKin({ units }: Story): Person["gender"] | undefined {
  const text = units.map((unit) => unit.text).join("\n");
  const woman = /ばあ(?:ちゃん|さん)|\b(?:grandma|granny|grandmother)\b/iu.test(text);
  const man = /じい(?:ちゃん|さん)|\b(?:grandpa|grandfather)\b/iu.test(text);
  return woman === man ? undefined : woman ? "female" : "male";
}

/** `since her husband died` */
const KIN_OF =
  /\b(his|her) (?:late |own |little |big )?(?:husband|wife|mother|father|mum|dad|son|daughter|brother|sister|uncle|aunt)\b/giu;

/** Whoever sets tea in front of him is not him. */
const PRONOUN = /\b(he|his|she|her|hers)\b/iu;

const remembered = remembering<Promise<Person[]>>(8);

/** As `readPeople`, once for each text: the last few stories are remembered. */
export const peopleOf = (story: Story): Promise<Person[]> =>
  remembered(storyKey(story), () => readPeople(story));

/** The same for the same units. */
export function storyKey(story: Story): string {
  const hash = createHash("sha256").update(`${story.language}\n${JSON.stringify(story.cast ?? [])}`);
  for (const { kind, text, label } of story.units) hash.update(`\n${kind}\t${label ?? ""}\t${text}`);
  return hash.digest("base64");
}
