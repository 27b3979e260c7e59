// The three kinds of failure that a step can end with. Whatever else is thrown counts as retryable.

/** The session fails, for a reason that a person can act on: refused, unusable, budget spent. */
export class TerminalError extends Error {
  override readonly name = "TerminalError";
  /** Stable, kebab-case: `story-unusable`. */
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A passing failure: the step is tried again, at most five times. */
export class RetryableError extends Error {
  override readonly name = "RetryableError";
}

/** No room now (429, quota, store down): tried again without counting as an attempt. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  readonly retryAfterMs: number | undefined;
  constructor(message: string, retryAfterMs?: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}
