// Looks of characters by a small model: one question for each of the most important ones, with the passages that name them.
import * as z from "zod";
import type { Cast, Character } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import type { Story } from "../../../manga/story.ts";
import type { Asker, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { designOf, plain } from "../characters/characters.ts";
import { clipped } from "../open-words.ts";
import { DATA_RULE } from "../prompt.ts";

/** Most characters with a question; all others get a design by code. */
const MOST_ASKED = 12;
const PASSAGES = { most: 16, letters: 200 } as const;

export const SmallLooksSchema = z.object({
  face: z.string(),
  eyes: z.string(),
  hair: z.string().describe("style and colour; of an animal its coat"),
  beard: z.string().describe("none if none"),
  build: z.string().describe("small, slim, average or broad"),
  height: z.string().describe("short, average or tall"),
  marks: z.string().describe("scars, spots and the like, parted by commas; empty if none"),
  clothes: z.string().describe("each piece with its colour, parted by commas"),
  accessories: z.string().describe("glasses, ear rings and the like, parted by commas; empty if none"),
  description: z.string().describe("their look in one sentence of the story's language"),
});
type LooksAnswer = z.infer<typeof SmallLooksSchema>;

const SYSTEM = {
  ja: `漫画の登場人物 person の見た目を決めてください。passages は物語の文です。
- 文に書かれた見た目は必ず守る。書かれていないことは、年齢と時代に合わせて選ぶ。
- taken は、ほかの人の髪と服。それとは違うものにする。
- 各項目は短い英語で。description だけ日本語の一文。
- 十八歳未満は、体つきについて書かない。だれのことも性的に書かない。`,
  en: `Decide how person, a character of a manga, looks. passages are sentences of the story.
- Keep what the text says about their looks. Choose the rest to fit their age and time.
- taken are the hair and clothes of others: choose differently.
- Each field is a few English words; description is one sentence.
- Of anybody under 18 say nothing of the body. Sexualise nobody.`,
} as const;

/** Throws as `Asker` does. Characters are asked about one after another, so that each looks different from the earlier ones. */
export async function smallCharacters(input: ReadingInputs["characters"], asker: Asker): Promise<Cast> {
  const characters: Character[] = [];
  const taken: string[] = [];
  for (const [at, person] of input.concept.people.entries()) {
    if (at >= MOST_ASKED) {
      characters.push(plain(person, input));
      continue;
    }
    const answer = await asker.ask(question(input, person, taken));
    taken.push(clipped(`${answer.hair}; ${answer.clothes}`, 120));
    const { clothes, ...looks } = answer;
    const whole = {
      ...looks,
      id: person.id,
      outfits: [{ worn: clothes, from: "", to: "" }],
      constant: "",
      words: "",
    };
    characters.push(designOf(person, whole, { input, repairs: { count: () => undefined } }));
  }
  return { characters };
}

function question(
  { story, concept, brief }: ReadingInputs["characters"],
  person: Person,
  taken: readonly string[],
): TextQuestion<LooksAnswer, LooksAnswer> {
  const { language } = story;
  const { name, kind, age, sex, notes } = person;
  return {
    ...{ name: `the looks of ${name}`, task: "characters", language, seed: brief.seed },
    answer: SmallLooksSchema,
    maxOutputTokens: 700,
    prompt: {
      system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: {
        task: "small-looks",
        world: concept.world,
        person: { name, kind, age, sex, notes: clipped(notes, 300) },
        passages: passagesOf(person, story),
        taken: [...taken],
      },
    },
    complete: (answer) => ({ kind: "whole", output: answer }),
  };
}

function passagesOf({ name, aliases }: Person, { units }: Story): string[] {
  const names = [name, ...aliases];
  return units
    .filter(({ kind, text }) => kind === "narration" && names.some((one) => text.includes(one)))
    .slice(0, PASSAGES.most)
    .map(({ text }) => clipped(text, PASSAGES.letters));
}
