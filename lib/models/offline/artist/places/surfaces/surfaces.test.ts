// What things lie on in a close look: what is told, what lies underfoot there, water where they float.
import { describe, expect, it } from "vitest";
import type { PlaceKind, Prop } from "../../closed/staging.ts";
import type { Picture } from "../../closed/storyboard.ts";
import type { Told } from "../../closed/told.ts";
import { figure, picture, tell } from "../../sample-panel.ts";
import { sizeOf } from "../../things/props.ts";
import { surfaceOf } from "./surfaces.ts";

const look = (
  prop: Prop,
  kind: PlaceKind,
  facts: Partial<Told> = {},
  more: Partial<Picture["scene"]> = {},
): Picture => {
  const base = picture({ shot: "detail", figures: [], props: [prop], told: tell(facts) });
  return { ...base, scene: { ...base.scene, ...more, place: { kind, name: "" } } };
};

describe("a close look at a thing", () => {
  it.each<[string, Prop, PlaceKind, Partial<Told>, string]>([
    ["on steps that are told of", "bread", "lighthouse", { ground: "step" }, "step"],
    ["on a table that is told of", "letter", "room", { ground: "table" }, "table"],
    ["on a shelf", "cup", "kitchen", { ground: "shelf" }, "shelf"],
    ["in grass", "ball", "garden", { ground: "grass" }, "grass"],
    ["in a basket", "bread", "street", { ground: "wicker" }, "wicker"],
    ["on its wall", "clock", "room", {}, "wall"],
    ["as prints in snow", "footprints", "field", { ground: "snow" }, "snow"],
    ["in water", "apple", "river", { ground: "water" }, "water"],
    ["in the air", "ball", "field", { things: { thrown: true } }, "air"],
  ])("has it %s", (_, prop, kind, facts, surface) => {
    expect(surfaceOf(look(prop, kind, facts))).toBe(surface);
  });

  it("has it on the ground of its place where nothing is told", () => {
    expect(surfaceOf(look("key", "shore"))).toBe("sand");
    expect(surfaceOf(look("bag", "kitchen"))).toBe("tiles");
    expect(surfaceOf(look("cup", "kitchen"))).toBe("table");
    expect(surfaceOf(look("key", "street", {}, { weather: "snow" }))).toBe("snow");
  });

  it("has a boat on the water, and no planks or mats out of doors", () => {
    expect(surfaceOf(look("boat", "sea"))).toBe("water");
    expect(surfaceOf(look("key", "field", { ground: "boards" }))).toBe("earth");
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
