import { createCanvas } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import { lastPixels, releasePixels } from "./last-pixels.ts";

const MB = 1024 * 1024;

it("releases the memory of fifty pages' pixels without a garbage collection", async () => {
  const before = process.memoryUsage().external;
  for (let page = 0; page < 50; page++) {
    const canvas = createCanvas(1000, 1000);
    canvas.getContext("2d").fillRect(0, 0, 1000, 1000);
    const pixels = lastPixels(canvas);
    expect([...pixels.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
    expect(canvas.width * canvas.height).toBe(1);
    releasePixels(pixels);
    expect(pixels.length).toBe(0);
  }
  expect(process.memoryUsage().external - before).toBeLessThan(8 * MB);
});
