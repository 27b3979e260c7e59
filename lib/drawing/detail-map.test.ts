import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { rectangle } from "../../lettering/src/sample-page.ts";
import { busyAreas } from "./detail-map.ts";
import { letterPage } from "./letter-page.ts";
import { samplePanel } from "./sample-panel.ts";

const SIZE = { width: 1500, height: 1000 };

async function picture(paint: (ctx: SKRSContext2D) => void): Promise<Uint8Array> {
  const canvas = createCanvas(750, 500);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#cccccc";
  ctx.fillRect(0, 0, 750, 500);
  ctx.fillStyle = "#222222";
  paint(ctx);
  return canvas.encode("png");
}

function hatch(ctx: SKRSContext2D, left: number, top: number, width: number, height: number): void {
  for (let x = left; x < left + width; x += 12) ctx.fillRect(x, top, 5, height);
}

test("the most detailed part of a picture is found, in units of its panel", async () => {
  const [area, ...others] = await busyAreas(await picture((ctx) => hatch(ctx, 450, 40, 200, 180)), SIZE);
  expect(others).toEqual([]);
  expect(area?.x).toBeGreaterThan(820);
  expect(area?.y).toBeLessThan(100);
  expect((area?.x ?? 0) + (area?.width ?? 0)).toBeLessThan(1400);
  expect((area?.y ?? 0) + (area?.height ?? 0)).toBeLessThan(520);
});

test("an empty or uniform picture has none", async () => {
  expect(await busyAreas(await picture(() => {}), SIZE)).toEqual([]);
  expect(await busyAreas(await picture((ctx) => hatch(ctx, 0, 0, 750, 500)), SIZE)).toEqual([]);
});

test("words keep it clear", async () => {
  const keep = await busyAreas(await picture((ctx) => hatch(ctx, 450, 20, 290, 240)), SIZE);
  const texts = [{ text: "だれもいない。", kind: "caption" as const }];
  const panel = samplePanel({ id: "k1", corners: rectangle(160, 185, 1500, 1000), texts });
  const page = { number: 1, language: "ja", direction: "rtl", seed: 7 } as const;
  const [there] = await letterPage([panel], new Map(), page);
  const [beside] = await letterPage([panel], new Map([["k1", { faces: [], keep }]]), page);
  // Without the area, the text would be in the corner where reading starts.
  expect(there?.box.x).toBeGreaterThan(1400);
  expect((beside?.box.x ?? 0) + (beside?.box.width ?? 0)).toBeLessThan(160 + 900);
});
