// Serializes an error to leave a worker, because structured clones lose an error's class and own fields.
// No imports, because every worker loads this file first.

/** An error as plain data. `deserialize-error.ts` is the inverse. */
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

/** Takes any thrown value. */
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
