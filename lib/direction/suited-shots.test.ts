// Shots that suit an action.
import { describe, expect, it } from "vitest";
import type { Acting } from "../manga/moment.ts";
import { scopeOf } from "./blocking.ts";
import { acting, beat, line } from "./sample-beats.ts";
import { cutsFor, suitability } from "./suited-shots.ts";

/** The shot that suits best for a person's action beside these others. */
function bestFor(change: Partial<Acting>, ...others: Acting[]): string | undefined {
  const suits = suitability(beat("b1", { figures: [acting("c1", change), ...others] }));
  return Object.entries(suits).toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

describe("the shot that suits best", () => {
  it.each(["wipe eye", "blushes", "涙を拭う"])("is a close-up for an action of the face: %s", (doing) => {
    expect(bestFor({ doing })).toBe("close");
  });

  it("is a half shot for carrying a character, unless the carrier walks", () => {
    const cat = acting("c2", { carriedBy: "c1" });
    expect(bestFor({ doing: "抱き上げる" }, cat)).toBe("half");
    expect(bestFor({ doing: "run" }, cat)).toBe("full");
  });
});

describe("a beat at a door", () => {
  it("is a full shot if the door opens or shuts, because half figures would hide it", () => {
    const shots = (how?: string) => {
      const door = { what: "bakery door", ...(how !== undefined && { how }) };
      const suits = suitability(beat("b1", { figures: [acting("c1", { doing: "lock" })], things: [door] }));
      return Object.entries(suits).toSorted(([, a], [, b]) => b - a)[0]?.[0];
    };
    expect(shots("shuts")).toBe("full");
    expect(shots()).toBe("half");
  });
});

describe("the cuts of a line", () => {
  const cuts = (doing: string) => {
    const figures = [acting("c1"), acting("c2", { doing })];
    const said = beat("b1", { kind: "dialogue", figures, lines: [line("c1", "Wait!")] });
    return cutsFor(said, scopeOf(said, new Set(["c1"]))).map(({ cut }) => cut);
  };

  it("include the speaker alone, unless another person acts meanwhile", () => {
    expect(cuts("stand")).toContain("one");
    expect(cuts("run")).not.toContain("one");
  });
});
