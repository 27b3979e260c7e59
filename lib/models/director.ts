// Port for the director: turns the beats of a page into its panels (phase 4).
// Adapters: the code director of `lib/direction`, `hosted/writer.ts`, and `simulated.ts`. `directors.ts` finds them by id.
import type { Cast } from "../manga/cast.ts";
import type { Concept } from "../manga/concept.ts";
import type { Plot } from "../manga/plot.ts";
import type { Story } from "../manga/story.ts";
import type { StoryboardDraft } from "../manga/storyboard.ts";
import type { CallContext } from "./call-context.ts";
import type { Answered, Brief } from "./reader.ts";

export interface DirectionInput {
  story: Story;
  brief: Brief;
  concept: Concept;
  cast: Cast;
  plot: Plot;
  /** Page number from 1. The plot must contain it. */
  page: number;
}

/** Throws as `Reader` does. */
export interface Director {
  /** Name and version, as a session's parameters name it: `code-director@1f3a9c2e`, `gemini/gemini-3.8-flash@5`. */
  readonly id: string;
  /** Makes each model request by `context.call`, which books and memoizes it. */
  direct(input: DirectionInput, context: CallContext): Promise<StoryboardDraft>;
}

/** A director that is a program: one call per page. `single-call.ts` adapts it to `Director`. */
export interface DirectingProgram {
  readonly id: string;
  /** Upper bound of the cost of a call, in micro-dollars; 0 if it is free. */
  upToMicros(): number;
  direct(input: DirectionInput, signal: AbortSignal): Promise<Answered<StoryboardDraft>>;
}
