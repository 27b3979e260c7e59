// The backoff of failed deliveries by a retry policy.

/** Doubles with each failed delivery, from `minimumMs` to `maximumMs`. */
export function exponentialBackoffMs(
  range: { minimumMs: number; maximumMs: number },
  failedAttempts: number,
): number {
  return Math.min(range.maximumMs, range.minimumMs * 2 ** (failedAttempts - 1));
}
