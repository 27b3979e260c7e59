// What operators see of the service as a whole, and the record of what they did, with their reasons.
import * as z from "zod";
import { MOST_OPERATOR_REASON } from "../../pipeline/schedule.ts";
import type { ServiceWindows } from "../../pipeline/service-windows.ts";
import type { ListPlace } from "../session-reader.ts";

/** Days after which an act is deleted. */
export const ACT_LIFE_DAYS = 400;

export const OPERATOR_ACTIONS = [
  ...(["cancel", "redrive", "rerun", "park", "withdraw", "admit", "close-reports"] as const),
  ...(["suspend", "restore", "switch-off", "switch-on", "forget-dead-letter", "break-glass"] as const),
] as const;

/** An act is recorded before it is done: one that failed has its record, too. */
export const OperatorActSchema = z.object({
  schemaVersion: z.literal(1),
  actId: z.string(),
  at: z.iso.datetime(),
  /** Owner id of the operator. */
  by: z.string(),
  action: z.enum(OPERATOR_ACTIONS),
  reason: z.string().max(MOST_OPERATOR_REASON),
  sessionId: z.string().optional(),
  /** The owner that it is about. */
  ownerId: z.string().optional(),
  step: z.string().optional(),
});
export type OperatorAct = z.infer<typeof OperatorActSchema>;

/** A message that Pub/Sub gave up, without its data. */
export const ListedDeadLetterSchema = z.object({
  letterId: z.string(),
  /** Absent if the message could not be read. */
  sessionId: z.string().optional(),
  step: z.string().optional(),
  deliveryAttempt: z.int().optional(),
});
export type ListedDeadLetter = z.infer<typeof ListedDeadLetterSchema>;

export const SpendSchema = z.object({
  /** UTC. */
  day: z.string(),
  /** Calls that were reserved on this day, and the sum for which they count: the cost, or the maximum where it is not known yet. */
  calls: z.int().nonnegative(),
  micros: z.int().nonnegative(),
  /** By the cost, highest first; models without a call are absent. */
  models: z.array(z.object({ model: z.string(), calls: z.int(), micros: z.int() })),
  /** Owners with the largest allotments on this day, at most `MOST_OWNERS`. */
  owners: z.array(
    z.object({ ownerId: z.string(), allottedMicros: z.int(), limitMicros: z.int().optional() }),
  ),
});
export type Spend = z.infer<typeof SpendSchema>;

export const MOST_OWNERS = 50;

export interface SpendingSwitch {
  isOff: boolean;
  reason?: string | undefined;
}

/** All throw `BusyError` when the store is down. */
export interface OperatorRecords {
  /** Times are by the store's clock. */
  addAct(act: Omit<OperatorAct, "schemaVersion" | "actId" | "at">): Promise<void>;
  /** Newest first, then by id; of one session if given. */
  listActs(page: {
    sessionId?: string | undefined;
    after?: ListPlace | undefined;
    limit: number;
  }): Promise<OperatorAct[]>;
  /** In the order of their ids, which begins after `after`. */
  listDeadLetters(page: { after?: string | undefined; limit: number }): Promise<ListedDeadLetter[]>;
  /** False if there is no such letter. */
  forgetDeadLetter(letterId: string): Promise<boolean>;
  /** `models`: ids of the models by which the sum is divided; calls of others are only in the sum. */
  readSpend(day: string, models: readonly string[]): Promise<Spend>;
  /** Undefined if no session has started since the service has limits. */
  readWindows(): Promise<ServiceWindows | undefined>;
  readSwitch(): Promise<SpendingSwitch>;
  /** All instances follow within five seconds. */
  setSwitch(to: SpendingSwitch): Promise<void>;
}

/** Midnight of a day and of the next one, in milliseconds (UTC). */
export function spanOf(day: string): { from: number; to: number } {
  const from = Date.parse(`${day}T00:00:00Z`);
  return { from, to: from + 86_400_000 };
}

/** The ids in the data of a message. */
export function stepIn(data: string): Pick<ListedDeadLetter, "step"> {
  const read = z.object({ step: z.string().max(100) }).safeParse(parsed(data));
  return read.success ? { step: read.data.step } : {};
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
