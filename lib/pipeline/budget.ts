// Pure deciders about money: whether a call may be reserved, the effect of its end, and the money that a session returns.
import {
  allot,
  allotted,
  dayLeft,
  type Funds,
  type GivenLimits,
  gifted,
  giveBack,
  newAccount,
  type RestFunds,
} from "./allotments.ts";
import { BusyError, TerminalError } from "./errors.ts";
import type { Account, Booked, CallKey, Ledger, LedgerRow, Reservation } from "./ledger.ts";
import { moneyLeft } from "./service-windows.ts";

/** Share of a day's rest that one session gets at once: enough for most sessions, and others may start at the same time. */
const DAY_SHARE = 0.25;
/**
 * If the service has limits, a session that runs short gets this share of its earlier allotments: a larger one would be withheld from other
 * sessions.
 */
const RAISE_SHARE = 0.25;
/** How soon a call that found no room tries again while other calls are under way. */
const LOOK_AGAIN_MS = 2_000;
/** The same if all running calls are batches. */
const LOOK_AT_BATCHES_MS = 300_000;

export type ReservePlan =
  /** With the funds after the reservation, where an allotment was taken from them. */
  | { kind: "reserved"; account: Account; row: LedgerRow; funds: Funds | undefined }
  /** It was reserved before. */
  | { kind: "known" }
  | { kind: "closed" }
  /** The session's allotment does not cover it: its funds must be read. */
  | { kind: "funds-needed" }
  | { kind: "short"; error: BusyError | TerminalError };

interface ReserveInput {
  account: Account | undefined;
  row: LedgerRow | undefined;
  /** Undefined until they are read. */
  funds: Funds | undefined;
}

export function planReserve(
  { account: stored, row: known, funds }: ReserveInput,
  call: Reservation,
  { limits, now }: { limits: GivenLimits; now: number },
): ReservePlan {
  if (known !== undefined) return { kind: "known" };
  const account = stored ?? newAccount(call);
  if ((account.closed[call.step] ?? 0) > call.fence) return { kind: "closed" };
  const { upToMicros } = call;
  if (call.payer === "editors") {
    const { limitMicros, spentMicros, reservedMicros } = account.editors ?? NOTHING;
    const missing = spentMicros + reservedMicros + upToMicros - limitMicros;
    const theirs = { ...account, reservedMicros };
    if (missing > 0) return short(theirs, call, { scope: "editors", limit: limitMicros, missing });
  }
  const given = allotted(account);
  const lacking = account.spentMicros + account.reservedMicros + upToMicros - given;
  if (lacking <= 0) return reserved(account, call, { now, funds: undefined });
  const sessionMicros = Math.min(limits.sessionMicros, call.budgetMicros ?? Number.POSITIVE_INFINITY);
  const sessionLeft = Math.max(0, sessionMicros - (given - gifted(account)));
  const refused = (scope: Scope, limit: number, left: number) =>
    short(account, call, { scope, limit, missing: lacking - left });
  if (lacking > sessionLeft) return refused("session", sessionMicros, sessionLeft);
  if (funds === undefined) return { kind: "funds-needed" };
  const inDay = dayLeft(funds);
  if (lacking > inDay) return refused("day", funds.day.limitMicros ?? funds.dayMicros, inDay);
  const inService = serviceLeft(funds, limits);
  if (lacking > inService.micros) return refused(inService.scope, inService.limit, inService.micros);
  const share = limits.service === undefined ? inDay * DAY_SHARE : given * RAISE_SHARE;
  const micros = Math.min(sessionLeft, inDay, inService.micros, Math.max(lacking, Math.ceil(share)));
  const richer = allot(account, funds, { micros, now });
  return reserved(richer.account, call, { now, funds: richer.funds });
}

const NOTHING = { limitMicros: 0, spentMicros: 0, reservedMicros: 0 };

/** The account of a session whose editors may spend so much. */
export function planEditorsLimit(account: Account, limitMicros: number): Account {
  return { ...account, editors: { ...(account.editors ?? NOTHING), limitMicros } };
}

/** What the editors of a session may still spend. */
export function editorsLeft(account: Account | undefined): number {
  const { limitMicros, spentMicros, reservedMicros } = account?.editors ?? NOTHING;
  return Math.max(0, limitMicros - spentMicros - reservedMicros);
}

/** The amount that the service may still allot, and the limit that is reached first. */
function serviceLeft(
  { service }: Funds,
  limits: GivenLimits,
): { micros: number; scope: Scope; limit: number } {
  if (service === undefined || limits.service === undefined) {
    return { micros: Number.POSITIVE_INFINITY, scope: "service-day", limit: Number.POSITIVE_INFINITY };
  }
  const { micros, window } = moneyLeft(service, limits.service);
  const { hourMicros, dayMicros } = limits.service;
  return window === "hour"
    ? { micros, scope: "service-hour", limit: hourMicros }
    : { micros, scope: "service-day", limit: dayMicros };
}

