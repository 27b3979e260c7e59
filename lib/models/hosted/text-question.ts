// A question to a text model, and the port `Asker` that sends it. A task (concept, plot …) is a function that asks one or more questions and
// builds its output from the answers.
import type * as z from "zod";
import type { Language } from "../../manga/language.ts";
import type { ModelTask } from "../catalog-schema.ts";
import type { Prompt } from "../prompts/prompt.ts";

/** Counts repairs of an answer by a short description of the fault: `units out of order`. */
export interface RepairCounter {
  count(fault: string, times?: number): void;
}

/** Result of completing an answer. */
export type Completed<Output> =
  | { kind: "whole"; output: Output }
  /**
   * A part is missing. `missing` asks for that part, once. `output` must be usable without it, in case that fails.
   */
  | { kind: "partial"; output: Output; missing: TextQuestion<unknown, Output>; merge(more: Output): Output }
  /** Unusable. `faults` are sentences, which are sent to the model when it is asked again. */
  | { kind: "unusable"; faults: readonly string[] };

export interface TextQuestion<Answer, Output> {
  /** For messages and notices: `the beats of scene s3`. */
  name: string;
  /** Selects the model's thinking level. */
  task: ModelTask;
  prompt: Prompt;
  /** Language of the story and of a softened prompt. */
  language: Language;
  /**
   * Schema of the answer. `json-schema.ts` sends the keywords that the services accept, so bounds that it drops must be repeated in
   * `describe()`. An answer is repaired to fit (`repair-answer.ts`), then parsed.
   */
  answer: z.ZodType<Answer>;
  /** Token limit of the answer, without thoughts; at most 8,000. */
  maxOutputTokens: number;
  seed: number;
  /** Most tries until an answer is usable. Default: 2. */
  tries?: 1 | 2;
  /** Pure. Turns the answer into the output, and counts repairs. */
  complete(answer: Answer, repairs: RepairCounter): Completed<Output>;
}

/** Sends questions to a writer's models, with fallback, for one step. Notes repairs and fallbacks on the timeline. */
export interface Asker {
  readonly signal: AbortSignal;
  /**
   * Throws `TerminalError("refused")` if the softened prompt is refused as well, `RetryableError` if no answer is usable, and as `HostedModel.ask` and `CallContext.call` do.
   */
  ask<Answer, Output>(question: TextQuestion<Answer, Output>): Promise<Output>;
  /**
   * Asks several questions, at most four concurrently, and returns the outputs in their order. After a failure it starts no further one,
   * waits for those that run (their answers are memoized), and throws the most severe error: terminal, retryable, busy.
   */
  askAll<Answer, Output>(questions: readonly TextQuestion<Answer, Output>[]): Promise<Output[]>;
  note(notice: string): void;
}
