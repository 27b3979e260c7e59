// Hair under a hat does not stand up beside the hat's crown.
import { expect, it } from "vitest";
import { type CharacterDesign, HairSchema } from "../../closed/cast.ts";
import { GIRL } from "../../sample-panel.ts";
import { hairOf } from "../head/head.ts";
import { headRig } from "../head/head-rig.ts";
import { capOutline } from "./hair.ts";

/** Greatest height of hair above the middle of the head, for every style and 20 people, in head units; the skull is 44 high. */
function heights(hat: CharacterDesign["clothes"]["hat"]): number[] {
  const styles = HairSchema.shape.style.options;
  const people = styles.flatMap((style) =>
    Array.from({ length: 20 }, (_, look) => ({
      ...{ ...GIRL, look, hair: { style, fill: "white" as const } },
      clothes: { ...GIRL.clothes, hat },
    })),
  );
  return people.flatMap((design) => {
    const hair = hairOf({ design, swing: 0 });
    if (!hair) return [];
    const views = ["front", "three-quarter", "profile", "back"] as const;
    return views.map((view) => Math.max(...capOutline(headRig(view), hair).map(([, y]) => -y)));
  });
}

it.each(["cap", "hat", "straw-hat", "helmet"] as const)("lies flat under a %s", (hat) => {
  expect(Math.max(...heights(hat))).toBeLessThanOrEqual(52);
});

it("stands up on a bare head", () => {
  expect(Math.max(...heights("none"))).toBeGreaterThan(60);
});
