// What the local model server answers to Mekuri's own prompts: the offline reader reads the data that the prompt carries and does
// the same task, so that a whole book can be made by way of a hosted model's protocol without a hosted model.
import * as z from "zod";
import type { ModelServerOptions } from "../../emulators/models/server.ts";
import { LanguageSchema } from "../../lib/manga/language.ts";
import { StorySchema } from "../../lib/manga/story.ts";
import { offlineReader } from "../../lib/models/offline/reader/offline-reader.ts";
import {
  BeatsDataSchema,
  BRIEF,
  beatsAnswer,
  CharactersDataSchema,
  charactersAnswer,
  PlanDataSchema,
  planAnswer,
} from "./offline-staging.ts";
import { plainPanels, StoryboardDataSchema } from "./plain-director.ts";

type Answerer = NonNullable<ModelServerOptions["answer"]>;
type Question = Parameters<Answerer>[0];

const BriefSchema = z.object({
  title: z.string().optional(),
  pages: z.int().optional(),
  genre: z.string().optional(),
});

const DataSchema = z.discriminatedUnion("task", [
  z.object({ task: z.literal("concept"), brief: BriefSchema, story: StorySchema }),
  CharactersDataSchema,
  PlanDataSchema,
  BeatsDataSchema,
  StoryboardDataSchema,
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
  const reader = offlineReader();
  return async (question) => {
    const data = dataOf(question);
    if (data === undefined) return undefined;
    switch (data.task) {
      case "concept": {
        const brief = { ...BRIEF, ...data.brief };
        return (await reader.read("concept", { story: data.story, brief }, signal)).output;
      }
      case "characters":
        return charactersAnswer(data);
      case "plan":
        return planAnswer(data);
      case "beats":
        return beatsAnswer(data);
      case "storyboard":
        return plainPanels(data);
      case "translation":
        return translate(data);
      case "look":
        return look(data, question);
    }
  };
}

function dataOf({ texts }: Question): Data | undefined {
  const json = texts.flatMap((text) => /^<data>\n(.*)\n<\/data>$/s.exec(text)?.[1] ?? [])[0];
  return json === undefined ? undefined : DataSchema.parse(JSON.parse(json));
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
