// The broker's errors, with gRPC's status names. `grpc-calls.ts` converts them into gRPC statuses.

/** The status names that the broker uses. */
export type PubSubErrorCode =
  | "ALREADY_EXISTS"
  | "FAILED_PRECONDITION"
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "UNIMPLEMENTED";

/** An error that the caller receives with its message. */
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

/** The error for an uncovered feature, which it names. */
export const unimplemented = (feature: string) =>
  new PubSubError("UNIMPLEMENTED", `The embedded Pub/Sub does not implement ${feature}.`);
