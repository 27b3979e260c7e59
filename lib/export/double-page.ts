// Joins two facing pages to one image, for formats that support double pages.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { encodePng } from "../drawing/png.ts";
import { PAPER } from "../manga/geometry.ts";
import type { Direction } from "../manga/language.ts";
import type { BoundImage } from "./binder.ts";

/** `first` is the page read first: the right one in a right-to-left book. Throws what the decoder throws. */
export async function joinPages(
  first: BoundImage,
  second: BoundImage,
  direction: Direction,
): Promise<BoundImage> {
  const [left, right] = direction === "rtl" ? [second, first] : [first, second];
  const canvas = createCanvas(left.widthPx + right.widthPx, Math.max(left.heightPx, right.heightPx));
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(await loadImage(left.png), 0, 0);
  ctx.drawImage(await loadImage(right.png), left.widthPx, 0);
  const { width: widthPx, height: heightPx } = canvas;
  const png = await encodePng(canvas, { pixelsPerUnit: left.widthPx / PAPER.width, colour: true });
  releaseCanvas(canvas);
  return { png, widthPx, heightPx };
}
