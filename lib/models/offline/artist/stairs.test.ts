import { describe, expect, it } from "vitest";
import { figure } from "./sample-panel.ts";
import { stepsOf } from "./stairs.ts";

describe("stairs", () => {
  it("go on before whoever is on them, who stands on one of their steps", () => {
    const steps = stepsOf({ figures: [figure()], action: "サワは階段を上った。" }, 4);
    const under = steps.findLast(({ z }) => z <= 4 && z + 0.36 > 4);
    expect(under?.y).toBeCloseTo(0);
    expect(steps.filter(({ y, z }) => y < -0.01 && z < 4).length).toBeGreaterThan(3);
    expect(steps.filter(({ y }) => y > 0).length).toBeGreaterThan(9);
  });

  it("begin behind whoever is at their foot, and where nobody is", () => {
    for (const picture of [
      { figures: [figure()], action: "階段の下に、女の子が立っていた。" },
      { figures: [figure()], action: "She waited at the foot of the stairs." },
      { figures: [], action: "この病院の階段は十二段だ。" },
    ]) {
      const steps = stepsOf(picture, 4);
      expect(steps.every(({ y, z }) => y > 0.1 && z > 4)).toBe(true);
    }
  });
});
