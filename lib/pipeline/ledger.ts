// Port to the ledger: a row for each paid call, written before the call, and the budgets that limit the rows. The rows of a session never
// add up to less than the money spent for it. No row contains users' texts.
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
  /**
   * `reserved`: the call may be in progress. `settled`: its cost is known. `unknown`: its cost cannot be determined, so it counts in full.
   */
  state: z.enum(["reserved", "settled", "unknown"]),
  /** The most that the call may cost. */
  upToMicros: MicrosSchema,
  /** The amount that the row counts for: `upToMicros` unless it is settled. */
  micros: MicrosSchema,
  at: z.number(),
  endedAt: z.number().optional(),
  /** The row is of a batch, which may run for a day. */
  batch: z.literal(true).optional(),
  /** The call is for a change by an editor of the book, and counts towards their limit. */
  payer: z.literal("editors").optional(),
});
export type LedgerRow = z.infer<typeof LedgerRowSchema>;

/** What a session may spend and has spent. */
export const AccountSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  /** The part of its owner's budgets that the session holds, by day (`2026-11-24`, UTC); gifts of the service have keys with `gift.`. */
  allotments: z.record(z.string(), MicrosSchema),
  /**
   * The part of the allotments that the service's windows count, by hour (`2026-11-24T10`, UTC). Absent where the service has no limits.
   */
  hours: z.record(z.string(), MicrosSchema).optional(),
  /** Sum of the settled and unknown rows. */
  spentMicros: MicrosSchema,
  /** Sum of the reserved rows. */
  reservedMicros: MicrosSchema,
  /** The part of `reservedMicros` that is of batches. Absent where there was none. */
  batchMicros: MicrosSchema.optional(),
  /** What the editors of the book may spend of it together, and have spent. Absent: nothing. */
  editors: z
    .object({ limitMicros: MicrosSchema, spentMicros: MicrosSchema, reservedMicros: MicrosSchema })
    .optional(),
  /** By step: claims with a lower fence have ended and reserve nothing any more. */
  closed: z.record(z.string(), z.int().positive()),
});
export type Account = z.infer<typeof AccountSchema>;

/** An owner's budget of one day. */
export const DayBudgetSchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  day: z.string(),
  /** Sum of the money that sessions hold from it; an ended session holds what it spent. */
  allottedMicros: MicrosSchema,
  /** The limit for this owner and day, where it differs from the setting. */
  limitMicros: MicrosSchema.optional(),
});
export type DayBudget = z.infer<typeof DayBudgetSchema>;

/**
 * The daily limit of an owner: `service`, the setting for all owners; `new-account`, the setting for accounts by password and guests whose
 * limit no operator has set; or the micro-dollars that an operator has set.
 */
export const DayLimitSchema = z.union([z.enum(["service", "new-account"]), MicrosSchema]);
export type DayLimit = z.infer<typeof DayLimitSchema>;

/** Stops all spending, or allows it again, for all owners and without a deployment. */
export const SpendingSwitchSchema = z.object({ isOff: z.boolean(), reason: z.string().optional() });

/** Maximum number of owners that are suspended at a time: the ledger reads all of them together. */
export const MOST_SUSPENDED = 5_000;

/** Owners whose sessions may not spend. Operators suspend and restore them. */
export const SuspendedOwnersSchema = z.object({ owners: z.array(z.string()).max(MOST_SUSPENDED) });

export interface Limits {
  /** The most that a session may spend; a session's own budget may only be lower. */
  sessionMicros: number;
  /** The most that the sessions of an owner may be given on one day. */
  dayMicros: number;
  /** The same for a new account by password, where it is lower. Undefined: `dayMicros`. */
  newAccountDayMicros?: number | undefined;
  /** Limits of all sessions together; undefined: there are none. */
  service?: ServiceLimits | undefined;
}

export interface Reservation extends CallKey {
  ownerId: string;
  model: string;
  upToMicros: number;
  /** The session's own budget, if it has one. */
  budgetMicros: number | undefined;
  batch?: true | undefined;
  payer?: LedgerRow["payer"];
}

/** Money that the service gives a session. */
export interface Gift {
  sessionId: string;
  ownerId: string;
  /** A gift with the same key is given once. */
  key: string;
  micros: number;
}

/** What claims of one step have booked, by fence. */
export interface Booked {
  step: string;
  byFence: Record<string, number>;
}

/** All throw `BusyError` when the store is down. Each may be repeated: the second time changes nothing. */
export interface Ledger {
  /**
   * Writes a call's row before it is made. The first row of a session takes an allotment from its owner's budget of the day, unless
   * it was given one when it started; so does a later row that it does not cover. Where the service has limits, they cover each
   * allotment, too. Throws `TerminalError` when no budget covers the call (`budget-session`,
   * `budget-editors`, `budget-day`, `budget-service`), the owner is suspended (`owner-suspended`) or all spending is stopped (`spending-stopped`), `BusyError` when calls under way may leave enough, and
   * `ClaimClosedError` when the claim is over.
   */
  reserve(call: Reservation): Promise<void>;
  /**
   * Records the cost of a call; without a cost, the cost is unknown. Gives the amount that the row counts for: a row that was closed
   * meanwhile is not changed, and a row that was never written counts for nothing.
   */
  settle(call: CallKey, micros: number | undefined): Promise<number>;
  /**
   * Ends all claims of a step below a fence: what they left reserved counts in full, except the row of a batch that goes on (`keep`). Gives
   * what these claims have booked.
   */
  close(claims: {
    sessionId: string;
    step: string;
    belowFence: number;
    keep?: Pick<CallKey, "fence" | "n"> | undefined;
  }): Promise<Booked>;
  /**
   * For a session of which nothing is in flight: counts in full what is still reserved, gives the rest of its allotments back to its owner,
   * and gives what its steps have booked where that does not add up to `knownMicros`.
   */
  rest(sessionId: string, knownMicros: number): Promise<Booked[]>;
  /**
   * Gives a session money beyond its owner's budgets, once for each key. The service's windows count it. Throws `ServiceFullError` where
   * they have too little left.
   */
  gift(gift: Gift): Promise<void>;
  readAccount(sessionId: string): Promise<Account | undefined>;
  /** Sets what the editors of a session may spend together; what they have spent counts towards it. */
  limitEditors(of: Pick<Account, "sessionId" | "ownerId">, limitMicros: number): Promise<void>;
  /** Default of `day`: today, by the store's clock. */
  readDay(ownerId: string, day?: string): Promise<DayBudget & { limitMicros: number }>;
}

/** The claim has ended or was followed by another one, so its call is not reserved. */
export class ClaimClosedError extends Error {
  override readonly name = "ClaimClosedError";
  constructor({ step, fence }: CallKey) {
    super(`claim ${fence} of ${step} has ended and may not pay any more`);
  }
}
