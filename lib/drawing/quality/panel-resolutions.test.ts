import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { rectangle } from "../../../lettering/src/sample-page.ts";
import type { PaintedArt } from "../drafter.ts";
import { samplePanel } from "../sample-panel.ts";
import { panelResolutions } from "./panel-resolutions.ts";

const PANELS = [
  samplePanel({ id: "k1", corners: rectangle(160, 185, 1270, 635), texts: [] }),
  samplePanel({ id: "k2", corners: rectangle(160, 900, 1270, 635), texts: [] }),
];

function image(widthPx: number, heightPx: number): PaintedArt {
  const bytes = createCanvas(widthPx, heightPx).toBuffer("image/png");
  // The drawn size of an image is independent of its pixels.
  return { kind: "image", bytes, width: 1270, height: 635 };
}

test("an image's resolution is its pixels over its frame in the worse direction; a drawing has none", async () => {
  const drawing: PaintedArt = {
    kind: "drawing",
    drawing: { width: 1270, height: 635, margin: 0, items: [] },
  };
  // Five inches by two and a half.
  const art = new Map<string, PaintedArt>([
    ["k1", image(1500, 900)],
    ["k2", drawing],
  ]);
  expect(await panelResolutions(PANELS, art, 4)).toEqual([{ page: 4, panel: "k1", dpi: 300 }]);
  expect(await panelResolutions(PANELS, new Map([["k2", image(2000, 500)]]), 4)).toEqual([
    { page: 4, panel: "k2", dpi: 200 },
  ]);
});
