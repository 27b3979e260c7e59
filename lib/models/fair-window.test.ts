// The pure rule of a shared rate-limit window: the vendor's limit, no lost slot, fair shares, no starvation.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_WINDOW,
  KEPT_SLOTS,
  KEPT_WINDOWS,
  MOST_KEPT,
  MOST_TICKETS,
  MOST_USES,
  planKept,
  planSlot,
  SLOT_VALID_MS,
  type SlotRequest,
  type WindowState,
} from "./fair-window.ts";

/** The caller, the time since the last call, and whether all callers are blocked before it. */
const asking = fc.record({
  question: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
  afterMs: fc.nat(4_000),
  heldMs: fc.option(fc.nat(9_000), { freq: 6 }),
  aheadMs: fc.constantFrom(0, 3_000, 60_000),
  owner: fc.constantFrom("ann", "bob", "cat"),
  /** Whose next requests are announced before it. */
  expects: fc.option(fc.constantFrom("ann", "bob", "cat", "dan"), { freq: 4 }),
});
const VENDOR_MS = 10_000;

it("grants no more than the limit within any window of the vendor, whoever returns, when, or never", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(asking, { maxLength: 80 }), (limit, asked) => {
      const window = { name: "w", limit, windowMs: VENDOR_MS + SLOT_VALID_MS };
      const left: number[] = [];
      let state: WindowState = EMPTY_WINDOW;
      let now = 0;
      for (const { question, afterMs, heldMs, aheadMs, owner, expects } of asked) {
        now += afterMs;
        if (expects !== null) state = planKept(state, window, { owner: expects, now });
        if (heldMs !== null) state = { ...state, heldUntil: Math.max(state.heldUntil, now + heldMs) };
        const { slot, after } = planSlot(state, window, { question, aheadMs, owner, session: owner, now });
        state = after;
        if (slot.kind !== "now") continue;
        expect(slot.agoMs).toBeLessThanOrEqual(SLOT_VALID_MS);
        expect(now).toBeGreaterThanOrEqual(state.heldUntil);
        left.push(now);
        const before = left.at(-1 - limit);
        if (before !== undefined) expect(now - before).toBeGreaterThanOrEqual(VENDOR_MS);
      }
    }),
  );
});

it("gives a question its slot in time, and leaves a slot to others when its holder is late", () => {
  const window = { name: "w", limit: 1, windowMs: 20_000 };
  const ask = (state: WindowState, question: string, now: number) =>
    planSlot(state, window, { question, aheadMs: 60_000, owner: "ann", session: "s", now });
  const first = ask(EMPTY_WINDOW, "a", 0);
  const kept = ask(first.after, "b", 1_000);
  expect([first.slot, kept.slot]).toEqual([
    { kind: "now", agoMs: 0 },
    { kind: "kept", inMs: 19_000 },
  ]);
  expect(ask(kept.after, "b", 20_000).slot).toEqual({ kind: "now", agoMs: 0 });
  expect(ask(kept.after, "b", 20_000 + SLOT_VALID_MS).slot).toEqual({ kind: "now", agoMs: SLOT_VALID_MS });
  expect(ask(kept.after, "b", 20_001 + SLOT_VALID_MS).slot).toEqual({ kind: "now", agoMs: 0 });
  expect(ask(kept.after, "c", 20_000).slot).toEqual({ kind: "kept", inMs: 20_000 });
  expect(ask(kept.after, "c", 20_001 + SLOT_VALID_MS).slot).toEqual({ kind: "now", agoMs: 0 });
});

interface Backlog {
  owner: string;
  session: string;
  /** Requests that wait at once; each granted one is followed by another. */
  depth: number;
  from: number;
  until: number;
}

