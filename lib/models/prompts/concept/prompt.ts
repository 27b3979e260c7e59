// The concept prompt: what the story is, who appears in it, how many pages it wants.
import * as z from "zod";
import { type Concept, ConceptSchema, PersonSchema } from "../../../manga/concept.ts";
import type { Story } from "../../../manga/story.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { DATA_RULE, fits, type WritingPrompt } from "../prompt.ts";

const AnswerSchema = ConceptSchema.omit({ language: true, people: true, wanted: true }).extend({
  people: z.array(PersonSchema.omit({ id: true })).max(24),
});
type Answer = z.infer<typeof AnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画の企画編集者です。物語を読み、漫画の企画をまとめます。
- people: 物語に登場する人や動物を、重要な順に。最初が主人公。name は物語での呼び名そのまま、aliases は物語が使う別の呼び名。notes はその人物について物語が述べている文の引用だけで、何も足さない。
- kind、age、gender は物語から分かることだけで決め、分からない gender は unknown。
- world: いつ、どこの話かを一文で。genre、themes、audience は短い語で。
- pages: 物語が必要とするページ数。一ページはおよそ五コマ、せりふは百五十字まで。brief.pages があればその数。
- title: brief.title があればそれ、なければ物語の題、なければ物語にふさわしい短い題。`,
  en: `You are a manga editor. Read the story and draw up the concept of its manga.
- people: the people and animals who appear, the most important first, the protagonist at the head. name is what the story calls them, aliases are other names it uses. notes are quotations of what the story says about them, with nothing added.
- Decide kind, age and gender only from the story; a gender that it does not tell is unknown.
- world: when and where it plays, in one sentence. genre, themes and audience are short terms.
- pages: as many pages as the story needs. A page has about five panels and at most three hundred letters of speech. If brief.pages is given, that number.
- title: brief.title if given, else the story's own, else a short fitting one.`,
} as const;

export const conceptPrompt: WritingPrompt<"concept", Answer> = {
  answer: AnswerSchema,
  maxOutputTokens: () => 8_192,
  compose({ story, brief }) {
    const { title, pages, genre } = brief;
    return {
      system: `${SYSTEM[story.language]}\n${DATA_RULE[story.language]}`,
      data: { task: "concept", brief: { title, pages, genre }, story },
    };
  },
  complete(answer, { story, brief }) {
    const { language } = story;
    const faults: string[] = [];
    const written = [answer.genre, answer.world, answer.audience, ...answer.themes].join(" ");
    if (!isInLanguage(written, language)) faults.push(WRONG_LANGUAGE[language]);
    const names = answer.people.map(({ name }) => name);
    for (const name of names) {
      if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`people: ${name} is there twice`);
    }
    const output: Concept = {
      ...answer,
      language,
      title: brief.title?.trim() || answer.title,
      genre: brief.genre?.trim() || answer.genre,
      people: answer.people.map((person, index) => ({ id: `c${index + 1}`, ...person })),
      pages: brief.pages ?? Math.min(answer.pages, mostPages(story)),
    };
    return fits(output, faults);
  },
};

/** No story wants more pages than a panel or two for each sentence would fill, whatever a model says: pages cost money. */
function mostPages({ units, language }: Story): number {
  const letters = units.reduce((sum, { text }) => sum + text.length, 0);
  const spoken = Math.ceil(letters / (language === "ja" ? 100 : 200));
  return Math.max(1, Math.min(100, Math.max(Math.ceil(units.length / 3), spoken)));
}
