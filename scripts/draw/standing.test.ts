// Things stand on their lowest drawn point, so that none floats over the ground. Things with wheels have their base there.
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { paintDrawing } from "../../lib/drawing/paint.ts";
import { type Prop, PropSchema } from "../../lib/models/offline/artist/closed/staging.ts";
import { THING_PACK } from "../../lib/models/offline/artist/closed/thing-pack.ts";
import { penOn } from "../../lib/models/offline/artist/pen/pen.ts";
import { drawMarks } from "../../lib/models/offline/artist/things/marks.ts";
import { anchorOf, sizeOf } from "../../lib/models/offline/artist/things/props.ts";

/** Width of a contour of weight 1, in units; a hand is 60 units long. */
const LINE = 2;
const MARGIN_PX = 8;
const LONGEST_PX = 240;

/** The lowest point that may be drawn, in units of the thing: the lower edge of the row below the lowest pixel. */
function lowestDrawn(prop: Prop): number {
  const { extent, wide, high } = sizeOf(prop);
  const [left, top] = extent;
  const k = LONGEST_PX / Math.max(wide, high);
  const [width, height] = [wide, high].map((side) => Math.ceil(side * k) + 2 * MARGIN_PX) as [number, number];
  const ctx = createCanvas(width, height).getContext("2d");
  const items: Parameters<typeof penOn>[0] = [];
  const place = [k, 0, 0, k, MARGIN_PX - left * k, MARGIN_PX - top * k] as const;
  drawMarks(penOn(items, [...place], LINE * k), THING_PACK.drawingOf(prop));
  paintDrawing(ctx, { width, height, margin: 0, items });
  const { data } = ctx.getImageData(0, 0, width, height);
  for (let y = height - 1; y >= 0; y -= 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 4 + 3] ?? 0) > 127) return (y + 2 - MARGIN_PX) / k + top;
  throw new RangeError(`${prop} has no visible pixel`);
}

describe("things that are set down", () => {
  it("reach the lower end of their extent, which is put on the ground", () => {
    for (const prop of PropSchema.options)
      expect(lowestDrawn(prop), prop).toBeGreaterThan(sizeOf(prop).extent[3] - LINE);
  });

  it("have their base, if the drawing marks one, at the lower end of their extent", () => {
    const based = PropSchema.options.filter((prop) =>
      THING_PACK.drawingOf(prop).some((mark) => "anchor" in mark && mark.anchor === "base"),
    );
    expect(based.length).toBeGreaterThan(10);
    for (const prop of based)
      expect(Math.abs(anchorOf(prop, "base")[1] - sizeOf(prop).extent[3]), prop).toBeLessThan(LINE);
  });
});
