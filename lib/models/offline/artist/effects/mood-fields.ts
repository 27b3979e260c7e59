// What a feeling draws behind a face: lights out of focus, flowers, falling lines, wedges that point at it, dots, strokes.

import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import { corner, ellipse, type Pt, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, paper } from "../places/stage.ts";

/** Out-of-focus lights, larger towards a corner. */
export function drawBokeh(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  for (let i = 0; i < 26; i++) {
    const r = rng.between(0.02, 0.06 + 0.1 * rng.next() ** 2) * Math.min(width, height);
    const disc = ellipse(width * rng.next(), height * rng.next() ** 0.8, r, r, 14);
    pen.fill(disc, i % 3 === 0 ? { tone: 0.1 } : "white");
    if (i % 3 === 1) pen.contour(disc, 0.25);
  }
}

/** Flowers that grow in from the corners, as a feeling draws them: white petals, an eye, a leaf in tone. */
export function drawBlossoms(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  const size = Math.min(width, height) * 0.11;
  const left = rng.flip();
  for (const [u, v, k] of [
    [0.06, 0.9, 1.25],
    [0.2, 0.99, 0.9],
    [0.03, 0.68, 0.75],
    [0.95, 0.08, 1.1],
    [0.82, 0.02, 0.75],
    [0.99, 0.28, 0.6],
  ] as const) {
    const [x, y] = [width * (left ? u : 1 - u), height * v];
    const r = size * k * rng.between(0.85, 1.15);
    const turn = rng.between(0, 1.2);
    for (const leaf of [0.4, 2.2, 4.4]) {
      const [dx, dy] = [Math.cos(leaf + turn) * r * 1.75, Math.sin(leaf + turn) * r * 1.75];
      pen.shape(
        [
          corner([x, y]),
          [x + dx * 0.5 - dy * 0.22, y + dy * 0.5 + dx * 0.22],
          corner([x + dx, y + dy]),
          [x + dx * 0.5 + dy * 0.22, y + dy * 0.5 - dx * 0.22],
        ],
        { tone: 0.3 },
        0.45,
      );
    }
    for (let p = 0; p < 5; p++) {
      const a = turn + (p / 5) * Math.PI * 2;
      const at = (along: number, across: number): Pt => [
        x + (Math.cos(a) * along - Math.sin(a) * across) * r,
        y + (Math.sin(a) * along + Math.cos(a) * across) * r,
      ];
      pen.shape(
        [corner(at(0.1, 0)), at(0.55, 0.42), at(1, 0.24), corner(at(0.92, 0)), at(1, -0.24), at(0.55, -0.42)],
        "white",
        0.6,
      );
      pen.line([at(0.25, 0), at(0.55, 0.03), at(0.75, 0)], 0.35);
    }
    pen.shape(ellipse(x, y, r * 0.2, r * 0.2, 8), { tone: 0.45 }, 0.5);
  }
}

/** Lines that hang from the top like rain on glass. */
export function drawCurtainOfLines(pen: Pen, { width, height }: PanelView, rng: Chance, reach: number): void {
  const n = Math.round(Math.max(24, width / 13));
  for (let i = 0; i < n; i++) {
    const x = (width * (i + rng.next())) / n;
    pen.line(through([x, -30], [x, height * reach * rng.between(0.3, 1)]), rng.between(0.25, 0.6), "end");
  }
}

interface Wedges {
  n: number;
  /** Share of the way to the edge that stays free. */
  from: number;
  weight: number;
  paint: "black" | "white";
}

