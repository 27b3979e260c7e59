// Firestore's errors as the pipeline's: what passes by itself is busy, anything else is a bug and stays what it is.
import { BusyError } from "../pipeline/errors.ts";

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

/** Runs a call of Firestore; what passes by itself is thrown as `BusyError`. */
export async function orBusy<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isPassing(error)) throw error;
    throw new BusyError("Firestore is not available", undefined, { cause: error });
  }
}
