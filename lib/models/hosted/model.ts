// The port to a hosted model: one question, one reply with what it cost. Writer and artist are built on it, whichever client
// carries the question: `genai`, `vertexai`, `imagen`.
import type { Usage } from "../writer.ts";

export type Part = { text: string } | { bytes: Uint8Array; contentType: string };

export interface Turn {
  role: "user" | "model";
  parts: readonly Part[];
}

export type Wanted =
  /** JSON of a schema, in the keywords that `json-schema.ts` gives. */
  | { kind: "json"; schema: JsonSchema; maxOutputTokens: number }
  | { kind: "text"; maxOutputTokens: number }
  | { kind: "image"; aspectRatio: string };

export interface JsonSchema {
  [keyword: string]: unknown;
}

export interface Question {
  system?: string;
  turns: readonly Turn[];
  wanted: Wanted;
  seed?: number;
  /** Something of the same task is paid for already: a full window and a 429 are waited for, where else they are `BusyError`. */
  patient?: boolean;
}

export interface Reply {
  /**
   * `done`: the model said all it wanted. `truncated`: the answer is cut off. `refused`: a safety filter holds it back.
   * `empty`: there is nothing in it.
   */
  end: "done" | "truncated" | "refused" | "empty";
  /** The vendor's own word for how it ended: `STOP`, `SAFETY`. */
  reason: string;
  text: string;
  images: readonly { bytes: Uint8Array; contentType: string }[];
  usage: Usage;
}

export interface HostedModel {
  /** Its id in the catalog. */
  readonly id: string;
  /**
   * Asks once; it does not repeat by itself. Throws `BusyError` (429), `UnansweredError` (5xx, timeouts, no connection),
   * `TerminalError` (`model-key`, `model-gone`, `model-rejected`), and the signal's reason when aborted.
   */
  ask(question: Question, signal: AbortSignal): Promise<Reply>;
}

/** What every client of a vendor's takes. */
export interface ClientOptions {
  /** Prices are of a day. */
  now?: () => Date;
  /** An image of 4K takes a minute in a bad hour; what takes longer than the default of 150 s is asked again. */
  timeoutMs?: number;
}

export const TIMEOUT_MS = 150_000;

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    model: a.model,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    images: a.images + b.images,
    costMicros: a.costMicros + b.costMicros,
    ...(a.notices || b.notices ? { notices: [...(a.notices ?? []), ...(b.notices ?? [])] } : {}),
  };
}
