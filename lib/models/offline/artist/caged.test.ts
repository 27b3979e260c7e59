import { expect, it } from "vitest";
import { drawPanel } from "./panel.ts";
import { figure, GIRL, picture } from "./sample-panel.ts";

const OWL = { ...GIRL, kind: "bird" as const, name: "owl" };
const drawn = (action: string) =>
  drawPanel({
    ...{ kind: "panel", cast: [OWL], portraits: new Map(), style: "", width: 700, height: 520, seed: 7 },
    picture: picture({ shot: "half", action, props: ["birdcage"], figures: [figure()] }),
  });

it("a bird that is in a cage has it round itself, and no cage stands beside it", () => {
  const names = (action: string) => drawn(action).things.filter(({ what }) => what === "birdcage");
  const [caged] = names("In the cage sat a white owl.");
  const [face] = drawn("In the cage sat a white owl.").faces;
  expect(names("In the cage sat a white owl.")).toHaveLength(1);
  const xs = caged?.corners.map(([x]) => x) ?? [];
  for (const [x] of face?.corners ?? []) {
    expect(x).toBeGreaterThan(Math.min(...xs));
    expect(x).toBeLessThan(Math.max(...xs));
  }
});

it("a bird is in the cage that somebody carries, unless it is let out", () => {
  const both = (action: string) =>
    drawPanel({
      ...{ kind: "panel", portraits: new Map(), style: "", width: 700, height: 520, seed: 7 },
      cast: [GIRL, { ...OWL, id: "c9" }],
      picture: picture({
        ...{ shot: "full", action },
        figures: [
          figure({ pose: "carry", holds: "birdcage", at: 0.3 }),
          figure({ character: "c9", at: 0.7, facing: "left" }),
        ],
      }),
    });
  const apart = (action: string) => {
    const { faces } = both(action);
    const [girl, bird] = ["c1", "c9"].map(
      (id) => faces.find(({ character }) => character === id)?.mouth[0] ?? 0,
    );
    return Math.abs((girl ?? 0) - (bird ?? 0));
  };
  expect(apart("Mio carried the birdcage home.")).toBeLessThan(90);
  expect(apart("Mio opened the cage.")).toBeGreaterThan(90);
});
