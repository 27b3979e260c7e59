// Requests of Google's JSON APIs, for what functions ask in a few words. The client libraries are megabytes each, which a cold
// start would load before its first answer.
import { setTimeout as sleep } from "node:timers/promises";
import { BusyError, storeRefused, type TerminalError } from "../pipeline/errors.ts";
import { type Answer, type Exchange, exchange } from "./http-exchange.ts";

export interface GoogleRequest extends Pick<Exchange, "url" | "method" | "body"> {
  headers?: Record<string, string>;
  /** An emulator asks for no account. */
  isEmulated: boolean;
  patience: Patience;
}

/** How long a service that does not answer is asked again. */
export interface Patience {
  /** Before the second try; doubles with each further one. */
  firstWaitMs: number;
  longestWaitMs: number;
  /** What one try may take. */
  tryMs: number;
  /** No try begins later than this after the first. */
  lastTryMs: number;
}

/** A service refused a request. */
class GoogleRefusedError extends Error {
  override readonly name = "GoogleRefusedError";
  /** Its HTTP status. */
  readonly code: number;
  constructor({ pathname }: URL, code: number, answer: string) {
    super(`${pathname} was refused (${code}): ${answer.slice(0, 500)}`);
    this.code = code;
  }
}

/** https://cloud.google.com/storage/docs/retry-strategy · https://cloud.google.com/pubsub/docs/reference/error-codes */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

export function isPassingStatus(status: number): boolean {
  return PASSING.has(status);
}

/**
 * What to throw where a service did not do something: `TerminalError` for what it refuses for good, which a status of 4xx says but for
 * those that pass; else `BusyError`.
 */
export function refusalOf(what: string, error: unknown): BusyError | TerminalError {
  const status: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  const isForGood = typeof status === "number" && status >= 400 && status < 500 && !isPassingStatus(status);
  return isForGood ? storeRefused(what, error) : new BusyError(what, undefined, { cause: error });
}

/** The answer's body. Throws an error with the HTTP status as its `code`, and what `exchange` throws. */
export async function askGoogle(request: GoogleRequest): Promise<Buffer> {
  const { url, patience, isEmulated, headers, ...rest } = request;
  const startedAt = performance.now();
  for (let waitMs = patience.firstWaitMs; ; waitMs = Math.min(patience.longestWaitMs, 2 * waitMs)) {
    try {
      const asked = { url, ...rest, headers: headers ?? {}, timeoutMs: patience.tryMs };
      const { status, body } = await askOnce(asked, isEmulated);
      if (status >= 200 && status < 300) return body;
      throw new GoogleRefusedError(url, status, body.toString());
    } catch (error) {
      const isFinal = error instanceof GoogleRefusedError && !PASSING.has(error.code);
      const tookMs = performance.now() - startedAt;
      if (isFinal || tookMs + waitMs > patience.lastTryMs) throw error;
    }
    await sleep(waitMs * (0.5 + 0.5 * Math.random()));
  }
}

/** One request in the name of this process's account; any status is an answer. Throws what `exchange` throws. */
export async function askOnce(asked: Exchange, isEmulated: boolean): Promise<Answer> {
  return exchange(
    isEmulated ? asked : { ...asked, headers: { ...(await accountHeaders()), ...asked.headers } },
  );
}

async function accountHeaders(): Promise<Record<string, string>> {
  return Object.fromEntries(new Headers(await (await import("./google-account.ts")).accountHeaders()));
}
