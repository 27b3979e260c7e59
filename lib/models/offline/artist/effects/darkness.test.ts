// Pitch dark: a picture without light is dark, and shining eyes are its only light.
import { describe, expect, it } from "vitest";
import type { DrawingItem } from "../../../../manga/drawing.ts";
import type { Told } from "../closed/told.ts";
import { drawPanel } from "../panel.ts";
import { figure, GIRL, picture, STYLE, tell } from "../sample-panel.ts";
import { eyesShine, isPitchDark } from "./darkness.ts";

const told = (facts: Partial<Told>, hour: "day" | "night" = "night") =>
  picture({ told: tell(facts), scene: { ...picture().scene, hour } });

const drawn = (shown: ReturnType<typeof told>, kind: "human" | "bird" = "human") =>
  flat(
    drawPanel({
      ...{ kind: "panel", picture: shown, cast: [{ ...GIRL, kind }], style: STYLE },
      ...{ width: 700, height: 520, seed: 7 },
    }).items,
  );

const flat = (items: readonly DrawingItem[]): Exclude<DrawingItem, { items: unknown }>[] =>
  items.flatMap((item) => ("items" in item ? flat(item.items) : [item]));

describe("pitch darkness", () => {
  it("holds if it is told or the lamps went out after dark, and not if lamps go out by day", () => {
    expect(isPitchDark(told({ pitchDark: true }, "day"))).toBe(true);
    expect(isPitchDark(told({ lightWentOut: true }))).toBe(true);
    expect(isPitchDark(told({ lightWentOut: true }, "day"))).toBe(false);
    expect(isPitchDark(told({}))).toBe(false);
  });

  it("draws white outlines on black, without black ink", () => {
    const items = drawn(told({ pitchDark: true }));
    expect(items.some(({ fill, stroke }) => fill === "black" || stroke === "black")).toBe(false);
    expect(items.some(({ stroke }) => stroke === "white")).toBe(true);
  });

  it("shows light round an animal's shining eyes", () => {
    const lit = (shown: ReturnType<typeof told>) =>
      drawn(shown, "bird").filter(({ fill }) => typeof fill === "object" && "light" in fill).length;
    const facts = { figures: { c1: { eyesShine: true } } };
    const shining = told(facts);
    expect(eyesShine(shining, figure())).toBe(true);
    expect(eyesShine(told(facts, "day"), figure())).toBe(false);
    expect(isPitchDark(shining)).toBe(true);
    expect(lit(shining)).toBeGreaterThan(lit(told({ pitchDark: true })));
  });
});
