// What a feeling draws behind a face: lights out of focus, flowers, falling lines, wedges that point at it, dots, strokes.

import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import { ellipse, type Pt, placed, polar, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, paper } from "../places/stage.ts";
import { drawPart } from "../things/parts.ts";
import { rays } from "./mood-bursts.ts";

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
    const turn = (rng.between(0, 1.2) * 180) / Math.PI;
    drawPart(pen.at(placed(x, y, turn, r / 100)), "effects/flower");
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

/** Lines that point at the face from all round. */
export function wedges(
  pen: Pen,
  view: PanelView,
  rng: Chance,
  told: { n: number; from: number; weight: number; paint: "black" | "white" },
): void {
  const at: Pt = [view.width * 0.5, view.height * 0.46];
  rays(pen, view, rng, { at, bunch: 5, begin: [0.4, 0.675], wide: [0.4, 1.8], far: 1, ...told });
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
  const middle: Pt = [width * 0.5, height * 0.56];
  const far = Math.hypot(width, height);
  const n = 13;
  const turn = rng.between(0, 1);
  for (let i = 0; i < n; i++) {
    const [a, b] = [((i + turn) / n) * Math.PI * 2, ((i + turn + 0.46) / n) * Math.PI * 2];
    pen.fill(sharp([middle, polar(middle, a, far), polar(middle, b, far)]), { tone: 0.2 });
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
    for (const at of through([width * 0.06, height * 0.1], [width * 0.94, height * 0.16]))
      for (let i = 0; i < 5; i++) {
        const a = (i / 5) * Math.PI * 0.5 + (at[0] < width / 2 ? 0.1 : Math.PI * 0.5 + 0.1);
        pen.line([polar(at, a, r * 0.05), polar(at, a, r * rng.between(0.1, 0.16))], 1.6);
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
