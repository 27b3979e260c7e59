// The port to a hosted model: one question, one reply with what it cost. Writer and artist are built on it, whichever client carries the
// question: `genai`, `vertexai`, `imagen`.

import type { BatchOrder, BatchState } from "../../pipeline/batch.ts";
import type { Usage } from "../../pipeline/usage.ts";
import type { Encoded } from "../artist.ts";
import type { ImageSize, ModelTask } from "../catalog-schema.ts";

export type Part = { text: string } | { bytes: Uint8Array; contentType: string };

export interface Turn {
  role: "user" | "model";
  parts: readonly Part[];
}

/** `maxOutputTokens` bounds the answer alone; the adapter adds the allowance of the task's thoughts. */
export type Wanted =
  /**
   * JSON of a schema, in the keywords that `json-schema.ts` gives. `as`: how the schema is sent, as the service's own response schema
   * (default), or in the prompt, with JSON mode alone.
   */
  | { kind: "json"; schema: JsonSchema; maxOutputTokens: number; as?: "schema" | "prompt" }
  | { kind: "text"; maxOutputTokens: number }
  | { kind: "image"; aspectRatio: string; size: ImageSize };

export interface JsonSchema {
  [keyword: string]: unknown;
}

export interface Question {
  /** Decides the thinking level and the allowance of its tokens. */
  task: ModelTask;
  system?: string;
  turns: readonly Turn[];
  wanted: Wanted;
  seed?: number;
  /** What a picture is of. Decides the graph of ComfyUI; the others read the prompt alone. */
  of?: "panel" | "portrait";
  /** The first picture is to be changed, and all else of it to stay; `mask`: only where it is white; `clear`: the same mask, transparent there. */
  edit?: { mask?: Encoded; clear?: Encoded };
  /** Tokens that thoughts may use besides the answer. Absent: the catalog's allowance for the task. */
  thoughtTokens?: number;
  /** Asked in the vendor's half-price lane (flex). Decides the price and the time, and nothing of the answer. */
  slow?: true;
}

/** A question that is answered in a batch, within a day. */
export interface BatchQuestion extends BatchOrder {
  /** Absent where the batch is only looked at or ended. */
  question?: Question;
}

export interface Reply {
  /**
   * `done`: the model said all it wanted. `truncated`: the answer is cut off at the limit. `refused`: a filter holds it back, by
   * `REFUSALS` of `replies.ts`. `empty`: there is nothing in it.
   */
  end: "done" | "truncated" | "refused" | "empty";
  /** The vendor's own word for how it ended: `STOP`, `SAFETY`, `NO_IMAGE`. */
  reason: string;
  /** What held it back: the prompt (`promptFeedback`), or the answer (`finishReason`). Absent: nothing did. */
  heldBack?: "prompt" | "answer" | undefined;
  text: string;
  /** Images that are no thoughts, in order. Where there are several, the last one is the picture and those before it are drafts. */
  images: readonly { bytes: Uint8Array; contentType: string }[];
  usage: Usage;
  /** What the service did otherwise than asked, in a sentence for the session's timeline. */
  notice?: string | undefined;
}

/** Told how far an answer is: steps done of steps. */
export type Progress = (done: number, total: number) => void;

export interface HostedModel {
  /** Its id in the catalog. */
  readonly id: string;
  /** It has a half-price lane (`Question.slow`). */
  readonly slow?: boolean | undefined;
  /**
   * What becomes of a question in the vendor's batch: submits, finds, looks at or ends it, as the order says; absent where the vendor has
   * none. A batch that has no answer to give is `lost`. Throws as `ask`; a RangeError where a submission has no question.
   */
  batch?(order: BatchQuestion, signal: AbortSignal): Promise<BatchState<Reply>>;
  /**
   * Asks once; it does not repeat by itself. Throws `BusyError` (429), `UnansweredError` (5xx, timeouts, no connection),
   * `TerminalError` (`model-key`, `model-gone`, `model-quota`, `model-schema`, `model-rejected`), and the signal's reason when aborted.
   * `progress` is called where the service tells it.
   */
  ask(question: Question, signal: AbortSignal, progress?: Progress): Promise<Reply>;
}

/** What every client of a vendor's takes. */
export interface ClientOptions {
  /** What takes longer counts as unanswered. Single answers of 120 s are reported; default 150 s. */
  timeoutMs?: number;
}

export const TIMEOUT_MS = 150_000;

/**
 * In the half-price lane, which answers within minutes. Not longer than this: a step has 510 s, and what is not answered by then is
 * asked for again.
 */
export const SLOW_TIMEOUT_MS = 450_000;

/** Of a person's own server: a model of 14 billion parameters on a processor alone writes 2,000 tokens in about so long. */
export const OWN_TIMEOUT_MS = 240_000;
