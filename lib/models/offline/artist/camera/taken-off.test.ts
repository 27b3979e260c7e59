import { expect, it } from "vitest";
import { figure, GIRL } from "../sample-panel.ts";
import { takenOff } from "./set-down.ts";

const DRESSED = { ...GIRL, glasses: true, clothes: { ...GIRL.clothes, hat: "cap" as const } };

it("a hat or glasses held in a hand are not drawn on the head", () => {
  expect(takenOff(DRESSED, [figure({ holds: "glasses" })]).glasses).toBe(false);
  expect(takenOff(DRESSED, [figure({ holds: "bag", alsoHolds: "hat" })]).clothes.hat).toBe("none");
});

it("a hat or glasses stay on the head if the hands hold something else, or another figure holds them", () => {
  expect(takenOff(DRESSED, [figure({ holds: "bag" })])).toBe(DRESSED);
  expect(takenOff(DRESSED, [figure({ character: "c2", holds: "glasses" })])).toBe(DRESSED);
});
