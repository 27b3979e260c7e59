// The sky by hour and weather: its tone, clouds, sun, moon and stars.

import { LOOKS } from "../../camera/turned.ts";
import { type Chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawOnPanel, drawOnSheet } from "../sheets.ts";
import { band, fade, paper, ring, type Stage } from "../stage.ts";

/** `moonless`: the night has another source of light. */
export function drawSky(stage: Stage, horizon: number, moonless = false): void {
  const { lamp, picture, width, height, place } = stage;
  const { hour, weather } = picture.scene;
  const dull = hour === "day" && weather !== "clear" && weather !== "wind";
  const low = Math.min(Math.max(horizon, height * 0.2), height * 1.1);
  const grim = weather === "storm" || weather === "rain";
  const shades = {
    day: grim
      ? [0.5, 0.25]
      : weather === "cloudy" || weather === "snow" || weather === "fog"
        ? [0.26, 0.12]
        : [0.22, 0],
    dawn: [0.32, 0.04],
    dusk: grim ? [0.72, 0.42] : [0.62, 0.14],
    night: grim ? [1, 0.6] : [1, 0.5],
  } as const;
  const [top, bottom] = shades[hour];
  const pen = lamp.of(SKIES[dull || (grim && hour !== "night") ? "grey" : hour]);
  pen.fill(paper(stage), { tone: fade(-20, low, top, bottom) });
  if (stage.night && !grim) drawNight(stage, low, moonless);
  if (!grim && (hour === "dusk" || hour === "dawn")) drawSun(stage, low);
  if (grim) drawStormClouds(pen, stage, place, low);
  else if (hour === "dusk" || hour === "dawn" || stage.night)
    drawOnPanel(pen, "weather/streak", stage, { rng: place, given: { low }, is: [hour] });
  else {
    const n = weather === "cloudy" || weather === "snow" ? 5 : 3;
    for (let i = 0; i < n; i++) {
      const depth = i / n;
      const w = width * place.between(0.28, 0.5) * (1 - depth * 0.35);
      const x = width * ((place.next() + i * 0.37) % 1);
      const y = low * (0.86 - depth * 0.62) - low * 0.08 * place.next();
      cumulus(lamp.of(MATERIALS.cloud), place, {
        ...{ x, y, w, h: Math.min(w * 0.34, low * 0.42) },
        // Under a grey sky the foot of a cloud is darker than the sky; lighter points would appear to hang from it.
        shade: dull ? bottom + 0.1 : 0.1,
      });
    }
  }
}

interface Cloud {
  x: number;
  y: number;
  w: number;
  h: number;
  /** The grey of its foot. */
  shade?: number;
}

/** A cumulus cloud: domes of different sizes, scallops inside them, a ragged shaded foot. */
export function cumulus(pen: Pen, rng: Chance, { x, y, w, h, shade = 0.1 }: Cloud): void {
  if (h < 6) return;
  const shares = Array.from({ length: rng.int(4, 7) }, () => rng.between(0.5, 1.6));
  const total = shares.reduce((a, b) => a + b, 0);
  const peak = rng.between(0.3, 0.7);
  const outline: Pt[] = [corner([x - w * 0.56, y])];
  const domes: { x: number; y: number; r: number }[] = [];
  let from = 0;
  for (const share of shares) {
    const to = from + share / total;
    const mid = (from + to) / 2;
    const arch = Math.max(0.12, 1 - Math.abs(mid - peak) / (mid < peak ? peak : 1 - peak)) ** 0.65;
    const r = ((to - from) * w) / 2;
    const [cx, top] = [x + (mid - 0.5) * w, y - h * arch * rng.between(0.78, 1)];
    outline.push(
      corner([cx - r, Math.min(y, top + r * 0.9)]),
      [cx - r * 0.86, top + r * 0.26],
      [cx - r * 0.1, top - r * 0.16],
      [cx + r * 0.8, top + r * 0.22],
    );
    domes.push({ x: cx, y: top, r });
    from = to;
  }
  outline.push(corner([x + w * 0.5, y - h * 0.06]), corner([x + w * 0.58, y]));
  const foot: Pt[] = through([x + w * 0.3, y + h * 0.05], [x, y - h * 0.02], [x - w * 0.3, y + h * 0.06]);
  pen.fill([...outline, ...foot], "white");
  // One shade under all domes: separate shades under each would look like icicles.
  const belly = domes.flatMap((dome): Pt[] => {
    const high = Math.min((y - dome.y) * 0.42, h * 0.34);
    return [
      [dome.x - dome.r * 0.7, y - high * 0.5],
      [dome.x + dome.r * 0.1, y - high * 0.86],
      [dome.x + dome.r * 0.8, y - high],
    ];
  });
  pen.inside([...outline, ...foot], (p) =>
    p.fill(
      [
        corner([x - w * 0.64, y + 8]),
        ...belly,
        corner([x + w * 0.64, y - h * 0.1]),
        corner([x + w * 0.64, y + 8]),
      ],
      { tone: shade },
    ),
  );
  pen.line(outline.slice(1, -1), 0.6, "both");
  for (const { x: cx, y: cy, r } of domes) {
    if (rng.flip(0.3)) continue;
    const sy = cy + r * rng.between(0.5, 1);
    if (sy > y - h * 0.06) continue;
    pen.line(
      [
        [cx - r * 0.5, sy + r * 0.3],
        [cx - r * 0.3, sy - r * 0.1],
        [cx + r * 0.1, sy - r * 0.2],
        [cx + r * 0.4, sy + r * 0.16],
      ],
      0.45,
    );
  }
}

