// The concept by a small model: the characters, part by part of the story; then genre and mood from its beginning and end. Code merges the
// characters, orders them, and computes the number of pages.
import * as z from "zod";
import type { Concept, Person } from "../../../manga/concept.ts";
import { MoodSchema } from "../../../manga/staging.ts";
import type { Story } from "../../../manga/story.ts";
import { storyPages } from "../../../manga/story-pages.ts";
import { styleOf } from "../../../manga/style-presets.ts";
import type { Asker, Completed, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { plainKind, titleOf, UNNAMED_GENRE } from "../concept/prompt.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { clipped } from "../open-words.ts";
import { DATA_RULE } from "../prompt.ts";
import type { Range } from "../story-parts.ts";
import { cutFault, ECHO, smallParts, smallRow, tokensOf } from "./units.ts";

const UNITS = 40;
const MOST_PEOPLE = 24;
const MOST_NOTES = 240;
const LONGEST = { name: 60, title: 255 } as const;
/** Tokens of the story's beginning, and of its end, for the question on its genre. */
const EXCERPT_TOKENS = 1_400;

export const SmallPeopleSchema = z.object({
  ...ECHO,
  people: z.array(
    z.object({
      name: z.string().describe("as the text calls them"),
      also: z.string().describe("other names for them in the text, parted by commas; empty if none"),
      kind: z.string().describe("English noun: human, cat, camel, teapot"),
      sex: z.enum(["unknown", "female", "male"]),
      age: z.string().describe("years if told, else child, teen, adult or elder; unknown if not told"),
      notes: z.string().describe("what the text says of their looks, quoted; empty if nothing"),
    }),
  ),
});
type PeopleAnswer = z.infer<typeof SmallPeopleSchema>;

export const SmallBookSchema = z.object({
  title: z.string(),
  genre: z.string(),
  theme: z.string(),
  mood: MoodSchema,
  world: z.string().describe("when and where it plays, one sentence"),
  audience: z.string(),
  protagonist: z.string().describe("the name of the main character, from people"),
});
type BookAnswer = z.infer<typeof SmallBookSchema>;

const PEOPLE_SYSTEM = {
  ja: `物語の一部（units、一つずつ [id, 文]）に出てくる人、動物、心をもつ物を書き出してください。
- name は文中の呼び名のまま。同じ人は一度だけ。名前がなければ「老人」「少年」のような呼び名で。
- 話に出るだけの人、たとえに使われる人は書かない。
- kind は英語の名詞、age は英語の一語か年齢。分からないものは unknown。
- first と last は units の最初と最後の id を写す。`,
  en: `List the people, animals and things with a will that appear in this part of a story (units, each [id, text]).
- name is what the text calls them. Each once. Without a name, use what the text calls them: the old man, the boy.
- Leave out whoever is only talked of, or only stands in a comparison.
- What the text does not tell is unknown.
- Copy the first and the last id of units into first and last.`,
} as const;

const BOOK_SYSTEM = {
  ja: "物語の始まり（beginning）と終わり（end）から、どんな物語かを短い日本語で答えてください。world は、いつ、どこの話かを一文で。",
  en: "Say in a few words what kind of story this is, from its beginning and its end. world: when and where it plays, in one sentence.",
} as const;

/** Throws as `Asker` does. */
export async function smallConcept(input: ReadingInputs["concept"], asker: Asker): Promise<Concept> {
  const { units } = input.story;
  const parts = smallParts(
    units,
    { from: 0, to: units.length },
    { most: UNITS, language: input.story.language },
  );
  const found = await asker.askAll(
    parts.map((part, at) => peopleQuestion(input, part, `${at + 1} of ${parts.length}`)),
  );
  const people = joined(found.flat());
  const book = await asker.ask(bookQuestion(input, people));
  return conceptOf(input, people, book);
}

type FoundPerson = PeopleAnswer["people"][number];

function peopleQuestion(
  { story, brief }: ReadingInputs["concept"],
  { from, to }: Range,
  part: string,
): TextQuestion<PeopleAnswer, FoundPerson[]> {
  const { language } = story;
  const rows = story.units.slice(from, to).map((unit) => smallRow(unit, language));
  return {
    ...{ name: `the people of part ${part}`, task: "concept", language, seed: brief.seed },
    answer: SmallPeopleSchema,
    maxOutputTokens: 1_500,
    prompt: {
      system: `${PEOPLE_SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: { task: "small-people", units: rows },
    },
    complete(answer): Completed<FoundPerson[]> {
      const fault = cutFault(answer, rows);
      return fault === undefined
        ? { kind: "whole", output: answer.people }
        : { kind: "unusable", faults: [fault] };
    },
  };
}

const keyOf = (name: string) =>
  name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an?) /u, "")
    .replaceAll(/\s+/gu, " ");

interface Joined extends FoundPerson {
  names: Set<string>;
  /** Number of parts in which the character was found. */
  parts: number;
}

/** Merges characters with a common name, because each part may know other facts about them. The most frequent come first. */
function joined(found: readonly FoundPerson[]): Joined[] {
  const byKey = new Map<string, Joined>();
  const people: Joined[] = [];
  for (const person of found) {
    const name = clipped(person.name, LONGEST.name);
    if (keyOf(name) === "") continue;
    const names = [name, ...person.also.split(/[,、，]/u).map((one) => clipped(one, LONGEST.name))].filter(
      (one) => keyOf(one) !== "",
    );
    // Only names merge, not aliases: "the man" may be another character in another part.
    const known = byKey.get(keyOf(name));
    if (known === undefined) {
      const one = { ...person, name, names: new Set(names), parts: 1 };
      people.push(one);
      byKey.set(keyOf(name), one);
      continue;
    }
    for (const one of names) known.names.add(one);
    known.parts += 1;
    if (known.sex === "unknown") known.sex = person.sex;
    if (isUnknown(known.age)) known.age = person.age;
    if (!known.notes.includes(person.notes)) known.notes = `${known.notes} ${person.notes}`.trim();
  }
  return people.toSorted((a, b) => b.parts - a.parts).slice(0, MOST_PEOPLE);
}

const isUnknown = (text: string) => /^(?:unknown|不明)?$/iu.test(text.trim());

function bookQuestion(
  { story, brief }: ReadingInputs["concept"],
  people: readonly Joined[],
): TextQuestion<BookAnswer, BookAnswer> {
  const { language } = story;
  return {
    ...{ name: "the kind of story", task: "concept", language, seed: brief.seed },
    answer: SmallBookSchema,
    maxOutputTokens: 600,
    prompt: {
      system: `${BOOK_SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: {
        task: "small-book",
        people: people.map(({ name }) => name),
        beginning: excerpt(story, "beginning"),
        end: excerpt(story, "end"),
      },
    },
    complete: (answer) =>
      isInLanguage(`${answer.genre} ${answer.world}`, language)
        ? { kind: "whole", output: answer }
        : { kind: "unusable", faults: [WRONG_LANGUAGE[language]] },
  };
}

/** Whole units up to the limit. */
function excerpt({ units, language }: Story, which: "beginning" | "end"): string {
  const taken: string[] = [];
  let tokens = 0;
  for (const { text } of which === "beginning" ? units : units.toReversed()) {
    tokens += tokensOf(text, language);
    if (tokens > EXCERPT_TOKENS && taken.length > 0) break;
    taken.push(clipped(text, 1_000));
  }
  return (which === "beginning" ? taken : taken.toReversed()).join(language === "ja" ? "" : " ");
}

function conceptOf(
  { story, brief }: ReadingInputs["concept"],
  found: readonly Joined[],
  book: BookAnswer,
): Concept {
  const { language } = story;
  const most = storyPages(story, "half");
  const isMain = ({ names }: Joined) => [...names].some((name) => keyOf(name) === keyOf(book.protagonist));
  const ordered = [...found.filter(isMain), ...found.filter((person) => !isMain(person))];
  return {
    ...{ language, mood: book.mood, world: clipped(book.world), audience: clipped(book.audience, 120) },
    themes: [clipped(book.theme, 120)].filter((theme) => theme !== ""),
    title: (brief.title?.trim() || story.title || book.title.trim() || titleOf(story)).slice(
      0,
      LONGEST.title,
    ),
    genre: brief.genre?.trim() || clipped(book.genre, 60) || UNNAMED_GENRE[language],
    people: ordered.map((person, at) => personOf(person, at)),
    pages: brief.pages ?? most,
    style: styleOf(brief.style, brief.artDirection),
  };
}

function personOf({ name, names, notes, kind, sex, age }: Joined, at: number): Person {
  return {
    ...{ id: `c${at + 1}`, name },
    aliases: [...names].filter((one) => keyOf(one) !== keyOf(name)),
    role: at === 0 ? "protagonist" : "support",
    notes: clipped(notes, MOST_NOTES),
    ...plainKind({ kind, age, sex }),
  };
}
