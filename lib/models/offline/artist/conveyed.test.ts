// Two bodies that bear on each other: one in what the other pushes, one on the other's back.
import { describe, expect, it } from "vitest";
import type { Picture } from "../closed/storyboard.ts";
import { planComposition } from "./compose.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { setDown } from "./set-down.ts";

const SIZE = { width: 900, height: 620 };

const request = (change: Partial<Picture>) => ({
  ...{ kind: "panel" as const, style: "", seed: 7, portraits: new Map(), cast: [GIRL, MAN], ...SIZE },
  picture: picture({ room: 0, ...change }),
});

const standingIn = (change: Partial<Picture>) =>
  planComposition(setDown(request(change)), [GIRL, MAN], SIZE).standing;

const PAIR = [
  figure({ character: "c1", pose: "stand", at: 0.3 }),
  figure({ character: "c2", pose: "push", facing: "left", at: 0.7 }),
];

describe("somebody who is conveyed", () => {
  it("sits in the wheelchair that another pushes, and looks the way it goes", () => {
    const standing = standingIn({
      action: "He pushed her wheelchair.",
      props: ["wheelchair"],
      figures: PAIR,
    });
    const [pusher, rider] = standing;
    expect(rider).toMatchObject({ borne: true, figure: { pose: "sit", facing: "left" } });
    expect((pusher?.x ?? 0) - (rider?.x ?? 0)).toBeGreaterThan(20);
  });

  it("is on the back of whoever carries them, also where the picture was to be nearer", () => {
    for (const action of ["He carried her on his back.", "父は娘をおんぶした。"]) {
      const figures = [PAIR[0] ?? figure(), figure({ character: "c2", pose: "carry", at: 0.7 })];
      const standing = standingIn({ action, shot: "half", figures });
      expect(
        standing.map(({ figure: { pose } }) => pose),
        action,
      ).toEqual(["walk", "ride"]);
      expect(Math.abs((standing[0]?.x ?? 0) - (standing[1]?.x ?? 0)), action).toBeLessThan(90);
    }
  });

  it("stands beside a bag that is carried on a back", () => {
    const figures = [PAIR[0] ?? figure(), figure({ character: "c2", pose: "carry", at: 0.7 })];
    const standing = standingIn({ action: "He lay on his back and laughed.", figures });
    expect(standing.some(({ borne }) => borne)).toBe(false);
  });
});
