// Placement of things on the floor: never in front of a figure's legs.
import { describe, expect, it } from "vitest";
import { planComposition } from "../camera/compose.ts";
import { figure, GIRL, MAN, picture } from "../sample-panel.ts";
import { behindHeels } from "./prop-spots.ts";

const figures = [figure({ at: 0.3 }), figure({ character: "c2", at: 0.7 })];
const plan = planComposition(picture({ figures }), [GIRL, MAN], { width: 900, height: 600 });
const [left, right] = plan.standing.toSorted((a, b) => a.x - b.x);

describe("a thing on the floor", () => {
  it("stands behind the heels of a figure that it would cover", () => {
    for (const one of plan.standing) {
      const barrel = { x: one.x + 20, y: one.groundY + 30, width: 120, height: 160 };
      expect(behindHeels(plan, barrel)).toBeLessThan(one.groundY);
    }
  });

  it("keeps its place between distant figures, and at the feet of figures that it does not cover", () => {
    const between = ((left?.x ?? 0) + (right?.x ?? 0)) / 2;
    expect(behindHeels(plan, { x: between, y: 590, width: 40, height: 80 })).toBe(590);
    const y = (left?.groundY ?? 0) + 30;
    expect(behindHeels(plan, { x: left?.x ?? 0, y, width: 40, height: 20 })).toBe(y);
  });
});
