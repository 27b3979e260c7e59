// The one error that the Firestore emulator answers with: a canonical status by name, and a message.

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

/** A refusal that reaches the client with its status. */
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

/** What the emulator does not cover, by its name. */
export function unimplemented(what: string): FirestoreError {
  return new FirestoreError("UNIMPLEMENTED", `The embedded Firestore emulator does not support ${what}.`);
}

/** Any error as one that can be answered. What is none of ours is a fault of the emulator, and is told to its user. */
export function toFirestoreError(error: unknown): FirestoreError {
  if (error instanceof FirestoreError) return error;
  console.error("Firestore emulator:", error);
  return new FirestoreError("INTERNAL", String(error));
}
