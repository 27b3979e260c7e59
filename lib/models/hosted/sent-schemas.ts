// Every schema of a text model's answer, by task. The asker refuses any other, and a test checks these against the services' budget
// (`schema-budget.ts`), so no unmeasured schema is sent.
import type * as z from "zod";
import type { ModelTask } from "../catalog-schema.ts";
import { CharactersAnswerSchema } from "../prompts/characters/characters.ts";
import { ConceptAnswerSchema } from "../prompts/concept/prompt.ts";
import { InspectionAnswerSchema } from "../prompts/look/prompt.ts";
import { BeatsAnswerSchema } from "../prompts/plot/beats.ts";
import { PlanAnswerSchema } from "../prompts/plot/plan.ts";
import { SmallBeatsSchema, SmallLinesSchema } from "../prompts/small/beats.ts";
import { SmallLooksSchema } from "../prompts/small/characters.ts";
import { SmallBookSchema, SmallPeopleSchema } from "../prompts/small/concept.ts";
import { SmallScenesSchema } from "../prompts/small/plan.ts";
import { StoryboardAnswerSchema } from "../prompts/storyboard/panels.ts";
import { TranslationAnswerSchema } from "../prompts/translation/prompt.ts";

export type SentSchemas = Readonly<Record<Exclude<ModelTask, "picture">, readonly z.ZodType[]>>;

/** For models with a large context. */
export const LARGE_SCHEMAS: SentSchemas = {
  ...{ concept: [ConceptAnswerSchema], characters: [CharactersAnswerSchema], plan: [PlanAnswerSchema] },
  ...{
    beats: [BeatsAnswerSchema],
    storyboard: [StoryboardAnswerSchema],
    translation: [TranslationAnswerSchema],
  },
  look: [InspectionAnswerSchema],
};

export const SENT_SCHEMAS: SentSchemas = {
  ...LARGE_SCHEMAS,
  concept: [...LARGE_SCHEMAS.concept, SmallPeopleSchema, SmallBookSchema],
  characters: [...LARGE_SCHEMAS.characters, SmallLooksSchema],
  plan: [...LARGE_SCHEMAS.plan, SmallScenesSchema],
  beats: [...LARGE_SCHEMAS.beats, SmallBeatsSchema, SmallLinesSchema],
};
