import { describe, expect, it } from "vitest";
import type { Page } from "../manifest.ts";
import { labelsOf, nextStop, spreadsOf } from "./spreads.ts";

const page = (change: Partial<Page> = {}): Page => ({ width: 2, height: 3, renditions: [], ...change });
const plain = (count: number) => Array.from({ length: count }, () => page());
const cover = page({ cover: true });
const double = page({ double: true });

describe("spreadsOf", () => {
  it("puts a cover alone and pairs the pages after it", () => {
    expect(spreadsOf([cover, ...plain(5)])).toEqual([[0], [1, 2], [3, 4], [5]]);
  });

  it("shifts pairs by one page", () => {
    expect(spreadsOf([cover, ...plain(5)], true)).toEqual([[0], [1], [2, 3], [4, 5]]);
    const bound = [page({ spread: "second" }), page({ spread: "first" }), page({ spread: "second" })];
    expect(spreadsOf(bound)).toEqual([[0], [1, 2]]);
    expect(spreadsOf(bound, true)).toEqual([[0, 1], [2]]);
  });

  it("puts a double page alone, and starts new pairs after it", () => {
    expect(spreadsOf([...plain(3), double, ...plain(2)])).toEqual([[0, 1], [2], [3], [4, 5]]);
  });

  it("never separates two pages with one picture", () => {
    const pages = [page(), page({ joins: true }), page(), page(), page()];
    for (const isShifted of [false, true]) expect(spreadsOf(pages, isShifted)).toContainEqual([1, 2]);
  });

  it("joins three linked pages by the first two", () => {
    expect(spreadsOf([page({ joins: true }), page({ joins: true }), page()])).toEqual([[0, 1], [2]]);
  });
});

describe("labelsOf", () => {
  it("does not count covers, and uses a page's own label", () => {
    expect(labelsOf([cover, page(), page({ label: "iv" }), page()])).toEqual(["", "1", "iv", "3"]);
  });
});

describe("nextStop", () => {
  const panel = { frame: [] };
  const pages = [page({ panels: [panel, panel] }), page(), page({ panels: [panel] })];
  it("goes from panel to panel, and stops once at pages without panels", () => {
    expect(nextStop(pages, { page: 0, panel: 0 }, 1)).toEqual({ page: 0, panel: 1 });
    expect(nextStop(pages, { page: 0, panel: 1 }, 1)).toEqual({ page: 1, panel: 0 });
    expect(nextStop(pages, { page: 1, panel: 0 }, 1)).toEqual({ page: 2, panel: 0 });
    expect(nextStop(pages, { page: 2, panel: 0 }, 1)).toBeUndefined();
    expect(nextStop(pages, { page: 1, panel: 0 }, -1)).toEqual({ page: 0, panel: 1 });
    expect(nextStop(pages, { page: 0, panel: 0 }, -1)).toBeUndefined();
  });
});
