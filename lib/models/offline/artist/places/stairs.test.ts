import { describe, expect, it } from "vitest";
import { picture, tell } from "../sample-panel.ts";
import { stepsOf } from "./stairs.ts";

describe("stairs", () => {
  it("continue towards the reader if a figure is on them, with a step under its feet", () => {
    const steps = stepsOf(picture(), 4);
    const under = steps.findLast(({ z }) => z <= 4 && z + 0.36 > 4);
    expect(under?.y).toBeCloseTo(0);
    expect(steps.filter(({ y, z }) => y < -0.01 && z < 4).length).toBeGreaterThan(3);
    expect(steps.filter(({ y }) => y > 0).length).toBeGreaterThan(9);
  });

  it("begin behind a figure at their foot, and leave the foreground free without figures", () => {
    for (const shown of [
      picture({ told: tell({ figures: { c1: { atFootOfStairs: true } } }) }),
      picture({ figures: [] }),
    ]) {
      const steps = stepsOf(shown, 4);
      expect(steps.every(({ y, z }) => y > 0.1 && z > 4)).toBe(true);
    }
  });
});
