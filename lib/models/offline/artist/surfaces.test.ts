// What things lie on in a close look: what the words say, what lies underfoot there, water where they float.
import { describe, expect, it } from "vitest";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { sizeOf } from "./props.ts";
import { figure, picture } from "./sample-panel.ts";
import { surfaceOf } from "./surfaces.ts";

const look = (
  prop: Prop,
  kind: PlaceKind,
  action = "There it was.",
  more: Partial<Picture["scene"]> = {},
): Picture => {
  const base = picture({ shot: "detail", figures: [], props: [prop], action });
  return { ...base, scene: { ...base.scene, ...more, place: { kind, name: "" } } };
};

describe("a close look at a thing", () => {
  it.each<[string, Prop, PlaceKind, string, string]>([
    ["on steps that are named", "bread", "lighthouse", "She left a loaf on the lighthouse steps.", "step"],
    ["on a table that is named", "letter", "room", "手紙が机の上にあった。", "table"],
    ["on a shelf", "cup", "kitchen", "The cup stood on the shelf.", "shelf"],
    ["in grass", "ball", "garden", "草むらにボールがあった。", "grass"],
    ["in a basket", "bread", "street", "One loaf was left in her basket.", "wicker"],
    ["on its wall", "clock", "room", "The clock had stopped.", "wall"],
    ["as prints in snow", "footprints", "field", "雪の上に足あとが続いている。", "snow"],
    ["in water", "apple", "river", "The apple floated on the water.", "water"],
    ["in the air", "ball", "field", "He threw the ball.", "air"],
  ])("has it %s", (_, prop, kind, action, surface) => {
    expect(surfaceOf(look(prop, kind, action))).toBe(surface);
  });

  it("has it on the ground of its place where no words say on what", () => {
    expect(surfaceOf(look("key", "shore"))).toBe("sand");
    expect(surfaceOf(look("bag", "kitchen"))).toBe("tiles");
    expect(surfaceOf(look("cup", "kitchen"))).toBe("table");
    expect(surfaceOf(look("key", "street", "There it was.", { weather: "snow" }))).toBe("snow");
  });

  it("has a boat on the water, and no planks or mats out of doors", () => {
    expect(surfaceOf(look("boat", "sea"))).toBe("water");
    expect(surfaceOf(look("key", "field", "It lay on the floor of the field."))).toBe("earth");
  });

  it("is none of furniture where it stands, of a window, or beside people", () => {
    expect(surfaceOf(look("bicycle", "street"))).toBeUndefined();
    expect(surfaceOf(look("window", "room"))).toBeUndefined();
    expect(surfaceOf({ ...look("key", "room"), figures: [figure()] })).toBeUndefined();
  });

  it("has things touch it: what a curve cuts off takes no room under their feet", () => {
    expect(sizeOf("bucket").extent[3]).toBeLessThan(119);
  });
});
