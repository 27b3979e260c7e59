// The ledger in memory: for tests, simulations and programs without a database.
import {
  bookedOf,
  callKey,
  dayOf,
  isAtRest,
  newDay,
  planClose,
  planReserve,
  planRest,
  planSettle,
  spendingStopped,
} from "./budget.ts";
import {
  type Account,
  type CallKey,
  ClaimClosedError,
  type DayBudget,
  type Ledger,
  type LedgerRow,
  type Limits,
} from "./ledger.ts";

export interface MemoryLedger extends Ledger {
  /** Every row, by session and key. */
  rows: Map<string, LedgerRow>;
  days: Map<string, DayBudget>;
  /** The same ledger with other limits. */
  within(limits: Limits): Ledger;
  /** Stops all spending, or lets it go on. */
  stopSpending(reason: string | undefined): void;
}

const WIDE_LIMITS: Limits = { sessionMicros: 1_000_000_000_000, dayMicros: 1_000_000_000_000 };

export function memoryLedger(now: () => number, limits: Limits = WIDE_LIMITS): MemoryLedger {
  const rows = new Map<string, LedgerRow>();
  const accounts = new Map<string, Account>();
  const days = new Map<string, DayBudget>();
  let stopped: string | undefined;

  const rowId = (call: CallKey) => `${call.sessionId}.${callKey(call)}`;
  const dayId = (ownerId: string, day: string) => `${ownerId}.${day}`;
  const rowsOf = (sessionId: string) => [...rows.values()].filter((row) => row.sessionId === sessionId);
  const dayFor = (ownerId: string, day: string) => days.get(dayId(ownerId, day)) ?? newDay(ownerId, day);

  function keep(account: Account, changed: readonly LedgerRow[], changedDays: readonly DayBudget[]): void {
    accounts.set(account.sessionId, account);
    for (const row of changed) rows.set(rowId(row), row);
    for (const day of changedDays) days.set(dayId(day.ownerId, day.day), day);
  }

  const within = (limits: Limits): Ledger => ({
    async reserve(call) {
      if (stopped !== undefined) throw spendingStopped(stopped);
      const at = now();
      const account = accounts.get(call.sessionId);
      const row = rows.get(rowId(call));
      const day = dayFor(call.ownerId, dayOf(at));
      const plan = planReserve({ account, row, day }, call, { limits, now: at });
      if (plan.kind === "closed") throw new ClaimClosedError(call);
      if (plan.kind === "short") throw plan.error;
      if (plan.kind === "reserved") keep(plan.account, [plan.row], plan.day ? [plan.day] : []);
    },
    async settle(call, micros) {
      const row = rows.get(rowId(call));
      const account = accounts.get(call.sessionId);
      if (row === undefined || account === undefined) return 0;
      const settled = planSettle(account, row, { micros, now: now() });
      if (settled === undefined) return row.micros;
      keep(settled.account, settled.rows, []);
      return rows.get(rowId(call))?.micros ?? 0;
    },
    async close({ sessionId, step, belowFence }) {
      const account = accounts.get(sessionId);
      if (account === undefined) return { step, byFence: {} };
      const ofStep = () => rowsOf(sessionId).filter((row) => row.step === step);
      const closed = planClose(account, ofStep(), { step, belowFence, now: now() });
      keep(closed.account, closed.rows, []);
      const [booked] = bookedOf(ofStep().filter(({ fence }) => fence < belowFence));
      return booked ?? { step, byFence: {} };
    },
    async rest(sessionId, knownMicros) {
      const account = accounts.get(sessionId);
      if (account === undefined) return [];
      if (!isAtRest(account)) {
        const held = Object.keys(account.allotments).map((day) => dayFor(account.ownerId, day));
        const rested = planRest(account, { rows: rowsOf(sessionId), days: held, now: now() });
        keep(rested.account, rested.rows, rested.days);
      }
      const spent = accounts.get(sessionId)?.spentMicros;
      return spent === knownMicros ? [] : bookedOf(rowsOf(sessionId));
    },
    async readAccount(sessionId) {
      return accounts.get(sessionId);
    },
    async readDay(ownerId, day = dayOf(now())) {
      return { limitMicros: limits.dayMicros, ...dayFor(ownerId, day) };
    },
  });

  return {
    ...within(limits),
    ...{ rows, days, within },
    stopSpending(reason) {
      stopped = reason;
    },
  };
}
