import { describe, expect, it } from "vitest";
import { type Turn, weighTurns } from "./turns.ts";

const STEPS = {
  beside: { same: 3, back: 0 },
  next: { same: -3, back: 1 },
};

const turn = (gap: keyof typeof STEPS, worth: number[]): Turn => ({ worth, ...STEPS[gap] });

const likeliest = (turns: readonly Turn[], count: number): number[] =>
  weighTurns(turns, count).shares.map((own) => own.indexOf(Math.max(...own)));

describe("weighTurns", () => {
  it("alternates two speakers from one line whose speaker is known", () => {
    const unknown = [0, 0];
    const turns = [unknown, unknown, [0, 6], unknown].map((worth) => turn("next", worth));
    expect(likeliest(turns, 2)).toEqual([1, 0, 1, 0]);
  });

  it("continues one speaker within a paragraph", () => {
    expect(likeliest([turn("next", [4, 0]), turn("beside", [0, 0]), turn("next", [0, 0])], 2)).toEqual([
      0, 0, 1,
    ]);
  });

  it("returns the probability that a speaker continues or returns", () => {
    const { steps } = weighTurns([turn("next", [9, 0]), turn("next", [0, 9]), turn("next", [9, 0])], 2);
    expect(steps[1]?.same).toBeCloseTo(0);
    expect(steps[2]?.back).toBeCloseTo(1);
  });

  it("returns probabilities that sum to 1, also for thousands of lines", () => {
    const turns = Array.from({ length: 3000 }, (_, at) => turn("next", [at % 7, 1, 0]));
    const { shares, total } = weighTurns(turns, 3);
    expect(Number.isFinite(total)).toBe(true);
    for (const own of shares) expect(own.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  });
});
