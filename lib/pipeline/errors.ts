// The three kinds of failure with which a step can end, and the end of its time. Any other error counts as retryable.

interface TerminalOptions extends ErrorOptions {
  /** Whether a retry of the session may succeed, because the cause is outside the session. Default: no. */
  retryable?: boolean;
}

/** The session fails, for a reason on which a person can act: refused, unusable, budget spent. */
export class TerminalError extends Error {
  override readonly name = "TerminalError";
  /** Stable, kebab-case: `story-unusable`. */
  readonly code: string;
  readonly retryable: boolean;
  constructor(code: string, message: string, { retryable = false, ...options }: TerminalOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryable = retryable;
  }
}

const STORE_REFUSED = "store-refused";

/** A store refuses a request, and would refuse it again: no rights, no such place, too large. Once that is repaired, a retry continues. */
export function storeRefused(what: string, cause: unknown): TerminalError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new TerminalError(STORE_REFUSED, `${what}: ${why}`, { retryable: true, cause });
}

export function isStoreRefused(error: unknown): error is TerminalError {
  return error instanceof TerminalError && error.code === STORE_REFUSED;
}

/** A passing failure: the step is tried again, at most five times. */
export class RetryableError extends Error {
  override readonly name = "RetryableError";
}

/** No room now (429, quota, store down): tried again, and not counted as an attempt. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  /** The provider may keep a place from that time on, for a few seconds, so a resting step continues exactly then. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, retryAfterMs?: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * A call was not started, because it may take longer than the rest of the step's time. Nothing was reserved or paid for it. The step is
 * published again; this does not count as an attempt if the claim has stored at least one new answer.
 */
export class OutOfTimeError extends Error {
  override readonly name = "OutOfTimeError";
  /** `leftMs`: time until the step's deadline; `mayTakeMs`: the longest time of the call that was not begun. */
  constructor(model: string, { leftMs, mayTakeMs }: { leftMs: number; mayTakeMs: number }) {
    const seconds = (ms: number) => Math.floor(ms / 1_000);
    super(
      `a call of ${model} may take ${seconds(mayTakeMs)} s, but the step has only ${seconds(leftMs)} s left`,
    );
  }
}
