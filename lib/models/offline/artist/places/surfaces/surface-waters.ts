// A road's top and the face of water, looked at from near.
import type { Chance } from "../../pen/chance.ts";
import { type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { grains } from "./surface-grounds.ts";
import { onFrame, sizeAt, type Under } from "./surface-view.ts";

/** A road's top: grains, a crack, and the end of a painted line. */
export function drawAsphalt(pen: Pen, under: Under, rng: Chance): void {
  const { width, height, plane } = under;
  const road = pen.of(MATERIALS.asphalt);
  grains(road, under, rng, 220);
  onFrame("scratches")(road, under, rng);
  const side = rng.pick([-1, 1]);
  const [u, w] = [side * plane.half * 0.62, 0.12];
  road.fill(
    sharp([plane.at(u, -0.1), plane.at(u + w, -0.1), plane.at(u + w, plane.depth), plane.at(u, plane.depth)]),
    "white",
  );
  let [x, y] = [width * (0.5 - side * 0.36), -10];
  const way: Pt[] = [];
  while (y < height * 0.8) {
    way.push([x, y]);
    x += rng.between(-0.05, 0.06) * width;
    y += height * rng.between(0.06, 0.14);
  }
  road.line(sharp(way), 1.1, "end");
  for (const [px, py] of way.slice(1, 5))
    road.line(through([px, py], [px + width * rng.between(-0.08, 0.08), py + height * 0.07]), 0.6, "end");
}

/** Water: dark between its swells, white where they catch the light. */
export function drawWaterTop(pen: Pen, under: Under, rng: Chance): void {
  const { width, height } = under;
  const water = pen.of(MATERIALS.water);
  for (let i = 0; i < 15; i++) {
    const y = height * ((i + rng.between(0, 0.6)) / 15);
    const k = sizeAt(under, y);
    const from = width * rng.between(-0.2, 0.7);
    const long = width * rng.between(0.25, 0.5) * k;
    const wave = Array.from(
      { length: 7 },
      (_, n): Pt => [from + (long * n) / 6, y + Math.sin(n * 1.5 + i * 2) * height * 0.012 * k],
    );
    if (i % 2 === 0)
      water.fill([...wave, ...wave.toReversed().map(([x, v]): Pt => [x, v + height * 0.035 * k])], {
        veil: 0.24,
      });
    water.line(wave, 0.9 * k, "both");
    water.scratch(
      wave.slice(1, 5).map(([x, v]): Pt => [x + long * 0.08, v - height * 0.016 * k]),
      1.2 * k,
    );
  }
}
