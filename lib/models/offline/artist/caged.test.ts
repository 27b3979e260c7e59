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
