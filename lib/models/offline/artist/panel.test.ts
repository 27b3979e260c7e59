// How a panel follows its picture: open mouths of speakers, details of feet, splashes, and backgrounds of feeling.
import { describe, expect, it } from "vitest";
import { surfaceOf } from "./places/surfaces/surfaces.ts";
import { draw, drawingOf, figure, picture, tell } from "./sample-panel.ts";

const drawnAs = async (...request: Parameters<typeof draw>) =>
  JSON.stringify(drawingOf(await draw(...request)).items);

const scene = (change: Partial<ReturnType<typeof picture>["scene"]>) => ({ ...picture().scene, ...change });

describe("a panel", () => {
  it("opens the mouth of a speaker, and leaves a mouth that is already open unchanged", async () => {
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

  it("shows no face in a detail of feet, and the eyes of a figure that stands", async () => {
    for (const pose of ["walk", "look-down"] as const) {
      const feet = await draw({ shot: "detail", figures: [figure({ pose })] });
      expect({ pose, faces: feet.faces.length }).toEqual({ pose, faces: 0 });
    }
    const eyes = await draw({ shot: "detail", figures: [figure({ expression: "shocked" })] });
    expect(eyes.faces).toHaveLength(1);
  });

  it("draws as many of a thing set down as the picture lists", async () => {
    const loaves = async (...props: "bread"[]) => (await drawnAs({ shot: "full", props })).length;
    const [none, one, two] = [await loaves(), await loaves("bread"), await loaves("bread", "bread")];
    expect(one).toBeGreaterThan(none);
    expect(two - none).toBeGreaterThan((one - none) * 1.8);
  });

  it("hangs several clocks on a wall in any place, and one clock of a street on its post", () => {
    const under = (...props: "clock"[]) => {
      const street = scene({ place: { kind: "street", name: "" } });
      return surfaceOf(picture({ shot: "detail", figures: [], props, scene: street }));
    };
    expect(under("clock", "clock")).toBe("wall");
    expect(under("clock")).toBeUndefined();
  });

  it("draws a splash when something falls into water", async () => {
    const river = { scene: scene({ place: { kind: "river", name: "" } }) };
    const splash = await drawnAs({ ...river, told: tell({ splash: true }) });
    expect(splash.length).toBeGreaterThan((await drawnAs(river)).length + 2000);
  });

  it("darkens an eerie place from above", async () => {
    const at = (mood: "eerie" | "neutral") =>
      drawnAs({ shot: "long", scene: scene({ place: { kind: "corridor", name: "" }, hour: "night", mood }) });
    expect(await at("eerie")).toContain("veil");
    expect(await at("eerie")).not.toBe(await at("neutral"));
  });

  it("furnishes a named place the same way in every scene, and unnamed places differently", async () => {
    const living = (id: string, name: string) =>
      drawnAs({ shot: "establishing", figures: [], scene: scene({ id, place: { kind: "room", name } }) });
    expect(await living("s1", "居間")).toBe(await living("s9", "居間"));
    expect(await living("s1", "")).not.toBe(await living("s9", ""));
  });

  it("furnishes a room differently for another look", async () => {
    const room = (look: number) =>
      drawnAs({
        shot: "establishing",
        figures: [],
        scene: scene({ place: { kind: "room", name: "居間" }, look }),
      });
    expect(await room(3)).toBe(await room(3));
    expect(await room(3)).not.toBe(await room(4));
  });

  it("enlarges heads at a high angle and reduces them at a low one, and tilts people with the camera", async () => {
    const seen = async (angle: "level" | "high" | "low" | "tilted") => {
      const [face] = (await draw({ angle, room: 0 })).faces;
      if (!face) throw new TypeError("no face in the drawing");
      return face;
    };
    const [level, high, low, tilted] = await Promise.all(
      (["level", "high", "low", "tilted"] as const).map(seen),
    );
    const across = (face = level) => (face?.box.width ?? 0) * (face?.box.height ?? 0);
    expect(across(high)).toBeGreaterThan(across(level));
    expect(across(low)).toBeLessThan(across(level));
    expect(Math.abs((tilted?.mouth.x ?? 0) - (level?.mouth.x ?? 0))).toBeGreaterThan(10);
  });

  it("leaves the background empty behind a figure that a flash strikes", async () => {
    const struck = { shot: "bust" as const, effects: ["flash" as const] };
    expect(await drawnAs({ ...struck, props: ["chair"] })).toBe(await drawnAs(struck));
    expect(await drawnAs({ shot: "bust", props: ["chair"] })).not.toBe(await drawnAs({ shot: "bust" }));
  });
});
