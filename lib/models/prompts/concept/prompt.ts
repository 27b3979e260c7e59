// The concept prompt: the story's subject, its characters, and the wanted number of pages. One question for a story of any length.
import * as z from "zod";
import { type Concept, ConceptSchema, type Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { Story } from "../../../manga/story.ts";
import { storyPages } from "../../../manga/story-pages.ts";
import { styleOf } from "../../../manga/style-presets.ts";
import type { Completed, RepairCounter, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { withGiven } from "../given.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { openWord } from "../open-words.ts";
import { DATA_RULE } from "../prompt.ts";

const MOST_PEOPLE = 24;
/** UTF-16 units. */
const LONGEST_NAME = 60;
const LONGEST_TITLE = 255;

const AnsweredPersonSchema = z.object({
  name: z.string().min(1).max(LONGEST_NAME),
  aliases: z.array(z.string().min(1)),
  notes: z.string().describe("quotations about them, at most 120 characters"),
  // The first option is the default for an answer without a valid one.
  role: z.enum(["support", "protagonist", "partner", "opponent"]),
  kind: z.string().describe("what they are, an English noun: human, cat, camel, teapot"),
  age: z
    .string()
    .describe(
      "years where they are told: 72; else child, teen, adult or elder; unknown where nothing tells it",
    ),
  sex: z.enum(["unknown", "female", "male"]),
});
type AnsweredPerson = z.infer<typeof AnsweredPersonSchema>;

/** Characters come last: if the answer is truncated, only the least important are missing, which is acceptable. */
export const ConceptAnswerSchema = z.object({
  world: z.string().describe("one sentence"),
  genre: z.string(),
  themes: z.array(z.string().min(1)),
  mood: ConceptSchema.shape.mood,
  audience: z.string(),
  title: z.string(),
  pages: z.int().min(1).max(100).optional(),
  people: z.array(AnsweredPersonSchema).max(MOST_PEOPLE),
});
type Answer = z.infer<typeof ConceptAnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画の企画編集者です。物語を読み、漫画の企画をまとめます。
- world: いつ、どこの話かを一文で。genre、themes、audience は短い語で。
- title: brief.title があればそれ、なければ物語の題、なければ物語にふさわしい短い題。
- pages: 物語が必要とするページ数。一ページはおよそ五コマ、せりふは百五十字まで。brief.pages があればその数。
- people: 物語に登場する人や動物、意志をもつ物を、重要な順に、多くて二十四人。最初が主人公。name は物語での呼び名そのまま、aliases は物語が使う別の呼び名。notes はその人物について物語が述べている文の引用だけで、何も足さず、百二十字まで。
- kind、age、sex は物語から分かることだけで決め、分からないものは unknown。kind と age は英語の短い語で。`,
  en: `You are a manga editor. Read the story and draw up the concept of its manga.
- world: when and where it plays, in one sentence. genre, themes and audience are short terms.
- title: brief.title if given, else the story's own, else a short fitting one.
- pages: as many pages as the story needs. A page has about five panels and at most three hundred letters of speech. If brief.pages is given, that number.
- people: the people, animals and things with a will who appear, the most important first, the protagonist at the head, twenty-four at most. name is what the story calls them, aliases are other names it uses. notes are quotations of what the story says about them, with nothing added, at most 120 characters.
- Decide kind, age and sex only from the story; what it does not tell is unknown. kind and age are short English words.`,
} as const;

export function conceptQuestion({
  story,
  brief,
  given,
}: ReadingInputs["concept"]): TextQuestion<Answer, Concept> {
  const { language } = story;
  const { title, pages, genre, seed } = brief;
  return {
    ...{ name: "the concept", task: "concept", language, seed },
    answer: ConceptAnswerSchema,
    maxOutputTokens: 4_096,
    prompt: withGiven(
      {
        system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
        data: { task: "concept", brief: { title, pages, genre }, story },
      },
      given && { people: given.people },
      language,
    ),
    complete: (answer, repairs) => complete(answer, repairs, { story, brief }),
  };
}

export const UNNAMED_GENRE: Record<Language, string> = { ja: "ドラマ", en: "drama" };

function complete(
  answer: Answer,
  repairs: RepairCounter,
  { story, brief }: ReadingInputs["concept"],
): Completed<Concept> {
  const { language } = story;
  const written = [answer.genre, answer.world, answer.audience, ...answer.themes].join(" ");
  if (!isInLanguage(written, language)) return { kind: "unusable", faults: [WRONG_LANGUAGE[language]] };
  const [most, wanted] = [storyPages(story, "half"), brief.pages ?? answer.pages];
  if (brief.pages === undefined && (wanted === undefined || wanted > most)) {
    repairs.count("number of pages out of proportion");
  }
  const output: Concept = {
    ...{ language, mood: answer.mood, world: answer.world, audience: answer.audience },
    themes: answer.themes,
    title: orElse(brief.title, answer.title, () => titleOf(story)).slice(0, LONGEST_TITLE),
    genre: orElse(brief.genre, answer.genre, () => UNNAMED_GENRE[language]),
    people: mergedByName(answer.people, repairs).map((person, index) => ({
      ...{ id: `c${index + 1}`, ...person },
      ...plainKind(person),
    })),
    pages: brief.pages ?? Math.min(wanted ?? most, most),
    style: styleOf(brief.style, brief.artDirection),
  };
  return { kind: "whole", output };
}

/** The user's own words, else the model's, else a value that code computes. */
function orElse(own: string | undefined, answered: string, known: () => string): string {
  return own?.trim() || answered.trim() || known();
}

/** The story's heading, or its beginning. */
export function titleOf({ title, units }: Story): string {
  return title ?? units[0]?.text.slice(0, 20) ?? "";
}

/** Words for a human being that also imply an age or a sex. Code recognises humans by the kind `human` (`isHuman`). */
const HUMANS: ReadonlyMap<string, Partial<Pick<Person, "age" | "sex">>> = new Map([
  ...["human", "human being", "person", "人", "人間"].map((word) => [word, {}] as const),
  ...["man", "gentleman", "male"].map((word) => [word, { age: "adult", sex: "male" }] as const),
  ...["woman", "lady", "female"].map((word) => [word, { age: "adult", sex: "female" }] as const),
  ["boy", { age: "child", sex: "male" }],
  ["girl", { age: "child", sex: "female" }],
  ["child", { age: "child" }],
  ["baby", { age: "baby" }],
]);

/** Kind, age and sex in the answer's words. `a girl` becomes a human, and a child where the answer gives no age. */
export function plainKind({ kind, age, sex }: Pick<Person, "kind" | "age" | "sex">) {
  const word = (openWord(kind) ?? "human").toLowerCase().replace(/^an? (?=\S)/u, "");
  const human = HUMANS.get(word);
  return {
    kind: human === undefined ? word : "human",
    age: openWord(age)?.toLowerCase() ?? human?.age ?? "unknown",
    sex: sex === "unknown" ? (human?.sex ?? sex) : sex,
  };
}

/** Merges characters with the same name, with the other names and notes of both. */
function mergedByName(people: readonly AnsweredPerson[], repairs: RepairCounter): AnsweredPerson[] {
  const byName = new Map<string, AnsweredPerson>();
  for (const person of people) {
    const key = keyOf(person.name);
    if (key === "") continue;
    const first = byName.get(key);
    if (first !== undefined) repairs.count("a person listed twice");
    byName.set(key, first === undefined ? person : merged(first, person));
  }
  return [...byName.values()].map(({ name, aliases, ...person }) => ({
    name: name.trim(),
    aliases: [...new Set(aliases)].filter((alias) => !["", keyOf(name)].includes(keyOf(alias))),
    ...person,
  }));
}

function merged(first: AnsweredPerson, second: AnsweredPerson): AnsweredPerson {
  const notes = first.notes.includes(second.notes) ? first.notes : `${first.notes} ${second.notes}`.trim();
  return { ...first, aliases: [...first.aliases, ...second.aliases], notes };
}

const keyOf = (name: string) => name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
