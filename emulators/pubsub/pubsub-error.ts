// The errors that the Pub/Sub core raises, named as gRPC names its statuses; the gRPC front translates them.

/** The status names that the core uses. */
export type PubSubErrorCode =
  | "ALREADY_EXISTS"
  | "FAILED_PRECONDITION"
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "UNIMPLEMENTED";

/** A refused call. The message is what the caller reads. */
export class PubSubError extends Error {
  override readonly name = "PubSubError";
  readonly code: PubSubErrorCode;

  constructor(code: PubSubErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const notFound = (resource: string) =>
  new PubSubError("NOT_FOUND", `Resource not found (resource=${resource}).`);

export const alreadyExists = (resource: string) =>
  new PubSubError("ALREADY_EXISTS", `Resource already exists in the project (resource=${resource}).`);

export const invalidArgument = (message: string) => new PubSubError("INVALID_ARGUMENT", message);

/** Names what this emulator does not do, so that nobody takes silence for support. */
export const unimplemented = (feature: string) =>
  new PubSubError("UNIMPLEMENTED", `The embedded Pub/Sub does not implement ${feature}.`);
