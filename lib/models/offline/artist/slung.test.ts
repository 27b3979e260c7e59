// What is worn and in no hand: packs on backs, bags at hips, blankets about shoulders.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../manga/geometry.ts";
import type { Prop, View } from "../closed/staging.ts";
import type { Figure } from "../closed/storyboard.ts";
import type { Pt } from "./curves.ts";
import { drawPanel } from "./panel.ts";
import { figure, GIRL, MAN, picture } from "./sample-panel.ts";
import { slungIn, wornBy } from "./slung.ts";

/** The box of a thing in a picture of one standing figure, and of the face. */
function boxesOf(holds: Prop, action: string, change: Partial<Figure> = {}) {
  const { things, faces } = drawPanel({
    ...{
      kind: "panel",
      style: "",
      seed: 7,
      portraits: new Map(),
      cast: [GIRL, MAN],
      width: 600,
      height: 600,
    },
    picture: picture({ shot: "full", room: 0, action, figures: [figure({ holds, ...change })] }),
  });
  const box = (corners: readonly Pt[] = []) => boundingBox(corners.map(([x, y]) => ({ x, y })));
  return { thing: box(things.find(({ what }) => what === holds)?.corners), face: box(faces[0]?.corners) };
}

const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;

describe("what is worn", () => {
  it("is on the back, behind whoever looks ahead", () => {
    for (const view of ["three-quarter", "profile"] as const satisfies View[]) {
      const { thing, face } = boxesOf("backpack", "", { view });
      expect(middle(thing), view).toBeLessThan(middle(face));
      expect(thing.y, view).toBeGreaterThan(face.y);
    }
  });

  it("hangs at the hip from the shoulder, and from a hand where no word says so", () => {
    const worn = boxesOf("bag", "A bag hung over her shoulder.");
    expect(worn.thing.height).toBeGreaterThan(0);
    expect(worn.thing.y).toBeGreaterThan(worn.face.y + worn.face.height * 1.8);
    expect(wornBy("bag", "stand", slungIn({ action: "She picked up her bag." }))).toBeUndefined();
    expect(wornBy("bag", "stand", slungIn({ action: "She looked over her shoulder." }))).toBeUndefined();
  });

  it("lies about the shoulders, wider than the face and under the chin", () => {
    for (const action of ["She wrapped the blanket round her shoulders.", "毛布を肩にかけた。"])
      for (const view of ["three-quarter", "front", "profile"] as const) {
        const { thing, face } = boxesOf("blanket", action, { view });
        expect(thing.width, `${action} ${view}`).toBeGreaterThan(face.width * 1.4);
        expect(thing.y, `${action} ${view}`).toBeGreaterThan(face.y + face.height * 0.8);
      }
  });

  it("is read from words of both languages, and is not on whoever gives it", () => {
    const told = (holds: Prop, action: string, pose: Figure["pose"] = "stand") =>
      wornBy(holds, pose, slungIn({ action }));
    expect(told("bag", "鞄を肩にかけて出た。")).toBe("shoulder");
    expect(told("bag", "She slung the bag across her shoulder.")).toBe("shoulder");
    expect(told("bundle", "荷を背負って歩いた。", "walk")).toBe("back");
    expect(told("bundle", "He carried the bundle on his back.", "carry")).toBe("back");
    expect(told("towel", "タオルを肩に掛けていた。")).toBe("round");
    expect(told("blanket", "She held out a blanket to wrap round his shoulders.", "offer")).toBeUndefined();
    expect(told("backpack", "She held the backpack.", "hold")).toBeUndefined();
  });
});
