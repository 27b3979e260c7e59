// The part of a step's context that model adapters get: metered and memoized calls, notices, cancellation.
import type { StepContext } from "../pipeline/phase.ts";

/**
 * `call` returns the memoized result of an equal call of the same owner, if there is one. Otherwise it reserves the call's upper cost,
 * makes the call, books its usage and memoizes the result. Calls may run concurrently. `note` adds a sentence to the session's timeline,
 * about a deviation from the request. `signal` aborts on cancel, a lost lease and the step's deadline. `slow`: use the vendor's
 * half-price mode if there is one. `batch`: the first picture may be made by the vendor's batch API. `payer`: for the rate limits of models,
 * which owners share.
 */
export type CallContext = Pick<
  StepContext<unknown>,
  "signal" | "call" | "note" | "progress" | "slow" | "batch" | "payer"
>;
