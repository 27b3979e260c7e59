// Cover of open ground, so that no plane is empty: grass, rocks, scuffs, trodden paths, the shade of trees.
import type { Chance } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Sheet } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { made, type Stage } from "../stage.ts";
import { isSnowedOn } from "../weather/light.ts";

/** Tufts of grass over the ground between two distances. */
export function grass(setting: Stage, rng: Chance, spec: Record<"n" | "from" | "to" | "h", number>): void {
  const stage = made(setting, MATERIALS.grass);
  const { pen, camera, width } = stage;
  // Snow covers most of the grass.
  const n = isSnowedOn(stage.picture) ? spec.n * 0.08 : spec.n;
  for (let i = 0; i < n; i++) {
    const z = spec.from + (spec.to - spec.from) * rng.next() ** 1.6;
    const k = camera.focal / z;
    const [, y] = camera.see(0, 0, z);
    if (y > stage.height + 60) continue;
    const x = width * rng.between(-0.03, 1.03);
    pen.fill(blades(rng, [x, y], Math.min(26, spec.h * k)), "black");
  }
}

/** A tuft of grass at a given place and height in metres. */
export function grassAt(setting: Stage, rng: Chance, { x, z, h }: { x: number; z: number; h: number }): void {
  const { pen, camera, width } = made(setting, MATERIALS.grass);
  if (isSnowedOn(setting.picture) && rng.next() < 0.85) return;
  const [px, y] = camera.see(x, 0, z);
  if (y > setting.height + 60 || px < -30 || px > width + 30) return;
  pen.fill(blades(rng, [px, y], Math.min(46, (h * camera.focal) / z)), "black");
}

function blades(rng: Chance, [x, y]: Pt, h: number): Pt[] {
  const lean = rng.between(-0.5, 0.7) * h;
  return [
    corner([x - h * 0.18, y]),
    corner([x - h * 0.5 + lean * 0.3, y - h * 0.6]),
    corner([x, y - h * 0.15]),
    corner([x + lean * 0.3, y - h]),
    corner([x + h * 0.1, y - h * 0.15]),
    corner([x + h * 0.5 + lean * 0.4, y - h * 0.55]),
    corner([x + h * 0.22, y]),
  ];
}

export function rock(
  setting: Stage,
  rng: Chance,
  spec: { x: number; z: number; w: number; h: number; tone?: number },
): void {
  const stage = made(setting, MATERIALS.stone);
  const { pen, camera } = stage;
  const [px, foot] = camera.see(spec.x, 0, spec.z);
  const k = camera.focal / spec.z;
  const [w, h] = [spec.w * k, spec.h * k];
  if (w < 5 || px < -w || px > stage.width + w) return;
  const tip = rng.between(-0.15, 0.2) * w;
  // A shadow at the foot makes the rock look sunk into the ground.
  pen.fill(ellipse(px + w * 0.06, foot, w * 0.68, h * 0.13, 12), { veil: 0.34 });
  const tone = spec.tone ?? 0.15;
  const sheet: Sheet = (u, v) => [px + u * w, foot + v * h];
  const look = {
    rng,
    given: { tip: tip / w },
    paints: { rock: { tone }, shade: { tone: Math.min(0.9, tone + 0.4) } },
  };
  drawOnSheet(pen, "country/rock", sheet, look);
  if (isSnowedOn(stage.picture)) drawOnSheet(stage.lamp.of(MATERIALS.snow), "country/rock-snow", sheet, look);
  pen.line(
    through([px + tip, foot - h], [px + w * 0.16, foot - h * 0.5], [px + w * 0.1, foot - h * 0.1]),
    0.5,
  );
}

/** Short horizontal strokes on the ground, denser in the distance; they fill an otherwise empty plane. */
export function scuffs(stage: Stage, rng: Chance, n: number): void {
  const { pen, camera, width, height } = stage;
  const more = stage.picture.angle === "high" ? n * 2 : n;
  for (let i = 0; i < more; i++) {
    const z = camera.distance * 0.5 + (camera.distance * 0.6 + 9) * rng.next() ** 2;
    const [, y] = camera.see(0, 0, z);
    const x = width * rng.next();
    const w = Math.min(60, (camera.focal / z) * rng.between(0.1, 0.4));
    if (y > height + 20) continue;
    if (i % 4 === 1) {
      const r = Math.min(9, w * 0.2);
      pen.shape(
        through([x - r, y, 1], [x - r * 0.7, y - r * 0.8], [x + r * 0.3, y - r], [x + r, y, 1]),
        "white",
        0.4,
      );
      pen.fill(through([x, y, 1], [x + r * 0.4, y - r * 0.9], [x + r, y, 1]), { tone: 0.5 });
      pen.line(through([x - r, y], [x + r * 2.4, y]), 0.6, "end");
      continue;
    }
    pen.line(through([x, y], [x + w * 0.5, y + rng.between(-1.5, 1.5)], [x + w, y]), 0.5);
    if (i % 3 === 0) pen.line(through([x + w * 0.3, y + 4], [x + w * 0.8, y + 4]), 0.4);
  }
}

