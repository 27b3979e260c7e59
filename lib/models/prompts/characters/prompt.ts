// The characters prompt: how each person looks, in the words of the design schema, so that every picture shows the same person.
import * as z from "zod";
import { type CharacterDesign, CharacterDesignSchema } from "../../../manga/cast.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { DATA_RULE, fits, type WritingPrompt } from "../prompt.ts";

const LOOKS = 10_000;

const AnswerSchema = z.object({
  characters: z.array(
    CharacterDesignSchema.pick({
      id: true,
      build: true,
      hair: true,
      beard: true,
      glasses: true,
      clothes: true,
      description: true,
    }),
  ),
});
type Answer = z.infer<typeof AnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画のキャラクターデザイナーです。concept.people の全員の見た目を決めます。
- 物語や notes に書かれた見た目は必ず守る。書かれていないことは、性格と時代に合うように選ぶ。
- 小さなコマでも見分けられるように、髪型、髪の色の濃さ、服、体つきを人物ごとに変える。主人公がいちばん目立つように。
- 動物や幽霊も同じ項目で（hair.fill は毛の色の濃さ）。
- description は見た目だけを一文で。id は concept.people のもの。`,
  en: `You are a manga character designer. Decide how everybody in concept.people looks.
- Keep whatever the story or the notes say about their looks. Choose the rest to fit their nature and their time.
- Let hair, the darkness of hair, clothes and build differ from person to person, so that they are told apart in small panels; the protagonist stands out most.
- Animals and ghosts take the same fields (hair.fill is how dark the fur is).
- description is their look alone, in one sentence. id is that of concept.people.`,
} as const;

export const charactersPrompt: WritingPrompt<"characters", Answer> = {
  answer: AnswerSchema,
  maxOutputTokens: ({ concept }) => 1_024 + 512 * concept.people.length,
  compose({ story, concept }) {
    return {
      system: `${SYSTEM[story.language]}\n${DATA_RULE[story.language]}`,
      data: { task: "characters", concept, story },
    };
  },
  complete({ characters }, { story, brief, concept }) {
    const faults: string[] = [];
    const known = new Set(concept.people.map(({ id }) => id));
    for (const { id, description } of characters) {
      if (!known.has(id)) faults.push(`characters: there is no ${id} in concept.people`);
      if (!isInLanguage(description, story.language)) faults.push(WRONG_LANGUAGE[story.language]);
    }
    const designs = concept.people.flatMap(({ id, name, kind, age, gender }): CharacterDesign[] => {
      const [design, second] = characters.filter((one) => one.id === id);
      if (design === undefined) faults.push(`characters: ${id} (${name}) is missing`);
      if (second !== undefined) faults.push(`characters: ${id} is there twice`);
      if (design === undefined) return [];
      return [{ ...design, name, kind, age, gender, look: deriveSeed(brief.seed, "look", id) % LOOKS }];
    });
    return fits({ characters: designs }, faults);
  },
};
