// The contract of stores and ledger together about the service's limits; run by the tests of each implementation.
import { describe, expect, test } from "vitest";
import { BusyError, TerminalError } from "./errors.ts";
import type { DayLimit, Ledger, Limits, Reservation } from "./ledger.ts";
import { clientSession } from "./projection.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import type { ScheduleStore } from "./schedule-store.ts";
import { ServiceFullError, type ServiceWindows } from "./service-windows.ts";
import { newSchedule } from "./session.ts";

export interface ServiceLimitsUnderTest {
  /** On shared storage. */
  open(limits: Limits): { schedules: ScheduleStore; ledger: Ledger };
  /** An id that no other test uses. */
  newId(): string;
  /** As stored. */
  readWindows(): Promise<ServiceWindows | undefined>;
  /** Clears the windows of the service. */
  clearWindows(): Promise<void>;
  setDayLimit(ownerId: string, limit: DayLimit): Promise<void>;
}

const PARAMS = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };
const WIDE = { hourMicros: 100_000, dayMicros: 100_000, hourSessions: 100, daySessions: 100 };

/** `use` gives the fixtures of the whole suite; it is called inside the tests. */
export function describeServiceLimits(name: string, use: () => ServiceLimitsUnderTest): void {
  async function begin(service: Partial<typeof WIDE> = {}, more: Partial<Limits> = {}) {
    const suite = use();
    const { open, newId, clearWindows, readWindows } = suite;
    await clearWindows();
    const limits = { sessionMicros: 10_000, dayMicros: 20_000, ...more, service: { ...WIDE, ...service } };
    const { schedules, ledger } = open(limits);
    const start = async (mayCostMicros: number, options: { ownerId?: string; key?: string } = {}) => {
      const { ownerId = newId(), key } = options;
      const sessionId = newId();
      const started = await schedules.create(
        {
          ...{ sessionId, ownerId, story: "むかしむかし", cost: { mayCostMicros, budgetMicros: undefined } },
          idempotency: key === undefined ? undefined : { key, requestHash: "r1" },
        },
        (now) => {
          const schedule = newSchedule({ sessionId, ownerId, params: PARAMS }, now, 1_000);
          return { schedule, session: clientSession(schedule, undefined), events: [] };
        },
      );
      const call = (n: number, upToMicros: number): Reservation => ({
        ...{ sessionId, ownerId, step: "plot", fence: 1, n, model: "m", upToMicros, budgetMicros: undefined },
      });
      return { ...started, ownerId, call };
    };
    /** For the day, because the hour may end while a test runs. */
    const given = async () => (await readWindows())?.day.givenMicros ?? 0;
    const counted = async () => (await readWindows())?.day.sessions ?? 0;
    return { ...suite, schedules, ledger, start, given, counted };
  }

  const fulfilled = (starts: readonly PromiseSettledResult<unknown>[]) =>
    starts.filter(({ status }) => status === "fulfilled").length;
  const reasons = (starts: readonly PromiseSettledResult<unknown>[]) =>
    starts.flatMap((start) => (start.status === "rejected" ? [start.reason] : []));

  describe(name, () => {
    test("a session is given a quarter more than its expected cost, at its creation", async () => {
      const { start, ledger, given, counted } = await begin();
      const { sessionId, ownerId } = await start(400);
      const account = await ledger.readAccount(sessionId);
      expect(Object.values(account?.allotments ?? {})).toEqual([500]);
      expect(Object.values(account?.hours ?? {})).toEqual([500]);
      expect((await ledger.readDay(ownerId)).allottedMicros).toBe(500);
      expect([await given(), await counted()]).toEqual([500, 1]);
    });

    test("a gift of the service pays for a session beyond its owner's day, and what is left of it returns", async () => {
      const { start, ledger, given } = await begin({}, { dayMicros: 500 });
      const { sessionId, ownerId, call } = await start(400);
      await ledger.reserve(call(1, 500));
      await ledger.settle(call(1, 500), 500);
      await expect(ledger.reserve(call(2, 300))).rejects.toMatchObject({ code: "budget-day" });
      const gift = { sessionId, ownerId, key: "plot@1", micros: 300 };
      await ledger.gift(gift);
      await ledger.gift(gift);
      expect(await given()).toBe(800);
      await ledger.reserve(call(2, 300));
      await ledger.settle(call(2, 300), 120);
      await ledger.rest(sessionId, 620);
      expect(await given()).toBe(620);
      expect((await ledger.readDay(ownerId)).allottedMicros).toBe(500);
      await ledger.gift({ ...gift, key: "plot@2", micros: 50 });
      await expect(ledger.gift({ ...gift, key: "plot@3", micros: WIDE.dayMicros })).rejects.toThrow(
        ServiceFullError,
      );
    });

    test("sessions that start at the same moment never get the same money", async () => {
      const { start, ledger, given, schedules } = await begin({ dayMicros: 2_000 });
      const starts = await Promise.allSettled(Array.from({ length: 12 }, () => start(400)));
      expect(fulfilled(starts)).toBe(4);
      for (const reason of reasons(starts)) {
        expect(reason).toBeInstanceOf(ServiceFullError);
        expect(reason).toMatchObject({ window: "day", of: "money" });
      }
      const begun = starts.flatMap((one) => (one.status === "fulfilled" ? [one.value.sessionId] : []));
      const held = await Promise.all(begun.map((id) => ledger.readAccount(id)));
      expect(held.map((account) => Object.values(account?.allotments ?? {}))).toEqual(Array(4).fill([500]));
      expect(await given()).toBe(2_000);
      expect(await Promise.all(begun.map((id) => schedules.peek(id)))).not.toContain(undefined);
    });

    test("no more sessions start than allowed, and free ones count", async () => {
      const { start, counted, ledger } = await begin({ daySessions: 5 });
      const starts = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) => start(index % 2 === 0 ? 0 : 100)),
      );
      expect(fulfilled(starts)).toBe(5);
      for (const reason of reasons(starts)) expect(reason).toMatchObject({ window: "day", of: "sessions" });
      expect(await counted()).toBe(5);
      expect(await ledger.readAccount("nobody")).toBeUndefined();
    });

    test("an hour has limits of its own", async () => {
      const { start } = await begin({ hourSessions: 1 });
      await start(0);
      const refused = start(0);
      await expect(refused).rejects.toThrow(ServiceFullError);
      await expect(refused).rejects.toMatchObject({ window: "hour", of: "sessions" });
      const money = await begin({ hourMicros: 500 });
      await money.start(400);
      await expect(money.start(1)).rejects.toMatchObject({ window: "hour", of: "money" });
    });

    test("a free session starts when all money is given out, and has no account", async () => {
      const { start, ledger } = await begin({ dayMicros: 500 });
      await start(400);
      const { sessionId } = await start(0);
      expect(await ledger.readAccount(sessionId)).toBeUndefined();
    });

    test("a repeated start counts once, and is answered when the limit is reached", async () => {
      const { start, given, counted, newId } = await begin({ daySessions: 1 });
      const [ownerId, key] = [newId(), newId()];
      const first = await start(400, { ownerId, key });
      const again = await start(400, { ownerId, key });
      expect(again).toMatchObject({ sessionId: first.sessionId, created: false });
      expect([await given(), await counted()]).toEqual([500, 1]);
    });

    test("a session returns its unspent money once, and its start still counts", async () => {
      const { start, ledger, given, counted } = await begin();
      const { sessionId, call } = await start(400);
      await ledger.reserve(call(1, 200));
      await ledger.settle(call(1, 200), 120);
      await Promise.all([ledger.rest(sessionId, 120), ledger.rest(sessionId, 120)]);
      await ledger.rest(sessionId, 0);
      expect([await given(), await counted()]).toEqual([120, 1]);
    });

    test("a session that never paid gives everything back", async () => {
      const { start, ledger, given } = await begin();
      const { sessionId } = await start(400);
      await ledger.rest(sessionId, 0);
      expect(await given()).toBe(0);
    });

    test("a running session can spend its allotment when there is nothing more to allot", async () => {
      const { start, ledger, given } = await begin({ dayMicros: 500 });
      const { sessionId, call } = await start(400);
      await expect(start(1)).rejects.toThrow(ServiceFullError);
      await ledger.reserve(call(1, 450));
      await expect(ledger.reserve(call(2, 100))).rejects.toThrow(BusyError);
      await ledger.settle(call(1, 450), 450);
      const refused = ledger.reserve(call(2, 100));
      await expect(refused).rejects.toThrow(TerminalError);
      await expect(refused).rejects.toThrow(/the service's budget of the day of 500 lacks 50; try again on/);
      await expect(refused).rejects.toMatchObject({ code: "budget-service", retryable: true });
      await ledger.reserve(call(2, 50));
      await ledger.settle(call(2, 50), 50);
      await ledger.rest(sessionId, 500);
      expect(await given()).toBe(500);
    });

    test("a session that runs short is given a quarter more, and sessions that do so together get no more than there is", async () => {
      const { start, ledger, given } = await begin({ dayMicros: 2_100 });
      const sessions = await Promise.all(Array.from({ length: 4 }, () => start(400)));
      const raised = await Promise.allSettled(sessions.map(({ call }) => ledger.reserve(call(1, 550))));
      expect(fulfilled(raised)).toBe(1);
      expect(await given()).toBe(2_100);
      const alone = await begin();
      const { sessionId, call } = await alone.start(400);
      await alone.ledger.reserve(call(1, 501));
      const account = await alone.ledger.readAccount(sessionId);
      expect(Object.values(account?.allotments ?? {})).toEqual([625]);
    });

    test("calls reserved together take from the windows exactly what their session holds", async () => {
      const { start, ledger, given } = await begin();
      const { sessionId, call } = await start(8);
      await Promise.all(Array.from({ length: 9 }, (_, index) => ledger.reserve(call(index + 1, 10))));
      const account = await ledger.readAccount(sessionId);
      const held = Object.values(account?.hours ?? {}).reduce((sum, micros) => sum + micros, 0);
      expect(await given()).toBe(held);
      expect(held).toBeGreaterThanOrEqual(90);
    });

    test("a book that costs more than a window takes a whole window", async () => {
      const { start, given } = await begin({ hourMicros: 300 });
      await start(5_000);
      expect(await given()).toBe(300);
    });

    test("a part that the owner's day does not cover is not taken from the service", async () => {
      const { start, given, newId } = await begin({}, { dayMicros: 700 });
      const ownerId = newId();
      await start(400, { ownerId });
      await start(400, { ownerId });
      expect(await given()).toBe(700);
    });

    test("a new account has its own limit of the day until an operator sets one", async () => {
      const { ledger, newId, setDayLimit, start } = await begin({}, { newAccountDayMicros: 300 });
      const ownerId = newId();
      const limit = async () => (await ledger.readDay(ownerId)).limitMicros;
      expect(await limit()).toBe(20_000);
      await setDayLimit(ownerId, "new-account");
      expect(await limit()).toBe(300);
      const { call } = await start(1_000, { ownerId });
      await ledger.reserve(call(1, 300));
      await ledger.settle(call(1, 300), 300);
      await expect(ledger.reserve(call(2, 1))).rejects.toMatchObject({ code: "budget-day" });
      await setDayLimit(ownerId, 301);
      await ledger.reserve(call(2, 1));
      expect(await limit()).toBe(301);
      await setDayLimit(ownerId, "service");
      expect(await limit()).toBe(20_000);
    });
  });
}
