// Finds repeated paid calls and what interrupted the first one: compares the journal of calls with crashes of workers, outages of the suite
// and expired leases. Pure functions.
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

/** Events between a call and its record. `standstill`: its worker lived, but sent no heartbeat for a whole lease. */
const CAUSES = ["crash", "outage", "standstill"] as const;
type Cause = (typeof CAUSES)[number];

export interface Payments {
  paidCalls: number;
  /** Paid calls for work of a session that was paid before. */
  paidRepeats: number;
  /** Number of repeats by the event that interrupted the first call. */
  repeatsAfter: Record<Cause | "nothing", number>;
  /** Paid calls that were interrupted before their record: an upper bound of repeats. */
  cutOff: Record<Cause, number>;
}

/** Milliseconds after the end of an outage for which a worker may still wait to reconnect while its lease expires. */
const AFTERMATH_MS = 3_000;

export function judgePayments({ calls, deaths, outages, lapses, taken }: Evidence): Payments {
  const diedAt = new Map(deaths.map(({ instance, at }) => [instance, at]));
  const claimOf = ({ sessionId, step, fence }: Omit<Lapse, "fence"> & { fence: number | null }) =>
    `${sessionId} ${step} ${fence}`;
  const recordedAt = new Map(taken.map((one) => [claimOf(one), one.at]));
  const lapsed = new Set(lapses.map(claimOf));

  /** The event that hit a call's worker before `to`. */
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
 * Steps whose picture was submitted in more than one batch. A batch can be found by its name after a crash, so a crash is no cause for a
 * second.
 */
export function batchesTwice(ordered: readonly PaidCall[]): string[] {
  const same = Map.groupBy(ordered, ({ sessionId, step, call }) => `${sessionId} ${step} ${call}`);
  return [...same].filter(([, made]) => made.length > 1).map(([what]) => what);
}
