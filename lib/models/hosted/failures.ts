// Converts errors of Google's clients to the pipeline's three kinds of failure.
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Usage } from "../../pipeline/usage.ts";
import { noUsage } from "../../pipeline/usage.ts";
import { CATALOG } from "../catalog.ts";
import type { Question } from "./model.ts";

const DetailSchema = z.object({
  retryDelay: z.string().optional(),
  violations: z
    .array(z.object({ quotaId: z.string().optional(), quotaValue: z.coerce.string().optional() }))
    .optional(),
});
const BodySchema = z.object({
  error: z.object({ message: z.string(), details: z.array(DetailSchema).optional() }),
});
type Details = z.infer<typeof DetailSchema>[];

/** The model did not answer: a timeout, no connection, or a server error. `usage` says that it cost nothing, where that is known. */
export class UnansweredError extends RetryableError {
  readonly usage: Usage | undefined;
  constructor(message: string, { usage, ...options }: ErrorOptions & { usage?: Usage } = {}) {
    super(message, options);
    this.usage = usage;
  }
}

/** 503: the model is overloaded. The request cost nothing, and another model may be available. */
export class OverloadedError extends BusyError {}

/**
 * Converts an error response (HTTP status and body) to the pipeline's failures. The time to retry is read from RetryInfo in the body,
 * because neither of Google's clients passes on headers. Source of the codes: https://ai.google.dev/gemini-api/docs/troubleshooting
 */
export function failureOf(
  { id, body, status }: { id: string; status: number; body: string },
  { cause, question }: { cause: unknown; question: Question },
): Error {
  const parsed = BodySchema.safeParse(parseJson(body));
  const said = parsed.success ? parsed.data.error.message : body.slice(0, 300);
  const message = `${id}: ${said} (${status})`;
  const details = parsed.data?.error.details ?? [];
  switch (status) {
    case 400:
      return refusedRequest(message, said, { cause, question });
    case 401:
    case 403:
      return new TerminalError("model-key", `${message}. ${keyAdvice(said)}`, { cause, retryable: true });
    case 404: {
      const successor = CATALOG.find((model) => model.id === id)?.successor;
      const advice = successor === undefined ? "" : `; its successor is ${successor}`;
      return new TerminalError("model-gone", `${message}${advice}`, { cause, retryable: true });
    }
    case 429:
      return quotaFailure(message, said, { cause, details });
    case 503:
      return new OverloadedError(message, retryAfter(details), { cause });
    default:
      if (status === 408 || status >= 500) return new UnansweredError(message, { cause, usage: noUsage(id) });
      return new TerminalError("model-rejected", message, { cause });
  }
}

/** A schema beyond the service's hidden budget is often refused with a general message, so every such 400 may be about the schema. */
function refusedRequest(
  message: string,
  said: string,
  { cause, question: { wanted } }: { cause: unknown; question: Question },
): TerminalError {
  const sentSchema = wanted.kind === "json" && wanted.as !== "prompt";
  if (/API key not valid/i.test(said)) {
    return new TerminalError("model-key", `${message}. ${keyAdvice(said)}`, { cause, retryable: true });
  }
  const isAboutSchema =
    /schema|too many states|constraint is too|^Request contains an invalid argument/i.test(said);
  return new TerminalError(sentSchema && isAboutSchema ? "model-schema" : "model-rejected", message, {
    cause,
  });
}

function keyAdvice(said: string): string {
  if (/SERVICE_DISABLED|has not been used in project|is disabled/i.test(said)) {
    return "Enable the API aiplatform.googleapis.com in the project.";
  }
  if (/permission|IAM_PERMISSION_DENIED/i.test(said)) {
    return "The account needs the role roles/aiplatform.user in the project.";
  }
  return "Check GEMINI_API_KEY, or the application's default credentials.";
}

/** A quota per minute is busy. A quota per day, or one of 0, is terminal. */
function quotaFailure(
  message: string,
  said: string,
  { cause, details }: { cause: unknown; details: Details },
): Error {
  const violations = details.flatMap((detail) => detail.violations ?? []);
  const isNone = violations.some(({ quotaValue }) => quotaValue === "0") || /\blimit: 0\b/.test(said);
  if (isNone) {
    const advice =
      "The project's quota for this model is 0: enable billing at https://aistudio.google.com, or choose another model.";
    return new TerminalError("model-quota", `${message}. ${advice}`, { cause, retryable: true });
  }
  // Vertex AI names its quota only in the message.
  if (violations.some(({ quotaId }) => /PerDay/i.test(quotaId ?? "")) || /_per_day_/.test(said)) {
    const advice =
      "The quota of the day is used up: retry the session after midnight Pacific time, ask Google for more (https://ai.google.dev/gemini-api/docs/rate-limits), or choose another model.";
    return new TerminalError("model-quota", `${message}. ${advice}`, { cause, retryable: true });
  }
  return new BusyError(message, retryAfter(details), { cause });
}

/** Milliseconds; undefined where the answer states no time. */
function retryAfter(details: Details): number | undefined {
  const delay = details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay;
  return delay === undefined ? undefined : millisecondsOf(delay);
}

/**
 * Whether a request failed before it was sent: there was no connection. Node.js names the system call of such an error
 * (https://nodejs.org/api/errors.html#class-systemerror), undici its own limit (https://undici.nodejs.org/#/docs/api/Errors).
 */
export function isUnsent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isUnsent);
  if (!(error instanceof Error)) return false;
  if ("syscall" in error && (error.syscall === "connect" || error.syscall === "getaddrinfo")) return true;
  if ("code" in error && error.code === "UND_ERR_CONNECT_TIMEOUT") return true;
  return isUnsent(error.cause);
}

/**
 * The failure of a request without any answer: there was no connection, so it cost nothing; the connection failed or timed out, so its cost
 * is unknown because the vendor may have done the work; or there are no credentials.
 */
export function noAnswerError(model: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  // Messages of Google's auth library before it sends anything (google-auth-library, `googleauth.js`, `oauth2client.js`).
  if (/default credentials|invalid_grant|invalid_rapt|impersonat/i.test(reason)) {
    const advice =
      "Run gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS to a file of credentials.";
    return new TerminalError("model-key", `${model}: ${reason} ${advice}`, { cause, retryable: true });
  }
  return new UnansweredError(`${model} did not answer: ${reason}`, {
    cause,
    ...(isUnsent(cause) && { usage: noUsage(model) }),
  });
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
    // Proxies and load balancers answer in HTML; then the text itself is the message.
    return undefined;
  }
}
