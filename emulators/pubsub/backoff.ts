// How long a failed delivery waits, as a retry policy says it.

/** Doubles from `minimumMs` with each failed delivery, up to `maximumMs`. */
export function exponentialBackoffMs(
  range: { minimumMs: number; maximumMs: number },
  failedAttempts: number,
): number {
  return Math.min(range.maximumMs, range.minimumMs * 2 ** (failedAttempts - 1));
}
