// Rasterises a drawing to grey pixels, one a unit, on a white or a black sheet, to measure what is visible.
import { createCanvas } from "@napi-rs/canvas";
import type { Drawing } from "../manga/drawing.ts";
import { paintDrawing } from "./paint.ts";

/** Row by row from the top left, 0 black … 1 white. */
export function greyPixels(drawing: Drawing, sheet: "white" | "black"): Float32Array {
  const { width, height } = drawing;
  const ctx = createCanvas(width, height).getContext("2d");
  ctx.fillStyle = sheet;
  ctx.fillRect(0, 0, width, height);
  paintDrawing(ctx, drawing);
  const { data } = ctx.getImageData(0, 0, width, height);
  return Float32Array.from({ length: width * height }, (_, i) => (data[i * 4] ?? 0) / 255);
}
