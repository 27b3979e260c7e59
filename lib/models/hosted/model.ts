// Port for a hosted model: one question, one reply with its usage. The hosted writer and artist are built on it. Implemented for each
// client library: `genai`, `vertexai`, `imagen`, and the OpenAI-compatible, Stable Diffusion and ComfyUI servers of `own.ts`.

import type { BatchOrder, BatchState } from "../../pipeline/batch.ts";
import type { Usage } from "../../pipeline/usage.ts";
import type { Encoded } from "../artist.ts";
import type { ImageSize, ModelTask } from "../catalog-schema.ts";
import type { Payer } from "../fair-window.ts";

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
  /** Selects the thinking level and its token allowance. */
  task: ModelTask;
  system?: string;
  turns: readonly Turn[];
  wanted: Wanted;
  seed?: number;
  /** The subject of a picture. Selects the ComfyUI graph; other adapters ignore it. */
  of?: "panel" | "portrait";
  /** Edits the first picture of the question. `mask`: may change only where white; `clear`: the same mask, transparent there. */
  edit?: { mask?: Encoded; clear?: Encoded };
  /** Token allowance for thoughts, besides the answer. Default: the catalog's for the task. */
  thoughtTokens?: number;
  /** Uses the vendor's half-price mode (flex): cheaper and slower, same answer. */
  slow?: true;
  /** Whose request it is, for the rate limit alone: it changes no answer. */
  payer?: Payer;
}

/** A question for the vendor's batch API, which answers within a day. */
export interface BatchQuestion extends BatchOrder {
  /** Absent if the order only polls or cancels the batch. */
  question?: Question;
}

export interface Reply {
  /**
   * `done`: the answer is complete. `truncated`: cut off at the token limit. `refused`: blocked by a filter, see `REFUSALS` of
   * `replies.ts`. `empty`: no content.
   */
  end: "done" | "truncated" | "refused" | "empty";
  /** The vendor's finish reason: `STOP`, `SAFETY`, `NO_IMAGE`. */
  reason: string;
  /** What the filter blocked: the prompt (`promptFeedback`) or the answer (`finishReason`). Absent: nothing. */
  heldBack?: "prompt" | "answer" | undefined;
  text: string;
  /** Images without those of thoughts, in order. The last one is the picture; those before it are drafts. */
  images: readonly { bytes: Uint8Array; contentType: string }[];
  usage: Usage;
  /** A sentence for the timeline, if the service deviated from the question. */
  notice?: string | undefined;
}

/** Progress callback: steps done, of `total`. */
export type Progress = (done: number, total: number) => void;

export interface HostedModel {
  /** Its id in the catalog. */
  readonly id: string;
  /** Whether it has a half-price mode (`Question.slow`). */
  readonly slow?: boolean | undefined;
  /**
   * Submits, finds, polls or cancels a batch, as the order says. Absent if the vendor has no batch API. A batch without an answer is
   * `lost`. Throws as `ask`, and a RangeError if a submission has no question.
   */
  batch?(order: BatchQuestion, signal: AbortSignal): Promise<BatchState<Reply>>;
  /**
   * Sends one request and never retries. Throws `BusyError` (429), `UnansweredError` (5xx, timeouts, no connection),
   * `TerminalError` (`model-key`, `model-gone`, `model-quota`, `model-schema`, `model-rejected`), and the signal's reason on abort.
   * `progress` is called if the service reports progress.
   */
  ask(question: Question, signal: AbortSignal, progress?: Progress): Promise<Reply>;
}

/** Options of every vendor client. */
export interface ClientOptions {
  /** A longer request counts as unanswered. Default: 150 s, because single answers of 120 s have been reported. */
  timeoutMs?: number;
}

export const TIMEOUT_MS = 150_000;

/**
 * Timeout in the half-price mode, which answers within minutes. It must stay below the 510 s of a step: a request that outlives its
 * step is sent again.
 */
export const SLOW_TIMEOUT_MS = 450_000;

/** Timeout of a self-hosted server: a 14B model on CPU writes 2,000 tokens in about this time. */
export const OWN_TIMEOUT_MS = 240_000;
