import { expect, it } from "vitest";
import { meansVerb } from "./verb-meanings.ts";

it("translates common Japanese verbs, also with an object and in a compound", () => {
  expect(meansVerb("門をたたく", "knock")).toBe(true);
  expect(meansVerb("覗く", "peep")).toBe(true);
  expect(meansVerb("走る, run", "run")).toBe(true);
  expect(meansVerb("門をたたく", "open")).toBe(false);
  expect(meansVerb("stand", "stand")).toBe(false);
});
