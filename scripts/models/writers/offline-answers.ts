// The local model server's answers to Mekuri's prompts: the offline reader does the task on the data in the prompt, so that a whole book
// can be made through a hosted model's protocol without a hosted model.
import * as z from "zod";
import { RawText } from "../../../emulators/models/generate.ts";
import { type EyeRates, FAULTLESS, type Planted, seenBy } from "../../../emulators/models/planted.ts";
import { randomOf } from "../../../emulators/models/random.ts";
import type { ModelServerOptions } from "../../../emulators/models/server.ts";
import { LanguageSchema } from "../../../lib/manga/language.ts";
import { StorySchema } from "../../../lib/manga/story.ts";
import { offlineReader } from "../../../lib/models/offline/reader/offline-reader.ts";
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
  z.object({
    task: z.literal("look"),
    people: z.array(z.object({ id: z.string(), reference: z.int().optional() })),
    zone: z.string().optional(),
  }),
]);
type Data = z.infer<typeof DataSchema>;

const signal = new AbortController().signal;

/** A checked picture, and the check's answer. */
export interface LookTaken {
  faults: readonly Planted[];
  /** Undefined if its answer was broken off. */
  seen: readonly Planted[] | undefined;
}

export interface OfflineAnswers {
  /** Error rates of the picture check, selected by the seed. Default: none. */
  eye?: EyeRates;
  seed?: number;
  onLook?: (taken: LookTaken) => void;
}

/** Answers undefined to prompts that are not Mekuri's. */
export function offlineAnswers({ eye = FAULTLESS, seed = 0, onLook }: OfflineAnswers = {}): Answerer {
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
      case "look": {
        const faults = question.pictures[0]?.faults ?? [];
        const seen = seenBy(faults, eye, randomOf(`eye/${seed}/${question.hash}`));
        onLook?.({ faults, seen });
        return seen === undefined ? new RawText(BROKEN) : look(data, question, seen);
      }
    }
  };
}

function dataOf({ texts }: Question): Data | undefined {
  const json = texts.flatMap((text) => /^<data>\n(.*)\n<\/data>$/s.exec(text)?.[1] ?? [])[0];
  return json === undefined ? undefined : DataSchema.parse(JSON.parse(json));
}

/** No local program translates: the answer is in the right language, and names the text that it stands for. */
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

/** An answer that was broken off at once. */
const BROKEN = "The picture shows {";

/**
 * Answers a picture check. If the server itself drew heads, these are the people from left to right; the first may be reported as another
 * person.
 */
function look(
  { people }: Extract<Data, { task: "look" }>,
  { pictures }: Question,
  seen: readonly Planted[],
): unknown {
  const heads = pictures[0]?.heads ?? [];
  const faces = people.flatMap(({ id }, index) => {
    const box = heads[index];
    if (box === undefined) return [];
    const [top, left, bottom, right] = box;
    const mouth = [Math.round(top + (bottom - top) * 0.78), Math.round((left + right) / 2)];
    const likeness = index === 0 && seen.includes("wrong-person") ? 0 : 2;
    return [{ character: id, box, mouth, likeness, badHands: false }];
  });
  return {
    ...{ faces, heads: people.length + (seen.includes("extra-head") ? 1 : 0), keep: [] },
    letters: seen.includes("letters"),
    lettersWhere: seen.includes("letters") ? "upper left" : "",
    ...{ border: seen.includes("border"), zoneClear: !seen.includes("busy-zone") },
  };
}