/** Runs clients that come back exactly when they are told, and returns the grants in order. */
function played(
  backlogs: readonly Backlog[],
  { limit, windowMs = 65_000, endMs }: { limit: number; windowMs?: number; endMs: number },
) {
  const window = { name: "w", limit, windowMs };
  let state: WindowState = EMPTY_WINDOW;
  let count = 0;
  const next = (one: Backlog, at: number) => ({
    one,
    at,
    question: `${one.owner}-${one.session}-${count++}`,
  });
  const agenda = backlogs.flatMap((one) => Array.from({ length: one.depth }, () => next(one, one.from)));
  const grants: { owner: string; session: string; at: number }[] = [];
  for (;;) {
    agenda.sort((a, b) => a.at - b.at);
    const turn = agenda.shift();
    if (turn === undefined || turn.at > endMs) return grants;
    const { one, at: now, question } = turn;
    if (now > one.until) continue;
    const request: SlotRequest = { question, aheadMs: windowMs, owner: one.owner, session: one.session };
    const { slot, after } = planSlot(state, window, { ...request, now });
    state = after;
    expect(state.tickets.size).toBeLessThanOrEqual(MOST_TICKETS);
    if (slot.kind === "now") {
      grants.push({ owner: one.owner, session: one.session, at: now });
      agenda.push(next(one, now));
    } else agenda.push({ one, at: now + slot.inMs, question });
  }
}

const countOf = (
  grants: readonly { at: number; owner: string }[],
  owner: string,
  [from, to]: [number, number],
) => grants.filter((grant) => grant.owner === owner && grant.at >= from && grant.at < to).length;

describe("owners who wait all the time", () => {
  const depths = fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 2, maxLength: 4 });
  const WINDOW_MS = 65_000;
  const from = 10 * WINDOW_MS;

  it("get their fair share, within one slot, however many requests each has", () => {
    fc.assert(
      fc.property(depths, fc.integer({ min: 2, max: 20 }), (each, limit) => {
        const forever = { from: 0, until: Number.POSITIVE_INFINITY };
        const backlogs = each.map((depth, at) => ({ owner: `o${at}`, session: "s", depth, ...forever }));
        const grants = played(backlogs, { limit, endMs: 20 * WINDOW_MS });
        const counts = each.map((_, at) => countOf(grants, `o${at}`, [from, from + 8 * WINDOW_MS]));
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const count of counts) expect(Math.abs(count - total / each.length)).toBeLessThanOrEqual(1);
        // No slot is lost: as many as the window allows.
        expect(total).toBeGreaterThanOrEqual(8 * limit - 1);
      }),
      { numRuns: 30 },
    );
  });

  it("share an owner's slots equally by session, too", () => {
    const forever = { from: 0, until: Number.POSITIVE_INFINITY };
    const grants = played(
      [
        { owner: "a", session: "long", depth: 20, ...forever },
        { owner: "a", session: "short", depth: 2, ...forever },
        { owner: "b", session: "only", depth: 3, ...forever },
      ],
      { limit: 8, endMs: 20 * WINDOW_MS },
    ).filter(({ at }) => at >= from);
    const of = (session: string) => grants.filter((grant) => grant.session === session).length;
    expect(Math.abs(of("long") - of("short"))).toBeLessThanOrEqual(1);
    expect(Math.abs(of("long") + of("short") - of("only"))).toBeLessThanOrEqual(1);
  });
});

it("an owner without use gets the next slots until its use is that of the others", () => {
  const hog = { owner: "a", session: "s", depth: 40, from: 0, until: Number.POSITIVE_INFINITY };
  const late = { owner: "b", session: "t", depth: 5, from: 650_000, until: Number.POSITIVE_INFINITY };
  const grants = played([hog, late], { limit: 8, endMs: 1_000_000 });
  const since = grants.filter(({ at }) => at >= 650_000).map(({ owner }) => owner);
  expect(since.slice(1, 11)).toEqual(Array(10).fill("b"));
});

it("nobody starves: an owner with much use is served while new owners take every slot that they can", () => {
  const hog = { owner: "hog", session: "s", depth: 10, from: 0, until: Number.POSITIVE_INFINITY };
  const start = 650_000;
  const crowd = Array.from({ length: 400 }, (_, at) => ({
    ...{ owner: `new ${at}`, session: "t", depth: 8 },
    ...{ from: start + at * 20_000, until: start + at * 20_000 + 70_000 },
  }));
  const grants = played([hog, ...crowd], { limit: 8, endMs: start + 6_000_000 });
  const times = grants.filter(({ owner, at }) => owner === "hog" && at >= start).map(({ at }) => at);
  const gaps = times.map((at, index) => at - (times[index - 1] ?? start));
  expect(times.length).toBeGreaterThan(8);
  expect(Math.max(...gaps)).toBeLessThan(16 * 65_000);
});

