// Worn things: backpacks, shoulder bags, and blankets round the shoulders.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../../../manga/geometry.ts";
import type { Prop, View } from "../../closed/staging.ts";
import type { Figure } from "../../closed/storyboard.ts";
import type { FigureTold } from "../../closed/told.ts";
import { drawPanel } from "../../panel.ts";
import type { Pt } from "../../pen/curves.ts";
import { figure, panelRequest, tell } from "../../sample-panel.ts";
import { wornBy } from "./held-things.ts";

/** The boxes of a worn thing and of the face, in a picture of one standing figure. */
function boxesOf(holds: Prop, worn: FigureTold["worn"], change: Partial<Figure> = {}) {
  const { things, faces } = drawPanel(
    panelRequest(
      {
        ...{ shot: "full", room: 0, figures: [figure({ holds, ...change })] },
        told: tell({ figures: { c1: { worn } } }),
      },
      { width: 600, height: 600 },
    ),
  );
  const box = (corners: readonly Pt[] = []) => boundingBox(corners.map(([x, y]) => ({ x, y })));
  return { thing: box(things.find(({ what }) => what === holds)?.corners), face: box(faces[0]?.corners) };
}

const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;

describe("a worn thing", () => {
  it("is on the back, behind a figure that looks ahead", () => {
    for (const view of ["three-quarter", "profile"] as const satisfies View[]) {
      const { thing, face } = boxesOf("backpack", undefined, { view });
      expect(middle(thing), view).toBeLessThan(middle(face));
      expect(thing.y, view).toBeGreaterThan(face.y);
    }
  });

  it("hangs from the shoulder to the hip if told, and otherwise from a hand", () => {
    const worn = boxesOf("bag", "shoulder");
    expect(worn.thing.height).toBeGreaterThan(0);
    expect(worn.thing.y).toBeGreaterThan(worn.face.y + worn.face.height * 1.8);
    expect(wornBy("bag", "stand", undefined)).toBeUndefined();
  });

  it("lies round the shoulders, wider than the face and below the chin", () => {
    for (const view of ["three-quarter", "front", "profile"] as const) {
      const { thing, face } = boxesOf("blanket", "round", { view });
      expect(thing.width, view).toBeGreaterThan(face.width * 1.4);
      expect(thing.y, view).toBeGreaterThan(face.y + face.height * 0.8);
    }
  });

  it("is worn in the way of its kind, and not by a figure that offers it", () => {
    expect(wornBy("bag", "stand", "shoulder")).toBe("shoulder");
    // In Japanese one verb covers bags and cloths.
    expect(wornBy("bag", "stand", "round")).toBe("shoulder");
    expect(wornBy("towel", "stand", "shoulder")).toBe("round");
    expect(wornBy("bundle", "carry", "back")).toBe("back");
    expect(wornBy("blanket", "offer", "round")).toBeUndefined();
    expect(wornBy("backpack", "hold", undefined)).toBeUndefined();
  });
});
