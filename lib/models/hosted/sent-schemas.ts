// Every schema that an answer of a text model is asked in, by the task. The asker asks no question with another one, and a test holds
// those that are here to the budget of the services (`schema-budget.ts`): so no question is sent that was not measured.
import type * as z from "zod";
import type { ModelTask } from "../catalog-schema.ts";
import { CharactersAnswerSchema } from "../prompts/characters/characters.ts";
import { ConceptAnswerSchema } from "../prompts/concept/prompt.ts";
import { LookAnswerSchema } from "../prompts/look/prompt.ts";
import { BeatsAnswerSchema } from "../prompts/plot/beats.ts";
import { PlanAnswerSchema } from "../prompts/plot/plan.ts";
import { SmallBeatsSchema, SmallLinesSchema } from "../prompts/small/beats.ts";
import { SmallLooksSchema } from "../prompts/small/characters.ts";
import { SmallBookSchema, SmallPeopleSchema } from "../prompts/small/concept.ts";
import { SmallScenesSchema } from "../prompts/small/plan.ts";
import { StoryboardAnswerSchema } from "../prompts/storyboard/panels.ts";
import { TranslationAnswerSchema } from "../prompts/translation/prompt.ts";

export type SentSchemas = Readonly<Record<Exclude<ModelTask, "picture">, readonly z.ZodType[]>>;

/** Of models whose context is large enough. */
export const LARGE_SCHEMAS: SentSchemas = {
  ...{ concept: [ConceptAnswerSchema], characters: [CharactersAnswerSchema], plan: [PlanAnswerSchema] },
  ...{
    beats: [BeatsAnswerSchema],
    storyboard: [StoryboardAnswerSchema],
    translation: [TranslationAnswerSchema],
  },
  look: [LookAnswerSchema],
};

export const SENT_SCHEMAS: SentSchemas = {
  ...LARGE_SCHEMAS,
  concept: [...LARGE_SCHEMAS.concept, SmallPeopleSchema, SmallBookSchema],
  characters: [...LARGE_SCHEMAS.characters, SmallLooksSchema],
  plan: [...LARGE_SCHEMAS.plan, SmallScenesSchema],
  beats: [...LARGE_SCHEMAS.beats, SmallBeatsSchema, SmallLinesSchema],
};
