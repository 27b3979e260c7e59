// What a panel makes of its picture: mouths that speak, feet alone, water that splashes, backgrounds that feeling leaves out.
import { describe, expect, it } from "vitest";
import { draw, drawingOf, figure, picture } from "./sample-panel.ts";

const drawnAs = async (...request: Parameters<typeof draw>) =>
  JSON.stringify(drawingOf(await draw(...request)).items);

const scene = (change: Partial<ReturnType<typeof picture>["scene"]>) => ({ ...picture().scene, ...change });

describe("a panel", () => {
  it("opens the mouth of whoever speaks, and of nobody whose mouth is open already", async () => {
    for (const expression of ["calm", "sad", "worried", "smile", "determined"] as const) {
      const silent = await drawnAs({ shot: "close", figures: [figure({ expression })] });
      const speaks = await drawnAs({ shot: "close", figures: [figure({ expression, speaks: true })] });
      expect({ expression, same: silent === speaks }).toEqual({ expression, same: false });
    }
    const shout = { expression: "shout" as const };
    expect(await drawnAs({ shot: "close", figures: [figure({ ...shout, speaks: true })] })).toBe(
      await drawnAs({ shot: "close", figures: [figure(shout)] }),
    );
  });

  it("shows no face where only feet are told of, and the eyes of whoever stands", async () => {
    for (const pose of ["walk", "look-down"] as const) {
      const feet = await draw({ shot: "detail", figures: [figure({ pose })] });
      expect({ pose, faces: feet.faces.length }).toEqual({ pose, faces: 0 });
    }
    const eyes = await draw({ shot: "detail", figures: [figure({ expression: "shocked" })] });
    expect(eyes.faces).toHaveLength(1);
  });

  it("throws up water where something falls into it", async () => {
    const river = { scene: scene({ place: { kind: "river", name: "" } }) };
    const splash = await drawnAs({ ...river, action: "刀は橋の上を滑って、川へ落ちた。" });
    expect(splash.length).toBeGreaterThan(
      (await drawnAs({ ...river, action: "川は静かだった。" })).length + 2000,
    );
  });

  it("darkens an eerie place from above", async () => {
    const at = (mood: "eerie" | "neutral") =>
      drawnAs({ shot: "long", scene: scene({ place: { kind: "corridor", name: "" }, hour: "night", mood }) });
    expect(await at("eerie")).toContain("veil");
    expect(await at("eerie")).not.toBe(await at("neutral"));
  });
});
