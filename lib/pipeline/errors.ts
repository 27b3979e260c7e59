// The three kinds of failure that a step can end with, and the end of its time. Whatever else is thrown counts as retryable.

interface TerminalOptions extends ErrorOptions {
  /** Whether the session may go on when it is tried again, because something outside it has changed. Default: no. */
  retryable?: boolean;
}

/** The session fails, for a reason that a person can act on: refused, unusable, budget spent. */
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

/** A store refuses what it is asked, and would refuse it again: no rights, no such place, too large. Once that is mended, a retry goes on. */
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

/** No room now (429, quota, store down): tried again without counting as an attempt. */
export class BusyError extends Error {
  override readonly name = "BusyError";
  /** A place may be kept from then on, for a few seconds: whoever rests comes back at that moment. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, retryAfterMs?: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * A call was not begun, because it may take longer than the step has left. Nothing was reserved or paid for it. The step is
 * published again; that is no attempt if it has remembered at least one new answer.
 */
export class OutOfTimeError extends Error {
  override readonly name = "OutOfTimeError";
  /** `leftMs` until the step's deadline; `mayTakeMs` of the call that was not begun. */
  constructor(model: string, { leftMs, mayTakeMs }: { leftMs: number; mayTakeMs: number }) {
    const seconds = (ms: number) => Math.floor(ms / 1_000);
    super(`a call of ${model} may take ${seconds(mayTakeMs)} s, and the step has ${seconds(leftMs)} s left`);
  }
}
