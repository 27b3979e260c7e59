import { describe, expect, test } from "vitest";
import type { Beat, PlotPage } from "./plot.ts";
import { rebalancePages } from "./rebalance-pages.ts";

/** A beat whose lines alternate between speakers, so that each fills a balloon. */
function beat(id: number, lines: number): Beat {
  return {
    ...{ id: `b${id}`, scene: "s1", kind: "dialogue", units: [], figures: [], things: [], sounds: [] },
    ...{ effects: [], caption: "", action: "", weight: 3 },
    lines: Array.from({ length: lines }, (_, i) => ({
      ...{ unit: "u1", text: "はい", ruby: [], guessed: false, voice: "speech" },
      speaker: i % 2 === 0 ? "c1" : "c2",
    })),
  };
}

/** Pages given by the number of lines of each beat. */
function pagesOf(counts: readonly (readonly number[])[], change: Partial<PlotPage>[] = []): PlotPage[] {
  let id = 0;
  return counts.map((lines, index) => ({
    ...{ number: index + 1, spread: false, hook: false },
    beats: lines.map((count) => beat(++id, count)),
    ...change[index],
  }));
}

const lines = (pages: readonly PlotPage[]) =>
  pages.map(({ beats }) => beats.map((each) => each.lines.length));

describe("pages of a plot", () => {
  test("are unchanged where none is crowded", () => {
    const pages = pagesOf([
      [2, 2, 2, 2],
      [1, 1],
    ]);
    expect(rebalancePages(pages)).toEqual(pages);
  });

  test("give beats to the next page or the one before, and record it", () => {
    const onwards = rebalancePages(
      pagesOf([
        [3, 3, 3],
        [2, 2],
      ]),
    );
    expect(lines(onwards)).toEqual([
      [3, 3],
      [3, 2, 2],
    ]);
    expect(onwards.map(({ repairs }) => repairs)).toEqual([
      [{ check: "density", page: 1, message: "the page had 9 balloons; the maximum is 8", by: "relaid" }],
      undefined,
    ]);
    expect(
      lines(
        rebalancePages(
          pagesOf([
            [2, 2],
            [3, 3, 3],
          ]),
        ),
      ),
    ).toEqual([
      [2, 2, 3],
      [3, 3],
    ]);
  });

  test("give beats over a full page to one that has room", () => {
    const given = rebalancePages(
      pagesOf([
        [4, 4, 2],
        [2, 4, 2],
        [1, 1],
      ]),
    );
    expect(lines(given)).toEqual([
      [4, 4],
      [2, 2, 4],
      [2, 1, 1],
    ]);
  });

  test("keep hooks before page turns, splash pages and 4-koma strips", () => {
    for (const kept of [
      pagesOf(
        [
          [3, 3, 3],
          [2, 2],
        ],
        [{ hook: true }],
      ),
      pagesOf([[3, 3, 3], [2]]),
      pagesOf(
        [
          [3, 3, 3, 3],
          [2, 2, 2, 2],
        ],
        [{ strips: ["一"] }, { strips: ["二"] }],
      ),
    ]) {
      expect(rebalancePages(kept)).toEqual(kept);
    }
  });

  test("with too many panels give some away; no beat is lost, and their order is kept", () => {
    const pages = pagesOf([Array(11).fill(0), [1, 1]]);
    const given = rebalancePages(pages);
    expect(given.map(({ beats }) => beats.length)).toEqual([9, 4]);
    expect(given[0]?.repairs?.[0]?.message).toBe("the page had 11 panels; the maximum is 9");
    const ids = (all: readonly PlotPage[]) => all.flatMap(({ beats }) => beats.map(({ id }) => id));
    expect(ids(given)).toEqual(ids(pages));
  });

  test("with two lines of one turn count one balloon", () => {
    const [page, next] = pagesOf([
      [8, 1],
      [1, 1],
    ]);
    if (page === undefined || next === undefined) throw new Error("rebalancePages gave fewer than two pages");
    const [first, second] = page.beats;
    if (first === undefined || second === undefined) throw new Error("the page has fewer than two beats");
    const monologue = { ...first, lines: first.lines.map((line) => ({ ...line, speaker: "c1" })) };
    const calm = [{ ...page, beats: [monologue, second] }, next];
    expect(rebalancePages(calm)).toEqual(calm);
    expect(lines(rebalancePages([page, next]))).toEqual([[8], [1, 1, 1]]);
  });
});
