import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plot } from "../../documents.ts";
import { besideOf, placeOf, withBeatMoved } from "./plot-moves.ts";

type Page = Plot["pages"][number];

const beat = (id: string): Page["beats"][number] => ({
  ...{ id, scene: "s1", kind: "action", units: [], figures: [], things: [], lines: [] },
  ...{ caption: "", sounds: [], effects: [], action: id, weight: 3 },
});
/** Pages with beats of these names; `=` before the number joins the page to its facing one. */
const plot = (...pages: string[]): Page[] =>
  pages.map((names, index) => ({
    ...{ number: index + 1, spread: names.startsWith("="), hook: false },
    beats: [...names.replace("=", "")].map(beat),
  }));
const shown = (pages: readonly Page[]) => pages.map(({ beats }) => beats.map(({ id }) => id).join(""));

describe("a beat that is moved", () => {
  it("moves to any position on any page", () => {
    const pages = plot("abc", "de");
    expect(shown(withBeatMoved(pages, { page: 0, index: 0 }, { page: 0, index: 2 }))).toEqual(["bca", "de"]);
    expect(shown(withBeatMoved(pages, { page: 0, index: 1 }, { page: 1, index: 1 }))).toEqual(["ac", "dbe"]);
    expect(shown(withBeatMoved(pages, { page: 1, index: 1 }, { page: 0, index: 3 }))).toEqual(["abce", "d"]);
  });

  it("swaps with the beat at the target if a page would become empty or too full", () => {
    expect(shown(withBeatMoved(plot("a", "bc"), { page: 0, index: 0 }, { page: 1, index: 0 }))).toEqual([
      "b",
      "ac",
    ]);
    const full = plot("ab", "cdefghi");
    expect(shown(withBeatMoved(full, { page: 0, index: 1 }, { page: 1, index: 7 }))).toEqual([
      "ai",
      "cdefghb",
    ]);
  });

  it("leaves at least one other beat on a page with a picture across the fold", () => {
    const pages = plot("ab", "=cd", "=e");
    expect(shown(withBeatMoved(pages, { page: 1, index: 1 }, { page: 0, index: 2 }))).toEqual([
      "ad",
      "cb",
      "e",
    ]);
  });

  it("swaps between 4-koma strips", () => {
    const strips = plot("abcd", "efgh").map((page) => ({ ...page, strips: ["one"] }));
    expect(shown(withBeatMoved(strips, { page: 0, index: 3 }, { page: 1, index: 0 }))).toEqual([
      "abce",
      "dfgh",
    ]);
  });

  it("moves step by step from the first position to the last and back", () => {
    let pages: readonly Page[] = plot("abc", "de", "f");
    for (const by of [1, -1] as const) {
      for (;;) {
        const at = placeOf(pages, "a");
        const to = at && besideOf(pages, at, by);
        if (at === undefined || to === undefined) break;
        pages = withBeatMoved(pages, at, to);
      }
      expect(placeOf(pages, "a")).toEqual(by === 1 ? { page: 2, index: 1 } : { page: 0, index: 0 });
    }
  });

  it("is never lost, and never leaves a page empty", () => {
    const names = fc.string({ unit: fc.constantFrom(..."xyz"), minLength: 1, maxLength: 8 });
    const place = fc.record({ page: fc.nat(5), index: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 5 }), place, place, (made, from, to) => {
        const pages = plot(...made).map((page) => ({
          ...page,
          beats: page.beats.map((one, at) => ({ ...one, id: `${page.number}.${at}` })),
        }));
        const moved = withBeatMoved(pages, from, to);
        const ids = (all: readonly Page[]) =>
          all.flatMap(({ beats }) => beats.map(({ id }) => id)).toSorted();
        expect(ids(moved)).toEqual(ids(pages));
        expect(moved.every(({ beats }) => beats.length > 0)).toBe(true);
      }),
    );
  });
});
