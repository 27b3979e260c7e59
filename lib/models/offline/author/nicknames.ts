// Names that people of a story are only called by in speech: 「スミ……！ お前、帰ってきたのか」, "Not you again, Admiral."

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { callRoll } from "./mentions.ts";

const CALLED = {
  ja: /^([ァ-ヴー]{2,6})(?=…|、|！|!)/u,
  en: /(?:^(?!\p{Lu}\p{Ll}+,$)|[,.!?] )(\p{Lu}\p{Ll}{2,})(?=[,.!?]|$)/u,
} as const;

/** Cries and words that stand where a name would. */
const NO_NAME =
  /[ッー]$|ション$|^(?:キャー*|ウソ|エッ|ダメ|マジ|コラ|ホラ|ワーイ|ヤッタ|アッ|オイ|ネエ|ハイ|イヤ|バカ|ヨシ|Yes|No|Oh|Well|Please|Thank|Thanks|Sorry|Hello|Hey|Stop|Wait|Look|Listen|Come|Help|Now|Then|Here|There|Quickly|Again|Never|Good|Thief|Kraa|Run|Go|Mum|Mom|Dad|Sir|Madam|Careful|Hurry|Really|Fine|Right|Enough|Impossible|Goodbye|Maybe|Okay|Morning)$/u;

/** People whom the text knows by a noun, with the names that others call them by. */
export function withNicknames(
  people: readonly Person[],
  story: Story,
  isNoun: (person: Person) => boolean,
): Person[] {
  const roll = callRoll(people, story.language);
  const given = new Map<Person, string>();
  for (const [index, unit] of story.units.entries()) {
    const name = unit.kind === "speech" ? CALLED[story.language].exec(unit.text)?.[1] : undefined;
    if (!name || NO_NAME.test(name) || roll.named(name)) continue;
    const animal = lastActor(story.units.slice(Math.max(0, index - 4), index), roll);
    if (animal && isNoun(animal) && !given.has(animal)) given.set(animal, name);
  }
  const spoken = story.units.filter(({ kind }) => kind === "speech").map(({ text }) => text);
  return people.map((person) => {
    const names = [given.get(person), shortened(person, people, spoken)].flatMap((name) => name ?? []);
    return names.length > 0 ? { ...person, aliases: [...person.aliases, ...names] } : person;
  });
}

/** 熊さん for 熊吉: a name's first character with a word of respect, where it is nobody else's. */
function shortened(person: Person, people: readonly Person[], spoken: readonly string[]): string | undefined {
  const first = /^([\p{Script=Han}])\p{Script=Han}+$/u.exec(person.name)?.[1];
  if (!first || people.some((other) => other !== person && other.name.startsWith(first))) return undefined;
  const called = new RegExp(`(?<![\\p{Script=Han}])${first}(?:さん|ちゃん|やん|公)(?=[、。！？!?…]|$)`, "u");
  return spoken.map((text) => called.exec(text)?.[0]).find((name) => name !== undefined);
}

/** The animal or thing that was told of last, if nobody else was since. */
function lastActor(units: readonly StoryUnit[], roll: ReturnType<typeof callRoll>): Person | undefined {
  const told = units.filter(({ kind }) => kind === "narration");
  const acting = told.flatMap(({ text }) => roll.mentions(text).filter(({ subject }) => subject));
  const person = acting.findLast(({ person: { kind } }) => kind !== "human")?.person;
  return person;
}
