// What a step hands to the model adapter that works for it: paid calls that are remembered, and a place for notices.
import type { StepContext } from "../pipeline/phase.ts";

/**
 * `call` gives what is remembered of an equal call of the same owner; else it reserves the most that the call may cost, makes it, books
 * it and remembers it. Several calls may be under way at once. `note` says in a sentence what was done otherwise than asked; it is
 * shown in the session's timeline. `signal` aborts on cancel, a lost lease and the step's deadline. `slow`: models are asked in their
 * vendor's half-price lane, where they have one; `batch`: the first picture may be made in a batch.
 */
export type CallContext = Pick<
  StepContext<unknown>,
  "signal" | "call" | "note" | "progress" | "slow" | "batch"
>;
