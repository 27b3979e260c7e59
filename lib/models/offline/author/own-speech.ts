// What somebody's own lines betray of their age and sex, where the text says nothing of it: わし and じゃ of an old man, ぼく and 遠足 of a
// child, 俺 of a man, あたし of a woman.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { tellsAge } from "./ages.ts";
import { isRoleJa, traitsOfRole } from "./roles.ts";
import type { Speaker } from "./speakers.ts";
import { GROWN_TITLE } from "./titles-ja.ts";

const OLD =
  /(?:^|[、。！？…　])わし[はがもにのをと、]|じゃ(?:[よな]|ろう|から)?[。！？…]*$|のう[。！？]?$|わい[。！？]?$/u;

/** What children say of themselves and their days, each in another way. */
const CHILDISH: readonly RegExp[] = [
  /(?:^|[、。！？…　])(?:ぼく|あたし)(?:[はがもにのをと、]|$)/u,
  /もん[。！!…]*$|だい[！!]$|いーだ/u,
  /お?(?:父|母)(?:さん|ちゃん)(?=[がはもにのと])|(?:パパ|ママ)(?=[、がはもにのと]|$)/u,
  /宿題|遠足|ランドセル|給食|算数|国語|夏休み|先生に|秘密基地|ドッジボール|[大お]人だから|おとな(?:は|なの)/u,
  /(?:お(?:じ|ば)(?:い|あ)?(?:さん|ちゃん))(?=[、はもってが]|$)/u,
];

const MANS =
  /(?<!\p{Script=Han})(?:俺|おれ|僕|ぼく)(?=[はがもにのをと、]|$)|(?:かね|たまえ|だぞ|ぞ)[。！？]*$/u;
const WOMANS = /あたし|(?:わよ|だわ|わね|かしら|のよ)[。！？!?…]*$/u;

/** The people, with what their lines tell of those of whom nothing else does. */
export function betrayedBySpeech(
  people: readonly Person[],
  { units, language }: Story,
  speakers: ReadonlyMap<string, Speaker>,
): Person[] {
  if (language !== "ja") return [...people];
  return people.map((person) => {
    if (person.kind !== "human") return person;
    const lines = units
      .filter(({ id, kind }) => kind === "speech" && speakers.get(id)?.person?.name === person.name)
      .map(({ text }) => text);
    return { ...person, age: ageOf(person, lines) ?? person.age, gender: genderOf(person, lines) };
  });
}

/** Lines of which one alone is chance. */
const ENOUGH = 2;

function ageOf(person: Person, lines: readonly string[]): Person["age"] | undefined {
  if (person.age !== "adult" || tellsAge(person.notes) || isGrown(person)) return undefined;
  if (lines.filter((line) => OLD.test(line)).length >= ENOUGH) return "elder";
  const signs = CHILDISH.filter((sign) => lines.some((line) => sign.test(line)));
  return signs.length >= ENOUGH ? "child" : undefined;
}

/** A nurse, a teacher, a wife: whose age a word tells. */
const isGrown = ({ name, aliases }: Person): boolean =>
  [name, ...aliases].some(
    (one) =>
      (isRoleJa(one) && traitsOfRole(one).age !== undefined) ||
      GROWN_TITLE.test(one.startsWith(name) ? one.slice(name.length) : one),
  );

function genderOf({ gender }: Person, lines: readonly string[]): Person["gender"] {
  if (gender !== "unknown") return gender;
  const mans = lines.filter((line) => MANS.test(line)).length;
  const womans = lines.filter((line) => WOMANS.test(line)).length;
  if (mans >= ENOUGH && womans === 0) return "male";
  return womans >= ENOUGH && mans === 0 ? "female" : gender;
}
