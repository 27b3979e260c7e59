import { expect, it } from "vitest";
import { drawPanel } from "../panel.ts";
import { figure, GIRL, picture, STYLE, tell } from "../sample-panel.ts";

const OWL = { ...GIRL, kind: "bird" as const };
const people = { [OWL.id]: { animal: "owl" as const } };
const drawn = () =>
  drawPanel({
    ...{ kind: "panel", cast: [OWL], style: STYLE, width: 700, height: 520, seed: 7 },
    picture: picture({
      ...{ shot: "half", props: ["birdcage"], figures: [figure()] },
      told: tell({ people, figures: { [OWL.id]: { cage: "in" } } }),
    }),
  });

it("a caged bird is drawn inside its cage, and no second cage stands beside it", () => {
  const { things, faces } = drawn();
  const cages = things.filter(({ what }) => what === "birdcage");
  expect(cages).toHaveLength(1);
  const [caged] = cages;
  const [face] = faces;
  const xs = caged?.corners.map(([x]) => x) ?? [];
  for (const [x] of face?.corners ?? []) {
    expect(x).toBeGreaterThan(Math.min(...xs));
    expect(x).toBeLessThan(Math.max(...xs));
  }
});

it("a small animal is on the arms of the figure told to carry it, in any pose", () => {
  const apart = (by?: string) => {
    const { faces } = drawPanel({
      ...{ kind: "panel", style: STYLE, width: 700, height: 520, seed: 7 },
      cast: [GIRL, { ...GIRL, id: "c9", kind: "cat" }],
      picture: picture({
        shot: "full",
        told: tell({ figures: { c9: { by } } }),
        figures: [
          figure({ pose: "stand", at: 0.7 }),
          figure({ character: "c9", pose: "stand", at: 0.2, facing: "left" }),
        ],
      }),
    });
    const [girl, cat] = ["c1", "c9"].map((id) => faces.find(({ character }) => character === id)?.mouth[0]);
    return Math.abs((girl ?? 0) - (cat ?? 0));
  };
  expect(apart("c1")).toBeLessThan(90);
  expect(apart()).toBeGreaterThan(90);
});

it("a bird is in the cage that a figure carries, unless it is let out", () => {
  const both = (cage?: "out") =>
    drawPanel({
      ...{ kind: "panel", style: STYLE, width: 700, height: 520, seed: 7 },
      cast: [GIRL, { ...OWL, id: "c9" }],
      picture: picture({
        shot: "full",
        told: tell({ people: { c9: { animal: "owl" } }, figures: { c9: { cage } } }),
        figures: [
          figure({ pose: "carry", holds: "birdcage", at: 0.3 }),
          figure({ character: "c9", at: 0.7, facing: "left" }),
        ],
      }),
    });
  const apart = (cage?: "out") => {
    const { faces } = both(cage);
    const [girl, bird] = ["c1", "c9"].map(
      (id) => faces.find(({ character }) => character === id)?.mouth[0] ?? 0,
    );
    return Math.abs((girl ?? 0) - (bird ?? 0));
  };
  expect(apart()).toBeLessThan(90);
  expect(apart("out")).toBeGreaterThan(90);
});