/** Lines that point at the face from all round, in bunches as a hand rules them. */
export function wedges(
  pen: Pen,
  { width, height }: PanelView,
  rng: Chance,
  { n, from, weight, paint }: Wedges,
): void {
  const [cx, cy] = [width * 0.5, height * 0.46];
  const far = Math.hypot(width, height);
  let a = rng.between(0, 1);
  for (let i = 0; i < n; i++) {
    a += (Math.PI * 2 * (i % 5 === 0 ? 2.6 : 0.6)) / n;
    const [ux, uy] = [Math.cos(a), Math.sin(a)];
    const start = from * rng.between(0.8, 1.35) * Math.hypot(width * 0.5 * ux, height * 0.5 * uy);
    const w = weight * rng.between(0.4, 1.8);
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

/** Dots on a slant; `share` of the grid that each fills, by how far down it lies, 0 … 1. */
function drawDots(pen: Pen, { width, height }: PanelView, share: (down: number) => number): void {
  const step = Math.max(24, Math.min(width, height) * 0.075);
  for (let y = 0, row = 0; y < height + step; y += step * 0.86, row++) {
    const r = step * share(y / height);
    if (r < 0.8) continue;
    for (let x = row % 2 ? step / 2 : 0; x < width + step; x += step)
      pen.fill(ellipse(x, y, r, r, 8), { tone: 0.16 });
  }
}

/** Broad rays of tone that open from behind the face. */
function drawSunburst(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  const [cx, cy] = [width * 0.5, height * 0.56];
  const far = Math.hypot(width, height);
  const n = 13;
  const turn = rng.between(0, 1);
  for (let i = 0; i < n; i++) {
    const [a, b] = [((i + turn) / n) * Math.PI * 2, ((i + turn + 0.46) / n) * Math.PI * 2];
    pen.fill(
      [
        corner([cx, cy]),
        corner([cx + Math.cos(a) * far, cy + Math.sin(a) * far]),
        corner([cx + Math.cos(b) * far, cy + Math.sin(b) * far]),
      ],
      { tone: 0.2 },
    );
  }
}

/** Dots that thin out to one side, or a few lines at the edges as round something that pops, or rays with lively strokes in the corners. */
export function drawFun(pen: Pen, view: PanelView, rng: Chance): void {
  const { width, height } = view;
  const kind = rng.int(0, 3);
  if (kind === 0) drawDots(pen, view, rng.flip() ? (down) => 0.28 * (1 - down) : (down) => 0.3 * down);
  else if (kind === 1) wedges(pen, view, rng, { n: 64, from: 0.82, weight: 2.2, paint: "black" });
  else {
    drawSunburst(pen, view, rng);
    const r = Math.min(width, height);
    for (const [x, y] of through([width * 0.06, height * 0.1], [width * 0.94, height * 0.16]))
      for (let i = 0; i < 5; i++) {
        const a = (i / 5) * Math.PI * 0.5 + (x < width / 2 ? 0.1 : Math.PI * 0.5 + 0.1);
        const [near, far] = [r * 0.05, r * rng.between(0.1, 0.16)];
        pen.line(
          [
            [x + Math.cos(a) * near, y + Math.sin(a) * near],
            [x + Math.cos(a) * far, y + Math.sin(a) * far],
          ],
          1.6,
        );
      }
  }
}

/** Dark at the foot, with short strokes that rise out of it at both ends. */
export function drawDusk(pen: Pen, view: PanelView, { rng, dark }: { rng: Chance; dark: number }): void {
  const { width, height } = view;
  pen.fill(paper(view), { tone: fade(height * 0.3, height, 0, dark) });
  for (let i = 0; i < 40; i++) {
    const t = (i / 40) ** 1.5 * 0.4;
    const x = width * (i % 2 ? t : 1 - t);
    pen.line(
      through([x, height + 30], [x + rng.between(-3, 3), height * rng.between(0.45, 0.9)]),
      rng.between(0.3, 0.6),
      "end",
    );
  }
}

/** Nothing in particular: a disc of light, dots that thin out, a tone that falls off, or light in broad bands. */
export function drawCalm(pen: Pen, view: PanelView, rng: Chance, night: boolean): void {
  const { width, height } = view;
  const kind = rng.int(0, 3);
  if (night) pen.fill(paper(view), { tone: fade(0, height * 0.9, 0.62, 0.08) });
  else if (kind === 0) {
    pen.fill(paper(view), { tone: fade(height * 0.25, height, 0, 0.3) });
    // Level strokes, closer and longer towards the foot.
    for (let i = 0; i < 34; i++) {
      const down = 0.42 + 0.56 * (i / 34) ** 0.8;
      const long = width * rng.between(0.06, 0.3) * down;
      const x = width * rng.between(-0.1, 1);
      const y = height * (down + rng.between(-0.02, 0.02));
      pen.line(through([x, y], [x + long, y + rng.between(-2, 2)]), rng.between(0.3, 0.6), "both");
    }
  } else if (kind === 1) drawDots(pen, view, (down) => 0.3 * (1 - down * 1.25));
  else if (kind === 2) {
    // A disc of light with a ring about it, as behind somebody who is introduced.
    const [cx, cy] = [width * rng.between(0.36, 0.64), height * 0.44];
    const r = Math.min(Math.max(width, height) * 0.4, Math.min(width, height) * 0.62);
    pen.fill(paper(view), { tone: fade(0, height, 0.12, 0.24) });
    pen.fill(ellipse(cx, cy, r, r, 32), "white");
    pen.stroke(ellipse(cx, cy, r * 1.08, r * 1.08, 32), "white", 1.6, true);
  } else {
    // Two broad slanting bands, as light falls through a window that is not seen.
    pen.fill(paper(view), { tone: 0.2 });
    const from = rng.between(0.05, 0.3) * width;
    for (const [at, w] of through([0, 0.3], [0.42, 0.16])) {
      const [x, wide, lean] = [from + at * width, w * width, height * 0.5];
      pen.fill(
        sharp([
          [x + lean, -40],
          [x + wide + lean, -40],
          [x + wide - lean, height + 40],
          [x - lean, height + 40],
        ]),
        "white",
      );
    }
  }
}
