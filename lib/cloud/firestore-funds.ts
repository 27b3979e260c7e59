// The funds of allotments in Firestore: an owner's day, the owner's limit, and the windows of the service. A transaction that reads them
// and writes its changes cannot allot more than there is.
import * as z from "zod";
import { dayMicrosOf, type Funds, newDay, planStart, type Start } from "../pipeline/allotments.ts";
import {
  type Account,
  type DayBudget,
  DayBudgetSchema,
  DayLimitSchema,
  type Limits,
} from "../pipeline/ledger.ts";
import { dayOf, type ServiceWindows, ServiceWindowsSchema, windowsAt } from "../pipeline/service-windows.ts";
import type { Reader, StoredDocument, Writer } from "./documents.ts";
import { accountPath, dayBudgetPath, SERVICE_WINDOWS, userPath } from "./firestore-paths.ts";

type Read = Pick<Reader, "read">;

/** Only the limit of an account is read. */
const OwnerSchema = z.object({ dayLimit: DayLimitSchema.optional() });

/** The limits of a ledger in Firestore. The limit of a new account is looked up when it is needed. */
export interface StoreLimits extends Omit<Limits, "newAccountDayMicros"> {
  newAccountDayMicros?: number | (() => Promise<number>) | undefined;
}

interface Asked {
  ownerId: string;
  limits: StoreLimits;
  /** Of the transaction's first read. */
  now: number;
}

/** The funds of an owner but for their day. */
export async function readStanding(tx: Read, { ownerId, limits, now }: Asked): Promise<Omit<Funds, "day">> {
  const [dayMicros, [stored]] = await Promise.all([
    readDayMicros(tx, ownerId, limits),
    limits.service === undefined ? [] : tx.read([SERVICE_WINDOWS]),
  ]);
  return { dayMicros, service: limits.service && windowsAt(parseWindows(stored), now) };
}

/** An owner's daily limit. An owner without an account has the general limit. */
export async function readDayMicros(tx: Read, ownerId: string, limits: StoreLimits): Promise<number> {
  const [owner] = await tx.read([userPath(ownerId.replaceAll("/", "_"))], ["dayLimit"]);
  const known = owner?.content && OwnerSchema.parse(owner.content);
  const dayLimit = known?.dayLimit;
  if (dayLimit !== "new-account") return dayMicrosOf(dayLimit, { dayMicros: limits.dayMicros });
  const { dayMicros, newAccountDayMicros: given } = limits;
  return dayMicrosOf(dayLimit, {
    dayMicros,
    newAccountDayMicros: typeof given === "function" ? await given() : given,
  });
}

/** The present windows in which an account has an allotment. */
export async function readHeldWindows(
  tx: Read,
  { hours = {} }: Account,
  now: number,
): Promise<ServiceWindows | undefined> {
  const today = dayOf(now);
  const isHeld = Object.entries(hours).some(([hour, micros]) => micros > 0 && hour.startsWith(today));
  if (!isHeld) return undefined;
  const [windows] = await tx.read([SERVICE_WINDOWS]);
  return windowsAt(parseWindows(windows), now);
}

export function writeFunds(
  { set }: Pick<Writer, "set">,
  { days, service }: { days: Iterable<DayBudget>; service: ServiceWindows | undefined },
): void {
  for (const day of days) set(dayBudgetPath(day.ownerId, day.day), day);
  if (service !== undefined) set(SERVICE_WINDOWS, service);
}

/**
 * Counts a session's start and gives it its allotment if the service has limits; runs within the transaction that creates the session,
 * after its other reads. Returns a function that writes the result. Throws `ServiceFullError`.
 */
export async function takeStart(
  tx: Read,
  start: Start,
  { limits, now }: { limits: StoreLimits; now: number },
): Promise<(writer: Pick<Writer, "set">) => void> {
  if (limits.service === undefined) return () => {};
  const { ownerId } = start;
  const today = dayOf(now);
  const [[day], standing] = await Promise.all([
    tx.read([dayBudgetPath(ownerId, today)]),
    readStanding(tx, { ownerId, limits, now }),
  ]);
  const before = { day: parseDay(day) ?? newDay(ownerId, today), ...standing };
  const { account, funds } = planStart(start, before, { limits, now });
  return (writer) => {
    if (account !== undefined) writer.set(accountPath(account.sessionId), account);
    writeFunds(writer, { days: account === undefined ? [] : [funds.day], service: funds.service });
  };
}

export function parseDay(document: StoredDocument | undefined): DayBudget | undefined {
  return document?.content && DayBudgetSchema.parse(document.content);
}

/** The windows of a time, from the stored ones. */
export function presentWindows(document: StoredDocument | undefined, now: number): ServiceWindows {
  return windowsAt(parseWindows(document), now);
}

function parseWindows(document: StoredDocument | undefined): ServiceWindows | undefined {
  return document?.content && ServiceWindowsSchema.parse(document.content);
}
