// Manga's effects: speed, focus and impact lines, flashes, gloom, sparkles, petals, steam.
import type { Chance } from "./chance.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import { corner, lerp, type Pt } from "./curves.ts";
import type { Pen } from "./pen.ts";
import { isIndoors } from "./places.ts";
import { fade, paper } from "./stage.ts";
import type { PanelView } from "./view.ts";
import { drawWeather } from "./weather.ts";

/** Where lines converge: the first face, or the middle. */
function aim({ width, height }: PanelView, plan: Composition): Pt {
  const first = plan.standing.at(-1);
  if (!first) return [width / 2, height * 0.5];
  return [first.face[0], Math.min(height * 0.78, Math.max(height * 0.25, first.face[1] + first.scale * 20))];
}

export function drawBackEffects(pen: Pen, view: PanelView, plan: Composition): void {
  const rng = chance(hashOf(view.seed, "effects"));
  const { width, height, picture } = view;
  for (const effect of picture.effects) {
    if (effect === "speed") speed(pen, view, rng, picture.figures[0]?.facing === "left" ? 1 : -1);
    if (effect === "focus")
      rays(pen, view, aim(view, plan), rng, { n: 90, from: 0.34, weight: 2.4, paint: "black" });
    if (effect === "impact") {
      const at = aim(view, plan);
      pen.fill(starburst(at, Math.hypot(width, height) * 0.46, rng, 17), "white");
      pen.contour(starburst(at, Math.hypot(width, height) * 0.46, rng, 17), 1.4);
      rays(pen, view, at, rng, { n: 60, from: 0.5, weight: 4, paint: "black" });
    }
    if (effect === "flash") {
      pen.fill(paper(view), "black");
      rays(pen, view, aim(view, plan), rng, { n: 70, from: 0.16, weight: 4.4, paint: "white" });
      pen.fill(starburst(aim(view, plan), Math.min(width, height) * 0.42, rng, 15), "white");
    }
    if (effect === "gloom") {
      pen.fill(paper(view), { veil: fade(0, height * 0.8, 0.62, 0.05) });
      const n = Math.round(width / 16);
      for (let i = 0; i < n; i++) {
        const x = (width * (i + rng.next())) / n;
        pen.line(
          [
            [x, -36],
            [x, height * rng.between(0.16, 0.5)],
          ],
          0.5,
          "end",
        );
      }
    }
  }
}

export function drawFrontEffects(pen: Pen, view: PanelView, plan: Composition): void {
  const { picture, width, height, seed } = view;
  const rng = chance(hashOf(seed, "front"));
  if (!isIndoors(picture.scene.place.kind) && picture.shot !== "detail")
    drawWeather(pen, view, rng, "before");
  for (const effect of picture.effects) {
    if (effect === "sparkle") {
      for (let i = 0; i < 9; i++) {
        const s = Math.min(width, height) * rng.between(0.015, 0.055);
        const [x, y] = scattered(view, plan, rng);
        pen.shape(
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
        pen.shape(
          [at(0, 1.2, true), at(0.7, 0.2), at(0.4, -1), at(0, -0.7, true), at(-0.4, -1), at(-0.7, 0.2)],
          i % 3 ? "white" : { tone: 0.16 },
          0.4,
        );
      }
    }
    if (effect === "steam") {
      for (let i = 0; i < 4; i++) {
        const x = width * rng.between(0.3, 0.7);
        const y = height * rng.between(0.55, 0.8);
        const s = height * 0.05;
        const path: Pt[] = [
          [x, y],
          [x + s * 0.5, y - s],
          [x - s * 0.4, y - s * 2.2],
          [x + s * 0.3, y - s * 3.4],
        ];
        pen.stroke(path, "white", 5);
        pen.line(path, 0.7);
      }
    }
    if (effect === "sweat") {
      const first = plan.standing.at(-1);
      if (!first) continue;
      const [hx, hy] = first.face;
      for (const [dx, dy] of [
        [-0.75, -0.2],
        [-0.9, 0.2],
        [0.8, -0.3],
      ] as const)
        drop(pen, [hx + dx * first.scale * 100, hy + dy * first.scale * 100], first.scale * 14);
    }
  }
}

function drop(pen: Pen, [x, y]: Pt, s: number): void {
  pen.shape(
    [corner([x, y - s]), [x + s * 0.5, y + s * 0.3], [x, y + s * 0.8], [x - s * 0.5, y + s * 0.3]],
    "white",
    0.7,
  );
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
  for (let i = 0; i < n; i++) {
    a += (Math.PI * 2 * (i % 4 === 0 ? 2.2 : 0.6)) / n;
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

/** Streaks behind whoever moves; `side` −1 when they come from the left. */
function speed(pen: Pen, { width, height }: PanelView, rng: Chance, side: 1 | -1): void {
  for (let i = 0; i < 64; i++) {
    const y = height * rng.next();
    const length = width * rng.between(0.25, 0.95);
    const x = side < 0 ? -40 : width + 40;
    const w = rng.between(0.5, 2.6);
    const end = x - side * length;
    const bow = lerp(-6, 6, rng.next());
    pen.fill(
      [corner([x, y - w]), corner([end, y + bow]), corner([x, y + w])],
      i % 4 === 0 ? "white" : "black",
    );
  }
}
