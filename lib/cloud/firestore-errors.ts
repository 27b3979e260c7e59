// Firestore's errors as the pipeline's: what passes by itself is busy, what is refused for good is terminal, and anything else stays
// what it is.
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

/** What was to be created is there already. */
export function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === ALREADY_EXISTS;
}

/** What was to be changed is of another version, or gone. */
export function isChanged(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === FAILED_PRECONDITION || error.code === NOT_FOUND;
}

export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "number") return false;
  // A transaction that a restarted server does not know any more may be begun again.
  if (error.code === INVALID_ARGUMENT)
    return /transaction (has expired|is invalid)|no longer valid/.test(error.message);
  return PASSING.has(error.code);
}

/** What to throw for an error that does not pass: a `TerminalError` where Firestore refused for good, else the error itself. */
export function lastingError(error: unknown): unknown {
  const isRefusal =
    error instanceof Error && "code" in error && typeof error.code === "number" && FOR_GOOD.has(error.code);
  return isRefusal ? storeRefused("Firestore refused a request", error) : error;
}

/** Runs a call of Firestore; what passes by itself is thrown as `BusyError`, what is refused for good as `TerminalError`. */
export async function orBusy<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isPassing(error)) throw lastingError(error);
    throw new BusyError("Firestore is not available", undefined, { cause: error });
  }
}
