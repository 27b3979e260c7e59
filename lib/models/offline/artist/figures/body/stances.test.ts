// Standing figures: stances vary by moment, and hands are in plausible places.
import { describe, expect, it } from "vitest";
import { figure, GIRL, MAN, picture, tell } from "../../sample-panel.ts";
import type { Posing } from "../figure-job.ts";
import { type Limb, POSES } from "./poses.ts";
import { skeletonOf } from "./skeleton.ts";
import { posed, seenIn } from "./stances.ts";

const waiting = (design: typeof GIRL, moment: number, change: Partial<Posing> = {}) =>
  posed({
    design,
    pose: "stand",
    expression: "calm",
    view: "three-quarter",
    holds: null,
    moment,
    angle: "level",
    mood: "neutral",
    ...change,
  });

const MOMENTS = Array.from({ length: 60 }, (_, i) => i);

describe("a standing figure", () => {
  it("varies its stance by moment, and never lays a hand on the belly", () => {
    for (const design of [GIRL, MAN]) {
      const stances = MOMENTS.map((moment) => waiting(design, moment));
      expect(new Set(stances.map((one) => JSON.stringify(one))).size).toBeGreaterThanOrEqual(9);
      const touches = stances.flatMap(({ nearArm, farArm }) => [nearArm.touch, farArm.touch]);
      expect(touches).not.toContain("across");
      expect(touches).not.toContain("belly");
    }
  });

  it("puts hands into pockets only if the clothes have them", () => {
    const touching = (design: typeof GIRL) =>
      MOMENTS.flatMap((moment) => {
        const { nearArm, farArm } = waiting(design, moment);
        return [nearArm.touch, farArm.touch];
      });
    expect(touching(MAN)).toContain("pocket");
    expect(touching(GIRL)).not.toContain("pocket");
  });

  it("lets hanging arms drop beside the body in profile", () => {
    const hands = MOMENTS.map((moment) => waiting(MAN, moment, { view: "profile" }).nearArm).filter(
      ({ touch, upper, lower }) => !touch && upper[0] < 19 && lower[0] < 31,
    );
    expect(hands.length).toBeGreaterThan(0);
    for (const { upper } of hands) expect(upper[1]).toBeGreaterThan(90);
  });

  it("has the same stance in the same moment", () => {
    expect(waiting(MAN, 5)).toEqual(waiting(MAN, 5));
  });

  it("has another stance in another shot, and the same in another take", () => {
    const shown = picture({ figures: [figure()] });
    expect(seenIn({ ...shown }, figure())).toEqual(seenIn(shown, figure()));
    expect(seenIn({ ...shown, shot: "close" }, figure())).not.toEqual(seenIn(shown, figure()));
  });

  it("follows facts told of itself, and ignores those told of others", () => {
    const shown = picture({
      figures: [figure(), figure({ character: MAN.id, at: 0.8 })],
      told: tell({ figures: { [MAN.id]: { manner: "up", grips: true, lift: "over", worn: "back" } } }),
    });
    const facts = { manner: "up", grips: true, lift: "over", worn: "back" };
    expect(seenIn(shown, { character: MAN.id })).toMatchObject(facts);
    for (const [fact, value] of Object.entries(seenIn(shown, { character: GIRL.id })))
      if (fact in facts) expect(value).not.toBe(facts[fact as keyof typeof facts]);
  });
});

describe("an umbrella that is handed over", () => {
  it("is held by its stick, and rolled up unless it rains or snows", () => {
    const given = waiting(MAN, 1, { pose: "offer", holds: "umbrella" });
    expect([given.acting, given.farHand]).toEqual(["far", "grip"]);
    const under = (weather: "clear" | "rain") => {
      const shown = picture({ figures: [figure()] });
      return seenIn({ ...shown, scene: { ...shown.scene, weather } }, figure()).furled;
    };
    expect([under("clear"), under("rain")]).toEqual([true, false]);
  });
});

describe("a figure that eats", () => {
  it("holds food below the face, and an empty hand at the mouth", () => {
    const arm = (holds: "apple" | null) => waiting(GIRL, 1, { pose: "eat", holds }).nearArm;
    expect(arm(null).touch).toBe("mouth");
    expect(arm("apple").touch).toBeUndefined();
  });
});

describe("a hand on the own body", () => {
  it("keeps its elbow below the shoulder, so that the arm is not foreshortened to a stump", () => {
    for (const age of ["child", "teen", "adult"] as const)
      for (const view of ["front", "three-quarter", "profile"] as const)
        for (const pose of ["stand", "sit"] as const)
          for (const touch of ["chin", "mouth", "chest", "clasp", "belly"] as const) {
            const arm: Limb = { upper: [30, 30], lower: [90, 0], touch };
            const { arms, measures } = skeletonOf(
              { ...GIRL, age },
              { ...POSES[pose], lean: 15, nearArm: arm, farArm: arm },
              view,
            );
            for (const { shoulder, elbow } of [arms.near, arms.far])
              expect(elbow.p[1] - shoulder.p[1], [age, view, pose, touch].join(" ")).toBeGreaterThan(
                measures.upperArm * 0.4,
              );
          }
  });
});
