// The ledger's rule as a property: for every interleaving of reserving, settling, dying, claiming again and resting, its rows never add up
// to less than the money spent, and no budget is exceeded.
import fc from "fast-check";
import { expect, test } from "vitest";
import { BusyError, TerminalError } from "./errors.ts";
import { type CallKey, ClaimClosedError, type Limits } from "./ledger.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { ServiceFullError } from "./service-windows.ts";

const STEPS = ["plot", "artwork/p001/k1"];
const SESSIONS = ["s1", "s2", "s3"];
const LIMITS: Limits = { sessionMicros: 1_000, dayMicros: 1_500 };
/** Each of the four may be the one that is reached. */
const SERVED: Limits = {
  ...LIMITS,
  service: { hourMicros: 900, dayMicros: 1_300, hourSessions: 2, daySessions: 3 },
};

/** What happens next to a step of a session. */
const eventArbitrary = fc.record({
  session: fc.constantFrom(...SESSIONS),
  step: fc.constantFrom(...STEPS),
  kind: fc.constantFrom("start", "reserve", "answer", "settle", "die", "fail", "late", "rest"),
  upToMicros: fc.integer({ min: 1, max: 400 }),
  /** The call's cost, as a part of its maximum. */
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  hours: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7),
});

interface Call {
  key: CallKey;
  upToMicros: number;
  /** Undefined until the provider has answered. */
  costMicros: number | undefined;
}

type Event = typeof eventArbitrary extends fc.Arbitrary<infer T> ? T : never;