function reserved(
  account: Account,
  { budgetMicros: _budget, batch, ...call }: Reservation,
  { now, funds }: { now: number; funds: Funds | undefined },
): ReservePlan {
  const { upToMicros } = call;
  const plain: LedgerRow = { ...call, schemaVersion: 1, state: "reserved", micros: upToMicros, at: now };
  const { editors } = account;
  const theirs = call.payer && editors && { ...editors, reservedMicros: editors.reservedMicros + upToMicros };
  const richer: Account = {
    ...account,
    reservedMicros: account.reservedMicros + upToMicros,
    ...(theirs && { editors: theirs }),
  };
  if (!batch) return { kind: "reserved", account: richer, row: plain, funds };
  const batchMicros = (account.batchMicros ?? 0) + upToMicros;
  return { kind: "reserved", account: { ...richer, batchMicros }, row: { ...plain, batch }, funds };
}

type Scope = "session" | "editors" | "day" | "service-hour" | "service-day";

/** By kind of budget: its owner, the code of a failure for it, and a remedy. */
const SCOPES: Readonly<Record<Scope, { whose: string; code: string; mend: string }>> = {
  session: { whose: "the session's budget", code: "budget-session", mend: "raise it and try again" },
  editors: {
    ...{ whose: "the limit of the book's editors", code: "budget-editors" },
    mend: "the book's owner can raise it, or try again at their own cost",
  },
  day: { whose: "the user's budget of the day", code: "budget-day", mend: "raise it and try again" },
  "service-hour": {
    ...{ whose: "the service's budget of the hour", code: "budget-service" },
    mend: "try again in the next hour (UTC)",
  },
  "service-day": {
    ...{ whose: "the service's budget of the day", code: "budget-service" },
    mend: "try again on the next day (UTC)",
  },
};

/** Other calls of the session that are under way may cost less than was reserved for them. */
function short(
  { reservedMicros, batchMicros = 0 }: Account,
  { model, upToMicros }: Reservation,
  { scope, limit, missing }: { scope: Scope; limit: number; missing: number },
): ReservePlan {
  const { whose, code, mend } = SCOPES[scope];
  const message = `a call of ${model} may cost ${upToMicros} micro-dollars; ${whose} of ${limit} lacks ${missing}`;
  const error =
    reservedMicros > 0
      ? new BusyError(
          `${message} while other calls are under way`,
          reservedMicros > batchMicros ? LOOK_AGAIN_MS : LOOK_AT_BATCHES_MS,
        )
      : new TerminalError(code, `${message}; ${mend}`, { retryable: true });
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
  let { spentMicros, reservedMicros, batchMicros, editors } = account;
  for (const { upToMicros, micros, batch, payer } of rows) {
    spentMicros += micros;
    reservedMicros -= upToMicros;
    if (payer && editors) {
      const [spent, reserved] = [editors.spentMicros + micros, editors.reservedMicros - upToMicros];
      editors = { ...editors, spentMicros: spent, reservedMicros: reserved };
    }
    if (batch) batchMicros = (batchMicros ?? 0) - upToMicros;
  }
  const left = {
    ...{ spentMicros, reservedMicros },
    ...(batchMicros !== undefined && { batchMicros }),
    ...(editors && { editors }),
  };
  return { account: { ...account, ...left }, rows };
}

/** `rows`: those of the step. */
export function planClose(
  account: Account,
  rows: readonly LedgerRow[],
  {
    step,
    belowFence,
    keep,
    now,
  }: Pick<Parameters<Ledger["close"]>[0], "step" | "belowFence" | "keep"> & { now: number },
): Settlement {
  const isKept = ({ fence, n }: LedgerRow) => fence === keep?.fence && n === keep.n;
  const left = rows.filter((row) => row.state === "reserved" && row.fence < belowFence && !isKept(row));
  const closed = { ...account.closed, [step]: Math.max(belowFence, account.closed[step] ?? 0) };
  return settled(
    { ...account, closed },
    left.map((row) => ended(row, undefined, now)),
  );
}

/**
 * `rows`: the session's reserved ones. `days`: those of its allotments. `service`: the present windows, if the session holds a part of any.
 */
export function planRest(
  account: Account,
  { rows, now, ...funds }: { rows: readonly LedgerRow[]; now: number } & RestFunds,
): Settlement & RestFunds {
  const left = rows.filter(({ state }) => state === "reserved");
  const closed = { ...account.closed };
  for (const { step, fence } of left) closed[step] = Math.max(fence + 1, closed[step] ?? 0);
  const over = settled(
    { ...account, closed },
    left.map((row) => ended(row, undefined, now)),
  );
  return { ...over, ...giveBack(over.account, funds) };
}

/** Whether a session's account is final: nothing reserved, nothing to give back. */
export function isAtRest(account: Account): boolean {
  return account.reservedMicros === 0 && allotted(account) === account.spentMicros;
}

/** The sums of ended rows, by step and fence. */
export function bookedOf(rows: readonly LedgerRow[]): Booked[] {
  const steps = new Map<string, Record<string, number>>();
  for (const { step, fence, micros, state } of rows) {
    if (state === "reserved") continue;
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

/** The failure of sessions while their owner is suspended. */
export function ownerSuspended(): TerminalError {
  const message = "the owner of this book is suspended; try again when an operator has restored the account";
  return new TerminalError("owner-suspended", message, { retryable: true });
}

/** The failure of sessions while all spending is stopped. */
export function spendingStopped(reason: string): TerminalError {
  const message = `all spending is stopped: ${reason}; try again when it is allowed`;
  return new TerminalError("spending-stopped", message, { retryable: true });
}
