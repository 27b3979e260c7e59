// Variety of page compositions from real stories: pages are laid out by their panels' demands, not from templates.
import { expect, test, vi } from "vitest";
import { makeBook } from "../scripts/scores/books/make-book.ts";
import { ownStories } from "../scripts/scores/books/own-stories.ts";
import { layoutPage } from "./drawing/layout/layout-page.ts";
import { boundingBox, PAPER } from "./manga/geometry.ts";
import { segmentStory } from "./manga/segment.ts";
import { spreadHalfOf } from "./manga/spread.ts";
import type { Frame } from "./manga/storyboard.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Frames on a grid of 18 × 26 cells of a centimetre: pages with the same cells look the same. */
function compositionOf(frames: readonly Frame[]): string {
  const cell = (units: number) => Math.round(units / 100);
  return frames
    .map(({ corners, bleeds }) => {
      const { x, y, width, height } = boundingBox(corners);
      return [x, y, width, height].map(cell).join(" ") + (bleeds ? " bleeds" : "");
    })
    .join("; ");
}

test("nearly all pages of a dozen stories have different compositions, and some bleed", async () => {
  const compositions: string[] = [];
  let bleeding = 0;
  for (const { text, language } of ownStories()) {
    const { plot, boards } = await makeBook("offline-reader", segmentStory(text, language));
    const direction = language === "ja" ? "rtl" : "ltr";
    for (const [index, page] of plot.pages.entries()) {
      if (page.strips !== undefined) continue;
      const brief = {
        number: page.number,
        language,
        direction,
        seed: 7,
        spread: spreadHalfOf(page),
      } as const;
      const frames = layoutPage(boards[index]?.panels ?? [], brief);
      compositions.push(compositionOf(frames));
      if (frames.some(({ bleeds }) => bleeds)) bleeding++;
      for (const { corners } of frames) {
        const { x, width } = boundingBox(corners);
        expect(x + width).toBeLessThanOrEqual(2 * (PAPER.width + PAPER.bleed));
      }
    }
  }
  const pages = compositions.length;
  const distinct = new Set(compositions).size;
  console.info(`compositions: ${distinct} of ${pages} pages, ${bleeding} with a panel that bleeds`);
  expect(distinct).toBeGreaterThanOrEqual(24);
  expect(distinct / pages).toBeGreaterThan(0.9);
  expect(bleeding / pages).toBeGreaterThan(0.3);
});
