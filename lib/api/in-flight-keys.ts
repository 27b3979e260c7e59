// Idempotency keys: their format, and a lock so that a repeat is not answered while the first request is in progress.
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ The store handles repeats that reach another process and
// later ones.
import { ApiProblem } from "./problems.ts";

export interface InFlightKeys {
  /**
   * Runs `work` exclusively for this owner and key; without a key, runs it directly. Throws `ApiProblem`: 400 for a malformed key, 409
   * while another request with the same key is in progress.
   */
  alone<T>(asked: { ownerId: string; key: string | undefined }, work: () => Promise<T>): Promise<T>;
}

export function inFlightKeys(): InFlightKeys {
  const held = new Set<string>();
  return {
    async alone({ ownerId, key }, work) {
      if (key === undefined) return work();
      if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
        throw new ApiProblem(
          400,
          "invalid-idempotency-key",
          "An idempotency key has 1 to 255 visible ASCII characters.",
        );
      }
      const name = JSON.stringify([ownerId, key]);
      if (held.has(name)) {
        const detail = "A request with this idempotency key is still being answered; ask again in a moment.";
        throw new ApiProblem(409, "idempotency-in-flight", detail, {}, { "retry-after": "1" });
      }
      held.add(name);
      try {
        return await work();
      } finally {
        held.delete(name);
      }
    },
  };
}
