import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { rectangle } from "../../../lettering/src/sample-page.ts";
import { PAPER } from "../../manga/geometry.ts";
import { encodePng } from "../png.ts";
import { samplePanel } from "../sample-panel.ts";
import { blankPanels } from "./blank-panels.ts";

const PANELS = [
  samplePanel({ id: "k1", corners: rectangle(160, 185, 1500, 700), texts: [] }),
  samplePanel({ id: "k2", corners: rectangle(160, 965, 1500, 700), texts: [] }),
  samplePanel({ id: "k3", corners: rectangle(160, 1745, 1500, 640), texts: [] }),
];

function page(
  paint: (ctx: ReturnType<ReturnType<typeof createCanvas>["getContext"]>) => void,
): Promise<Uint8Array> {
  const canvas = createCanvas(910, 1285);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "white";
  ctx.fillRect(0, 0, 910, 1285);
  ctx.scale(910 / PAPER.width, 910 / PAPER.width);
  ctx.lineWidth = 8;
  for (const { frame } of PANELS) {
    const [a, , c] = frame.corners;
    if (a !== undefined && c !== undefined) ctx.strokeRect(a.x, a.y, c.x - a.x, c.y - a.y);
  }
  paint(ctx);
  return encodePng(canvas, { pixelsPerUnit: 1, colour: false });
}

test("a panel that is white, black, or has only a speck is nearly blank, and a drawn one is not", async () => {
  const image = await page((ctx) => {
    ctx.fillStyle = "black";
    ctx.fillRect(170, 975, 1480, 680);
    ctx.strokeStyle = "#444444";
    for (let x = 200; x < 1600; x += 60) ctx.strokeRect(x, 1800, 40, 300);
    ctx.fillRect(700, 500, 8, 8);
  });
  const found = await blankPanels({ number: 4, image, panels: PANELS, texts: [] });
  expect(found).toMatchObject([
    { check: "blank-picture", page: 4, panel: "k1" },
    { check: "blank-picture", page: 4, panel: "k2" },
  ]);
});
