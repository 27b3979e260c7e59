import { expect, it } from "vitest";
import { planComposition } from "./compose.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";

const apart = (action: string): number => {
  const figures = [
    figure({ character: "c1", pose: "push", view: "profile", facing: "right", at: 0.3 }),
    figure({ character: "c2", facing: "left", at: 0.7 }),
  ];
  const { standing, metre } = planComposition(picture({ shot: "long", figures, action }), [GIRL, MAN], {
    width: 1200,
    height: 500,
  });
  const [a, b] = standing.map(({ x }) => x).toSorted((one, two) => one - two);
  return ((b ?? 0) - (a ?? 0)) / metre;
};

it("brings whoever is pushed under the hands that push", () => {
  expect(apart("Mio pushed him aside.")).toBeLessThan(apart("Mio pushed the heavy door.") - 0.2);
  expect(apart("ミオは男を突き飛ばした。")).toBeLessThan(apart("ミオは扉を押した。") - 0.2);
  expect(apart("Mio pushed her chair back.")).toBe(apart("Mio pushed the heavy door."));
});
