import { expect, test } from "vitest";
import { isStretched, isUpright, outlineOf } from "./bodies.ts";

test("a pose of the offline artist is the outline, whatever the posture", () => {
  expect(outlineOf({ doing: "jump", posture: "on a ladder" })).toBe("jump");
  expect(outlineOf({ doing: "hold", posture: "astride" })).toBe("stand");
  const upright = ["fall", "jump", "climb", "look-up"].map((doing) => isUpright({ doing }));
  const stretched = ["lie", "sleep", "row", "ride", "run"].map((doing) => isStretched({ doing }));
  expect([...upright, ...stretched]).not.toContain(false);
  expect(isUpright({ doing: "run" }) || isStretched({ doing: "look-up" })).toBe(false);
});

test.each([
  ["leaps over the ditch", "jump"],
  ["sprints after the bus", "run"],
  ["塀をよじ登る", "climb"],
  ["雨の中を走っていく", "run"],
  ["ベンチに座っている", "sit"],
  ["sharpens a scythe", "stand"],
] as const)("an action in free words has the outline of the nearest pose: %s", (doing, outline) => {
  expect(outlineOf({ doing })).toBe(outline);
});

test("the posture decides if the action says nothing about the body", () => {
  expect(outlineOf({ doing: "tells a joke", posture: "sitting on a barrel" })).toBe("sit");
  expect(outlineOf({ doing: "話す", posture: "膝をついて" })).toBe("kneel");
});
