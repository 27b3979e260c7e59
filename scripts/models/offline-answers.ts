// What the local model server answers to Mekuri's own prompts: the offline author reads the data that the prompt carries and does
// the same task, so that a whole book can be made by way of a hosted model's protocol without a hosted model.
import * as z from "zod";
import type { ModelServerOptions } from "../../emulators/models/server.ts";
import { CharacterDesignSchema } from "../../lib/manga/cast.ts";
import { type Concept, ConceptSchema } from "../../lib/manga/concept.ts";
import { DirectionSchema, type Language, LanguageSchema } from "../../lib/manga/language.ts";
import { BeatSchema, SceneSchema } from "../../lib/manga/plot.ts";
import { type Story, StorySchema } from "../../lib/manga/story.ts";
import { offlineAuthor } from "../../lib/models/offline/author/author.ts";
import type { Brief } from "../../lib/models/writer.ts";

type Answerer = NonNullable<ModelServerOptions["answer"]>;
type Question = Parameters<Answerer>[0];

const BriefSchema = z.object({
  title: z.string().optional(),
  pages: z.int().optional(),
  genre: z.string().optional(),
});

const DataSchema = z.discriminatedUnion("task", [
  z.object({ task: z.literal("concept"), brief: BriefSchema, story: StorySchema }),
  z.object({ task: z.literal("characters"), concept: ConceptSchema, story: StorySchema }),
  z.object({ task: z.literal("plot"), concept: ConceptSchema, story: StorySchema }),
  z.object({
    task: z.literal("storyboard"),
    page: z.int(),
    direction: DirectionSchema,
    people: z.array(CharacterDesignSchema.pick({ id: true, name: true }).extend({ look: z.string() })),
    scenes: z.array(SceneSchema),
    beats: z.array(BeatSchema),
  }),
  z.object({
    task: z.literal("translation"),
    to: LanguageSchema,
    texts: z.array(z.object({ id: z.string(), kind: z.string() })),
  }),
  z.object({ task: z.literal("look"), people: z.array(z.object({ id: z.string() })) }),
]);
type Data = z.infer<typeof DataSchema>;

const signal = new AbortController().signal;

/** Undefined for prompts that are not Mekuri's. */
export function offlineAnswers(): Answerer {
  const author = offlineAuthor();
  return async (question) => {
    const data = dataOf(question);
    if (data === undefined) return undefined;
    if (data.task === "look") return look(data, question);
    if (data.task === "translation") return translate(data);
    const brief: Brief = { direction: "rtl", style: "manga", seed: 0 };
    switch (data.task) {
      case "concept": {
        const input = { story: data.story, brief: { ...brief, ...data.brief } };
        return (await author.write("concept", input, signal)).output;
      }
      case "characters":
      case "plot": {
        const { concept, story } = data;
        return (await author.write(data.task, { story, brief, concept }, signal)).output;
      }
      case "storyboard":
        return storyboard(author, data, brief);
    }
  };
}

function dataOf({ texts }: Question): Data | undefined {
  const json = texts.flatMap((text) => /^<data>\n(.*)\n<\/data>$/s.exec(text)?.[1] ?? [])[0];
  return json === undefined ? undefined : DataSchema.parse(JSON.parse(json));
}

/** The page alone: its scenes, its beats, and people of whom only the names matter here. */
async function storyboard(
  author: ReturnType<typeof offlineAuthor>,
  { page, direction, scenes, beats }: Extract<Data, { task: "storyboard" }>,
  brief: Brief,
): Promise<unknown> {
  const text = beats.flatMap(({ lines, action }) => [...lines.map((line) => line.text), action]).join("");
  const language: Language = /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? "ja" : "en";
  const concept: Concept = {
    ...{ title: "-", language, genre: "-", themes: [], mood: "neutral", world: "", audience: "" },
    ...{ people: [], pages: page },
  };
  const plot = { scenes, pages: [{ number: page, spread: false, hook: false, beats }], leftOut: [] };
  const story: Story = {
    language,
    units: [{ id: "u0001", kind: "narration", text: "-", ruby: [], paragraph: 0 }],
  };
  const input = { story, brief: { ...brief, direction }, concept, cast: { characters: [] }, plot, page };
  return (await author.write("storyboard", input, signal)).output;
}

/** No program here knows two languages: the answer has the right one, and says what it stands for. */
function translate({ to, texts }: Extract<Data, { task: "translation" }>): unknown {
  const place = (id: string) => id.replace("/", " ");
  const sound = { ja: "ザワ", en: "FWOOSH" }[to];
  return {
    texts: texts.map(({ id, kind }) => {
      if (kind === "sound") return { id, text: sound };
      return {
        id,
        text: to === "ja" ? `ここに${place(id)}の訳文が入ります。` : `Here is the text of ${place(id)}.`,
      };
    }),
  };
}

/** Where the server itself drew heads, the people are, from left to right. */
function look({ people }: Extract<Data, { task: "look" }>, { pictures }: Question): unknown {
  const heads = pictures[0]?.heads ?? [];
  const faces = people.flatMap(({ id }, index) => {
    const box = heads[index];
    if (box === undefined) return [];
    const [top, left, bottom, right] = box;
    const mouth = [Math.round(top + (bottom - top) * 0.78), Math.round((left + right) / 2)];
    return [{ character: id, box, mouth }];
  });
  return { faces, keep: [], letters: false };
}
