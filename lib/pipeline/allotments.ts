// Pure deciders about allotments: the money that a session holds from its owner's days and the service's windows, from its start to its
// end.
import type { Account, DayBudget, DayLimit, Gift, Limits } from "./ledger.ts";
import {
  giveBackTo,
  giveFrom,
  hourOf,
  moneyLeft,
  ServiceFullError,
  type ServiceWindows,
  startIn,
  turnOf,
} from "./service-windows.ts";

/**
 * If the service has limits, a session gets this multiple of its expected cost at its start. Each call reserves its maximum cost, so a
 * session holds more than it spends.
 */
const START_HEADROOM = 1.25;

export function newDay(ownerId: string, day: string): DayBudget {
  return { schemaVersion: 1, ownerId, day, allottedMicros: 0 };
}

export function newAccount({ sessionId, ownerId }: Pick<Account, "sessionId" | "ownerId">): Account {
  const nothing = { allotments: {}, spentMicros: 0, reservedMicros: 0, closed: {} };
  return { schemaVersion: 1, sessionId, ownerId, ...nothing };
}

/** The sum of a session's allotments. */
export function allotted({ allotments }: Account): number {
  return Object.values(allotments).reduce((sum, micros) => sum + micros, 0);
}

/** Begins the key of an allotment that the service gave, beyond the owner's budgets; all other keys are days. */
const GIFT = "gift.";

/** The owner's days of which a session holds a part. */
export function heldDays({ allotments }: Account): string[] {
  return Object.keys(allotments).filter((day) => !day.startsWith(GIFT));
}

/** The sum that the service gave a session. */
export function gifted({ allotments }: Account): number {
  return Object.entries(allotments).reduce(
    (sum, [key, micros]) => sum + (key.startsWith(GIFT) ? micros : 0),
    0,
  );
}

/** The micro-dollars that an owner's sessions may be given on a day. */
export function dayMicrosOf(
  limit: DayLimit | undefined,
  { dayMicros, newAccountDayMicros }: Pick<Limits, "dayMicros" | "newAccountDayMicros">,
): number {
  if (typeof limit === "number") return limit;
  return limit === "new-account" ? Math.min(dayMicros, newAccountDayMicros ?? dayMicros) : dayMicros;
}

/** The limits besides the owner's, which is among the funds. */
export type GivenLimits = Pick<Limits, "sessionMicros" | "service">;

/** What an allotment is taken from. */
export interface Funds {
  day: DayBudget;
  /** The owner's daily limit. */
  dayMicros: number;
  /** The present windows; undefined where the service has no limits. */
  service: ServiceWindows | undefined;
}

export const dayLeft = ({ day, dayMicros }: Funds) =>
  Math.max(0, (day.limitMicros ?? dayMicros) - day.allottedMicros);

/** The account and its funds after `micros` more were allotted. */
export function allot(
  account: Account,
  { day, service, ...funds }: Funds,
  { micros, now }: { micros: number; now: number },
): { account: Account; funds: Funds } {
  const more = (held: Readonly<Record<string, number>>, at: string) => ({
    ...held,
    [at]: (held[at] ?? 0) + micros,
  });
  return {
    account: {
      ...account,
      allotments: more(account.allotments, day.day),
      ...(service && { hours: more(account.hours ?? {}, hourOf(now)) }),
    },
    funds: {
      ...funds,
      day: { ...day, allottedMicros: day.allottedMicros + micros },
      service: service && giveFrom(service, micros),
    },
  };
}

/**
 * Pure: the account with a gift, which the service's windows count and the owner's day does not. What is not spent of it is returned before
 * the owner's own allotments are. Undefined if it was given before. Throws `ServiceFullError`.
 */
export function planGift(
  before: Account,
  service: ServiceWindows | undefined,
  { key, micros }: Pick<Gift, "key" | "micros">,
  { limits, now }: { limits: GivenLimits; now: number },
): { account: Account; service: ServiceWindows | undefined } | undefined {
  if (before.allotments[`${GIFT}${key}`] !== undefined) return undefined;
  const account = { ...before, allotments: { ...before.allotments, [`${GIFT}${key}`]: micros } };
  if (service === undefined || limits.service === undefined) return { account, service };
  const left = moneyLeft(service, limits.service);
  if (micros > left.micros) {
    throw new ServiceFullError({ ...left, of: "money", until: turnOf(left.window, now) }, now);
  }
  const hour = hourOf(now);
  const hours = { ...before.hours, [hour]: (before.hours?.[hour] ?? 0) + micros };
  return { account: { ...account, hours }, service: giveFrom(service, micros) };
}

/** A session that is about to start. */
export interface Start {
  sessionId: string;
  ownerId: string;
  /** What it is expected to cost. */
  mayCostMicros: number;
  /** The session's own budget, if it has one. */
  budgetMicros: number | undefined;
}

/**
 * If the service has limits: counts a session's start and allots its expected cost. The part that its owner's budgets do not cover is not
 * taken from the service, because those budgets refuse its calls. Throws `ServiceFullError`. Without an account, the session has no
 * allotment.
 */
export function planStart(
  start: Start,
  funds: Funds,
  { limits, now }: { limits: GivenLimits; now: number },
): { account: Account | undefined; funds: Funds } {
  if (funds.service === undefined || limits.service === undefined) return { account: undefined, funds };
  const service = startIn(funds.service, limits.service, now);
  const micros = Math.min(
    Math.ceil(start.mayCostMicros * START_HEADROOM),
    ...[limits.sessionMicros, start.budgetMicros ?? Number.POSITIVE_INFINITY, dayLeft(funds)],
    // A book that costs more than a whole window takes one window, and gets more in the next.
    ...[limits.service.hourMicros, limits.service.dayMicros],
  );
  const left = moneyLeft(service, limits.service);
  if (micros > left.micros) {
    throw new ServiceFullError({ ...left, of: "money", until: turnOf(left.window, now) }, now);
  }
  if (micros === 0) return { account: undefined, funds: { ...funds, service } };
  return allot(newAccount(start), { ...funds, service }, { micros, now });
}

export interface RestFunds {
  days: readonly DayBudget[];
  service: ServiceWindows | undefined;
}

/** Gives the days that changed. */
export function giveBack(account: Account, { days, service }: RestFunds): { account: Account } & RestFunds {
  const unspent = allotted(account) - account.spentMicros;
  const ofDays = takeBack(account.allotments, unspent);
  const ofHours = account.hours && takeBack(account.hours, unspent);
  const changed = days.flatMap((day) => {
    const back = ofDays.back[day.day];
    return back === undefined ? [] : { ...day, allottedMicros: Math.max(0, day.allottedMicros - back) };
  });
  return {
    account: { ...account, allotments: ofDays.left, ...(ofHours && { hours: ofHours.left }) },
    days: changed,
    service: service && ofHours && giveBackTo(service, ofHours.back),
  };
}

/** Unspent money is returned to the latest day first; overspent money is taken from the latest day. */
function takeBack(
  held: Readonly<Record<string, number>>,
  unspent: number,
): { left: Record<string, number>; back: Record<string, number> } {
  const left = { ...held };
  const back: Record<string, number> = {};
  let rest = unspent;
  for (const [at, micros] of Object.entries(held).toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    const returned = Math.min(rest, micros);
    if (returned === 0) continue;
    rest -= returned;
    left[at] = micros - returned;
    back[at] = returned;
  }
  return { left, back };
}
