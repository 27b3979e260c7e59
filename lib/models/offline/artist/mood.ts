// Backgrounds of feeling for faces and for nowhere in particular: white paper, lines, dots, flowers, bursts, darkness.
import type { Mood } from "../../../manga/staging.ts";
import { type Chance, chance, hashOf } from "./chance.ts";
import { corner, ellipse, type Pt } from "./curves.ts";
import { type Material, ramp } from "./materials.ts";
import type { Pen } from "./pen.ts";
import { fade, paper } from "./stage.ts";
import type { PanelView } from "./view.ts";

/** A feeling's own colours behind a face. */
const FELT: Readonly<Record<Mood, Material>> = {
  warm: ramp({ 0: "#fff3d6", 0.12: "#ffd79a", 0.5: "#ec9a5c", 1: "#6b3524" }),
  romantic: ramp({ 0: "#fff0f3", 0.12: "#fbc4d2", 0.5: "#d8789c", 1: "#5c2450" }),
  sad: ramp({ 0: "#e3eff7", 0.36: "#8fb0d2", 0.75: "#46618f", 1: "#1e2c54" }),
  lonely: ramp({ 0: "#e8e9f4", 0.36: "#a3a4cc", 0.75: "#53558f", 1: "#23254e" }),
  tense: ramp({ 0: "#fff1d8", 0.14: "#f4b48a", 0.5: "#c4574a", 1: "#4a1428" }),
  eerie: ramp({ 0: "#d9e4d0", 0.45: "#7b8d9a", 0.5: "#5f6f92", 0.9: "#2f2c5a", 1: "#1a1736" }),
  heroic: ramp({ 0: "#fff6c8", 0.16: "#ffcf6a", 0.5: "#e8873e", 1: "#63261e" }),
  comic: ramp({ 0: "#fffbe0", 0.16: "#ffd866", 0.5: "#f0a040", 1: "#5c3418" }),
  neutral: ramp({ 0: "#eef5f2", 0.16: "#b8d9dc", 0.3: "#8fb4cf", 0.7: "#3d5790", 1: "#1c2752" }),
};

export function drawMood(plainPen: Pen, view: PanelView): void {
  const { picture, width, height, seed } = view;
  const rng = chance(hashOf(seed, "mood"));
  const night = picture.scene.hour === "night";
  const sheet = paper(view);
  const mood = feltMood(view);
  const pen = plainPen.of(FELT[mood]);
  const strong = picture.figures.some(({ expression }) => STRONGEST.test(expression));
  pen.fill(sheet, "white");
  switch (mood) {
    case "warm":
    case "romantic":
      pen.fill(sheet, { tone: fade(height * 0.5, height, 0, 0.16) });
      drawBokeh(pen, view, rng);
      if (mood === "romantic" || rng.flip(0.45)) drawBlossoms(pen, view, rng);
      return;
    case "sad":
    case "lonely":
      pen.fill(sheet, { tone: fade(0, height * (night ? 0.75 : 0.5), night ? 0.7 : 0.34, 0) });
      drawCurtainOfLines(pen, view, rng, night ? 0.75 : 0.55);
      return;
    case "tense":
      if (night && !strong) pen.fill(sheet, { tone: fade(0, height, 0.5, 0) });
      wedges(pen, view, rng, {
        n: strong ? 120 : 76,
        from: strong ? 0.5 : 0.66,
        weight: strong ? 3.4 : 2,
        paint: "black",
      });
      return;
    case "eerie":
      pen.fill(sheet, "black");
      pen.fill(sheet, { tone: fade(height * 0.2, height * 1.1, 1, 0.5) });
      for (let i = 0; i < 15; i++) {
        const y = (height * (i + rng.next())) / 15;
        pen.stroke(
          [
            [-30, y],
            [width * 0.25, y - 14],
            [width * 0.5, y + 10],
            [width * 0.75, y - 12],
            [width + 30, y + 6],
          ],
          i % 3 === 0 ? "white" : { tone: 0.4 },
          rng.between(0.3, 1.1),
        );
      }
      return;
    case "heroic":
      pen.fill(sheet, "black");
      wedges(pen, view, rng, { n: 110, from: 0.12, weight: 5, paint: "white" });
      wedges(pen, view, rng, { n: 60, from: 0.3, weight: 3, paint: "white" });
      return;
    case "comic":
      drawDots(pen, view, () => 0.2);
      return;
    case "neutral":
      drawCalm(pen, view, rng, night);
  }
}

const STRONGEST = /^(?:furious|shout|shocked|terrified|pain|afraid|determined)$/u;

/** Out-of-focus lights, larger towards a corner. */
function drawBokeh(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  for (let i = 0; i < 16; i++) {
    const r = rng.between(0.015, 0.085) * Math.min(width, height);
    const at: Pt = [width * rng.next(), height * rng.next() ** 0.8];
    const disc = ellipse(at[0], at[1], r, r, 14);
    pen.fill(disc, i % 3 === 0 ? { tone: 0.12 } : "white");
    if (i % 3 !== 0) pen.contour(disc, 0.25);
  }
}

/** Flowers that grow in from the corners, as a feeling draws them: white petals, an eye, a leaf in tone. */
function drawBlossoms(pen: Pen, { width, height }: PanelView, rng: Chance): void {
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
function drawCurtainOfLines(pen: Pen, { width, height }: PanelView, rng: Chance, reach: number): void {
  const n = Math.round(Math.max(24, width / 13));
  for (let i = 0; i < n; i++) {
    const x = (width * (i + rng.next())) / n;
    pen.line(
      [
        [x, -30],
        [x, height * reach * rng.between(0.3, 1)],
      ],
      rng.between(0.25, 0.6),
      "end",
    );
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
function wedges(
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

/** Nothing in particular: white paper, or a corner of hatching, or dots that thin out, or a tone that falls off. */
function drawCalm(pen: Pen, view: PanelView, rng: Chance, night: boolean): void {
  const { width, height } = view;
  const kind = rng.int(0, 3);
  if (night) pen.fill(paper(view), { tone: fade(0, height * 0.9, 0.62, 0.08) });
  else if (kind === 0) pen.fill(paper(view), { tone: fade(height * 0.35, height, 0, 0.2) });
  else if (kind === 1) drawDots(pen, view, (down) => 0.3 * (1 - down * 1.25));
  else if (kind === 2) {
    const from = rng.flip() ? 0 : 1;
    for (let i = 0; i < 46; i++) {
      const t = i / 46;
      const long = (1 - t) * rng.between(0.5, 1) * Math.min(width, height) * 0.6;
      const x = from === 0 ? t * width * 0.55 : width - t * width * 0.55;
      pen.line(
        [
          [x - 10, height + 20],
          [x + (from === 0 ? long : -long) * 0.5, height - long],
        ],
        0.4,
        "end",
      );
    }
  }
}

/** A face says more than a scene does: strong feelings choose their own background. */
function feltMood({ picture }: PanelView): Mood {
  const expression = picture.figures[0]?.expression;
  if (expression === "cry" || expression === "sad") return "sad";
  if (expression === "furious" || expression === "shout") return "tense";
  if (expression === "afraid" || expression === "terrified" || expression === "shocked") return "eerie";
  const glad = expression === "smile" || expression === "laugh" || expression === "grin";
  if (glad && /^(?:sad|lonely|tense)$/u.test(picture.scene.mood)) return "warm";
  if (expression === "shy" || (expression === "smile" && picture.scene.mood === "neutral")) return "warm";
  if (expression === "determined") return "heroic";
  return picture.scene.mood;
}
