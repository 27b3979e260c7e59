// Letters of joined balloons never overlap.
import { expect, it } from "vitest";
import { lettersApart, type SetLetters } from "./letters-apart.ts";

const at = (x: number, y: number, width: number): SetLetters => ({
  block: { lineBoxes: [{ x: -width / 2, y: -0.5, width, height: 1 }] },
  middle: { x, y },
  fontSize: 40,
});

it("keeps lines of the same height apart", () => {
  expect(lettersApart(at(0, 0, 4), at(150, 0, 4))).toBe(false);
  expect(lettersApart(at(0, 0, 4), at(170, 0, 4))).toBe(false);
  expect(lettersApart(at(0, 0, 4), at(200, 0, 4))).toBe(true);
});

it("lets one balloon's lines stand right of the other's lower line", () => {
  expect(lettersApart(at(0, 0, 4), at(150, 75, 4))).toBe(true);
});
