// From what a client of Google's throws to the three kinds of failure that the pipeline knows.
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { noUsage } from "../../pipeline/usage.ts";
import { CATALOG } from "../catalog.ts";
import type { Usage } from "../writer.ts";

const BodySchema = z.object({
  error: z.object({
    message: z.string(),
    details: z.array(z.object({ retryDelay: z.string().optional() })).optional(),
  }),
});

/** The model did not answer, or could not: 5xx, a timeout, no connection. Its `usage` says that it cost nothing, where that is known. */
export class UnansweredError extends RetryableError {
  readonly usage: Usage | undefined;
  constructor(message: string, { usage, ...options }: ErrorOptions & { usage?: Usage } = {}) {
    super(message, options);
    this.usage = usage;
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
  if (status === 408 || status >= 500) return new UnansweredError(message, { cause, usage: noUsage(model) });
  if (status === 401 || status === 403)
    return new TerminalError("model-key", message, { cause, retryable: true });
  if (status === 404) {
    const successor = CATALOG.find(({ id }) => id === model)?.successor;
    const advice = successor === undefined ? "" : `; it was retired, and its successor is ${successor}`;
    return new TerminalError("model-gone", `${message}${advice}`, { cause });
  }
  return new TerminalError("model-rejected", message, { cause });
}

/** No answer at all: the connection failed, or the time ran out. Nobody knows what it cost: the vendor may have done the work. */
export function silenceOf(model: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnansweredError(`${model} did not answer: ${reason}`, { cause });
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
