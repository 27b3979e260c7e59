// What words have a face do, and whose face it is.
import { expect, it } from "vitest";
import type { Expression } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { EXPRESSIONS } from "./expressions.ts";
import { faceTold, withTold } from "./told-face.ts";

const told = (action: string, ...expressions: Expression[]) => {
  const figures = expressions.map((expression) => ({ expression })) as unknown as Picture["figures"];
  return figures.map((figure) => faceTold({ action, figures }, figure));
};

it.each([
  ["Duchess yawned.", "tired", "yawns"],
  ["ケンはあくびをした。", "tired", "yawns"],
  ["The cat sighed and closed her eyes.", "sad", "shut"],
  ["少年は目を閉じた。", "thoughtful", "shut"],
  ["The old cat opened one eye.", "tired", "one-eye"],
  ["彼は片目をつぶった。", "grin", "one-eye"],
  ["He opened his eyes.", "calm", undefined],
] as const)("reads it: %s", (action, expression, face) => {
  expect(told(action, expression)).toEqual([face]);
});

it("gives it to whom of several it suits", () => {
  expect(told("Ken yawned. Mina laughed.", "laugh", "tired")).toEqual([undefined, "yawns"]);
  expect(told("Ken closed his eyes.", "calm", "thoughtful")).toEqual([undefined, "shut"]);
});

it("opens the mouth of whoever yawns and shuts the eyes", () => {
  expect(withTold(EXPRESSIONS.tired, "yawns")).toMatchObject({ lids: "shut", mouth: "gasp" });
});
