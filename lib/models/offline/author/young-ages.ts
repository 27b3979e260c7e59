// How old those are of whom a story tells no age: as old as the others whom it calls by their bare first names, where the one
// that it is about is young. Among children grown people have titles: Mum, Mr. Rusk, Coach, 店長, 牧さん.

import type { Language } from "../../../manga/language.ts";
import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { isChildrensPlay } from "./children-play.ts";
import type { Lexicon } from "./lexicon.ts";

type Age = Person["age"];

/** What is known of somebody's age, and what a story tells of them. */
export interface Aged {
  person: Person;
  /** Stated, or betrayed by a noun or a school. */
  told: Age | undefined;
  /** Only a noun like 少年 or boy, which is said of those of seventeen too. */
  vague: boolean;
  sentences: readonly string[];
  /** The unit that tells of them first. */
  first: number;
}

const SAME_AGE =
  /同じ(?:くらい|ぐらい)?の?(?:年|歳|年頃|年ごろ)(?![生組])|同い年|同年代|同級生|\b(?:(?:about|exactly|just)? ?(?:his|her|their) (?:own )?age|(?:of )?the same age|classmate)\b/iu;

const BARE = {
  en: /^\p{Lu}\p{Ll}+$/u,
  ja: /^(?:[\p{Script=Han}々]{1,3}|[ァ-ヴー]{2,5}|[ぁ-ん]{2,4})$/u,
} as const;

/** Surnames and titles are what grown people are called by. */
const GROWN = /(?:さん|先生|様|殿|氏)$|^(?:Mum|Mom|Mama|Dad|Papa|Mother|Father|Coach|Doctor|Chef|Officer)$/u;

/** The people, with the ages of those whose own nothing tells. */
export function withPeers(aged: readonly Aged[], language: Language): Person[] {
  const young = aged.find(({ told, vague }) => told !== undefined && !vague && isYoung(told))?.told;
  const about = aged[0];
  return aged.map((one) => {
    const { person, told, vague, sentences } = one;
    if (person.kind !== "human" || (told !== undefined && !vague)) return person;
    const other = aged.find((another) => another !== one && another.told !== undefined && !another.vague);
    if (other?.told && sentences.some((text) => SAME_AGE.test(text))) return { ...person, age: other.told };
    if (vague) return young === "teen" && about?.told === "teen" ? { ...person, age: "teen" } : person;
    if (KIN_TO.test(sentences.join(" ")) && isKinOfGrown(one, aged)) return { ...person, age: "adult" };
    return isYoung(about?.told) && !isSomebodysChild(about) && !isSeenChild(about) && isBare(person, language)
      ? { ...person, age: about?.told ?? person.age }
      : person;
  });
}

/** `her brother Milo`, after `She was forty`: as grown as whoever was told of last before. */
const KIN_TO = /\b(?:[Hh]is|[Hh]er) (?:[a-z]+ )?(?:brother|sister|cousin|husband|wife|friend)\b/u;
const NAMED = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u;

function isKinOfGrown({ first }: Aged, aged: readonly Aged[]): boolean {
  const [before] = aged
    .filter((one) => one.first < first && one.told !== undefined && !one.vague && NAMED.test(one.person.name))
    .toSorted((a, b) => b.first - a.first);
  return before?.told === "adult" || before?.told === "elder";
}

/** 息子の弥助: his father is no boy. */
const isSomebodysChild = (aged: Aged | undefined): boolean =>
  aged !== undefined && [aged.person.name, ...aged.person.aliases].some((name) => CHILD_OF.test(name));
const CHILD_OF = /^(?:息子|娘|孫|孫娘)$/u;

/** ナツ, who was only a 女の子 to those who met her: they are no children for that. */
const isSeenChild = (aged: Aged | undefined): boolean =>
  aged?.person.aliases.some((alias) => SEEN_CHILD.test(alias)) ?? false;
const SEEN_CHILD = /^(?:[男女]の子|子ども|子供|little (?:boy|girl)|child|kid)$/u;

