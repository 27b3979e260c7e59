// A page as a column: no panel is cut, images follow without a gap, and the credit is below the last panel.
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Panel } from "../../manga/storyboard.ts";
import { canvasDrafter } from "../canvas-drafter.ts";
import type { ColumnImage } from "../drafter.ts";
import { BRIEF, drawPage } from "../sample-page.ts";

const drafter = canvasDrafter();
let page: Awaited<ReturnType<typeof drawPage>>;

beforeAll(async () => {
  page = await drawPage(drafter, BRIEF);
});

const columnOf = (panels: readonly Panel[], brief: Parameters<typeof drafter.column>[3] = BRIEF) =>
  drafter.column(panels, page.art, page.marks, brief);

/** Whether each row of an image is white. */
async function whiteRows({ bytes }: ColumnImage): Promise<boolean[]> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, y) =>
    data.subarray(y * info.width, (y + 1) * info.width).every((level) => level > 200),
  );
}

describe("a page's column", () => {
  test("has every panel once, in order, in images of 800 pixels width and at most 2,560 height", async () => {
    const images = await columnOf(page.panels);
    expect(images.flatMap(({ places }) => places.map(({ panel }) => panel))).toEqual([
      "k1",
      "k2",
      "k3",
      "k4",
    ]);
    for (const image of images) {
      const { width, height, format } = await sharp(image.bytes).metadata();
      expect([width, height, format]).toEqual([image.widthPx, image.heightPx, "webp"]);
      expect(width).toBe(800);
      expect(height).toBeLessThanOrEqual(2560);
    }
  });

  test("of another width has every panel at the same relative position", async () => {
    const [wide, narrow] = await Promise.all([
      columnOf(page.panels),
      columnOf(page.panels, { ...BRIEF, widthPx: 200 }),
    ]);
    expect(narrow.length).toBe(wide.length);
    for (const [index, image] of narrow.entries()) {
      const { width, height } = await sharp(image.bytes).metadata();
      expect([width, height]).toEqual([200, Math.round((wide[index]?.heightPx ?? 0) / 4)]);
      expect(image.places).toEqual(
        wide[index]?.places.map(({ panel, y }) => ({ panel, y: Math.round(y / 4) })),
      );
    }
    const inked = async (images: readonly ColumnImage[]) => {
      const { channels } = await sharp(images[0]?.bytes).greyscale().stats();
      return channels[0]?.mean ?? 0;
    };
    expect(Math.abs((await inked(narrow)) - (await inked(wide)))).toBeLessThan(8);
  });

  test("is cut only in the white: the rows on both sides of a cut and above each panel are empty", async () => {
    const images = await columnOf([...page.panels, ...page.panels]);
    expect(images.length).toBeGreaterThan(1);
    for (const image of images) {
      const rows = await whiteRows(image);
      expect([rows[0], rows.at(-1)]).toEqual([true, true]);
      for (const { y } of image.places) expect(rows[y - 6], `above ${y}`).toBe(true);
      // Each place marks the first rows of a panel.
      for (const { y } of image.places) expect(rows.slice(y, y + 40)).toContain(false);
    }
  });

  test("ends with the credit on the page that has one", async () => {
    const [plain, credited] = await Promise.all([
      columnOf(page.panels),
      columnOf(page.panels, { ...BRIEF, credit: "drawn by three" }),
    ]);
    const height = (images: readonly ColumnImage[]) =>
      images.reduce((sum, { heightPx }) => sum + heightPx, 0);
    expect(height(credited) - height(plain)).toBe(160);
    const last = credited.at(-1);
    if (last === undefined) throw new Error("an image");
    const rows = (await whiteRows(last)).slice(-160);
    expect(rows).toContain(false);
  });

  test("is grey in a black-and-white book, and in colour in a coloured one", async () => {
    const red = Buffer.from(
      await sharp({ create: { width: 60, height: 60, channels: 3, background: "#d02020" } })
        .png()
        .toBuffer(),
    );
    const art = new Map(
      [...page.art.keys()].map((id) => [id, { kind: "image", bytes: red, width: 60, height: 60 } as const]),
    );
    const saturation = async (colorMode: "color" | undefined) => {
      const [image] = await drafter.column(page.panels, art, page.marks, { ...BRIEF, colorMode });
      const { channels } = await sharp(image?.bytes).stats();
      return (channels[0]?.mean ?? 0) - (channels[2]?.mean ?? 0);
    };
    expect(await saturation(undefined)).toBe(0);
    expect(await saturation("color")).toBeGreaterThan(30);
  });
});
