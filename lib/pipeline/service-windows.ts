// The limits of the service as a whole, on money and on starts, in a calendar hour and on a day (UTC). Pure.
import * as z from "zod";

const CountSchema = z.int().nonnegative();

const WindowSchema = z.object({
  /** `2026-11-24T10` for an hour, `2026-11-24` for a day; UTC. */
  at: z.string(),
  /** The sum allotted to sessions in this window, less the money returned while it was open. */
  givenMicros: CountSchema,
  /** Sessions that started in it, free ones included. */
  sessions: CountSchema,
});
type Window = z.infer<typeof WindowSchema>;

/** One document for the whole service, so that its limits hold exactly. Windows that have ended are replaced, so their number is fixed. */
export const ServiceWindowsSchema = z.object({
  schemaVersion: z.literal(1),
  hour: WindowSchema,
  day: WindowSchema,
});
export type ServiceWindows = z.infer<typeof ServiceWindowsSchema>;

/** Micro-dollars that sessions may be given, and sessions that may start, in each window. */
export interface ServiceLimits {
  hourMicros: number;
  dayMicros: number;
  hourSessions: number;
  daySessions: number;
}

/** A limit of the service is reached: no session starts until its window turns. */
export class ServiceFullError extends Error {
  override readonly name = "ServiceFullError";
  readonly window: "hour" | "day";
  readonly of: "money" | "sessions";
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Until then, at least 1. */
  readonly waitSeconds: number;
  constructor(full: { window: "hour" | "day"; of: "money" | "sessions"; until: number }, now: number) {
    super(`${reasonOf(full)}; try again at ${new Date(full.until).toISOString()}`);
    this.window = full.window;
    this.of = full.of;
    this.until = full.until;
    this.waitSeconds = Math.max(1, Math.ceil((full.until - now) / 1_000));
  }
}

function reasonOf({ window, of }: Pick<ServiceFullError, "window" | "of">): string {
  const when = window === "hour" ? "this hour" : "today";
  return of === "money"
    ? `the service's budget for all sessions ${when} is used up`
    : `the service has started its maximum number of sessions ${when}`;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The day of a time, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The hour of a time, in UTC: `2026-11-24T10`. */
export function hourOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 13);
}

/** The windows of a time: a stored window that still lasts, otherwise a new one. */
export function windowsAt(stored: ServiceWindows | undefined, now: number): ServiceWindows {
  const current = (window: Window | undefined, at: string): Window =>
    // A transaction that read an earlier clock does not replace a newer window.
    window !== undefined && window.at >= at ? window : { at, givenMicros: 0, sessions: 0 };
  return {
    schemaVersion: 1,
    hour: current(stored?.hour, hourOf(now)),
    day: current(stored?.day, dayOf(now)),
  };
}

/** The money left, and the window that limits it; the day where both do, because it lasts longer. */
export function moneyLeft(
  { hour, day }: ServiceWindows,
  limits: ServiceLimits,
): { micros: number; window: "hour" | "day" } {
  const inHour = Math.max(0, limits.hourMicros - hour.givenMicros);
  const inDay = Math.max(0, limits.dayMicros - day.givenMicros);
  return inDay <= inHour ? { micros: inDay, window: "day" } : { micros: inHour, window: "hour" };
}

/** When a window ends, in milliseconds since 1970. */
export function turnOf(window: "hour" | "day", now: number): number {
  const lengthMs = window === "hour" ? HOUR_MS : DAY_MS;
  return (Math.floor(now / lengthMs) + 1) * lengthMs;
}

/** The windows after one more session has started. Throws `ServiceFullError`. */
export function startIn(windows: ServiceWindows, limits: ServiceLimits, now: number): ServiceWindows {
  const refuse = (window: "hour" | "day") => {
    throw new ServiceFullError({ window, of: "sessions", until: turnOf(window, now) }, now);
  };
  const { hour, day } = windows;
  if (day.sessions >= limits.daySessions) refuse("day");
  if (hour.sessions >= limits.hourSessions) refuse("hour");
  return {
    ...windows,
    hour: { ...hour, sessions: hour.sessions + 1 },
    day: { ...day, sessions: day.sessions + 1 },
  };
}

/** The windows after a session was given this sum. */
export function giveFrom(windows: ServiceWindows, micros: number): ServiceWindows {
  const { hour, day } = windows;
  return {
    ...windows,
    hour: { ...hour, givenMicros: hour.givenMicros + micros },
    day: { ...day, givenMicros: day.givenMicros + micros },
  };
}

/** The windows after a session has returned a part of its sum, by the hour in which it was allotted; closed windows are unchanged. */
export function giveBackTo(
  windows: ServiceWindows,
  byHour: Readonly<Record<string, number>>,
): ServiceWindows {
  const returned = (window: Window): Window => {
    const back = Object.entries(byHour).filter(([hour]) => hour.startsWith(window.at));
    const givenMicros = back.reduce((given, [, micros]) => given - micros, window.givenMicros);
    return { ...window, givenMicros: Math.max(0, givenMicros) };
  };
  return { ...windows, hour: returned(windows.hour), day: returned(windows.day) };
}
