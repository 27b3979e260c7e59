// Port for the reader: from the story to the concept, the cast and the plot (phases 1 to 3), each as an answer that fits its schema.
// Adapters: `offline/reader`, `hosted/writer.ts`, and `simulated.ts`. `readers.ts` finds them by id.
import type * as z from "zod";
import { type Cast, CastSchema } from "../manga/cast.ts";
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import type { Given } from "../manga/given.ts";
import type { Direction } from "../manga/language.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import type { Story } from "../manga/story.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { CallContext } from "./call-context.ts";
import type { Translator } from "./translator.ts";

/** The user's parameters that readers and directors depend on. */
export interface Brief {
  title?: string | undefined;
  /** Wanted number of story pages. Absent: the reader decides by the story's length. */
  pages?: number | undefined;
  direction: Direction;
  /** Name of a style in `style-presets.ts`. */
  style: string;
  /** Art direction in the user's words. */
  artDirection?: string | undefined;
  genre?: string | undefined;
  seed: number;
}

/**
 * The input of each task. `given`: what the person said beside the text, where they did. The story has its notes on people and its speakers
 * already, and code corrects the answer, so a reader may ignore it.
 */
export interface ReadingInputs {
  concept: { story: Story; brief: Brief; given?: Given };
  characters: { story: Story; brief: Brief; concept: Concept };
  plot: { story: Story; brief: Brief; concept: Concept; given?: Given };
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
 * Throws `TerminalError` if the story is unusable or refused, `RetryableError` for a transient failure, `BusyError` if the model is
 * rate-limited or overloaded, and the signal's reason on abort.
 */
export interface Reader {
  /** Name and version, as a session's parameters name it: `offline-reader@1f3a9c2e`, `gemini/gemini-3.8-flash@5`. */
  readonly id: string;
  /** Absent if the reader cannot translate. */
  readonly translator?: Translator;
  /** Makes each model request by `context.call`, which books and memoizes it. */
  read<T extends ReadingTask>(
    task: T,
    input: ReadingInputs[T],
    context: CallContext,
  ): Promise<ReadingOutputs[T]>;
}

/** The output of a program's task, and the usage that is booked for it. */
export interface Answered<T> {
  output: T;
  usage: Usage;
}

/** A reader that is a program: one call per task. `single-call.ts` adapts it to `Reader`. */
export interface ReadingProgram {
  readonly id: string;
  /** Upper bound of the cost of a call, in micro-dollars; 0 if it is free. */
  upToMicros(task: ReadingTask): number;
  read<T extends ReadingTask>(
    task: T,
    input: ReadingInputs[T],
    signal: AbortSignal,
  ): Promise<Answered<ReadingOutputs[T]>>;
}
