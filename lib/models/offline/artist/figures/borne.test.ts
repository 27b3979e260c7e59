// Pairs of figures of which one carries the other: in a wheelchair, or on the back.
import { describe, expect, it } from "vitest";
import { planComposition } from "../camera/compose.ts";
import { setDown } from "../camera/set-down.ts";
import type { Picture } from "../closed/storyboard.ts";
import { figure, GIRL, MAN, picture, STYLE, tell, tellOfBoth } from "../sample-panel.ts";

const SIZE = { width: 900, height: 620 };

const request = (change: Partial<Picture>) => ({
  ...{ kind: "panel" as const, style: STYLE, seed: 7, cast: [GIRL, MAN], ...SIZE },
  picture: picture({ room: 0, ...change }),
});

const standingIn = (change: Partial<Picture>) =>
  planComposition(setDown(request(change)), [GIRL, MAN], SIZE).standing;

const PAIR = [
  figure({ character: "c1", pose: "stand", at: 0.3 }),
  figure({ character: "c2", pose: "push", facing: "left", at: 0.7 }),
];

describe("a figure that another one carries", () => {
  it("sits in the wheelchair that another pushes, and faces the way it moves", () => {
    const standing = standingIn({
      told: tell({ figures: { c2: { pushes: "wheelchair" } } }),
      props: ["wheelchair"],
      figures: PAIR,
    });
    const [pusher, rider] = standing;
    expect(rider).toMatchObject({ borne: true, figure: { pose: "sit", facing: "left" } });
    expect((pusher?.x ?? 0) - (rider?.x ?? 0)).toBeGreaterThan(20);
  });

  it("is on its carrier's back, also if a nearer shot was requested", () => {
    const figures = [PAIR[0] ?? figure(), figure({ character: "c2", pose: "carry", at: 0.7 })];
    const standing = standingIn({ told: tellOfBoth({ manner: "pickaback" }), shot: "half", figures });
    expect(standing.map(({ figure: { pose } }) => pose)).toEqual(["walk", "ride"]);
    expect(Math.abs((standing[0]?.x ?? 0) - (standing[1]?.x ?? 0))).toBeLessThan(90);
  });

  it("is the one that the story puts on a back, whichever is smaller", () => {
    const figures = [PAIR[0] ?? figure(), figure({ character: "c2", pose: "stand", at: 0.7 })];
    for (const [id, other] of [
      ["c1", "c2"],
      ["c2", "c1"],
    ] as const) {
      const told = tell({ figures: { [id]: { manner: "pickaback" } } });
      const rides = standingIn({ told, figures }).map(({ figure: { character, pose } }) => [character, pose]);
      expect(Object.fromEntries(rides)).toEqual({ [id]: "ride", [other]: "walk" });
    }
  });

  it("stands beside a figure with the pose `carry` if nothing is told", () => {
    const figures = [PAIR[0] ?? figure(), figure({ character: "c2", pose: "carry", at: 0.7 })];
    const standing = standingIn({ figures });
    expect(standing.some(({ borne }) => borne)).toBe(false);
  });
});
