import { describe, expect, it } from "vitest";
import { type Turn, type TurnWeights, weighTurns } from "./turns.ts";

const WEIGHTS: TurnWeights = {
  same: { joined: 3, beside: 3, next: -3, told: 0, far: 0 },
  back: { joined: 0, beside: 0, next: 1, told: 0.5, far: 0 },
  sameAfterQuestion: -1,
  sameAnswers: -1,
  sameLike: 0.5,
  backLike: 0.5,
};

const turn = (gap: Turn["gap"], worth: number[]): Turn => ({
  ...{ gap, worth, afterQuestion: false, answers: false, likeLast: 0, likeEarlier: 0 },
});

const likeliest = (turns: readonly Turn[], count: number): number[] =>
  weighTurns(turns, count, WEIGHTS).shares.map((own) => own.indexOf(Math.max(...own)));

describe("weighTurns", () => {
  it("gives the lines of a talk of two to each in turn, from one line whose speaker is known", () => {
    const unknown = [0, 0];
    const turns = [unknown, unknown, [0, 6], unknown].map((worth, at) =>
      turn(at === 0 ? "break" : "next", worth),
    );
    expect(likeliest(turns, 2)).toEqual([1, 0, 1, 0]);
  });

  it("lets one person go on within a paragraph", () => {
    expect(likeliest([turn("break", [4, 0]), turn("beside", [0, 0]), turn("next", [0, 0])], 2)).toEqual([
      0, 0, 1,
    ]);
  });

  it("carries nothing over a break", () => {
    const { shares } = weighTurns([turn("break", [9, 0]), turn("break", [0, 0])], 2, WEIGHTS);
    expect(shares[1]).toEqual([0.5, 0.5]);
  });

  it("gives shares that are whole, for thousands of lines too", () => {
    const turns = Array.from({ length: 3000 }, (_, at) => turn(at === 0 ? "break" : "next", [at % 7, 1, 0]));
    const { shares, total } = weighTurns(turns, 3, WEIGHTS);
    expect(Number.isFinite(total)).toBe(true);
    for (const own of shares) expect(own.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  });
});
