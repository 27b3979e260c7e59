import { describe, expect, it } from "vitest";
import { type ClientSession, PHASES } from "../../documents.ts";
import { secondsLeft, workedSeconds } from "./time-left.ts";

type Progress = ClientSession["phases"]["concept"];

const at = (seconds: number) => new Date(seconds * 1000).toISOString();
const done = (from: number, to: number): Progress => ({
  ...{ state: "done", done: 1, total: 1, steps: 1 },
  ...{ startedAt: at(from), endedAt: at(to) },
});
const TO_COME: Progress = { state: "waiting", done: 0, total: 0, steps: 0 };

function phases(known: Partial<ClientSession["phases"]>): ClientSession["phases"] {
  const all = Object.fromEntries(PHASES.map((phase) => [phase, TO_COME])) as ClientSession["phases"];
  return { ...all, ...known };
}

describe("a book's working time", () => {
  it("counts phases that run at the same time once, and excludes time at gates", () => {
    const reviewed = phases({ concept: done(100, 110), characters: done(105, 120), plot: done(700, 710) });
    expect(workedSeconds(reviewed, 5_000_000)).toBe(30);
  });

  it("continues while a phase runs", () => {
    const running = phases({ concept: { ...done(100, 110), state: "running", endedAt: undefined } });
    expect(workedSeconds(running, 160_000)).toBe(60);
  });

  it("has no estimate at first, then extrapolates at the same pace", () => {
    expect(secondsLeft(phases({}), 1_000)).toBeUndefined();
    expect(secondsLeft(phases({ concept: done(100, 110) }), 900_000)).toBe(90);
    const half = { ...TO_COME, state: "running", done: 5, total: 10, startedAt: at(110) } as const;
    expect(secondsLeft(phases({ concept: done(100, 110), artwork: half }), 120_000)).toBeCloseTo(46.8, 1);
  });
});
