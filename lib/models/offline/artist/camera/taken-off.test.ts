import { expect, it } from "vitest";
import { figure, GIRL } from "../sample-panel.ts";
import { takenOff } from "./set-down.ts";

const DRESSED = { ...GIRL, glasses: true, clothes: { ...GIRL.clothes, hat: "cap" as const } };

it("what somebody has in a hand is not on their head as well", () => {
  expect(takenOff(DRESSED, [figure({ holds: "glasses" })]).glasses).toBe(false);
  expect(takenOff(DRESSED, [figure({ holds: "bag", alsoHolds: "hat" })]).clothes.hat).toBe("none");
});

it("what is on the head stays there while the hands have something else, or somebody else has it", () => {
  expect(takenOff(DRESSED, [figure({ holds: "bag" })])).toBe(DRESSED);
  expect(takenOff(DRESSED, [figure({ character: "c2", holds: "glasses" })])).toBe(DRESSED);
});
