import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page } from "../manifest.ts";
import {
  boxOf,
  canPair,
  clampView,
  edgeView,
  fitScale,
  isWithin,
  rangeOf,
  sizesWithin,
  viewOfBox,
  zoomAt,
} from "./view-maths.ts";

const page: Page = { width: 1820, height: 2570, renditions: [] };
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const PHONE_ASIDE = { width: 844, height: 390 };

describe("canPair", () => {
  it("allows pairs on a wide window, and not on a phone in either orientation", () => {
    expect(canPair(page, DESKTOP)).toBe(true);
    expect(canPair(page, { width: 1024, height: 768 })).toBe(true);
    expect(canPair(page, PHONE)).toBe(false);
    expect(canPair(page, PHONE_ASIDE)).toBe(false);
    expect(canPair(page, { width: 768, height: 1024 })).toBe(false);
  });
});

describe("fitScale", () => {
  it("fits the whole page, but enlarges it on a phone in landscape", () => {
    const scaleOn = (stage: typeof PHONE) => {
      const [content] = sizesWithin([page], stage);
      return content === undefined ? 0 : fitScale(content, { stage, fit: "auto", count: 1 });
    };
    expect(scaleOn(DESKTOP)).toBe(1);
    expect(scaleOn(PHONE)).toBe(1);
    const [content] = sizesWithin([page], PHONE_ASIDE);
    expect((content?.width ?? 0) * scaleOn(PHONE_ASIDE)).toBeGreaterThan(600);
  });

  it("fits the width or the height", () => {
    const content = { width: 400, height: 800 };
    expect(fitScale(content, { stage: DESKTOP, fit: "width", count: 1 })).toBe(3.2);
    expect(fitScale({ width: 390, height: 550 }, { stage: PHONE, fit: "height", count: 1 })).toBeCloseTo(
      844 / 550,
    );
  });
});

describe("views", () => {
  it("start at the side that is read first", () => {
    const content = { width: 800, height: 900 };
    const at = { stage: { width: 600, height: 600 }, scale: 1, edge: "start" as const };
    expect(edgeView(content, { ...at, direction: "rtl" })).toEqual({ scale: 1, x: -100, y: 150 });
    expect(edgeView(content, { ...at, direction: "ltr" })).toEqual({ scale: 1, x: 100, y: 150 });
  });

  it("zoom about a fixed point", () => {
    fc.assert(
      fc.property(
        fc.record({
          scale: fc.double({ min: 0.5, max: 5, noNaN: true }),
          x: fc.integer({ min: -500, max: 500 }),
          y: fc.integer({ min: -500, max: 500 }),
        }),
        fc.double({ min: 0.5, max: 6, noNaN: true }),
        fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) }),
        (view, scale, at) => {
          const next = zoomAt(view, scale, at);
          expect((at.x - next.x) / next.scale).toBeCloseTo((at.x - view.x) / view.scale, 6);
          expect((at.y - next.y) / next.scale).toBeCloseTo((at.y - view.y) / view.scale, 6);
        },
      ),
    );
  });

  it("never show empty space beside content that is larger than the stage", () => {
    const content = { width: 500, height: 700 };
    const held = clampView({ scale: 2, x: 9_999, y: -9_999 }, content, DESKTOP);
    expect(held).toEqual({ scale: 2, x: rangeOf(content, DESKTOP, 2).x, y: -rangeOf(content, DESKTOP, 2).y });
    expect(clampView({ scale: 1, x: 50, y: 50 }, content, DESKTOP)).toEqual({ scale: 1, x: 0, y: 0 });
  });

  it("centre a panel and show it whole", () => {
    const content = { width: 600, height: 800 };
    const box = { x: 50, y: 600, width: 200, height: 150 };
    const { scale, x, y } = viewOfBox(box, content, DESKTOP);
    const middle = {
      x: box.x + box.width / 2 - content.width / 2,
      y: box.y + box.height / 2 - content.height / 2,
    };
    expect(middle.x * scale + x).toBeCloseTo(0);
    expect(middle.y * scale + y).toBeCloseTo(0);
    expect(box.width * scale).toBeLessThanOrEqual(DESKTOP.width);
    expect(box.height * scale).toBeLessThanOrEqual(DESKTOP.height);
  });
});

describe("frames", () => {
  const slanted = [
    [0, 0],
    [100, 20],
    [100, 100],
    [0, 100],
  ] as const;
  it("have a bounding box, and contain points", () => {
    expect(boxOf(slanted)).toEqual({ x: 0, y: 0, width: 100, height: 100 });
    expect(isWithin(slanted, 50, 50)).toBe(true);
    expect(isWithin(slanted, 95, 5)).toBe(false);
    expect(isWithin(slanted, 101, 50)).toBe(false);
  });
});
