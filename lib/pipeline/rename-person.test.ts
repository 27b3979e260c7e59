import { expect, test } from "vitest";
import { renameEverywhere } from "./rename-person.ts";
import type { BookView } from "./reviser.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import { EditRefusedError } from "./step-editor.ts";

function bookWith(count: number): BookView {
  const renames = Array.from({ length: count }, (_, index) => ({ from: `N${index}`, to: `N${index + 1}` }));
  return {
    params: { ...SAMPLE_PARAMS, storyHash: "0".repeat(64), renames },
    standing: [],
    output: async () => undefined,
  };
}

test("the hundredth name of a book is accepted, the next one is not", () => {
  const hundredth = renameEverywhere({ from: "N99", to: "Mina" }, bookWith(99));
  expect(hundredth).toMatchObject({ kind: "change" });
  expect(() => renameEverywhere({ from: "N100", to: "Mina" }, bookWith(100))).toThrow(EditRefusedError);
});

test("a name of more than 60 characters is refused", () => {
  for (const rename of [
    { from: "x".repeat(61), to: "Mina" },
    { from: "Mina", to: "x".repeat(61) },
  ]) {
    expect(() => renameEverywhere(rename, bookWith(0))).toThrow(EditRefusedError);
  }
});
