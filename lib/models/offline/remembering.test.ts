import { expect, it } from "vitest";
import { remembering } from "./remembering.ts";

it("computes an answer once, and drops the oldest one", () => {
  const found: string[] = [];
  const remembered = remembering<number>(2);
  const lengthOf = (text: string) =>
    remembered(text, () => {
      found.push(text);
      return text.length;
    });
  expect(["a", "bc", "a", "def", "bc", "a"].map(lengthOf)).toEqual([1, 2, 1, 3, 2, 1]);
  expect(found).toEqual(["a", "bc", "def", "a"]);
});

it("caches undefined, too", () => {
  const remembered = remembering<undefined>(2);
  let asked = 0;
  const nothing = () => {
    asked += 1;
    return undefined;
  };
  expect([remembered("a", nothing), remembered("a", nothing), asked]).toEqual([undefined, undefined, 1]);
});
