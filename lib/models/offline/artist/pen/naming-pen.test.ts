// The things that a panel is said to show are the same whether or not it is drawn.
import { describe, expect, it } from "vitest";
import { PlaceKindSchema, PoseSchema, ShotSchema } from "../closed/staging.ts";
import { drawPanel, thingsIn } from "../panel.ts";
import { figure, GIRL, MAN, picture, STYLE, tell } from "../sample-panel.ts";

const REQUEST = {
  kind: "panel",
  cast: [GIRL, MAN],
  style: STYLE,
  width: 700,
  height: 520,
} as const;

describe("a pen that only names things", () => {
  it.each(ShotSchema.options)(
    "names the same things as a drawing pen, in every place and pose: %s",
    (shot) => {
      const poses = PoseSchema.options;
      for (const [i, kind] of PlaceKindSchema.options.entries()) {
        const told = picture({
          shot,
          scene: { ...picture().scene, place: { kind, name: "" } },
          figures: [figure({ pose: poses[i % poses.length] ?? "stand", holds: "cup" })].slice(
            i % 3 === 0 ? 1 : 0,
          ),
          props: ["door", "window", "table", "book", "fireplace"],
          told: tell({ things: { thrown: true } }),
        });
        const request = { ...REQUEST, picture: told, seed: i };
        expect(thingsIn(request), `${shot} in a ${kind}`).toEqual(drawPanel(request).things);
      }
    },
  );
});
