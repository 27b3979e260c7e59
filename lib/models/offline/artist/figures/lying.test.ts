// Near shots of lying figures show the face upright, eyes above the mouth, for every requested view.
import { describe, expect, it } from "vitest";
import type { Shot, View } from "../closed/staging.ts";
import { draw, figure, MAN, picture } from "../sample-panel.ts";

const lying = async (change: Parameters<typeof draw>[0]) => draw({ room: 1, ...change });

describe("a near shot of a lying figure", () => {
  it.each(["close", "bust", "half"] satisfies Shot[])("shows the mouth below the eyes (%s)", async (shot) => {
    for (const pose of ["lie", "sleep"] as const)
      for (const view of ["front", "three-quarter", "profile", "back"] satisfies View[])
        for (const kind of ["room", "field", "street"] as const) {
          const scene = { ...picture().scene, place: { kind, name: "" } };
          const { faces } = await lying({ shot, scene, figures: [figure({ pose, view })] });
          const [face] = faces;
          const where = `${pose} ${view} ${kind}`;
          if (!face) throw new TypeError(`no face in the drawing: ${where}`);
          const { box, mouth } = face;
          expect((mouth.y - box.y) / box.height, where).toBeGreaterThan(0.55);
          expect(Math.abs(mouth.x - box.x - box.width / 2) / box.width, where).toBeLessThan(0.35);
        }
  });

  it("includes the bed and the figure that sits beside it", async () => {
    const figures = [
      figure({ pose: "sleep", expression: "asleep", at: 0.3 }),
      figure({ character: MAN.id, pose: "sit", at: 0.7 }),
    ];
    const scene = { ...picture().scene, place: { kind: "hospital" as const, name: "" } };
    const { faces } = await lying({ shot: "bust", scene, figures });
    expect(faces.length).toBe(2);
    const whole = await lying({ shot: "full", scene, figures });
    expect(faces).toEqual(whole.faces);
  });
});
