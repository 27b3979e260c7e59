import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { encodePng } from "./png.ts";
import { readPngRows } from "./png-rows.ts";

/** A canvas whose pixels each have a colour or grey by position. */
function painted(width: number, height: number, colorAt: (x: number, y: number) => string) {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      ctx.fillStyle = colorAt(x, y);
      ctx.fillRect(x, y, 1, 1);
    }
  }
  return canvas;
}

const greenOf = (canvas: ReturnType<typeof painted>, row: number) =>
  canvas
    .getContext("2d")
    .getImageData(0, row, canvas.width, 1)
    .data.filter((_, at) => at % 4 === 1);

test.each([
  ["grey", (x: number, y: number) => `rgb(${x * 20} ${x * 20} ${x * 20} / ${y < 2 ? 1 : 0.5})`],
  ["coloured", (x: number, y: number) => `rgb(${x * 5} ${255 - x * 20} ${y * 60})`],
])("a %s picture that was encoded has the greens that were painted", async (_kind, colorAt) => {
  const canvas = painted(13, 4, () => "#ffffff");
  canvas.getContext("2d").drawImage(painted(13, 4, colorAt), 0, 0);
  const { width, height, greenAt } = await readPngRows(
    await encodePng(canvas, { pixelsPerUnit: 1, colour: true }),
  );
  expect([width, height]).toEqual([13, 4]);
  for (const row of [3, 0, 2, 1]) expect([...greenAt(row)]).toEqual([...greenOf(canvas, row)]);
});

test("an image of another kind, or a broken one, is refused", async () => {
  const canvas = painted(3, 3, () => "#808080");
  await expect(readPngRows(canvas.toBuffer("image/png"))).rejects.toThrow("another format");
  await expect(readPngRows(canvas.toBuffer("image/jpeg"))).rejects.toThrow("not a PNG");
  const broken = Buffer.from(await encodePng(canvas, { pixelsPerUnit: 1, colour: true }));
  await expect(readPngRows(broken.subarray(0, broken.length - 20))).rejects.toThrow();
});
