// The surface under things in a close view: a told surface, else the ground of the place, or water if they float.
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

describe("a close view of a thing", () => {
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
  ])("lays it %s", (_, prop, kind, facts, surface) => {
    expect(surfaceOf(look(prop, kind, facts))).toBe(surface);
  });

  it("lays it on the ground of its place if no surface is told", () => {
    expect(surfaceOf(look("key", "shore"))).toBe("sand");
    expect(surfaceOf(look("bag", "kitchen"))).toBe("tiles");
    expect(surfaceOf(look("cup", "kitchen"))).toBe("table");
    expect(surfaceOf(look("key", "street", {}, { weather: "snow" }))).toBe("snow");
  });

  it("lays a boat on water, and ignores planks and mats outdoors", () => {
    expect(surfaceOf(look("boat", "sea"))).toBe("water");
    expect(surfaceOf(look("key", "field", { ground: "boards" }))).toBe("earth");
  });

  it("has no surface for standing furniture, for a window, or with people in the picture", () => {
    expect(surfaceOf(look("bicycle", "street"))).toBeUndefined();
    expect(surfaceOf(look("window", "room"))).toBeUndefined();
    expect(surfaceOf({ ...look("key", "room"), figures: [figure()] })).toBeUndefined();
  });

  it("measures a thing without what a clip removes, so that its feet touch the surface", () => {
    expect(sizeOf("bucket").extent[3]).toBeLessThan(119);
  });
});
