// Decides about money: whether a call may be reserved, what an end of it changes, what a session gives back. Pure.
import { BusyError, TerminalError } from "./errors.ts";
import type { Account, Booked, CallKey, DayBudget, LedgerRow, Limits, Reservation } from "./ledger.ts";

/** The part of what is left of a day that one session is given at once: enough for most, and others may start beside it. */
const DAY_SHARE = 0.25;
/** How soon a call that found no room tries again while others are under way. */
const LOOK_AGAIN_MS = 2_000;

/** The day of a time, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function newDay(ownerId: string, day: string): DayBudget {
  return { schemaVersion: 1, ownerId, day, allottedMicros: 0 };
}

function newAccount({ sessionId, ownerId }: Reservation): Account {
  const nothing = { allotments: {}, spentMicros: 0, reservedMicros: 0, closed: {} };
  return { schemaVersion: 1, sessionId, ownerId, ...nothing };
}

function allotted({ allotments }: Account): number {
  return Object.values(allotments).reduce((sum, micros) => sum + micros, 0);
}

export type ReservePlan =
  | { kind: "reserved"; account: Account; row: LedgerRow; day: DayBudget | undefined }
  /** It was reserved before. */
  | { kind: "known" }
  | { kind: "closed" }
  /** The session's allotment does not cover it: the owner's day must be looked at. */
  | { kind: "day-needed" }
  | { kind: "short"; error: BusyError | TerminalError };

interface Purse {
  account: Account | undefined;
  row: LedgerRow | undefined;
  /** Undefined as long as nobody has looked. */
  day: DayBudget | undefined;
}

export function planReserve(
  { account: stored, row: known, day }: Purse,
  call: Reservation,
  { limits, now }: { limits: Limits; now: number },
): ReservePlan {
  if (known !== undefined) return { kind: "known" };
  const account = stored ?? newAccount(call);
  if ((account.closed[call.step] ?? 0) > call.fence) return { kind: "closed" };
  const { upToMicros } = call;
  const given = allotted(account);
  const lacking = account.spentMicros + account.reservedMicros + upToMicros - given;
  if (lacking <= 0) return reserved(account, call, { now, day: undefined });
  const sessionMicros = Math.min(limits.sessionMicros, call.budgetMicros ?? Number.POSITIVE_INFINITY);
  const sessionLeft = Math.max(0, sessionMicros - given);
  if (lacking > sessionLeft) {
    return short(account, call, { scope: "session", limit: sessionMicros, missing: lacking - sessionLeft });
  }
  if (day === undefined) return { kind: "day-needed" };
  const dayMicros = day.limitMicros ?? limits.dayMicros;
  const dayLeft = Math.max(0, dayMicros - day.allottedMicros);
  if (lacking > dayLeft) {
    return short(account, call, { scope: "day", limit: dayMicros, missing: lacking - dayLeft });
  }
  const more = Math.min(sessionLeft, Math.max(lacking, Math.ceil(dayLeft * DAY_SHARE)));
  const held = (account.allotments[day.day] ?? 0) + more;
  const richer = { ...account, allotments: { ...account.allotments, [day.day]: held } };
  return reserved(richer, call, { now, day: { ...day, allottedMicros: day.allottedMicros + more } });
}

function reserved(
  account: Account,
  { budgetMicros: _budget, ...call }: Reservation,
  { now, day }: { now: number; day: DayBudget | undefined },
): ReservePlan {
  const row: LedgerRow = { ...call, schemaVersion: 1, state: "reserved", micros: call.upToMicros, at: now };
  const reservedMicros = account.reservedMicros + call.upToMicros;
  return { kind: "reserved", account: { ...account, reservedMicros }, row, day };
}

/** While other calls of the session are under way, they may cost less than was reserved for them. */
function short(
  { reservedMicros }: Account,
  { model, upToMicros }: Reservation,
  { scope, limit, missing }: { scope: "session" | "day"; limit: number; missing: number },
): ReservePlan {
  const whose = scope === "session" ? "the session's budget" : "the budget of the day";
  const message = `a call of ${model} may cost ${upToMicros} micro-dollars, and ${whose} of ${limit} is short of ${missing}`;
  const error =
    reservedMicros > 0
      ? new BusyError(`${message} while other calls are under way`, LOOK_AGAIN_MS)
      : new TerminalError(`budget-${scope}`, `${message}; raise it and try again`, { retryable: true });
  return { kind: "short", error };
}

