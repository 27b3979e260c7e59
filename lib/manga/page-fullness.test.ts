import { describe, expect, it } from "vitest";
import { pagesFor } from "./page-fullness.ts";

describe("the number of pages for airier pages", () => {
  it("is one and a half and twice what the story needs", () => {
    expect([pagesFor("usual", 8), pagesFor("airier", 8), pagesFor("airiest", 8)]).toEqual([8, 12, 16]);
    expect([pagesFor("usual", 1), pagesFor("airier", 1), pagesFor("airiest", 1)]).toEqual([1, 2, 3]);
    expect([pagesFor("airier", 80), pagesFor("airiest", 80)]).toEqual([100, undefined]);
  });

  it("grows with each step, to at most 100", () => {
    for (let needed = 1; needed <= 100; needed += 1) {
      const [airier = 101, airiest = 102] = [pagesFor("airier", needed), pagesFor("airiest", needed)];
      expect(airier).toBeGreaterThan(needed);
      expect(airiest).toBeGreaterThan(airier === 101 ? 0 : airier);
      for (const pages of [airier, airiest]) if (pages <= 100) expect(pages).toBeGreaterThan(needed);
    }
  });
});
