// The port to whoever writes: one task in, one answer out that fits the task's schema.
// Adapters: `offline/author`, and the models that have a prompt for each task.
import * as z from "zod";
import { type Cast, CastSchema } from "../manga/cast.ts";
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import type { Direction, Language } from "../manga/language.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import type { Story } from "../manga/story.ts";
import { type StoryboardDraft, StoryboardDraftSchema } from "../manga/storyboard.ts";
import type { Desk } from "./desk.ts";

/** What the person asked for, as far as writing depends on it. */
export interface Brief {
  title?: string | undefined;
  /** Story pages wanted; absent: as many as the story needs. */
  pages?: number | undefined;
  direction: Direction;
  /** Name of the style that was asked for; `style-presets.ts` has its words. */
  style: string;
  /** The person's own words about how the book is to look. */
  artDirection?: string | undefined;
  genre?: string | undefined;
  seed: number;
}

/** The tasks and what each is given. */
export interface WritingInputs {
  concept: { story: Story; brief: Brief };
  characters: { story: Story; brief: Brief; concept: Concept };
  plot: { story: Story; brief: Brief; concept: Concept };
  storyboard: { story: Story; brief: Brief; concept: Concept; cast: Cast; plot: Plot; page: number };
}
export interface WritingOutputs {
  concept: Concept;
  characters: Cast;
  plot: Plot;
  storyboard: StoryboardDraft;
}
export type WritingTask = keyof WritingInputs;

export const WRITING_SCHEMAS: { [T in WritingTask]: z.ZodType<WritingOutputs[T]> } = {
  concept: ConceptSchema,
  characters: CastSchema,
  plot: PlotSchema,
  storyboard: StoryboardDraftSchema,
};

/** The words of one page, for a book that is lettered in another language than its story's. */
export interface TranslationInput {
  from: Language;
  to: Language;
  texts: readonly TranslatedText[];
  seed: number;
}
export interface TranslatedText {
  /** `k2/w1`, `k2/s1`. */
  id: string;
  kind: "balloon" | "caption" | "sound";
  voice: string;
  speaker: string | null;
  text: string;
}

export const TranslationOutputSchema = z.object({
  /** By id: of each text its translation. A text that is absent stays as it is. */
  texts: z.record(z.string(), z.string().min(1)),
});
export type TranslationOutput = z.infer<typeof TranslationOutputSchema>;

/** Translates. Throws as `Writer` does. */
export interface Translator {
  translate(input: TranslationInput, desk: Desk): Promise<TranslationOutput>;
}

/** What a call to a model used and cost. An error of a call that was answered and paid carries it as its `usage`. */
export interface Usage {
  model: string;
  inputTokens: number;
  outputTokens: number;
  images: number;
  costMicros: number;
}

/**
 * Port for the reader and director: writes what the phases 1 to 4 give. Throws `TerminalError` when the story cannot be used or is
 * refused, `RetryableError` for a passing failure, `BusyError` when the model has no room now, and the signal's reason when aborted.
 */
export interface Writer {
  /** Name and version, part of every input hash: `offline-author@1`. */
  readonly id: string;
  /** Absent where it knows one language at a time. */
  readonly translator?: Translator;
  /** Every question to a model is one paid call of the desk, remembered by itself. */
  write<T extends WritingTask>(task: T, input: WritingInputs[T], desk: Desk): Promise<WritingOutputs[T]>;
}

export interface Written<T> {
  output: T;
  usage: Usage;
}

/** A writer that is a program: each task is one call. `single-call.ts` makes a `Writer` of it. */
export interface WritingProgram {
  readonly id: string;
  /** The most that a call may cost, in micro-dollars; 0 where it is free. */
  upToMicros<T extends WritingTask>(task: T, input: WritingInputs[T]): number;
  write<T extends WritingTask>(
    task: T,
    input: WritingInputs[T],
    signal: AbortSignal,
  ): Promise<Written<WritingOutputs[T]>>;
}
