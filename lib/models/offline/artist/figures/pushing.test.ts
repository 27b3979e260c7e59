import { expect, it } from "vitest";
import { planComposition } from "../camera/compose.ts";
import type { Told } from "../closed/told.ts";
import { figure, GIRL, MAN, picture, tell } from "../sample-panel.ts";

const apart = (told?: Told): number => {
  const figures = [
    figure({ character: "c1", pose: "push", view: "profile", facing: "right", at: 0.3 }),
    figure({ character: "c2", facing: "left", at: 0.7 }),
  ];
  const { standing, metre } = planComposition(
    picture({ shot: "long", figures, ...(told && { told }) }),
    [GIRL, MAN],
    {
      width: 1200,
      height: 500,
    },
  );
  const [a, b] = standing.map(({ x }) => x).toSorted((one, two) => one - two);
  return ((b ?? 0) - (a ?? 0)) / metre;
};

it("moves a pushed figure under the hands that push it", () => {
  expect(apart(tell({ figures: { c1: { pushesSomebody: true } } }))).toBeLessThan(apart() - 0.2);
  expect(apart(tell({ figures: { c2: { pushesSomebody: true } } }))).toBe(apart());
});
