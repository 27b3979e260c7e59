// Rain on the ground: puddles that mirror the sky, rings where drops fall, and the little crowns they throw up.
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Stage } from "../stage.ts";

/** `falls`: rings and crowns where drops fall; without, the puddles that a rain has left. */
export function drawWetGround(stage: Stage, falls = true): void {
  const { camera, seed, height } = stage;
  const rng = chance(hashOf(seed, "wet"));
  const n = rng.int(5, 8);
  for (let i = 0; i < n; i++) {
    const z = camera.distance * (0.62 + 1.1 * (i / n) + rng.between(0, 0.15));
    const [x, y] = camera.see(rng.between(-2.2, 2.2), 0, z);
    if (y > height + 30) continue;
    const k = camera.focal / z;
    const rx = Math.min(stage.width * 0.13, k * rng.between(0.3, 0.8));
    const flat = Math.min(0.5, Math.max(0.09, camera.eye / z));
    puddle(stage, rng, { x, y, rx, ry: rx * flat, falls });
  }
  if (!falls) return;
  for (let i = 0; i < 34; i++) {
    const z = camera.distance * (0.55 + 1.6 * rng.next() ** 1.6);
    const [, y] = camera.see(0, 0, z);
    if (y < height + 10)
      splash(stage, rng, [stage.width * rng.next(), y], Math.min(16, (camera.focal / z) * 0.07));
  }
}

interface Puddle {
  x: number;
  y: number;
  rx: number;
  ry: number;
  falls: boolean;
}

function puddle(
  { pen: paper, night, lamp: light }: Stage,
  rng: Chance,
  { x, y, rx, ry, falls }: Puddle,
): void {
  const [pen, lamp] = [paper.of(MATERIALS.water), light.of(MATERIALS.water)];
  const edge = ellipse(x, y, rx, ry, 11).map(([px, py]): Pt => [x + (px - x) * rng.between(0.78, 1.1), py]);
  const sheet = night ? lamp : pen;
  sheet.fill(edge, { tone: night ? 0.5 : 0.06 });
  sheet.inside(edge, (p) => {
    for (let i = 0; i < 5; i++) {
      const sx = x + rx * rng.between(-0.8, 0.8);
      const w = rx * rng.between(0.04, 0.13);
      p.fill(
        [
          corner([sx - w, y - ry]),
          corner([sx + w, y - ry]),
          [sx + w * 0.6, y],
          corner([sx + w * 0.4, y + ry]),
          [sx - w, y],
        ],
        { tone: night ? 0.78 : 0.36 },
      );
    }
    const [cx, cy] = [x + rx * rng.between(-0.4, 0.4), y + ry * rng.between(-0.2, 0.3)];
    for (const r of falls ? [0.2, 0.4] : []) p.contour(ellipse(cx, cy, rx * r, ry * r, 12), 0.4);
  });
  pen.line([...edge.slice(2), ...edge.slice(0, 1)], 0.7);
}

function splash({ pen, lamp, night }: Stage, rng: Chance, [x, y]: Pt, s: number): void {
  if (s < 2.5) return;
  pen.line(through([x - s, y], [x - s * 0.2, y + s * 0.28], [x + s, y]), 0.4);
  const drop = night ? lamp : pen;
  for (const lean of [-0.7, 0.1, 0.8])
    drop.fill(
      [
        corner([x + lean * s * 0.3, y - 1]),
        corner([x + lean * s + 1, y - s * rng.between(0.6, 1.2)]),
        corner([x + lean * s * 0.5 + 1.4, y - 1]),
      ],
      night ? "white" : "black",
    );
}
