// An error as data, so that it can leave a worker: structured clones lose an error's class and its own fields.
// It imports nothing, because every worker loads it first.

/** Of an error what survives the way out of a worker. `deserialize-error.ts` makes an error of it again. */
export interface SerializedError {
  name: string;
  message: string;
  stack?: string | undefined;
  cause?: SerializedError | undefined;
  /** Own fields that are strings, numbers or booleans: `code`, `retryable`, `retryAfterMs`. */
  fields: Record<string, string | number | boolean>;
  /** Of a `ZodError`, as JSON. */
  issues?: string | undefined;
}

/** Works for whatever was thrown. */
export function serializeError(error: unknown): SerializedError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), fields: {} };
  const { name, message, stack, cause } = error;
  return {
    ...{ name, message, stack },
    ...(cause instanceof Error && { cause: serializeError(cause) }),
    fields: Object.fromEntries(Object.entries(error).filter(([key, value]) => isField(key, value))),
    ...("issues" in error && { issues: JSON.stringify(error.issues) }),
  };
}

function isField(key: string, value: unknown): boolean {
  return key !== "name" && ["string", "number", "boolean"].includes(typeof value);
}
