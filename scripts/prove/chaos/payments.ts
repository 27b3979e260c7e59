// Which paid calls were made again, and what had cut off the first: the journal of calls held against the deaths of workers,
// the outages of the suite and the leases that ran out. Pure.
import type { Lapse, Taken } from "./audit.ts";
import type { PaidCall } from "./journal.ts";
import type { Outage } from "./suite-keeper.ts";

interface Evidence {
  calls: readonly PaidCall[];
  deaths: readonly { instance: string; at: number }[];
  outages: readonly Outage[];
  lapses: readonly Lapse[];
  taken: readonly Taken[];
}

/** What came between a call and its record. `standstill`: its worker was not heard of for a whole lease, and lived. */
const CAUSES = ["crash", "outage", "standstill"] as const;
type Cause = (typeof CAUSES)[number];

export interface Payments {
  paidCalls: number;
  /** Calls that were paid for before, for the same work of the same session. */
  paidRepeats: number;
  /** Why the first call had come to nothing. */
  repeatsAfter: Record<Cause | "nothing", number>;
  /** Paid calls that were cut off before their result was recorded: the most that may repeat. */
  cutOff: Record<Cause, number>;
}

/** So long after the suite came back, a worker may still wait to be let in again, while its lease runs out. Milliseconds. */
const AFTERMATH_MS = 3_000;

export function judgePayments({ calls, deaths, outages, lapses, taken }: Evidence): Payments {
  const diedAt = new Map(deaths.map(({ instance, at }) => [instance, at]));
  const claimOf = ({ sessionId, step, fence }: Omit<Lapse, "fence"> & { fence: number | null }) =>
    `${sessionId} ${step} ${fence}`;
  const recordedAt = new Map(taken.map((one) => [claimOf(one), one.at]));
  const lapsed = new Set(lapses.map(claimOf));

  /** What happened to the worker of a call until `to`. */
  function causeOf(call: PaidCall, to: number): Cause | undefined {
    const death = diedAt.get(call.instance) ?? Number.NaN;
    if (death >= call.at && death <= to) return "crash";
    const isAway = outages.some((outage) => outage.from <= to && outage.to + AFTERMATH_MS >= call.at);
    if (isAway) return "outage";
    return lapsed.has(claimOf(call)) ? "standstill" : undefined;
  }

  const none = { crash: 0, outage: 0, standstill: 0 };
  const repeatsAfter = { ...none, nothing: 0 };
  const cutOff = { ...none };
  const lastAt = calls.reduce((latest, { at }) => Math.max(latest, at), 0);
  const same = Map.groupBy(calls, ({ sessionId, step, call }) => `${sessionId} ${step} ${call}`);
  for (const made of same.values()) {
    const inOrder = made.toSorted((a, b) => a.at - b.at);
    for (const [index, call] of inOrder.entries()) {
      const again = inOrder[index + 1]?.at;
      if (again !== undefined) repeatsAfter[causeOf(call, again) ?? "nothing"] += 1;
      if (recordedAt.has(claimOf(call))) continue;
      const cause = causeOf(call, again ?? lastAt);
      if (cause !== undefined) cutOff[cause] += 1;
    }
  }
  const paidRepeats = Object.values(repeatsAfter).reduce((sum, count) => sum + count, 0);
  return { paidCalls: calls.length, paidRepeats, repeatsAfter, cutOff };
}

/**
 * Steps whose picture was ordered in more than one batch. Whoever died over the first left it to be found by its name: no crash excuses
 * a second.
 */
export function batchesTwice(ordered: readonly PaidCall[]): string[] {
  const same = Map.groupBy(ordered, ({ sessionId, step, call }) => `${sessionId} ${step} ${call}`);
  return [...same].filter(([, made]) => made.length > 1).map(([what]) => what);
}
