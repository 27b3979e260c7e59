import { describe, expect, test } from "vitest";
import { COLUMN_SCALE } from "../drawing/column/panel-in-column.ts";
import type { Book } from "../manga/book.ts";
import { boundingBox } from "../manga/geometry.ts";
import { sampleBook } from "./sample-book.ts";
import { planStrips, STRIP } from "./webtoon-strips.ts";

const noMarks = () => Promise.resolve(new Map());
const planned = (book: ReturnType<typeof sampleBook>) => planStrips(book, noMarks);

/** A book in which the second panel of a page is changed. */
function changed(change: (panel: ReturnType<typeof sampleBook>["pages"][0]["panels"][0]) => void) {
  const book = sampleBook(["一"]);
  const panel = book.pages[0]?.panels[1];
  if (panel !== undefined) change(panel);
  return book;
}

describe("a book as one column", () => {
  test("has every panel once, in reading order, and is cut in the white between panels", async () => {
    const strips = await planned(sampleBook(["一", "二", "三"]));
    const order = strips.flatMap(({ panels }) =>
      panels.map(({ page, panel }) => `${page.number}/${panel.id}`),
    );
    expect(order).toEqual(["1/k1", "1/k2", "2/k1", "2/k2", "3/k1", "3/k2"]);
    for (const { height, panels } of strips) {
      expect(height).toBeLessThanOrEqual(STRIP.maxHeight);
      let bottom = 0;
      for (const { top, area, left } of panels) {
        expect(top).toBeGreaterThan(bottom);
        bottom = top + area.height * COLUMN_SCALE;
        expect(bottom).toBeLessThanOrEqual(height + 1);
        // Pictures at the column's edge extend 7.5 pixels beyond it.
        expect((area.x - left) * COLUMN_SCALE).toBeGreaterThanOrEqual(-8.5);
        expect((area.x + area.width - left) * COLUMN_SCALE).toBeLessThanOrEqual(STRIP.width + 8.5);
      }
    }
  });

  test("gives a panel more width the more it matters, and a bleeding panel the full width", async () => {
    const widthOf = async (weight: number, bleeds: boolean) => {
      const book = changed((panel) => {
        panel.weight = weight;
        panel.frame.bleeds = bleeds;
        // Wide enough for its height not to limit the width.
        panel.frame.corners = panel.frame.corners.map(({ x, y }) => ({ x, y: y * 0.4 }));
      });
      const [, second] = (await planned(book)).flatMap(({ panels }) => panels);
      return boundingBox(second?.frame.corners ?? []).width * COLUMN_SCALE;
    };
    const widths = await Promise.all([1, 2, 3, 4, 5].map((weight) => widthOf(weight, false)));
    // A panel that fills the column extends beyond it on both sides.
    expect(widths.map(Math.round)).toEqual([540, 620, 700, 760, 815]);
    expect(Math.round(await widthOf(1, true))).toBe(815);
  });

  test("fills the column with a very wide picture, however little it matters", async () => {
    const wide = changed((panel) => {
      panel.weight = 1;
      panel.frame.corners = panel.frame.corners.map(({ x, y }) => ({ x, y: y * 0.3 }));
    });
    const [, second] = (await planned(wide)).flatMap(({ panels }) => panels);
    expect(Math.round(boundingBox(second?.frame.corners ?? []).width * COLUMN_SCALE)).toBe(815);
  });

  test("sets words at 32 pixels, which may extend from the picture into the white above", async () => {
    const [first] = (await planned(sampleBook(["待って、行かないで"]))).flatMap(({ panels }) => panels);
    const [word] = first?.texts ?? [];
    expect((word?.fontSize ?? 0) * COLUMN_SCALE).toBeGreaterThan(30);
    const frame = boundingBox(first?.frame.corners ?? []);
    expect(word?.box.y).toBeLessThan(frame.y);
    expect(first?.area.y).toBeLessThan(frame.y);
  });

  test("keeps sounds inside the column, also if the picture extends beyond it", async () => {
    const loud = changed((panel) => {
      panel.frame.bleeds = true;
      panel.words.sounds = ["ドドド", "バン"].map((text) => ({ text, loudness: 4, hard: true }));
    });
    const sounds = (await planned(loud)).flatMap(({ panels }) =>
      panels.flatMap(({ texts, left }) =>
        texts
          .filter(({ kind }) => kind === "sound")
          .map(({ textBox }) => ({ ...textBox, x: textBox.x - left })),
      ),
    );
    expect(sounds).toHaveLength(2);
    for (const { x, width } of sounds) {
      expect(x * COLUMN_SCALE).toBeGreaterThan(15);
      expect((x + width) * COLUMN_SCALE).toBeLessThan(STRIP.width - 15);
    }
  });

  test("omits full stops if the book omits them", async () => {
    const linesOf = async (change: Partial<Book>) =>
      (await planned(sampleBook(["待って。行こう、早く。"], change)))
        .flatMap(({ panels }) => panels)
        .flatMap(({ texts }) => texts.flatMap(({ lines }) => lines))
        .join("");
    expect(await linesOf({})).toContain("。");
    expect(await linesOf({ dropPunctuation: true })).not.toMatch(/[。、]/u);
  });

  test("has more white where a scene begins than before the peak, and more there than between panels of a row", async () => {
    const whiteBefore = async (change: Parameters<typeof changed>[0]) => {
      const strips = await planned(changed(change));
      let [at, bottom] = [0, 0];
      for (const { height, panels } of strips) {
        for (const { panel, top, area } of panels) {
          if (panel.id === "k2") return at + top - bottom;
          bottom = at + top + area.height * COLUMN_SCALE;
        }
        at += height;
      }
      return 0;
    };
    const [beside, peak, scene] = await Promise.all([
      whiteBefore(() => {}),
      whiteBefore((panel) => {
        panel.weight = 5;
      }),
      whiteBefore((panel) => {
        panel.picture.scene = "s2";
      }),
    ]);
    expect(beside).toBeGreaterThan(80);
    expect(peak).toBeGreaterThan((beside ?? 0) * 1.5);
    expect(scene).toBeGreaterThan((peak ?? 0) * 1.3);
  });
});
