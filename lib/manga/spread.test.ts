import { describe, expect, test } from "vitest";
import { boundingBox } from "./geometry.ts";
import { samplePicture } from "./sample-picture.ts";
import {
  canSpread,
  continuedPanel,
  ownHalf,
  ownMarksOf,
  panelsToPaint,
  planSpreads,
  spreadsOf,
} from "./spread.ts";
import type { Panel } from "./storyboard.ts";

const beats = (...weights: number[]) => weights.map((weight) => ({ weight, lines: [] }));

const book = (...pages: number[][]) =>
  pages.map((weights, index) => ({ number: index + 1, beats: beats(...weights) }));

const crossing = (direction: "rtl" | "ltr"): Panel => {
  const [left, right] = direction === "rtl" ? [-1850, 1850] : [-30, 3670];
  return {
    id: "k1",
    units: ["u1"],
    weight: 5,
    picture: samplePicture({ shot: "long" }),
    words: { texts: [], sounds: [{ text: "ドン", loudness: 3, hard: true }] },
    frame: {
      ...{ bleeds: true, crosses: true },
      corners: [
        { x: left, y: -30 },
        { x: right, y: -30 },
        { x: right, y: 1300 },
        { x: left, y: 1300 },
      ],
    },
  };
};

describe("a spread", () => {
  test("lies on an even page that begins with the peak, and on the facing page", () => {
    const pages = book([1, 2], [5, 2, 2], [1, 2], [1], [1], [1]);
    expect([...planSpreads(pages)]).toEqual([[2, 0.6]]);
    expect(canSpread(pages, 6)).toBe(false);
  });

  test("is not made for a peak on an odd page, inside a page, or on the last page", () => {
    expect(planSpreads(book([1, 2], [1, 2], [5, 2], [2, 5], [1], [5, 2])).size).toBe(0);
  });

  test("is not made in a short book or on 4-koma strips", () => {
    expect(planSpreads(book([1, 2], [5, 2, 2], [1, 2], [1])).size).toBe(0);
    const strips = book([1], [5, 1, 1, 1], [1, 1, 1, 1], [1], [1], [1]).map((page) => ({
      ...page,
      strips: ["一"],
    }));
    expect(planSpreads(strips).size).toBe(0);
  });

  test("is made once in a book, and twice in a book of sixteen pages", () => {
    const peaks = (count: number) =>
      Array.from({ length: count }, (_, index) => (index % 4 === 1 ? [5, 1, 1] : [1, 1, 1]));
    expect(planSpreads(book(...peaks(15))).size).toBe(1);
    expect(planSpreads(book(...peaks(16))).size).toBe(2);
  });
});

describe.each(["rtl", "ltr"] as const)("a spread's picture in a book read %s", (direction) => {
  const panel = crossing(direction);

  test("continues on the facing page at the same place of the open book, and its words are on one page", () => {
    const onOdd = continuedPanel(panel, direction);
    const shift = direction === "rtl" ? 1820 : -1820;
    expect(onOdd.frame.corners.map(({ x }) => x)).toEqual(panel.frame.corners.map(({ x }) => x + shift));
    expect(onOdd.words).toEqual({ texts: [], sounds: [] });
    const pages = [1, 2, 3].map((number) => ({ number, panels: number === 2 ? [panel] : [] }));
    const painted = pages.map((page) => panelsToPaint({ pages, direction }, page).map(({ id }) => id));
    expect(painted).toEqual([[], ["k1"], ["k0"]]);
    expect(spreadsOf(pages)).toEqual([2]);
  });

  test("keeps its words and the marks of its faces on its own page, off the fold", () => {
    const half = boundingBox(ownHalf(panel).frame.corners);
    expect([half.x, half.x + half.width]).toEqual(direction === "rtl" ? [100, 1850] : [-30, 1720]);
    const face = (x: number) => ({
      character: "c1",
      box: { x, y: 300, width: 200, height: 250 },
      mouth: { x: x + 100, y: 500 },
    });
    const marks = { faces: [face(400), face(2900)], keep: [] };
    const own = ownMarksOf([panel], new Map([["k1", marks]])).get("k1");
    const expected = direction === "rtl" ? 2900 - 1850 - 100 : 400;
    expect(own?.faces.map(({ box }) => box.x)).toEqual([expected]);
  });
});

test("a panel that does not cross the fold is not changed", () => {
  const panel = crossing("rtl");
  const whole = { ...panel, frame: { corners: panel.frame.corners, bleeds: true } };
  expect(ownHalf(whole)).toBe(whole);
});
