// Manga's effects: speed, focus and impact lines, flashes, gloom, sparkles, petals, steam.

import type { Composition } from "../camera/composition.ts";
import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import { chance, hashOf } from "../pen/chance.ts";
import { corner, lerp, type Pt, through } from "../pen/curves.ts";
import { MATERIALS, ramp } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors, smokes } from "../places/places.ts";
import { fade, paper } from "../places/stage.ts";
import { drawWeather } from "../places/weather/weather.ts";
import { drawBreath } from "./breath.ts";
import { drawScatter } from "./scatter.ts";
import { drawSplashBefore, drawSplashIn } from "./splash.ts";

const LIGHTNING = ramp({ 0: "#fff3a6", 1: "#2a2160" }, "#2a2160");

/** Where lines converge: the first face, or the middle. */
function aim({ width, height }: PanelView, plan: Composition): Pt {
  const first = plan.standing.at(-1);
  if (!first) return [width / 2, height * 0.5];
  return [first.face[0], Math.min(height * 0.78, Math.max(height * 0.25, first.face[1] + first.scale * 20))];
}

export function drawBackEffects(pen: Pen, view: PanelView, plan: Composition): void {
  const rng = chance(hashOf(view.seed, "effects"));
  const { width, height, picture } = view;
  drawSplashIn(pen, view, plan, rng);
  for (const effect of picture.effects) {
    if (effect === "speed") speed(pen, view, rng, picture.figures[0]?.facing === "left" ? 1 : -1);
    if (effect === "focus")
      rays(pen, view, aim(view, plan), rng, { n: 90, from: 0.34, weight: 2.4, paint: "black" });
    if (effect === "impact") {
      const at = aim(view, plan);
      const burst = starburst(at, Math.hypot(width, height) * 0.44, rng, 23);
      rays(pen, view, at, rng, { n: 84, from: 0.42, weight: 2.8, paint: "black" });
      pen.fill(grown(burst, at, 1.025), "black");
      pen.fill(burst, "white");
      splinters(pen, at, Math.hypot(width, height) * 0.3, rng);
    }
    if (effect === "flash") {
      const lit = pen.of(LIGHTNING);
      lit.fill(paper(view), "black");
      rays(lit, view, aim(view, plan), rng, { n: 70, from: 0.16, weight: 4.4, paint: "white" });
      pen.fill(starburst(aim(view, plan), Math.min(width, height) * 0.42, rng, 15), "white");
    }
    if (effect === "gloom") {
      pen.fill(paper(view), { veil: fade(0, height * 0.8, 0.62, 0.05) });
      const n = Math.round(width / 16);
      for (let i = 0; i < n; i++) {
        const x = (width * (i + rng.next())) / n;
        pen.line(through([x, -36], [x, height * rng.between(0.16, 0.5)]), 0.5, "end");
      }
    }
  }
}

