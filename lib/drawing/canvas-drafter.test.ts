import { describe, expect, test } from "vitest";
import { canvasDrafter } from "./canvas-drafter.ts";
import { BRIEF, drawPage } from "./sample-page.ts";

describe("canvasDrafter", () => {
  test("lays out, letters and composes a page from its panels", async () => {
    const { frames, texts, page, preview } = await drawPage(canvasDrafter(), BRIEF);
    expect(frames).toHaveLength(4);
    expect(texts.map((text) => text.id).toSorted()).toEqual(["k1/s1", "k1/w1", "k2/w1", "k3/w1", "k4/w1"]);
    expect(page).toMatchObject({ contentType: "image/png", widthPx: 600, heightPx: 847 });
    expect(preview.widthPx).toBe(600);
  });

  test("draws the same page with the same bytes", async () => {
    const [first, second] = [await drawPage(canvasDrafter(), BRIEF), await drawPage(canvasDrafter(), BRIEF)];
    expect(second.frames).toEqual(first.frames);
    expect(second.texts).toEqual(first.texts);
    expect(Buffer.from(second.page.bytes).equals(first.page.bytes)).toBe(true);
    expect(Buffer.from(second.preview.bytes).equals(first.preview.bytes)).toBe(true);
  });

  test("lays out the same panels differently with another seed", async () => {
    const [first, second] = [
      await drawPage(canvasDrafter(), BRIEF),
      await drawPage(canvasDrafter(), { ...BRIEF, seed: 12 }),
    ];
    expect(second.frames).not.toEqual(first.frames);
  });
});
