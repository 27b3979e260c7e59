// Where the last light has gone out a picture is dark, and eyes that shine are its light.
import { describe, expect, it } from "vitest";
import type { DrawingItem } from "../../../manga/drawing.ts";
import { eyesShine, isPitchDark } from "./darkness.ts";
import { drawPanel } from "./panel.ts";
import { figure, GIRL, picture } from "./sample-panel.ts";

const told = (action: string, hour: "day" | "night" = "night") =>
  picture({ action, scene: { ...picture().scene, hour } });

const drawn = (shown: ReturnType<typeof told>, kind: "human" | "bird" = "human") =>
  flat(
    drawPanel({
      ...{ kind: "panel", picture: shown, cast: [{ ...GIRL, kind }], portraits: new Map(), style: "" },
      ...{ width: 700, height: 520, seed: 7 },
    }).items,
  );

const flat = (items: readonly DrawingItem[]): Exclude<DrawingItem, { items: unknown }>[] =>
  items.flatMap((item) => ("items" in item ? flat(item.items) : [item]));

describe("the dark", () => {
  it.each([
    ["Everything was black.", true],
    ["The lantern went out.", true],
    ["ランタンの火がふっと消えた。", true],
    ["廊下は真っ暗だった。", true],
    ["窓の外は真っ暗だった。", false],
    ["Outside it was pitch black.", false],
    ["Outside the wind blew. Everything was black.", true],
    ["It was a dark night.", false],
    ["Nell went out with a lantern.", false],
    ["The cat was black.", false],
  ] as const)("of %s: %s", (action, dark) => {
    expect(isPitchDark(told(action))).toBe(dark);
  });

  it("does not come by day for a lamp that goes out", () => {
    expect(isPitchDark(told("The lamp went out.", "day"))).toBe(false);
  });

  it("leaves white outlines on black, and no black ink", () => {
    const items = drawn(told("Everything was black."));
    expect(items.some(({ fill, stroke }) => fill === "black" || stroke === "black")).toBe(false);
    expect(items.some(({ stroke }) => stroke === "white")).toBe(true);
  });

  it("is lit by the eyes of an animal that shine", () => {
    const lit = (shown: ReturnType<typeof told>) =>
      drawn(shown, "bird").filter(({ fill }) => typeof fill === "object" && "light" in fill).length;
    const shining = told("Two golden eyes began to shine.");
    expect(eyesShine(shining)).toBe(true);
    expect(lit({ ...shining, figures: [figure()] })).toBeGreaterThan(lit(told("Everything was black.")));
  });
});