export interface Settlement {
  account: Account;
  rows: LedgerRow[];
}

/** Without a cost, the row counts in full. Undefined when the row has ended already. */
export function planSettle(
  account: Account,
  row: LedgerRow,
  { micros, now }: { micros: number | undefined; now: number },
): Settlement | undefined {
  if (row.state !== "reserved") return undefined;
  return settled(account, [ended(row, micros, now)]);
}

function ended(row: LedgerRow, micros: number | undefined, now: number): LedgerRow {
  return micros === undefined
    ? { ...row, state: "unknown", endedAt: now }
    : { ...row, state: "settled", micros, endedAt: now };
}

function settled(account: Account, rows: LedgerRow[]): Settlement {
  let { spentMicros, reservedMicros } = account;
  for (const { upToMicros, micros } of rows) {
    spentMicros += micros;
    reservedMicros -= upToMicros;
  }
  return { account: { ...account, spentMicros, reservedMicros }, rows };
}

/** `rows` are those of the step. */
export function planClose(
  account: Account,
  rows: readonly LedgerRow[],
  { step, belowFence, now }: { step: string; belowFence: number; now: number },
): Settlement {
  const left = rows.filter((row) => row.state === "reserved" && row.fence < belowFence);
  const closed = { ...account.closed, [step]: Math.max(belowFence, account.closed[step] ?? 0) };
  return settled(
    { ...account, closed },
    left.map((row) => ended(row, undefined, now)),
  );
}

/** `rows` are the reserved ones of the session, `days` those of its allotments. */
export function planRest(
  account: Account,
  { rows, days, now }: { rows: readonly LedgerRow[]; days: readonly DayBudget[]; now: number },
): Settlement & { days: DayBudget[] } {
  const left = rows.filter(({ state }) => state === "reserved");
  const closed = { ...account.closed };
  for (const { step, fence } of left) closed[step] = Math.max(fence + 1, closed[step] ?? 0);
  const over = settled(
    { ...account, closed },
    left.map((row) => ended(row, undefined, now)),
  );
  const back = giveBack(over.account, days);
  return { ...over, ...back };
}

/** What was not spent goes back to the latest days first; what was spent beyond the allotments is taken from the last one. */
function giveBack(account: Account, days: readonly DayBudget[]): { account: Account; days: DayBudget[] } {
  let unspent = allotted(account) - account.spentMicros;
  const allotments = { ...account.allotments };
  const changed: DayBudget[] = [];
  for (const day of days.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    const held = allotments[day.day] ?? 0;
    const back = Math.min(unspent, held);
    if (back === 0) continue;
    unspent -= back;
    allotments[day.day] = held - back;
    changed.push({ ...day, allottedMicros: Math.max(0, day.allottedMicros - back) });
  }
  return { account: { ...account, allotments }, days: changed };
}

/** Whether a session's account says all there is to say: nothing reserved, nothing to give back. */
export function isAtRest(account: Account): boolean {
  return account.reservedMicros === 0 && allotted(account) === account.spentMicros;
}

/** What rows count for, by step and fence. */
export function bookedOf(rows: readonly LedgerRow[]): Booked[] {
  const steps = new Map<string, Record<string, number>>();
  for (const { step, fence, micros } of rows) {
    const byFence = steps.get(step) ?? {};
    byFence[fence] = (byFence[fence] ?? 0) + micros;
    steps.set(step, byFence);
  }
  return [...steps].map(([step, byFence]) => ({ step, byFence }));
}

/** `artwork.p003.k2.4.1`: a row's key within its session. */
export function callKey({ step, fence, n }: CallKey): string {
  return `${step.replaceAll("/", ".")}.${fence}.${n}`;
}

/** What a session fails with while all spending is stopped. */
export function spendingStopped(reason: string): TerminalError {
  const message = `all spending is stopped: ${reason}; try again when it goes on`;
  return new TerminalError("spending-stopped", message, { retryable: true });
}
