import { createHash } from "node:crypto";
import type { Canvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { type Drawing, type DrawingItem, DrawingSchema } from "../manga/drawing.ts";
import { sampleCharacter } from "../manga/sample-character.ts";
import { styleOf } from "../manga/style-presets.ts";
import { offlineArtist } from "../models/offline/artist/artist.ts";
import { sheet } from "./compose-page.ts";
import { type PaintOptions, paintDrawing } from "./paint.ts";
import { encodePng } from "./png.ts";

const SIZE = { width: 300, height: 240 };

async function drawnStreet(): Promise<Drawing> {
  const drawn = await offlineArtist().draw(
    {
      kind: "portrait",
      design: sampleCharacter({
        ...{ look: 2, outfits: [{ id: "o1", worn: ["black jacket", "mid skirt", "cap"], scenes: [] }] },
      }),
      style: styleOf("manga"),
      ...SIZE,
      seed: 4,
    },
    new AbortController().signal,
  );
  if (drawn.content.kind !== "drawing") throw new Error("the offline artist draws");
  return DrawingSchema.parse(JSON.parse(JSON.stringify(drawn.content.drawing)));
}

/** The same drawing without its colours. */
function colourless(items: readonly DrawingItem[]): DrawingItem[] {
  const plain: DrawingItem[] = [];
  for (const item of items) {
    if ("items" in item) {
      plain.push({ ...item, items: colourless(item.items) });
      continue;
    }
    const { tint, cel, joined, ...rest } = item;
    const last = plain.at(-1);
    if (joined && last && "d" in last) last.d += rest.d;
    else plain.push(rest);
  }
  return plain;
}

function painted(drawing: Drawing, options: PaintOptions = {}) {
  const { canvas, ctx } = sheet(drawing.width, drawing.height, 600);
  paintDrawing(ctx, drawing, options);
  return canvas;
}

const digest = (canvas: Canvas) => createHash("sha256").update(canvas.data()).digest("hex");

function saturation(canvas: Canvas): number {
  const pixels = canvas.data();
  let most = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(i, i + 3);
    most = Math.max(most, Math.max(r, g, b) - Math.min(r, g, b));
  }
  return most;
}

const item = (over: Partial<Extract<DrawingItem, { d: string }>>): Drawing => ({
  ...{ width: 10, height: 10, margin: 0 },
  items: [{ d: "M0 0H10V10H0z", fill: { tone: 0.5 }, ...over }],
});

describe("a drawing with colours", () => {
  it("has the same bytes in black and white as without its colours, on every plane", async () => {
    const drawing = await drawnStreet();
    const plain: Drawing = { ...drawing, items: colourless(drawing.items) };
    expect(JSON.stringify(plain)).not.toContain("tint");
    expect(JSON.stringify(drawing)).toContain('"joined":true');
    for (const plane of ["both", "ink", "tone"] as const)
      expect(digest(painted(drawing, { plane })), plane).toBe(digest(painted(plain, { plane })));
  });

  it("is coloured with the colour option, and grey without it", async () => {
    const drawing = await drawnStreet();
    expect(saturation(painted(drawing))).toBe(0);
    expect(saturation(painted(drawing, { colour: true }))).toBeGreaterThan(80);
    expect(saturation(painted(drawing, { colour: true, plane: "ink" }))).toBe(0);
  });

  it("becomes a PNG of three samples a pixel in colour, and of one in black and white", async () => {
    const drawing = await drawnStreet();
    const colourType = async (options: PaintOptions) =>
      (await encodePng(painted(drawing, options), { pixelsPerUnit: 10, colour: true }))[25];
    expect(await colourType({})).toBe(0);
    expect(await colourType({ colour: true })).toBe(2);
  });

  it("is painted in a colour or gradient, and omits items for black and white", () => {
    const at = (drawing: Drawing, y: number) => [
      ...painted(drawing, { colour: true }).getContext("2d").getImageData(300, y, 1, 1).data.slice(0, 3),
    ];
    expect(at(item({ tint: "#ff8000" }), 300)).toEqual([255, 128, 0]);
    expect(at(item({ tint: "none" }), 300)).toEqual([255, 255, 255]);
    const tone = {
      type: "linear" as const,
      at: [0, 0, 0, 10] as [number, number, number, number],
      stops: [[0, 0] as [number, number], [1, 1] as [number, number]],
    };
    const sky = item({
      fill: { tone },
      tint: [
        [0, "#0000ff"],
        [1, "#ff0000"],
      ],
    });
    expect(at(sky, 5)[2]).toBeGreaterThan(240);
    expect(at(sky, 594)[0]).toBeGreaterThan(240);
  });

  it("is shaded on the side away from the light, within its own outline", () => {
    const drawing = item({ d: "M2 2H8V8H2z", tint: "#ffffff", cel: { dx: -1, dy: 0, tint: "#8080ff" } });
    const row = painted(drawing, { colour: true }).getContext("2d").getImageData(0, 300, 600, 1).data;
    const blue = (x: number) => row[x * 4] === 128;
    expect([150, 400, 440, 470, 500].map(blue)).toEqual([false, false, true, true, false]);
  });
});
