// What tells how old somebody is without a number: a school and its class, white hair, a pension, grandchildren, a husband.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { ageIn, type Naming, ownPart, tellsAge } from "./ages.ts";
import { genderOfName } from "./given-names.ts";
import type { Speaker } from "./speakers.ts";

type Age = Person["age"];

/** Words about somebody, surest first. */
const HINTS: readonly (readonly [RegExp, Age])[] = [
  [
    /小学(?!校の先生)|小[一二三四五六1-6](?=の|で|、)|[五六]年生|[園学]児|幼稚園児|ランドセル|幼い|まだ子ども|\b(?:(?:first|second|third|fourth|fifth)[- ]grade(?:r|s)?|(?:primary|elementary|nursery|infant)[- ]school(?:er)?|kindergarten(?:er)?|year (?:one|two|three|four|five|six)|toddler|(?:little|kid|baby) (?:brother|sister)|(?:fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) birthday|missing (?:a |two |his |her )?(?:front )?(?:tooth|teeth))\b/iu,
    "child",
  ],
  [
    /中学生|中学[一二三]年|中[一二三](?=の|で|、)|高校生|高校[一二三]年|高[一二三](?=の|で|、)|受験生|部活|セーラー服|学ラン|ブレザー|\b(?:high[- ]school(?:er)?|schoolgirl|schoolboy|teen-?aged?r?|sophomore|freshman|sixth[- ]former|first-year|(?:seventh|eighth|ninth|tenth|eleventh|twelfth)[- ]grader?|(?:thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth) birthday)\b/iu,
    "teen",
  ],
  [
    /白髪|白い(?:髭|ひげ|眉)|ごま塩|[皺しわ]だらけ|腰の?が?曲が|(?<!松葉)杖をつ|定年退職|定年を(?:迎え|過ぎ)|隠居|年金|曾?孫[のをがにと]|祖[父母](?:だ|で、)|結婚して(?:もう)?[三四五六]十|\b(?:(?:gr[ae]y|white|silver)[- ]haired|(?:hair|beard|moustache|eyebrows) (?:was|were|had gone|had turned|gone|as) (?:all |quite |already |as )?(?:white|gr[ae]y|silver)|(?:white|gr[ae]y) (?:hair|beard|moustache|whiskers|plait|bun)|wrinkled|stooped|walking stick|retired|pension(?:er)?|great-aunt|great-uncle|widower|(?:his|her) grand(?:son|daughter|child|children))\b/iu,
    "elder",
  ],
  [
    /大学生|入社|新入社員|大学の?[一二三四]年|大学院|会社員|サラリーマン|社員|新婚|定年まで|(?:妻|夫)[がをと]|\b(?:university|college student|divorced|married|widow|(?:his|her) (?:wife|husband|(?:own )?(?:children|kids|son|daughter))|pregnant|mortgage|colleagues?)\b/iu,
    "adult",
  ],
];

/** The age that the words about somebody suggest; the surest hint of the first sentence that has one. */
export function hintedAge(sentences: readonly string[], naming: Naming): Age | undefined {
  for (const sentence of sentences) {
    // 孫のケン is no grandparent, but who comes after the word.
    const part = naming.names.reduce(
      (told, name) => told.replaceAll(`孫の${name}`, name),
      ownPart(sentence, naming),
    );
    const age = HINTS.find(([when]) => when.test(part))?.[1];
    if (age) return age;
  }
  return undefined;
}

/** Lines that call somebody by what an old person is called in a family. */
const CALLS_OLD =
  /(?:^|[、。！？!?…　])お?(?:じい|ばあ|爺|婆)(?:ちゃん|さん|様|ば)?(?=[、。！？!?…]|$)|(?:^|[,.!?…] )(?:grandpa|grandad|granddad|grandfather|gramps|grandma|granny|nana|gran|grandmother)(?=[,.!?…]|$)/iu;

const isSexTold = ({ name, aliases }: Person): boolean =>
  [name, ...aliases].some(
    (one) => genderOfName(one) !== undefined || /[父母兄姉弟妹夫妻男女]|じい|ばあ|おじ|おば/u.test(one),
  );

const genderOfKin = (called: string): Person["gender"] =>
  /ばあ|婆|gran(?:d?ma|ny|dmother)?$|nana/iu.test(called) ? "female" : "male";

/** What only somebody says who is not young any more. */
const SAYS_OLD = {
  ja: /(?:この|わしの)(?:歳|年)(?:で|に|だ)|年寄りに|もう(?:歳|年)(?:だ|です|なの)|うちの孫/u,
  en: /\bI(?: am|['’]m) (?:(?:far|much|way|getting|a bit) )?too old\b|\bI(?: am|['’]m) (?:only |just )?an old (?:man|woman|lady)\b|\bmy grand(?:son|daughter|child)|\bmy (?:daughter|son) is (?:getting married|expecting)|\bat my age\b/iu,
} as const;

/** Grown people whose age nothing tells but what they say themselves. */
export function agedByWords(
  people: readonly Person[],
  story: Story,
  speakers: ReadonlyMap<string, Speaker>,
): Person[] {
  const sure = (id: string | undefined) => {
    const speaker = speakers.get(id ?? "");
    return speaker?.person && !speaker.guessed ? [speaker.person.name] : [];
  };
  const lines = story.units.filter(({ kind }) => kind === "speech");
  // Whoever is called Grandma, and answers, is an old woman, whatever the name sounds like.
  const kin = new Map(
    lines.flatMap(({ text }, index) => {
      const called = CALLS_OLD.exec(text)?.[0];
      return called ? sure(lines[index + 1]?.id).map((name) => [name, genderOfKin(called)] as const) : [];
    }),
  );
  const old = new Set([
    ...kin.keys(),
    ...lines.flatMap(({ id, text }) => (SAYS_OLD[story.language].test(text) ? sure(id) : [])),
  ]);
  const years = toldInTalk(lines, speakers);
  return people.map((person) => {
    if (person.kind !== "human" || tellsAge(person.notes)) return person;
    const told = years.get(person.name);
    if (told) return { ...person, age: told };
    const isOld = person.age === "elder" || (person.age === "adult" && old.has(person.name));
    if (!isOld) return person;
    const gender = isSexTold(person) ? undefined : kin.get(person.name);
    return { ...person, age: "elder" as const, gender: gender ?? person.gender };
  });
}

/** "There, boy." */
const CALLS_BOY = /(?:^|, )(?:boy|lad|lass|sonny|little one|kiddo)[.,!?]/iu;
const YOU_ARE = /\byou(?:['’]re| are) (?:only |just |barely )?[a-z]+(?:-[a-z]+)?(?=[.!]|$| years old)/iu;

/** "That's not how it works." "You're eight.": of whoever spoke before. */
function toldInTalk(lines: Story["units"], speakers: ReadonlyMap<string, Speaker>): Map<string, Age> {
  const who = (id: string | undefined) => speakers.get(id ?? "")?.person?.name;
  return new Map(
    lines.flatMap(({ id, text }, index) => {
      const next = lines[index + 1];
      const near = next && next.paragraph - (lines[index]?.paragraph ?? 0) <= 2 ? who(next.id) : undefined;
      if (CALLS_BOY.test(text) && near && near !== who(id)) return [[near, "child"] as const];
      const said = YOU_ARE.exec(text)?.[0];
      const age = said && ageIn(said.replace(/^you(?:['’]re| are)/iu, "is"));
      const before = lines.slice(Math.max(0, index - 3), index).findLast((one) => who(one.id) !== who(id));
      const name = who(before?.id);
      return age && name ? [[name, age] as const] : [];
    }),
  );
}
