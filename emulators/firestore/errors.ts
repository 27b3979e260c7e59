// The error type of the Firestore emulator: the name of a canonical status, and a message.

/** The canonical statuses that the emulator uses, as google.rpc.Code names them. */
export type StatusName =
  | "CANCELLED"
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "PERMISSION_DENIED"
  | "FAILED_PRECONDITION"
  | "ABORTED"
  | "UNIMPLEMENTED"
  | "INTERNAL"
  | "UNAVAILABLE"
  | "UNAUTHENTICATED";

/** An error that the client receives with its status. */
export class FirestoreError extends Error {
  readonly status: StatusName;

  constructor(status: StatusName, message: string) {
    super(message);
    this.name = "FirestoreError";
    this.status = status;
  }
}

export function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}

/** The error for a feature that the emulator does not cover. It names the feature. */
export function unimplemented(what: string): FirestoreError {
  return new FirestoreError("UNIMPLEMENTED", `The embedded Firestore emulator does not support ${what}.`);
}

/** Converts any error into a `FirestoreError`. An error of another type is a defect of the emulator: it is logged and becomes INTERNAL. */
export function toFirestoreError(error: unknown): FirestoreError {
  if (error instanceof FirestoreError) return error;
  console.error("Firestore emulator:", error);
  return new FirestoreError("INTERNAL", String(error));
}
