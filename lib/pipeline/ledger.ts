// The port to the ledger: a row for every paid call, written before it is made, and the budgets that it must stay within.
// What the rows of a session say together is never less than what was spent for it. No row holds a person's text.
import * as z from "zod";
import type { ServiceLimits } from "./service-windows.ts";

const MicrosSchema = z.int().nonnegative();

/** Which call: the n-th of a claim. Rows have the key `{step}.{fence}.{n}` within their session. */
const CallKeySchema = z.object({
  sessionId: z.string(),
  step: z.string(),
  fence: z.int().positive(),
  n: z.int().positive(),
});
export type CallKey = z.infer<typeof CallKeySchema>;

export const LedgerRowSchema = CallKeySchema.extend({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  model: z.string(),
  /** `reserved`: the call may be under way. `settled`: its cost is known. `unknown`: nobody can say, so it counts in full. */
  state: z.enum(["reserved", "settled", "unknown"]),
  /** The most that was expected. */
  upToMicros: MicrosSchema,
  /** What it counts for: `upToMicros` unless it is settled. */
  micros: MicrosSchema,
  at: z.number(),
  endedAt: z.number().optional(),
  /** Of a batch, which may be under way for a day. */
  batch: z.literal(true).optional(),
});
export type LedgerRow = z.infer<typeof LedgerRowSchema>;

/** What a session may spend and has spent. */
export const AccountSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  /** What it holds of its owner's budgets, by day (`2026-11-24`, UTC). */
  allotments: z.record(z.string(), MicrosSchema),
  /** What of it the service's windows count, by hour (`2026-11-24T10`, UTC). Absent where the service has no limits. */
  hours: z.record(z.string(), MicrosSchema).optional(),
  /** Of its settled and unknown rows. */
  spentMicros: MicrosSchema,
  /** Of its reserved rows. */
  reservedMicros: MicrosSchema,
  /** Of these, the rows of batches. Absent where there was none. */
  batchMicros: MicrosSchema.optional(),
  /** Claims of a step below this fence are over: they reserve nothing any more. */
  closed: z.record(z.string(), z.int().positive()),
});
export type Account = z.infer<typeof AccountSchema>;

/** An owner's budget of one day. */
export const DayBudgetSchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  day: z.string(),
  /** What sessions hold of it; those that are over hold what they spent. */
  allottedMicros: MicrosSchema,
  /** Another limit than the setting, for this owner and day. */
  limitMicros: MicrosSchema.optional(),
});
export type DayBudget = z.infer<typeof DayBudgetSchema>;

/**
 * What an owner may be given on each day: `service`, the setting for everybody; `new-account`, the setting for accounts by password
 * and guests whose limit no operator has set; or the micro-dollars that an operator has set.
 */
export const DayLimitSchema = z.union([z.enum(["service", "new-account"]), MicrosSchema]);
export type DayLimit = z.infer<typeof DayLimitSchema>;

/** Throws all spending on or off, for everybody, without a deployment. */
export const SpendingSwitchSchema = z.object({ isOff: z.boolean(), reason: z.string().optional() });

export interface Limits {
  /** The most that a session may spend; a session's own budget may only be lower. */
  sessionMicros: number;
  /** The most that the sessions of an owner may be given on one day. */
  dayMicros: number;
  /** The same for a new account by password, where it is less. Undefined: `dayMicros`. */
  newAccountDayMicros?: number | undefined;
  /** Of all sessions together; undefined: there are none. */
  service?: ServiceLimits | undefined;
}

export interface Reservation extends CallKey {
  ownerId: string;
  model: string;
  upToMicros: number;
  /** The session's own budget, if it has one. */
  budgetMicros: number | undefined;
  batch?: true | undefined;
}

/** What claims of one step have booked, by fence. */
export interface Booked {
  step: string;
  byFence: Record<string, number>;
}

/** All throw `BusyError` when the store is down. Doing any of it again changes nothing twice. */
export interface Ledger {
  /**
   * Writes a call's row before it is made. The first row of a session takes an allotment from its owner's budget of the day, unless
   * it was given one when it started; so does a later row that it does not cover. Where the service has limits, they cover each
   * allotment, too. Throws `TerminalError` when no budget covers the call (`budget-session`,
   * `budget-day`, `budget-service`) or all spending is stopped (`spending-stopped`), `BusyError` when calls under way may leave enough, and
   * `ClaimClosedError` when the claim is over.
   */
  reserve(call: Reservation): Promise<void>;
  /**
   * Says what a call cost; without a cost, nobody knows. Gives what its row counts for: one that was closed meanwhile stays as it
   * is, one that was never written counts for nothing.
   */
  settle(call: CallKey, micros: number | undefined): Promise<number>;
  /**
   * Ends all claims of a step below a fence: what they left reserved counts in full, but for the row of a batch that goes on (`keep`).
   * Gives what they have booked.
   */
  close(claims: {
    sessionId: string;
    step: string;
    belowFence: number;
    keep?: Pick<CallKey, "fence" | "n"> | undefined;
  }): Promise<Booked>;
  /**
   * For a session of which nothing is in flight: counts in full what is still reserved, gives back to its owner what is left of
   * its allotments, and gives what its steps have booked where that is not `knownMicros` together.
   */
  rest(sessionId: string, knownMicros: number): Promise<Booked[]>;
  readAccount(sessionId: string): Promise<Account | undefined>;
  /** Without a day, today's by the store's own clock. */
  readDay(ownerId: string, day?: string): Promise<DayBudget & { limitMicros: number }>;
}

/** A claim that another one has followed, or that ended, wanted to pay. */
export class ClaimClosedError extends Error {
  override readonly name = "ClaimClosedError";
  constructor({ step, fence }: CallKey) {
    super(`claim ${fence} of ${step} is over and may not pay any more`);
  }
}
