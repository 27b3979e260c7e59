// Maps refusals of a service to the pipeline's errors: by its HTTP status, or by its gRPC status if its client reports that.
import { BusyError, storeRefused, type TerminalError } from "../pipeline/errors.ts";

/** https://cloud.google.com/storage/docs/retry-strategy · https://cloud.google.com/pubsub/docs/reference/error-codes */
const PASSING = new Set([408, 409, 429, 499, 500, 502, 503, 504]);

/**
 * The error for a failed request: `TerminalError` for a permanent refusal (every 4xx status except the transient ones), else `BusyError`.
 */
export function refusalOf(what: string, error: unknown): BusyError | TerminalError {
  const status: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  const isForGood = typeof status === "number" && status >= 400 && status < 500 && !PASSING.has(status);
  return isForGood ? storeRefused(what, error) : new BusyError(what, undefined, { cause: error });
}
