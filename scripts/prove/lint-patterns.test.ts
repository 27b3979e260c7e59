// Regular expressions on untrusted text are linear: no look-behind without a maximum length, and no repeat inside or next to a repeat of
// the same characters.
import { describe, expect, it } from "vitest";
import { faultsOf, lintFolders, lintPatterns } from "./lint-patterns.ts";

describe("the lint of patterns", () => {
  it.each([
    ["(?<=a+)b", "look-behind without a longest match"],
    ["(?<!\\bsaid [^.]*)x", "look-behind without a longest match"],
    ["(?:a+b?)+$", "repeat within a repeat"],
    ["^(?:From:.*\\n){2,}", "repeat within a repeat"],
    ["a\\s*\\s*:", "repeats side by side"],
    ["#\\s*(\\S.*?)\\s*#*$", "repeats side by side"],
    ["\\s+(?:x?)\\s*$", "repeats side by side"],
  ])("finds the fault of /%s/", (source, fault) => {
    expect(faultsOf(source, "u")).toContain(fault);
  });

  it.each(["(?<=\\s)-\\s", "^(?:\\s?>)*", "\\d+\\s*[a-z]+", "a{1,20}《[^》]{1,40}》", "[^\\n]*\\n+"])(
    "finds no fault in /%s/",
    (source) => expect(faultsOf(source, "u")).toEqual([]),
  );

  it("finds literals and RegExp constructors", () => {
    const program =
      'const r = /(?:b+)+/gu;\nnew RegExp("(?<=c*)d");\nnew RegExp(`$' + '{name}\\\\s*\\\\s*$`, "u");';
    expect(lintPatterns("x.ts", program).map(({ place, fault }) => [place, fault])).toEqual([
      ["x.ts:1", "repeat within a repeat"],
      ["x.ts:2", "look-behind without a longest match"],
      ["x.ts:3", "repeats side by side"],
    ]);
  });

  it("finds no fault in code that reads stories and requests", () => {
    expect(lintFolders(["lib/manga", "lib/api", "lib/models/reading"])).toEqual([]);
  });
});
