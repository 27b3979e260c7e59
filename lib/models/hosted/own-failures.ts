// Converts errors of self-hosted servers, and missing answers, to the pipeline's kinds of failure.
import { APIConnectionError, APIError } from "openai";
import { BusyError, TerminalError } from "../../pipeline/errors.ts";
import { noUsage } from "../../pipeline/usage.ts";
import { withoutKeys } from "../own-servers.ts";
import { isUnsent, OverloadedError, UnansweredError } from "./failures.ts";
import type { Question } from "./model.ts";

interface Asked {
  /** Key of the model. */
  id: string;
  baseUrl: string;
  /** Advice for a 404, instead of the usual one. */
  ifMissing?: string | undefined;
  question: Question;
}

/**
 * Converts an error of the client `openai`. Where the server's message contains a key, the error is not kept as cause, because logs show
 * the messages of causes.
 */
export function clientError(error: unknown, asked: Asked): Error {
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined)
    return noAnswerFrom(error, asked);
  const retryAfterMs = secondsOf(error.headers?.get("retry-after"));
  const cause = withoutKeys(error.message) === error.message ? error : undefined;
  return answerError({ status: error.status, said: error.message, retryAfterMs }, { ...asked, cause });
}

/** The failure of a request without an answer: the server is not started, gone, or too slow. */
export function noAnswerFrom(cause: unknown, { id, baseUrl }: Pick<Asked, "id" | "baseUrl">): Error {
  const reason = deepest(cause);
  const advice = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/u.test(reason)
    ? "; start the server, or correct its address"
    : "";
  return new UnansweredError(`${id} did not answer at ${baseUrl}: ${reason}${advice}`, {
    cause,
    ...(isUnsent(cause) && { usage: noUsage(id) }),
  });
}

const LOAD = "Load or pull the model, or name another one.";

interface Answer {
  status: number;
  said: string;
  retryAfterMs?: number | undefined;
}

/** The failure of an error response, from its HTTP status and its message. */
export function answerError(
  { status, said, retryAfterMs }: Answer,
  { id, baseUrl, question, cause, ifMissing = LOAD }: Asked & { cause?: unknown },
): Error {
  const message = `${id} at ${baseUrl}: ${withoutKeys(said).slice(0, 300)} (${status})`;
  switch (status) {
    case 400:
    case 422: {
      const sentSchema = question.wanted.kind === "json" && question.wanted.as !== "prompt";
      const isAboutSchema = /schema|grammar|response_format|json/iu.test(said);
      // Retryable: a person can repair the graph, the settings or the server, and continue.
      return new TerminalError(sentSchema && isAboutSchema ? "model-schema" : "model-rejected", message, {
        ...{ cause, retryable: true },
      });
    }
    case 401:
    case 403:
      return new TerminalError("model-key", `${message}. Check the key of the server in the settings.`, {
        ...{ cause, retryable: true },
      });
    case 402:
      return new TerminalError("model-quota", `${message}. The account has no credit left; add credit.`, {
        ...{ cause, retryable: true },
      });
    case 404:
      return new TerminalError("model-gone", `${message}. ${ifMissing}`, {
        ...{ cause, retryable: true },
      });
    case 429:
      return new BusyError(message, retryAfterMs, { cause });
    case 503:
      return new OverloadedError(message, retryAfterMs, { cause });
    default:
      if (status === 408 || status >= 500) return new UnansweredError(message, { cause, usage: noUsage(id) });
      return new TerminalError("model-rejected", message, { cause, retryable: true });
  }
}

function secondsOf(text: string | null | undefined): number | undefined {
  const seconds = Number(text ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1_000) : undefined;
}

/** The message of the deepest cause, because the client's own message is only "Connection error.". */
function deepest(error: unknown): string {
  let reason = error;
  for (let depth = 0; depth < 4 && reason instanceof Error && reason.cause instanceof Error; depth += 1)
    reason = reason.cause;
  if (!(reason instanceof Error)) return String(reason);
  const code = "code" in reason && typeof reason.code === "string" ? `${reason.code}: ` : "";
  return reason.message.startsWith(code) ? reason.message : `${code}${reason.message}`;
}
