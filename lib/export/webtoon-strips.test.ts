import { describe, expect, test } from "vitest";
import { sampleBook } from "./sample-book.ts";
import { planStrips, STRIP } from "./webtoon-strips.ts";

const book = sampleBook(["一", "二", "三"]);

describe("a book as one column", () => {
  test("has every panel once, in reading order, and cuts between them", () => {
    const strips = planStrips(book);
    const order = strips.flatMap(({ panels }) =>
      panels.map(({ page, panel }) => `${page.number}/${panel.id}`),
    );
    expect(order).toEqual(["1/k1", "1/k2", "2/k1", "2/k2", "3/k1", "3/k2"]);
    for (const { height, panels } of strips) {
      expect(height).toBeLessThanOrEqual(STRIP.maxHeight);
      let bottom = 0;
      for (const { top, left, area, scale } of panels) {
        expect(top).toBeGreaterThan(bottom);
        bottom = top + area.height * scale;
        expect(bottom).toBeLessThanOrEqual(height + 1);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + area.width * scale).toBeLessThanOrEqual(STRIP.width + 1);
      }
    }
  });

  test("lets panels fill the column, and those that bleed the whole strip", () => {
    const bleeding = sampleBook(["一"]);
    const [panel] = bleeding.pages[0]?.panels ?? [];
    if (panel !== undefined) {
      panel.frame.bleeds = true;
      panel.frame.corners = [
        { x: -30, y: -30 },
        { x: 1850, y: -30 },
        { x: 1850, y: 900 },
        { x: -30, y: 900 },
      ];
    }
    const [wide, narrow] = planStrips(bleeding).flatMap(({ panels }) => panels);
    expect((wide?.area.width ?? 0) * (wide?.scale ?? 0)).toBeCloseTo(800);
    // 730 units and its border's outer half, at the largest scale.
    expect((narrow?.area.width ?? 0) * (narrow?.scale ?? 0)).toBeCloseTo(742);
  });

  test("shows a balloon whole that reaches out of its panel", () => {
    const reaching = sampleBook(["一"]);
    const [text] = reaching.pages[0]?.texts ?? [];
    if (text !== undefined) text.box = { x: 1500, y: 120, width: 220, height: 300 };
    const area = planStrips(reaching)[0]?.panels[0]?.area;
    expect([area?.y, (area?.x ?? 0) + (area?.width ?? 0)]).toEqual([114, 1726]);
  });

  test("leaves more white where a scene begins than between panels of one row", () => {
    const gap = (change: string) => {
      const changed = sampleBook(["一"]);
      const panel = changed.pages[0]?.panels[1];
      if (panel !== undefined) panel.picture.scene = { ...panel.picture.scene, id: change };
      const [, second] = planStrips(changed).flatMap(({ panels }) => panels);
      return second?.top;
    };
    expect([gap("s1"), gap("s2")]).toEqual([40, 160]);
  });
});
