// The ledger in memory: for tests, simulations and programs without a database.
import {
  dayMicrosOf,
  type Funds,
  heldDays,
  newAccount,
  newDay,
  planGift,
  planStart,
  type Start,
} from "./allotments.ts";
import {
  bookedOf,
  callKey,
  isAtRest,
  ownerSuspended,
  planClose,
  planEditorsLimit,
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
  type DayLimit,
  type Ledger,
  type LedgerRow,
  type Limits,
} from "./ledger.ts";
import { dayOf, type ServiceWindows, windowsAt } from "./service-windows.ts";

export interface MemoryLedger extends Ledger {
  /** Every row, by session and key. */
  rows: Map<string, LedgerRow>;
  days: Map<string, DayBudget>;
  /** Daily limits of owners, where they differ from the setting. */
  dayLimits: Map<string, DayLimit>;
  /** The service's windows, as stored. */
  windows(): ServiceWindows | undefined;
  /** Counts a session's start and gives it its allotment, where the service has limits. Throws `ServiceFullError`. */
  start(session: Start): void;
  /** The same ledger with other limits. */
  within(limits: Limits): Ledger & Pick<MemoryLedger, "start">;
  /** Stops all spending, or allows it again. */
  stopSpending(reason: string | undefined): void;
  /** Owners whose sessions may not spend. */
  suspended: Set<string>;
}

const WIDE_LIMITS: Limits = { sessionMicros: 1_000_000_000_000, dayMicros: 1_000_000_000_000 };

export function memoryLedger(now: () => number, limits: Limits = WIDE_LIMITS): MemoryLedger {
  const rows = new Map<string, LedgerRow>();
  const accounts = new Map<string, Account>();
  const days = new Map<string, DayBudget>();
  const dayLimits = new Map<string, DayLimit>();
  let windows: ServiceWindows | undefined;
  const suspended = new Set<string>();
  let stopped: string | undefined;

  const rowId = (call: CallKey) => `${call.sessionId}.${callKey(call)}`;
  const dayId = (ownerId: string, day: string) => `${ownerId}.${day}`;
  const rowsOf = (sessionId: string) => [...rows.values()].filter((row) => row.sessionId === sessionId);
  const dayFor = (ownerId: string, day: string) => days.get(dayId(ownerId, day)) ?? newDay(ownerId, day);

  function keep(account: Account, changed: readonly LedgerRow[]): void {
    accounts.set(account.sessionId, account);
    for (const row of changed) rows.set(rowId(row), row);
  }

  function keepFunds(changedDays: readonly DayBudget[], service: ServiceWindows | undefined): void {
    for (const day of changedDays) days.set(dayId(day.ownerId, day.day), day);
    windows = service ?? windows;
  }

  const fundsOf = (ownerId: string, at: number, limits: Limits): Funds => ({
    day: dayFor(ownerId, dayOf(at)),
    dayMicros: dayMicrosOf(dayLimits.get(ownerId), limits),
    service: limits.service && windowsAt(windows, at),
  });

  const within = (limits: Limits): Ledger & Pick<MemoryLedger, "start"> => ({
    start(session) {
      const at = now();
      const { account, funds } = planStart(session, fundsOf(session.ownerId, at, limits), {
        limits,
        now: at,
      });
      if (account !== undefined) keep(account, []);
      if (limits.service !== undefined) keepFunds([funds.day], funds.service);
    },
    async reserve(call) {
      if (stopped !== undefined) throw spendingStopped(stopped);
      if (suspended.has(call.ownerId)) throw ownerSuspended();
      const at = now();
      const account = accounts.get(call.sessionId);
      const row = rows.get(rowId(call));
      const funds = fundsOf(call.ownerId, at, limits);
      const plan = planReserve({ account, row, funds }, call, { limits, now: at });
      if (plan.kind === "closed") throw new ClaimClosedError(call);
      if (plan.kind === "short") throw plan.error;
      if (plan.kind !== "reserved") return;
      keep(plan.account, [plan.row]);
      if (plan.funds !== undefined) keepFunds([plan.funds.day], plan.funds.service);
    },
    async settle(call, micros) {
      const row = rows.get(rowId(call));
      const account = accounts.get(call.sessionId);
      if (row === undefined || account === undefined) return 0;
      const settled = planSettle(account, row, { micros, now: now() });
      if (settled === undefined) return row.micros;
      keep(settled.account, settled.rows);
      return rows.get(rowId(call))?.micros ?? 0;
    },
    async close({ sessionId, step, belowFence, keep: kept }) {
      const account = accounts.get(sessionId);
      if (account === undefined) return { step, byFence: {} };
      const ofStep = () => rowsOf(sessionId).filter((row) => row.step === step);
      const closed = planClose(account, ofStep(), { step, belowFence, keep: kept, now: now() });
      keep(closed.account, closed.rows);
      const [booked] = bookedOf(ofStep().filter(({ fence }) => fence < belowFence));
      return booked ?? { step, byFence: {} };
    },
    async rest(sessionId, knownMicros) {
      const account = accounts.get(sessionId);
      if (account === undefined) return [];
      if (!isAtRest(account)) {
        const held = heldDays(account).map((day) => dayFor(account.ownerId, day));
        const at = now();
        const service = account.hours && windowsAt(windows, at);
        const rested = planRest(account, { rows: rowsOf(sessionId), days: held, service, now: at });
        keep(rested.account, rested.rows);
        keepFunds(rested.days, rested.service);
      }
      const spent = accounts.get(sessionId)?.spentMicros;
      return spent === knownMicros ? [] : bookedOf(rowsOf(sessionId));
    },
    async gift({ key, micros, ...of }) {
      const at = now();
      const account = accounts.get(of.sessionId) ?? newAccount(of);
      const service = limits.service && windowsAt(windows, at);
      const given = planGift(account, service, { key, micros }, { limits, now: at });
      if (given === undefined) return;
      keep(given.account, []);
      keepFunds([], given.service);
    },
    async readAccount(sessionId) {
      return accounts.get(sessionId);
    },
    async limitEditors(of, limitMicros) {
      keep(planEditorsLimit(accounts.get(of.sessionId) ?? newAccount(of), limitMicros), []);
    },
    async readDay(ownerId, day = dayOf(now())) {
      const limitMicros = dayMicrosOf(dayLimits.get(ownerId), limits);
      return { limitMicros, ...dayFor(ownerId, day) };
    },
  });

  return {
    suspended,
    ...within(limits),
    ...{ rows, days, dayLimits, within },
    windows: () => windows,
    stopSpending(reason) {
      stopped = reason;
    },
  };
}
