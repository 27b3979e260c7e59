import { createCanvas, Path2D } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { glyphPath, moved, scaling, translation } from "./outline.ts";
import { fnv1a, mulberry32 } from "./seeded-random.ts";
import { type SoundShape, setSound } from "./sounds.ts";

const EM = 80;
const SIDE = 480;

/** Number of separate shapes of ink. */
function shapesIn({ glyphs }: SoundShape): number {
  const ctx = createCanvas(SIDE, SIDE).getContext("2d");
  ctx.fill(new Path2D(glyphPath(moved(moved(glyphs, scaling(EM)), translation(SIDE / 2, SIDE / 2)))));
  const { data } = ctx.getImageData(0, 0, SIDE, SIDE);
  const ink = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => ((data[i * 4 + 3] ?? 0) > 127 ? 1 : 0));
  let count = 0;
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] === 0) continue;
    let size = 0;
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (ink[at] === 0) continue;
      ink[at] = 0;
      size++;
      open.push(at - 1, at + 1, at - SIDE, at + SIDE);
    }
    // A stroke's tip may be cut off by rounding; such fragments are not counted.
    if (size > 30) count++;
  }
  return count;
}

test.each(["CLICK", "FLICK", "CLUNK"])("no two letters of %s touch, in any of its ways", async (text) => {
  for (const hard of [true, false]) {
    for (let seed = 0; seed < 4; seed++) {
      const shapes = await setSound(
        { text, loudness: 3, hard },
        { language: "en" },
        mulberry32(fnv1a(`${seed}/${text}`)),
      );
      expect(shapes.map(shapesIn), `seed ${seed}`).toEqual(shapes.map(() => text.length));
    }
  }
});
