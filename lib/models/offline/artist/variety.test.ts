// Words of the staging vocabulary give visibly different pictures: measured on pixels at thumbnail size, not on paths.
import { describe, expect, it } from "vitest";
import { greyPixels } from "../../../drawing/grey-pixels.ts";
import type { CharacterDesign } from "./closed/cast.ts";
import { ExpressionSchema, PlaceKindSchema } from "./closed/staging.ts";
import type { Picture } from "./closed/storyboard.ts";
import { draw, drawingOf, figure, GIRL, picture } from "./sample-panel.ts";

/** Plain clothes, so that only the pose differs. */
const PLAIN: CharacterDesign = {
  ...GIRL,
  build: "average",
  clothes: { top: "shirt", topFill: "light", bottom: "trousers", bottomFill: "dark", hat: "none" },
};

const SCENE: Picture["scene"] = { ...picture().scene, season: "summer" };

/** A greedy count of items that differ pairwise: each item is kept if it differs from all kept before it. */
function distinct<T>(all: readonly T[], unlike: (a: T, b: T) => boolean): T[] {
  const taken: T[] = [];
  for (const one of all) if (taken.every((other) => unlike(one, other))) taken.push(one);
  return taken;
}

/** Mean greys of blocks of 10 × 10 units of a panel. */
async function blocksOf(change: Partial<Picture>, width: number, height: number): Promise<Float32Array> {
  const bare = { shot: "close", scene: { ...SCENE, place: { kind: "abstract", name: "" } } } as const;
  const drawn = await draw(
    { ...bare, figures: [], room: 0, ...change },
    { cast: [PLAIN], width, height, seed: 3 },
  );
  const grey = greyPixels(drawingOf(drawn), "white");
  const columns = width / 10;
  const blocks = new Float32Array((width * height) / 100);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const i = Math.floor(y / 10) * columns + Math.floor(x / 10);
      blocks[i] = (blocks[i] ?? 0) + (grey[y * width + x] ?? 0) / 100;
    }
  return blocks;
}

/** The share of blocks whose greys differ by more than a fifth of the scale. */
const changed = (a: Float32Array, b: Float32Array): number =>
  a.reduce((n, grey, i) => n + (Math.abs(grey - (b[i] ?? 0)) > 0.2 ? 1 : 0), 0) / a.length;

describe("the artist's vocabulary", () => {
  it("draws at least sixteen clearly different expressions in close-up", async () => {
    const faces = await Promise.all(
      ExpressionSchema.options.map((expression) =>
        blocksOf({ figures: [figure({ expression, pose: "arms-crossed" })] }, 400, 400),
      ),
    );
    expect(distinct(faces, (a, b) => changed(a, b) > 0.006).length).toBeGreaterThanOrEqual(16);
  });

  it("draws at least sixteen clearly different settings", async () => {
    const places = await Promise.all(
      PlaceKindSchema.options.map((kind) =>
        blocksOf({ shot: "establishing", scene: { ...SCENE, place: { kind, name: "" } } }, 600, 400),
      ),
    );
    expect(distinct(places, (a, b) => changed(a, b) > 0.15).length).toBeGreaterThanOrEqual(16);
  });
});