export function drawFrontEffects(pen: Pen, view: PanelView, plan: Composition): void {
  const { picture, width, height, seed } = view;
  const rng = chance(hashOf(seed, "front"));
  drawSplashBefore(pen, view, plan, rng);
  drawScatter(pen, view, plan);
  drawBreath(pen, view, plan);
  if (!isIndoors(picture.scene.place.kind) && picture.shot !== "detail")
    drawWeather(pen, view, rng, "before");
  for (const effect of picture.effects) {
    if (effect === "sparkle") {
      const gold = pen.of(MATERIALS.lamp);
      for (let i = 0; i < 9; i++) {
        const s = Math.min(width, height) * rng.between(0.015, 0.055);
        const [x, y] = scattered(view, plan, rng);
        gold.shape(
          [
            corner([x, y - s]),
            [x + s * 0.13, y - s * 0.13],
            corner([x + s, y]),
            [x + s * 0.13, y + s * 0.13],
            corner([x, y + s]),
            [x - s * 0.13, y + s * 0.13],
            corner([x - s, y]),
            [x - s * 0.13, y - s * 0.13],
          ],
          "white",
          0.45,
        );
      }
    }
    if (effect === "petals") {
      for (let i = 0; i < 20; i++) {
        const s = Math.min(width, height) * rng.between(0.012, 0.03);
        const [x, y] = scattered(view, plan, rng);
        const turn = rng.between(0, 6.3);
        const at = (dx: number, dy: number, sharpEnd = false): Pt => {
          const p: Pt = [
            x + (dx * Math.cos(turn) - dy * Math.sin(turn)) * s,
            y + (dx * Math.sin(turn) + dy * Math.cos(turn)) * s,
          ];
          return sharpEnd ? corner(p) : p;
        };
        pen
          .of(MATERIALS.blossom)
          .shape(
            [at(0, 1.2, true), at(0.7, 0.2), at(0.4, -1), at(0, -0.7, true), at(-0.4, -1), at(-0.7, 0.2)],
            i % 3 ? "white" : { tone: 0.16 },
            0.4,
          );
      }
    }
    if (effect === "steam" && !smokes(picture)) {
      for (let i = 0; i < 4; i++) {
        const [x, y] = steaming(view, plan, rng);
        wisp(pen, [x, y], height * rng.between(0.045, 0.06), rng.flip() ? 1 : -1);
      }
    }
    if (effect === "sweat") {
      const first = plan.standing.at(-1);
      if (!first) continue;
      const [hx, hy] = first.face;
      for (const [dx, dy] of through([-0.75, -0.2], [-0.9, 0.2], [0.8, -0.3]))
        drop(pen, [hx + dx * first.scale * 100, hy + dy * first.scale * 100], first.scale * 14);
    }
  }
}

function drop(pen: Pen, [x, y]: Pt, s: number): void {
  pen
    .of(MATERIALS.tear)
    .shape(
      [corner([x, y - s]), [x + s * 0.5, y + s * 0.3], [x, y + s * 0.8], [x - s * 0.5, y + s * 0.3]],
      "white",
      0.7,
    );
}

/** Where steam rises: before whoever eats or drinks, else from the middle of the picture. */
function steaming({ width, height }: PanelView, plan: Composition, rng: Chance): Pt {
  const first = plan.standing.at(-1);
  if (!first) return [width * rng.between(0.38, 0.62), height * rng.between(0.6, 0.8)];
  const { face, scale, figure } = first;
  const before = figure.facing === "left" ? -1 : 1;
  return [face[0] + before * scale * rng.between(88, 135), face[1] + scale * rng.between(30, 60)];
}

/** A breath of steam: it swells, turns and thins out, white with an outline on its one side. */
function wisp(pen: Pen, [x, y]: Pt, s: number, side: 1 | -1): void {
  const spine: Pt[] = [
    [x, y],
    [x + side * s * 0.5, y - s],
    [x - side * s * 0.45, y - s * 2.2],
    [x + side * s * 0.35, y - s * 3.3],
    [x + side * s * 0.05, y - s * 4.2],
  ];
  const half = [0, 0.22, 0.3, 0.17, 0].map((k) => k * s);
  const left = spine.map(([px, py], i): Pt => [px - (half[i] ?? 0), py]);
  const right = spine.map(([px, py], i): Pt => [px + (half[i] ?? 0), py]);
  pen.fill([...left, ...right.slice(1, -1).toReversed()], "white");
  pen.line(side > 0 ? left : right, 0.75);
  pen.line((side > 0 ? right : left).slice(1), 0.45);
}

/** The same outline about a point, larger. */
const grown = (points: readonly Pt[], [cx, cy]: Pt, by: number): Pt[] =>
  points.map(([x, y]): Pt => [cx + (x - cx) * by, cy + (y - cy) * by, 1]);