it("a dead waiter costs one slot at most, and its ticket lapses", () => {
  const window = { name: "w", limit: 4, windowMs: 65_000 };
  let state: WindowState = EMPTY_WINDOW;
  const ask = (question: string, now: number, owner = "ann") => {
    const planned = planSlot(state, window, { question, aheadMs: 65_000, owner, session: "s", now });
    state = planned.after;
    return planned.slot;
  };
  for (const question of ["1", "2", "3", "4"]) ask(question, 0);
  expect(ask("dead", 1_000)).toEqual({ kind: "kept", inMs: 64_000 });
  expect(ask("alive", 2_000)).toEqual({ kind: "full", inMs: 63_000 + 16_250 - 65_000 });
  expect(ask("alive", 65_000 + SLOT_VALID_MS + 1)).toEqual({ kind: "now", agoMs: 0 });
  expect(state.tickets.has("dead")).toBe(false);
});

describe("announced requests", () => {
  const WINDOW_MS = 65_000;
  const window = { name: "w", limit: 20, windowMs: WINDOW_MS };
  const request = (owner: string, question: string, now: number) => {
    return { question, aheadMs: WINDOW_MS, owner, session: "s", now };
  };
  /** A window in which one owner has many requests waiting, and another announced its own. */
  function announced(): WindowState {
    let state: WindowState = EMPTY_WINDOW;
    for (let at = 0; at < 12; at += 1) state = planSlot(state, window, request("hog", `${at}`, at)).after;
    return planKept(state, window, { owner: "new", now: 20 });
  }

  it("find their slots open at once, while an owner with more use waits", () => {
    let state = announced();
    const hog = planSlot(state, window, request("hog", "next", 30));
    expect(hog.slot.kind).toBe("kept");
    state = hog.after;
    for (let at = 0; at < KEPT_SLOTS; at += 1) {
      const { slot, after } = planSlot(state, window, request("new", `new ${at}`, 20_000));
      expect(slot).toEqual({ kind: "now", agoMs: 0 });
      state = after;
    }
    expect(state.kept.size).toBe(0);
  });

  it("close nothing to an owner with as little use", () => {
    const { slot } = planSlot(announced(), window, request("other", "a", 30));
    expect(slot).toEqual({ kind: "now", agoMs: 0 });
  });

  it("that never come count as used, so the next announcement of such an owner keeps nothing", () => {
    let state = announced();
    const lapsed = 20 + KEPT_WINDOWS * WINDOW_MS;
    const hog = planSlot(state, window, request("hog", "next", lapsed));
    expect(hog.slot.kind).toBe("now");
    expect(hog.after.uses.get("new")?.amount).toBe(KEPT_SLOTS);
    state = hog.after;
    for (let at = 1; at <= 2; at += 1) {
      state = planKept(state, window, { owner: "new", now: lapsed * at });
      state = planSlot(state, window, request("hog", `idle ${at}`, lapsed * (at + 1))).after;
    }
    state = planKept(state, window, { owner: "new", now: 4 * lapsed });
    expect(planSlot(state, window, request("hog", "last", 4 * lapsed)).slot.kind).toBe("now");
  });

  it("are remembered for a bounded number of owners", () => {
    let state: WindowState = EMPTY_WINDOW;
    for (let at = 0; at < 2 * MOST_KEPT; at += 1)
      state = planKept(state, window, { owner: `${at}`, now: at });
    expect(state.kept.size).toBe(MOST_KEPT);
  });
});

it("remembers a bounded number of owners", () => {
  let state: WindowState = EMPTY_WINDOW;
  const window = { name: "w", limit: 10_000, windowMs: 65_000 };
  for (let at = 0; at < 3 * MOST_USES; at += 1) {
    const request = { question: `q${at}`, aheadMs: 0, owner: `o${at}`, session: `s${at}`, now: at };
    state = planSlot(state, window, request).after;
    expect(state.uses.size).toBeLessThanOrEqual(MOST_USES + 2);
  }
});