function drawStormClouds(pen: Pen, stage: Stage, rng: Chance, low: number): void {
  const { width, night } = stage;
  for (let row = 0; row < 3; row++) {
    const y = low * (0.34 - row * 0.15);
    const points: Pt[] = [[-60, -60, 1]];
    const n = 6;
    for (let i = 0; i <= n; i++) {
      const x = -50 + ((width + 100) * i) / n;
      points.push(corner([x, y * rng.between(0.75, 1)]), [x + (width / n) * 0.4, y * rng.between(1.05, 1.3)]);
    }
    points.push([width + 90, -60, 1]);
    pen.fill(points, { tone: (night ? 0.84 : 0.6) + row * 0.06 });
  }
}

function drawNight(stage: Stage, low: number, moonless: boolean): void {
  const { width, place } = stage;
  const pen = stage.lamp.of(MATERIALS.lamp);
  // Stars are denser higher up.
  drawOnSheet(pen, "weather/stars", (u, v) => [u * width, low * v ** 1.3], {
    ...{ rng: place, given: { px: 1 / width } },
  });
  const mx = width * place.between(0.16, 0.84);
  const my = low * place.between(0.16, 0.36);
  const r = Math.max(14, Math.min(width, stage.height) * 0.06);
  place.next();
  if (moonless) return;
  pen.fill(ellipse(mx, my, r * 2.1), { light: ring([mx, my], [r, r * 2.1], [0, 0.45], [1, 0]) });
  pen.fill(moonShape(stage, [mx, my], r), "white");
}

/** The shape of the moon, crescent or full, the same for every place and side of a book. */
export function moonShape({ picture }: Stage, [x, y]: Pt, r: number): Pt[] {
  if (hashOf("moon", (picture.scene.look ?? 0) % LOOKS) % 2 !== 0) return ellipse(x, y, r, r, 12);
  return [
    ...[-100, -60, -20, 20, 60, 100].map((deg, i): Pt => {
      const a = (deg * Math.PI) / 180;
      const p: Pt = [x + Math.cos(a) * r, y + Math.sin(a) * r];
      return i === 0 || i === 5 ? corner(p) : p;
    }),
    ...[62, 22, -22, -62].map((deg): Pt => {
      const a = (deg * Math.PI) / 180;
      return [x - r * 0.42 + Math.cos(a) * r * 0.94, y + Math.sin(a) * r * 0.94];
    }),
  ];
}

function drawSun(stage: Stage, low: number): void {
  const { width, height, place } = stage;
  const pen = stage.lamp.of(MATERIALS.lamp);
  const x = width * place.between(0.25, 0.75);
  const r = Math.min(width, height) * 0.11;
  const y = low - r * 0.5;
  pen.fill(ellipse(x, y, r * 3), { light: ring([x, y], [r, r * 3], [0, 0.4], [1, 0]) });
  pen.inside(band(stage, -40, low), (p) => p.fill(ellipse(x, y, r, r, 14), "white"));
}