async function play(
  events: readonly Event[],
  { mayDie, limits = LIMITS }: { mayDie: boolean; limits?: Limits },
) {
  let now = Date.UTC(2026, 10, 24, 20);
  const ledger = memoryLedger(() => now, limits);
  const started = new Set<string>();
  const fences = new Map<string, number>();
  const open = new Map<string, Call>();
  /** Calls of workers that are presumed dead but may return. */
  const lost: Call[] = [];
  let spentMicros = 0;
  let n = 0;

  /** The amounts given by the service's windows equal those held by sessions, and never exceed the limits. */
  const checkWindows = async () => {
    const windows = ledger.windows();
    if (limits.service === undefined || windows === undefined) return;
    const { hour, day } = windows;
    const accounts = await Promise.all(SESSIONS.map((sessionId) => ledger.readAccount(sessionId)));
    const held = accounts.flatMap((account) => Object.entries(account?.hours ?? {}));
    for (const { at, givenMicros } of [hour, day]) {
      const ofIt = held.filter(([given]) => given.startsWith(at));
      expect(ofIt.reduce((sum, [, micros]) => sum + micros, 0)).toBe(givenMicros);
    }
    expect(hour.givenMicros).toBeLessThanOrEqual(limits.service.hourMicros);
    expect(day.givenMicros).toBeLessThanOrEqual(limits.service.dayMicros);
    expect(hour.sessions).toBeLessThanOrEqual(limits.service.hourSessions);
    expect(day.sessions).toBeLessThanOrEqual(limits.service.daySessions);
  };

  const check = async () => {
    await checkWindows();
    const rows = [...ledger.rows.values()];
    const sum = rows.reduce((total, { micros }) => total + micros, 0);
    expect(sum).toBeGreaterThanOrEqual(spentMicros);
    for (const sessionId of SESSIONS) {
      const account = await ledger.readAccount(sessionId);
      if (account === undefined) continue;
      const own = rows.filter((row) => row.sessionId === sessionId);
      const total = own.reduce((all, { micros }) => all + micros, 0);
      const held = Object.values(account.allotments).reduce((all, micros) => all + micros, 0);
      expect(account.spentMicros + account.reservedMicros).toBe(total);
      expect(total).toBeLessThanOrEqual(held);
      expect(held).toBeLessThanOrEqual(LIMITS.sessionMicros);
    }
    for (const { allottedMicros } of ledger.days.values()) {
      expect(allottedMicros).toBeLessThanOrEqual(LIMITS.dayMicros);
    }
    return { sum, rows };
  };

  for (const { session, step, kind, upToMicros, share, hours } of events) {
    now += hours * 3_600_000;
    const place = `${session} ${step}`;
    const call = open.get(place);
    const fence = fences.get(place) ?? 1;
    fences.set(place, fence);
    if (kind === "start" && !started.has(session)) {
      const isKnown = (await ledger.readAccount(session)) !== undefined;
      try {
        const about = { sessionId: session, ownerId: "ann", budgetMicros: undefined };
        if (!isKnown) ledger.start({ ...about, mayCostMicros: upToMicros * 2 });
        started.add(session);
      } catch (error) {
        if (!(error instanceof ServiceFullError)) throw error;
        expect(error.until).toBeGreaterThan(now);
      }
    } else if (kind === "reserve" && call === undefined) {
      const key = { sessionId: session, step, fence, n: ++n };
      const more = { ownerId: "ann", model: "m", upToMicros, budgetMicros: undefined };
      try {
        await ledger.reserve({ ...key, ...more });
        open.set(place, { key, upToMicros, costMicros: undefined });
      } catch (error) {
        if (!(error instanceof BusyError || error instanceof TerminalError)) throw error;
      }
    } else if (kind === "answer" && call !== undefined && call.costMicros === undefined) {
      call.costMicros = Math.floor(call.upToMicros * share);
      spentMicros += call.costMicros;
    } else if (kind === "settle" && call?.costMicros !== undefined) {
      await ledger.settle(call.key, call.costMicros);
      open.delete(place);
    } else if (kind === "fail" && call !== undefined && call.costMicros === undefined) {
      await ledger.settle(call.key, 0);
      open.delete(place);
    } else if (kind === "die" && mayDie) {
      if (call !== undefined) lost.push(call);
      open.delete(place);
      fences.set(place, fence + 1);
      await ledger.close({ sessionId: session, step, belowFence: fence + 1 });
    } else if (kind === "late" && lost.length > 0) {
      // The worker is alive: its call is answered after all, it reports this, and it tries to pay for another one.
      const [late] = lost.splice(0, 1);
      if (late === undefined) continue;
      if (late.costMicros === undefined) {
        late.costMicros = Math.floor(late.upToMicros * share);
        spentMicros += late.costMicros;
      }
      await ledger.settle(late.key, late.costMicros);
      const again = { ...late.key, n: ++n, ownerId: "ann", model: "m", upToMicros, budgetMicros: undefined };
      await expect(ledger.reserve(again)).rejects.toThrow(ClaimClosedError);
    } else if (kind === "rest" && ![...open.keys()].some((key) => key.startsWith(session))) {
      await ledger.rest(session, 0);
    }
    await check();
  }
  for (const [place, call] of open) {
    if (call.costMicros === undefined) await ledger.settle(call.key, 0);
    else await ledger.settle(call.key, call.costMicros);
    open.delete(place);
  }
  for (const session of SESSIONS) await ledger.rest(session, 0);
  const { sum, rows } = await check();
  expect(rows.filter(({ state }) => state === "reserved")).toEqual([]);
  const allotted = [...ledger.days.values()].reduce((all, { allottedMicros }) => all + allottedMicros, 0);
  expect(allotted).toBe(sum);
  return { sum, spentMicros };
}

const eventsArbitrary = fc.array(eventArbitrary, { maxLength: 60, size: "max" });
const numRuns = 400;

test("if workers die, the ledger never has less than was spent, and no budget is exceeded", async () => {
  const property = fc.asyncProperty(eventsArbitrary, async (events) => {
    await play(events, { mayDie: true });
  });
  await fc.assert(property, { numRuns });
});

test("if no worker dies, the ledger has exactly what was spent", async () => {
  const property = fc.asyncProperty(eventsArbitrary, async (events) => {
    const { sum, spentMicros } = await play(events, { mayDie: false });
    expect(sum).toBe(spentMicros);
  });
  await fc.assert(property, { numRuns });
});

test("the service's windows never exceed their limits, and get unspent money back once", async () => {
  const property = fc.asyncProperty(eventsArbitrary, fc.boolean(), async (events, mayDie) => {
    await play(events, { mayDie, limits: SERVED });
  });
  await fc.assert(property, { numRuns });
});
