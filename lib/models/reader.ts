// Port for the reader: from the story to the concept, the cast and the plot (phases 1 to 3), each as an answer that fits its schema.
// Adapters: `offline/reader`, `hosted/writer.ts`, and `simulated.ts`. `readers.ts` finds them by id.
import type * as z from "zod";
import { type Cast, CastSchema } from "../manga/cast.ts";
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import type { Direction } from "../manga/language.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import type { Story } from "../manga/story.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { CallContext } from "./call-context.ts";
import type { Translator } from "./translator.ts";

/** What the person asked for, as far as reading and directing depend on it. */
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
export interface ReadingInputs {
  concept: { story: Story; brief: Brief };
  characters: { story: Story; brief: Brief; concept: Concept };
  plot: { story: Story; brief: Brief; concept: Concept };
}
export interface ReadingOutputs {
  concept: Concept;
  characters: Cast;
  plot: Plot;
}
export type ReadingTask = keyof ReadingInputs;

export const READING_SCHEMAS: { [T in ReadingTask]: z.ZodType<ReadingOutputs[T]> } = {
  concept: ConceptSchema,
  characters: CastSchema,
  plot: PlotSchema,
};

/**
 * Throws `TerminalError` when the story cannot be used or is refused, `RetryableError` for a passing failure, `BusyError` when the model
 * has no room now, and the signal's reason when aborted.
 */
export interface Reader {
  /** Name and version, as a session's parameters name it: `offline-reader@1f3a9c2e`, `gemini/gemini-3.8-flash@5`. */
  readonly id: string;
  /** Absent where it knows one language at a time. */
  readonly translator?: Translator;
  /** Every question to a model is one paid call of the context, remembered by itself. */
  read<T extends ReadingTask>(
    task: T,
    input: ReadingInputs[T],
    context: CallContext,
  ): Promise<ReadingOutputs[T]>;
}

/** What a program gives for one task, and what that used. */
export interface Answered<T> {
  output: T;
  usage: Usage;
}

/** A reader that is a program: each task is one call. `single-call.ts` makes a `Reader` of it. */
export interface ReadingProgram {
  readonly id: string;
  /** The most that a call may cost, in micro-dollars; 0 where it is free. */
  upToMicros(task: ReadingTask): number;
  read<T extends ReadingTask>(
    task: T,
    input: ReadingInputs[T],
    signal: AbortSignal,
  ): Promise<Answered<ReadingOutputs[T]>>;
}
