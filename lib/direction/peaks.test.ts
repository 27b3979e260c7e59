import { describe, expect, it } from "vitest";
import type { ToldBeat } from "./join-beats.ts";
import { withPeaks } from "./peaks.ts";
import { acting, beat, line } from "./sample-beats.ts";

/** Weights of beats in which one person stands, with changes by index. */
function weightsOf(changes: Readonly<Record<number, Partial<ToldBeat>>>, count = 30): number[] {
  const plain = (at: number) => beat(`b${at + 1}`, { figures: [acting("c1")] });
  const beats = Array.from({ length: count }, (_, at) => ({ ...plain(at), ...changes[at] }));
  return withPeaks(beats).map(({ weight }) => weight);
}

const peakOf = (changes: Readonly<Record<number, Partial<ToldBeat>>>): number =>
  weightsOf(changes).indexOf(5);

const SHOUT: Partial<ToldBeat> = { weight: 3, lines: [line("c1", "Look!", { voice: "shout" })] };
const THROWS = { figures: [acting("c1", { doing: "throw up arm" })] };

describe("the beats of a book", () => {
  it("start with a large picture, and do not end with a small one", () => {
    const weights = weightsOf({ 0: { weight: 2 }, 29: { weight: 1 } });
    expect([weights[0], weights[29]]).toEqual([4, 3]);
  });

  it("have their peak at a loud beat late in the book", () => {
    expect(peakOf({ 5: SHOUT, 22: SHOUT })).toBe(22);
  });

  it("have no peak in the last beats, which follow the climax", () => {
    expect(peakOf({ 22: SHOUT, 27: SHOUT })).toBe(22);
  });

  it("prefer a peak with people to a view, and an action to talk", () => {
    const view: Partial<ToldBeat> = {
      ...SHOUT,
      lines: [],
      weight: 4,
      figures: [],
      things: [{ what: "boat" }],
    };
    expect(peakOf({ 23: view, 24: { ...SHOUT, ...THROWS } })).toBe(24);
    expect(peakOf({ 23: { ...SHOUT, ...THROWS }, 24: SHOUT })).toBe(23);
  });

  it("have no peak if there are fewer than four", () => {
    expect(weightsOf({}, 3)).toEqual([2, 2, 2]);
  });
});
