// Every schema that an answer of a text model is asked in, by the task. The asker asks no question with another one, and a test holds
// those that are here to the budget of the services (`schema-budget.ts`): so no question is sent that was not measured.
import type * as z from "zod";
import type { ModelTask } from "../catalog-schema.ts";
import { charactersPrompt } from "../prompts/characters/prompt.ts";
import { ConceptAnswerSchema } from "../prompts/concept/prompt.ts";
import { LookAnswerSchema } from "../prompts/look/prompt.ts";
import { plotPrompt } from "../prompts/plot/prompt.ts";
import { storyboardPrompt } from "../prompts/storyboard/prompt.ts";
import { TranslationAnswerSchema } from "../prompts/translation/prompt.ts";

export type SentSchemas = Readonly<Record<Exclude<ModelTask, "picture">, readonly z.ZodType[]>>;

export const SENT_SCHEMAS: SentSchemas = {
  concept: [ConceptAnswerSchema],
  characters: [charactersPrompt.answer],
  plan: [plotPrompt.answer],
  beats: [],
  storyboard: [storyboardPrompt.answer],
  translation: [TranslationAnswerSchema],
  look: [LookAnswerSchema],
};