/** A trodden path from the distance to the foreground: ragged edges with tufts, ruts and pebbles. */
export function path(
  setting: Stage,
  rng: Chance,
  { from, to, half }: { from: number; to: number; half: number },
): void {
  const stage = made(setting, MATERIALS.earth);
  const { pen, camera, height } = stage;
  const stops = [60, 30, 17, 11, 7.5, 5.2, 3.7, 2.6, 1.8, 1.2, 0.8];
  const middle = (z: number) => to + (from - to) * Math.min(1, z / 30) + Math.sin(z * 0.55 + from) * 0.3;
  const side = (s: number): Pt[] =>
    stops.map((z) => camera.see(middle(z) + s * half * rng.between(0.84, 1.14), 0, z));
  const [left, right] = [side(-1), side(1)];
  pen.fill([...left, ...right.toReversed()], "white");
  for (const edge of [left, right])
    for (const [i, [x, y]] of edge.entries()) {
      const next = edge[i + 1];
      if (!next || y > height + 40) continue;
      if (isSnowedOn(stage.picture) && i % 2) continue;
      if (i % 3 !== 2) pen.line([[x, y], [(x + next[0]) / 2, (y + next[1]) / 2 + 1], next], 0.5);
      const k = camera.focal / (stops[i] ?? 1);
      for (const t of [rng.between(0, 0.3), rng.between(0.3, 0.6), rng.between(0.6, 0.95)])
        tuft(pen, rng, [x + (next[0] - x) * t, y + (next[1] - y) * t], Math.min(24, k * 0.1));
    }
  for (let i = 1; i < stops.length - 1; i++) {
    const z = stops[i] ?? 1;
    const [x, y] = camera.see(middle(z) + half * rng.between(-0.5, 0.5), 0, z);
    const w = Math.min(70, (camera.focal / z) * rng.between(0.15, 0.4));
    if (y < height + 20) pen.line(through([x, y], [x + w * 0.5, y + 2], [x + w, y - 1]), 0.5);
  }
}

function tuft(pen: Stage["pen"], rng: Chance, [x, y]: Pt, h: number): void {
  if (h < 2) return;
  const lean = rng.between(-0.4, 0.4) * h;
  for (const [dx, tall] of through([-0.4, 0.7], [0, 1], [0.4, 0.75]))
    pen.fill(
      [
        corner([x + dx * h * 0.4 - h * 0.08, y]),
        corner([x + dx * h + lean, y - tall * h]),
        corner([x + dx * h * 0.4 + h * 0.08, y]),
      ],
      "black",
    );
}

/** The shade of a tree's crown on the ground: an irregular patch with spots of light, and strokes at its edge. */
export function treeShade(
  { pen, camera, night, width, height, picture }: Stage,
  rng: Chance,
  { x, z, r }: { x: number; z: number; r: number },
): void {
  const { weather, hour } = picture.scene;
  if ((weather !== "clear" && weather !== "wind") || hour === "dawn" || isSnowedOn(picture)) return;
  const [px, py] = camera.see(x, 0, z);
  const rx = (camera.focal / z) * r;
  const ry = Math.min(height * 0.16, Math.abs(camera.see(x, 0, z * 0.82)[1] - py) + 6);
  if (px < -rx || px > width + rx || py > height + ry) return;
  const blob = (cx: number, cy: number, w: number, h: number, n: number): Pt[] =>
    Array.from({ length: n * 2 }, (_, i): Pt => {
      const a = (i / (n * 2)) * Math.PI * 2;
      const k = i % 2 ? rng.between(0.98, 1.12) : rng.between(0.8, 0.9);
      const at: Pt = [cx + Math.cos(a) * w * k, cy + Math.sin(a) * h * k];
      return i % 2 ? at : corner(at);
    });
  pen.fill(blob(px, py, rx, ry, 11), { veil: night ? 0.5 : 0.22 });
  for (let i = 0; i < 7; i++) {
    const a = rng.between(0, 6.28);
    const d = rng.between(0.2, 0.8);
    const w = rx * rng.between(0.05, 0.13);
    pen.fill(
      ellipse(px + Math.cos(a) * rx * d, py + Math.sin(a) * ry * d, w, Math.max(1.5, w * (ry / rx) * 1.4), 8),
      { light: night ? 0.3 : 0.6 },
    );
  }
  const pool: Sheet = (u, v) => [px + rx * u, py + ry * v];
  drawOnSheet(pen, "country/shade-rim", pool, { rng, given: { px: 1 / ry } });
}
