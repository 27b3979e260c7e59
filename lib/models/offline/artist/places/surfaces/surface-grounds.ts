// Natural ground, roads and water in close view: grass, earth, leaves, sand, pebbles, rock, snow, asphalt.
import type { Chance } from "../../pen/chance.ts";
import { boxed, corner, ellipse, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawOnSheet } from "../sheets.ts";
import { onFrame, piece, sizeAt, type Under } from "./surface-view.ts";

/** A random point of the frame, denser in the distance. */
const spread = ({ width, height }: Under, rng: Chance): Pt => [
  width * rng.between(-0.04, 1.04),
  height * rng.between(-0.02, 1.04),
];

/** A tuft of three to five bent blades of a given height. */
export function tuft(pen: Pen, rng: Chance, [x, y]: Pt, h: number): void {
  const n = rng.int(3, 5);
  for (let i = 0; i < n; i++) {
    const lean = (i - (n - 1) / 2) * 0.34 + rng.between(-0.16, 0.16);
    const tall = h * rng.between(0.6, 1.05);
    const foot = x + (i - (n - 1) / 2) * h * 0.1;
    pen.fill(
      [
        corner([foot - h * 0.045, y]),
        [foot + lean * tall * 0.3 - h * 0.05, y - tall * 0.6],
        corner([foot + lean * tall, y - tall]),
        [foot + lean * tall * 0.36 + h * 0.05, y - tall * 0.55],
        corner([foot + h * 0.05, y]),
      ],
      "black",
    );
  }
}

export function drawGrass(green: Pen, under: Under, rng: Chance): void {
  const size = Math.min(under.width, under.height) * 0.085;
  // Patches of shade first, then tufts from back to front.
  for (let i = 0; i < 9; i++) {
    const [x, y] = spread(under, rng);
    const r = size * rng.between(1.2, 2.6) * sizeAt(under, y);
    green.fill(ellipse(x, y, r * 1.6, r * 0.5, 12), { veil: 0.12 });
  }
  const spots = Array.from({ length: 64 }, () => spread(under, rng)).toSorted(([, a], [, b]) => a - b);
  for (const [i, [x, y]] of spots.entries()) {
    const h = size * rng.between(0.5, 1) * sizeAt(under, y);
    if (i % 4 === 0) tuft(green, rng, [x, y], h);
    else green.line(through([x, y], [x + h * rng.between(-0.3, 0.3), y - h * 0.7]), 0.6, "end");
  }
}

/** Trodden earth: half-buried stones, ruts, and grains. */
export function drawEarth(pen: Pen, under: Under, rng: Chance): void {
  const side = Math.min(under.width, under.height);
  onFrame("earth")(pen, under, rng);
  for (let i = 0; i < 4; i++) {
    const at = spread(under, rng);
    tuft(pen.of(MATERIALS.grass), rng, at, side * 0.06 * sizeAt(under, at[1]));
  }
}

/** Overlapping leaves. */
export function drawLeaves(pen: Pen, under: Under, rng: Chance): void {
  const fallen = under.season === "autumn";
  drawEarth(pen, under, rng);
  const dry = pen.of(fallen ? MATERIALS.autumn : MATERIALS.leaf);
  const side = Math.min(under.width, under.height);
  const spots = Array.from({ length: fallen ? 26 : 12 }, () => spread(under, rng)).toSorted(
    ([, a], [, b]) => a - b,
  );
  for (const [x, y] of spots) {
    const l = side * rng.between(0.05, 0.09) * sizeAt(under, y);
    const turn = rng.between(0, 6.28);
    const at = (u: number, v: number): Pt => [
      x + (Math.cos(turn) * u - Math.sin(turn) * v) * l,
      y + (Math.sin(turn) * u + Math.cos(turn) * v) * l * 0.62,
    ];
    dry.fill(
      [at(-1, 0.1), at(0, 0.62), at(1.1, 0.16), at(0, -0.3)].map(([px, py]): Pt => [px + 2, py + 4]),
      { veil: 0.3 },
    );
    drawOnSheet(dry, "surfaces/leaf", at, { rng });
  }
}

/** Wind ripples and grains. */
export function drawSand(sand: Pen, under: Under, rng: Chance): void {
  const { width, height } = under;
  for (let i = 0; i < 13; i++) {
    const y = height * ((i + rng.between(0, 0.7)) / 13);
    const from = width * rng.between(-0.1, 0.6);
    const long = width * rng.between(0.2, 0.55);
    const wave = Array.from(
      { length: 6 },
      (_, k): Pt => [from + (long * k) / 5, y + Math.sin(k * 1.7 + i) * height * 0.009],
    );
    sand.line(wave, 0.6, "both");
    if (i % 3 === 0)
      sand.fill([...wave, ...wave.toReversed().map(([x, v]): Pt => [x, v + height * 0.03])], { veil: 0.1 });
  }
  onFrame("sand")(sand, under, rng);
}

/** Rounded stones side by side, from back to front. */
export function drawPebbles(grey: Pen, under: Under, rng: Chance): void {
  const { width, height } = under;
  grey.fill(sharp(boxed([-40, -40], [width + 40, height + 40])), { tone: 0.62 });
  const side = Math.min(width, height) * 0.085;
  for (let y = -side; y < height + side; ) {
    const r = side * sizeAt(under, y);
    for (let x = -r + rng.between(0, r); x < width + r; ) {
      const w = r * rng.between(0.55, 1.15);
      const h = w * rng.between(0.52, 0.7);
      const turn = rng.between(-0.25, 0.25);
      const tone = rng.next();
      const round = ellipse(x + w, y + rng.between(-0.2, 0.2) * r, w, h, 9).map(
        ([px, py], i): Pt => [px, py + (px - x - w) * turn + (i % 3) * h * 0.05],
      );
      grey.shape(round, tone < 0.5 ? "white" : { tone: tone < 0.8 ? 0.2 : 0.42 }, 0.7);
      grey.fill(ellipse(x + w * 1.2, y + h * 0.52, w * 0.62, h * 0.34, 8), { veil: 0.2 });
      x += w * 1.86;
    }
    y += r * 0.78;
  }
}

/** Snow: nearly white. */
export const drawSnowCover = (pen: Pen, under: Under, rng: Chance): void =>
  onFrame("snow")(pen, under, rng, {
    paints: { hollow: { veil: under.night ? 0.18 : 0.12 } },
    given: { reach: Math.max(under.width, under.height * 0.6) },
  });

/** A road surface: grains, a crack, and the end of a painted line. */
export function drawAsphalt(road: Pen, under: Under, rng: Chance): void {
  const { width, height, plane } = under;
  onFrame("road")(road, under, rng);
  const side = rng.pick([-1, 1]);
  const [u, w] = [side * plane.half * 0.62, 0.12];
  road.fill(piece(plane, [u, -0.1], [u + w, plane.depth]), "white");
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

/** Water: dark troughs between the swells, white highlights. */
export function drawWaterTop(water: Pen, under: Under, rng: Chance): void {
  const { width, height } = under;
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
