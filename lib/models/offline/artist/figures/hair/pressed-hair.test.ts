// Hair under a hat: nothing of it stands up beside the crown of the hat.
import { expect, it } from "vitest";
import { type CharacterDesign, HairSchema } from "../../closed/cast.ts";
import { GIRL } from "../../sample-panel.ts";
import { hairOf } from "../head/head.ts";
import { headRig } from "../head/head-rig.ts";
import { capOutline } from "./hair.ts";

/** How high the hair of every style and of 20 people stands over the middle of the head, in head units; the skull is 44 high. */
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

it("stands as high as it likes on a bare head", () => {
  expect(Math.max(...heights("none"))).toBeGreaterThan(60);
});
