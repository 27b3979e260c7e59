import { describe, expect, it } from "vitest";
import type { Figure } from "../closed/storyboard.ts";
import { figure, GIRL, MAN, picture } from "../sample-panel.ts";
import { planComposition } from "./compose.ts";

const size = { width: 800, height: 500 };

function feetOf(change: Partial<Figure>, shot: Parameters<typeof picture>[0] = {}) {
  const two = [figure({ at: 0.3 }), figure({ character: "c2", at: 0.7, facing: "left", ...change })];
  const { standing } = planComposition(picture({ figures: two, ...shot }), [GIRL, MAN], size);
  return two.map(({ character }) => {
    const one = standing.find((s) => s.figure.character === character);
    return { y: one?.groundY ?? 0, scale: one?.scale ?? 0 };
  });
}

describe("figures at different depths", () => {
  it("are smaller and higher with distance, in the camera's perspective", () => {
    const [near, far] = feetOf({ depth: 2 });
    expect(far?.scale).toBeLessThan((near?.scale ?? 0) * 0.75);
    expect(far?.y).toBeLessThan(near?.y ?? 0);
  });

  it("stand on nearly the same line at a low angle", () => {
    const rise = (angle: "level" | "low") => {
      const [near, far] = feetOf({ depth: 2 }, { angle });
      return (near?.y ?? 0) - (far?.y ?? 0);
    };
    expect(rise("low")).toBeLessThan(rise("level") * 0.6);
  });

  it("stand at the same depth when one touches the other", () => {
    const [one, other] = feetOf({ depth: 2, pose: "push" });
    expect(other).toEqual(one);
  });
});
