// Maps Firestore's errors to the pipeline's: transient ones to busy, permanent refusals to terminal, all others unchanged.
import { BusyError, storeRefused } from "../pipeline/errors.ts";

// https://grpc.github.io/grpc/core/md_doc_statuscodes.html
const PASSING = new Set([
  1, // CANCELLED
  2, // UNKNOWN
  4, // DEADLINE_EXCEEDED
  8, // RESOURCE_EXHAUSTED
  10, // ABORTED
  13, // INTERNAL
  14, // UNAVAILABLE
]);
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;
/** Waiting does not change it. */
const FOR_GOOD = new Set([
  INVALID_ARGUMENT,
  NOT_FOUND,
  7, // PERMISSION_DENIED
  FAILED_PRECONDITION,
  11, // OUT_OF_RANGE
  12, // UNIMPLEMENTED
  16, // UNAUTHENTICATED
]);

/** The document to create exists already. */
export function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === ALREADY_EXISTS;
}

/** The document to change has another version, or does not exist. */
export function isChanged(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === FAILED_PRECONDITION || error.code === NOT_FOUND;
}

export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "number") return false;
  // If a restarted server does not know a transaction any more, it may be started again.
  if (error.code === INVALID_ARGUMENT)
    return /transaction (has expired|is invalid)|no longer valid/.test(error.message);
  return PASSING.has(error.code);
}

/** The error to throw for a failure that is not transient: a `TerminalError` if Firestore refused permanently, else the error itself. */
export function lastingError(error: unknown): unknown {
  const isRefusal =
    error instanceof Error && "code" in error && typeof error.code === "number" && FOR_GOOD.has(error.code);
  return isRefusal ? storeRefused("Firestore refused a request", error) : error;
}

/** Runs a call of Firestore; throws transient errors as `BusyError` and permanent refusals as `TerminalError`. */
export async function orBusy<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isPassing(error)) throw lastingError(error);
    throw new BusyError("Firestore is not available", undefined, { cause: error });
  }
}
