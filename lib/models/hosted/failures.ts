// From what a client of Google's throws to the three kinds of failure that the pipeline knows.
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { CATALOG, catalogModel, priceOf } from "../catalog.ts";
import type { Usage } from "../writer.ts";
import type { Question } from "./model.ts";

const BodySchema = z.object({
  error: z.object({
    message: z.string(),
    details: z.array(z.object({ retryDelay: z.string().optional() })).optional(),
  }),
});

/** The model did not answer, or could not: 5xx, a timeout, no connection. */
export class UnansweredError extends RetryableError {
  /** What the call may have cost at most, where no answer says that it cost nothing. */
  readonly atMost: Usage | undefined;
  constructor(message: string, { atMost, ...options }: ErrorOptions & { atMost?: Usage } = {}) {
    super(message, options);
    this.atMost = atMost;
  }
}

/**
 * An answer that is an error: its HTTP status and body, as text. When to come again is read from the body's RetryInfo: neither of
 * Google's clients lets a header through.
 */
export function failureOf(model: string, status: number, body: string, cause: unknown): Error {
  const parsed = BodySchema.safeParse(parseJson(body));
  const message = `${model}: ${parsed.success ? parsed.data.error.message : body.slice(0, 300)} (${status})`;
  const delay = parsed.data?.error.details?.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay;
  if (status === 429)
    return new BusyError(message, delay === undefined ? undefined : millisecondsOf(delay), { cause });
  if (status === 408 || status >= 500) return new UnansweredError(message, { cause });
  if (status === 401 || status === 403)
    return new TerminalError("model-key", message, { cause, retryable: true });
  if (status === 404) {
    const successor = CATALOG.find(({ id }) => id === model)?.retires?.successor;
    const advice = successor === undefined ? "" : `; it was retired, and its successor is ${successor}`;
    return new TerminalError("model-gone", `${message}${advice}`, { cause });
  }
  return new TerminalError("model-rejected", message, { cause });
}

/** No answer at all: the connection failed, or the time ran out. The vendor may have done the work, and charged for it. */
export function silenceOf(model: string, question: Question, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const atMost = dearestUsage(model, question, new Date().toISOString().slice(0, 10));
  return new UnansweredError(`${model} did not answer: ${reason}`, { cause, atMost });
}

/** Tokens of a picture in a prompt, at most. */
const SEEN_TOKENS = 1_300;

/** No token is shorter than a byte of UTF-8, so bytes are the most tokens that a text can be. */
function dearestUsage(id: string, { system = "", turns, wanted }: Question, today: string): Usage {
  const model = catalogModel(id);
  const asked = turns.flatMap(({ parts }) =>
    parts.map((part) => ("text" in part ? Buffer.byteLength(part.text) : SEEN_TOKENS)),
  );
  const schemaBytes = wanted.kind === "json" ? JSON.stringify(wanted.schema).length : 0;
  const inputTokens = asked.reduce((sum, tokens) => sum + tokens, Buffer.byteLength(system) + schemaBytes);
  const size = model.images?.sizes["1K"];
  const images = wanted.kind === "image" ? 1 : 0;
  const used = {
    inputTokens,
    outputTokens: wanted.kind === "image" ? 0 : Math.min(wanted.maxOutputTokens, model.maxOutputTokens),
    imageTokens: images > 0 && size !== undefined && "tokens" in size ? size.tokens : 0,
    pieces: { size: "1K", count: images } as const,
  };
  const costMicros = priceOf(model, used, today);
  return { model: id, inputTokens, outputTokens: used.outputTokens + used.imageTokens, images, costMicros };
}

/** google.protobuf.Duration: `13s`, `0.5s`. */
function millisecondsOf(duration: string): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(duration)?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1_000);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Proxies and load balancers answer in HTML; the text itself is the message then.
    return undefined;
  }
}
