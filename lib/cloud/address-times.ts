// Begin and expiry of signed addresses. An object has the same address for a quarter of the lifetime, so that browsers can cache it.

/** Milliseconds since 1970; `lifeMs` is the least that an address lasts. */
export function addressTimes(lifeMs: number, now: number): { from: number; expires: number } {
  const windowMs = Math.ceil(lifeMs / 4 / 1_000) * 1_000;
  const from = Math.floor(now / windowMs) * windowMs;
  return { from, expires: from + windowMs + lifeMs };
}