const isYoung = (age: Age | undefined): boolean => age === "child" || age === "teen";

const isBare = ({ name, aliases }: Person, language: Language): boolean =>
  BARE[language].test(name) && ![name, ...aliases].some((one) => GROWN.test(one));

/** A class of a school for children, and what only such a school has. */
const PRIMARY =
  /小学校|[五六]年生|給食|[四五六]年[一二三四五]組|学芸会|\b(?:(?:primary|elementary|grade) school|school (?:play|nativity|sports day)|nativity play)\b/iu;

/** Whom children call, what they ride and play, where they learn: two of these, and those of whom nothing tells are children. */
const OF_CHILDHOOD: readonly RegExp[] = [
  /\b(?:[Mm]um|Mom|Mummy|Mommy|Daddy)\b|ママ|母ちゃん/u,
  /\b(?:skateboard|roller ?skates|tree ?house|hopscotch|marbles|pocket money)\b|ランドセル|鉄棒|ドッジボール|スケボー|秘密基地|虫(?:取り|とり)|お年玉|おこづかい/iu,
  /\b(?:tucked (?:him|her|them|me) (?:in|up)|bedtime story|teddy bear|lunch ?box|told off)\b|寝かしつけ/u,
  /\b(?:homework|playground|recess|school ?bag)\b|宿題|校庭|夏休み/iu,
];

/** Whoever has a coach with a name, and no contract, plays at school. */
const TEAM = /\bCoach \p{Lu}(?![\s\S]*\b(?:contract|league|professional|wife|husband|salary)\b)/u;
/** Words of whoever tells their own story: a wife and an office are a grown person's, a school of whoever says ぼく a child's. */
export function tellerAge({ units }: Story, name: string): Age | undefined {
  const text = units.map((unit) => unit.text).join("\n");
  if (
    /(?:^|[、。「\n　])(?:妻|夫|家内|女房|うちの娘|娘の[^年]|息子の|会社(?:の|を|で|に)|上司|残業|部下|課長|部長)/u.test(
      text,
    )
  )
    return "adult";
  if (name === "ぼく" && /学校|体操服|ランドセル|お?母さん|お?父さん|坊主|坊や|夏休み|先生/u.test(text))
    return "child";
  return undefined;
}

/** What only pupils have, beside the words of their age. */
const AT_SCHOOL =
  /授業|校庭|職員室|部室|部活|追試|(?:期末|中間|小)テスト|修学旅行|文化祭|体育祭|[一二三]年[一二三四五]組|音楽室|理科室|美術室|体育館|保健室|学級委員|黒板|クラス(?:の|で|メ)/gu;

/** Words of school, more than once, and often in a long story: those who are there are of its age. */
export function storyAge(story: Story, lexicon: Lexicon): Person["age"] {
  const text = story.units.map((unit) => unit.text).join("\n");
  if (
    PRIMARY.test(text) ||
    isChildrensPlay(story) ||
    OF_CHILDHOOD.filter((sign) => sign.test(text)).length >= 2
  )
    return "child";
  const teen = lexicon.ages.find(({ value }) => value === "teen");
  if (TEAM.test(text)) return "teen";
  const words = [...(teen ? (text.match(teen.when) ?? []) : []), ...(text.match(AT_SCHOOL) ?? [])];
  return words.length >= Math.max(2, story.units.length / 60) ? "teen" : "adult";
}

/** What only children do. */
const PLAYS =
  /\b(?:built|made|building|making) (?:a|the) (?:[a-z]+ )?(?:snowman|sandcastle|tree ?house|pillow fort)\b|\bteddy bear\b|\bhide[- ]and[- ]seek\b|\bkindergarten\b|雪だるまを作|砂場|砂の城|かくれんぼ|鬼ごっこ|ランドセル|ぬいぐるみ/iu;

export const playAge = (sentences: readonly string[]): Age | undefined =>
  sentences.some((text) => PLAYS.test(text)) ? "child" : undefined;
