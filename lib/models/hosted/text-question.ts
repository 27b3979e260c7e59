// One question to a text model, and who asks it. A task (concept, plot …) is a function that asks one question or many and makes its
// output of the answers.
import type * as z from "zod";
import type { Language } from "../../manga/language.ts";
import type { ModelTask } from "../catalog-schema.ts";
import type { Prompt } from "../prompts/prompt.ts";

/** Counts what code mended in an answer, by a short description of the fault: `units out of order`. */
export interface RepairCounter {
  count(fault: string, times?: number): void;
}

/** What became of an answer. */
export type Completed<Output> =
  | { kind: "whole"; output: Output }
  /**
   * Something is missing: `missing` asks for that alone, and is asked once. What is missing after that, `output` has to do without, so
   * it must be usable as it is.
   */
  | { kind: "partial"; output: Output; missing: TextQuestion<unknown, Output>; merge(more: Output): Output }
  /** Nothing of it can be used. Faults are sentences that the model is told when it is asked once more. */
  | { kind: "unusable"; faults: readonly string[] };

export interface TextQuestion<Answer, Output> {
  /** For messages and notices: `the beats of scene s3`. */
  name: string;
  /** Decides how much the model thinks. */
  task: ModelTask;
  prompt: Prompt;
  /** Of the story; a softened prompt is in it. */
  language: Language;
  /**
   * The schema that the answer has to fit. What is sent of it is the part that the services take (`json-schema.ts`); bounds that are not
   * sent belong into `describe()` as well. An answer is first mended towards it (`repair-answer.ts`), then parsed with it.
   */
  answer: z.ZodType<Answer>;
  /** Tokens of the answer without thoughts; at most 8,000. */
  maxOutputTokens: number;
  seed: number;
  /** How often it is asked until something of an answer can be used. Default: 2. */
  tries?: 1 | 2;
  /** Pure. Mends what code can mend, and counts it. */
  complete(answer: Answer, mends: RepairCounter): Completed<Output>;
}

/** Asks the models of a writer, in their order, for one step. Its notices say what was mended and who stood in. */
export interface Asker {
  readonly signal: AbortSignal;
  /**
   * Throws `TerminalError("refused")` when the softer prompt is refused as well, `RetryableError` when nothing of two answers can be
   * used, and as `HostedModel.ask` and `Desk.call` do.
   */
  ask<Answer, Output>(question: TextQuestion<Answer, Output>): Promise<Output>;
  /**
   * Asks several questions, at most four at once, and gives the outputs in their order. When one fails, no further one is begun, those
   * under way are waited for (their answers are remembered), and the gravest error is thrown: terminal, retryable, busy.
   */
  askAll<Answer, Output>(questions: readonly TextQuestion<Answer, Output>[]): Promise<Output[]>;
  note(notice: string): void;
}