/** Slivers that fly from a blow. */
function splinters(pen: Pen, [cx, cy]: Pt, r: number, rng: Chance): void {
  for (let i = 0; i < 14; i++) {
    const a = rng.between(0, Math.PI * 2);
    const [ux, uy] = [Math.cos(a), Math.sin(a)];
    const [from, to] = [r * rng.between(0.75, 0.95), r * rng.between(1.05, 1.3)];
    pen.line(through([cx + ux * from, cy + uy * from], [cx + ux * to, cy + uy * to]), rng.between(0.8, 2));
  }
}

/** A place that keeps off the faces. */
function scattered({ width, height }: PanelView, plan: Composition, rng: Chance): Pt {
  for (let tries = 0; tries < 6; tries++) {
    const p: Pt = [width * rng.next(), height * rng.next()];
    if (plan.standing.every(({ face, scale }) => Math.hypot(p[0] - face[0], p[1] - face[1]) > scale * 85))
      return p;
  }
  return [width * 0.06, height * 0.06];
}

function starburst([cx, cy]: Pt, r: number, rng: Chance, n: number): Pt[] {
  const points: Pt[] = [];
  for (let i = 0; i < n * 2; i++) {
    const a = (i / (n * 2)) * Math.PI * 2;
    const k = i % 2 ? rng.between(0.5, 0.64) : rng.between(0.8, 1.1);
    points.push([cx + Math.cos(a) * r * k, cy + Math.sin(a) * r * k, 1]);
  }
  return points;
}

interface Rays {
  n: number;
  /** Share of the half diagonal that stays free. */
  from: number;
  weight: number;
  paint: "black" | "white";
}

/** Wedges from beyond the edge towards a point, in bunches as a hand draws them. */
function rays(
  pen: Pen,
  { width, height }: PanelView,
  [cx, cy]: Pt,
  rng: Chance,
  { n, from, weight, paint }: Rays,
): void {
  const far = Math.hypot(width, height) * 1.05;
  let a = rng.between(0, 1);
  const bunch = rng.int(3, 7);
  for (let i = 0; i < n; i++) {
    a += (Math.PI * 2 * (i % bunch === 0 ? 0.6 + bunch * 0.4 : 0.6)) / n;
    const [ux, uy] = [Math.cos(a), Math.sin(a)];
    const start = (from * rng.between(0.85, 1.45) * Math.hypot(width * ux, height * uy)) / 1.2;
    const w = weight * rng.between(0.5, 2.2);
    pen.fill(
      [
        [cx + ux * start, cy + uy * start, 1],
        [cx + ux * far - uy * w * 2, cy + uy * far + ux * w * 2, 1],
        [cx + ux * far + uy * w * 2, cy + uy * far - ux * w * 2, 1],
      ],
      paint,
    );
  }
}

/** Streaks behind whoever moves, in bundles as a hand rules them, heavy at the frame and thin at their end; `side` −1 when they come from the left. */
function speed(pen: Pen, { width, height }: PanelView, rng: Chance, side: 1 | -1): void {
  const bundles = 13;
  for (let b = 0; b < bundles; b++) {
    const middle = (height * (b + rng.next())) / bundles;
    const long = width * rng.between(0.35, 0.95);
    const n = rng.int(3, 6);
    for (let i = 0; i < n; i++) {
      const y = middle + rng.between(-0.022, 0.022) * height;
      const free = i % 3 === 2;
      const x = free ? width * rng.between(0.05, 0.4) : -40;
      const from = side < 0 ? x : width - x;
      const end = from - side * long * rng.between(0.5, 1);
      const w = rng.between(0.4, i === 0 ? 3 : 1.7);
      const bow = lerp(-3, 3, rng.next());
      const lead = from - side * Math.abs(end - from) * 0.14;
      pen.fill(
        [
          corner([from, free ? y : y - w]),
          corner([lead, y - w]),
          corner([end, y + bow]),
          corner([lead, y + w]),
          corner([from, free ? y : y + w]),
        ],
        i === 1 && b % 2 === 0 ? "white" : "black",
      );
    }
  }
}
