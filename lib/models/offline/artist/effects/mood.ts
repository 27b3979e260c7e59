// Backgrounds of feeling for near faces and for abstract places: white paper, lines, dots, flowers, out-of-focus lights, bursts, darkness.
import { isFar } from "../camera/far-shots.ts";
import type { PanelView } from "../camera/view.ts";
import type { Mood } from "../closed/staging.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { ellipse, type Pt, placed, polar, rowsOf, sharp, through } from "../pen/curves.ts";
import { materialsOf } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, paper } from "../places/stage.ts";
import { drawPart } from "../things/parts.ts";
import {
  drawBlackFlash,
  drawDrips,
  drawGloom,
  drawHatching,
  drawStreams,
  drawUrchin,
  rays,
} from "./mood-bursts.ts";

/** The colours of each mood in a coloured book. */
const FELT = materialsOf<Mood>("felt");

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
      pen.fill(sheet, { tone: fade(0, height, night ? 0.5 : 0.12, night ? 0.2 : 0.36) });
      drawBokeh(pen, view, rng);
      if (mood === "romantic" || rng.flip(0.45)) drawBlossoms(pen, view, rng);
      return;
    case "sad":
    case "lonely":
      if (rng.flip(0.45)) {
        drawDusk(pen, view, { rng, dark: night ? 0.7 : 0.34 });
        return;
      }
      pen.fill(sheet, { tone: fade(0, height * (night ? 0.75 : 0.5), night ? 0.7 : 0.34, 0) });
      drawCurtainOfLines(pen, view, rng, night ? 0.75 : 0.55);
      return;
    case "tense":
      if (night && !strong) pen.fill(sheet, { tone: fade(0, height, 0.5, 0) });
      drawTension(pen, view, rng, strong);
      return;
    case "eerie":
      if (picture.scene.mood === "eerie" && rng.flip(0.66)) {
        drawDread(pen, view, rng);
        return;
      }
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
      drawFun(pen, view, rng);
      return;
    case "neutral":
      drawCalm(pen, view, rng, night);
  }
}

/** Dread: drips from above, darkness round the face, or hatching from one side. */
function drawDread(pen: Pen, view: PanelView, rng: Chance): void {
  const { height } = view;
  const kind = rng.int(0, 2);
  if (kind === 0) {
    pen.fill(paper(view), { tone: fade(0, height, 0.66, 0.3) });
    drawDrips(pen, view, rng);
  } else if (kind === 1) drawGloom(pen, view, rng);
  else drawHatching(pen, view, rng);
}

/** Tension: one of four kinds of lines; the black flash only for the strongest feelings. */
function drawTension(pen: Pen, view: PanelView, rng: Chance, strong: boolean): void {
  const kind = rng.int(0, strong ? 4 : 3);
  if (kind === 2) drawUrchin(pen, view, rng, strong ? 7 : 5);
  else if (kind === 3) drawStreams(pen, view, rng, strong ? 3.4 : 2.4);
  else if (kind === 4) drawBlackFlash(pen, view, rng);
  else
    wedges(pen, view, rng, {
      n: strong ? 120 : 76,
      from: strong ? 0.5 : 0.66,
      weight: strong ? 3.4 : 2,
      paint: "black",
    });
}

const STRONGEST = /^(?:furious|shout|shocked|terrified|pain|afraid|determined)$/u;

/** The mood of the background: a strong expression decides before the mood of the scene. */
function feltMood({ picture }: PanelView): Mood {
  const expression = picture.figures[0]?.expression;
  if (expression === "cry" || expression === "sad") return "sad";
  if (expression === "furious" || expression === "shout") return "tense";
  if (expression === "afraid" || expression === "terrified") return "eerie";
  // A shock is eerie in a dark or sad scene; elsewhere it is a surprise.
  if (expression === "shocked")
    return /^(?:eerie|tense|sad|lonely)$/u.test(picture.scene.mood) ? "eerie" : "tense";
  const glad = expression === "smile" || expression === "laugh" || expression === "grin";
  if (glad && /^(?:sad|lonely|tense)$/u.test(picture.scene.mood)) return "warm";
  if (expression === "shy" || (expression === "smile" && picture.scene.mood === "neutral")) return "warm";
  if (expression === "determined") return "heroic";
  // A cry of pain in a neutral scene gets a burst.
  if (expression === "pain" && picture.scene.mood === "neutral") return "tense";
  if (expression === "surprised" && /^(?:neutral|warm|comic|heroic|romantic)$/u.test(picture.scene.mood))
    return "tense";
  const { mood } = picture.scene;
  const isFaceNear = picture.figures.length > 0 && !isFar(picture.shot);
  return BURSTS.test(mood) && !isFaceNear ? "neutral" : mood;
}

/** Moods with bursts and speed lines. Without a near face they would suggest an explosion, so the mood is neutral then. */
const BURSTS = /^(?:tense|heroic)$/u;

/** Out-of-focus lights of different sizes. */
function drawBokeh(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  for (let i = 0; i < 26; i++) {
    const r = rng.between(0.02, 0.06 + 0.1 * rng.next() ** 2) * Math.min(width, height);
    const disc = ellipse(width * rng.next(), height * rng.next() ** 0.8, r, r, 14);
    pen.fill(disc, i % 3 === 0 ? { tone: 0.1 } : "white");
    if (i % 3 === 1) pen.contour(disc, 0.25);
  }
}

/** Flowers that grow in from the corners: white petals, a centre, a toned leaf. */
function drawBlossoms(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  const size = Math.min(width, height) * 0.11;
  const left = rng.flip();
  for (const [u, v, k] of [
    ...rowsOf([0.06, 0.9, 1.25], [0.2, 0.99, 0.9], [0.03, 0.68, 0.75]),
    ...rowsOf([0.95, 0.08, 1.1], [0.82, 0.02, 0.75], [0.99, 0.28, 0.6]),
  ]) {
    const [x, y] = [width * (left ? u : 1 - u), height * v];
    const r = size * k * rng.between(0.85, 1.15);
    const turn = (rng.between(0, 1.2) * 180) / Math.PI;
    drawPart(pen.at(placed(x, y, turn, r / 100)), "effects/flower");
    pen.shape(ellipse(x, y, r * 0.2, r * 0.2, 8), { tone: 0.45 }, 0.5);
  }
}

/** Vertical lines that hang from the top edge. */
function drawCurtainOfLines(pen: Pen, { width, height }: PanelView, rng: Chance, reach: number): void {
  const n = Math.round(Math.max(24, width / 13));
  for (let i = 0; i < n; i++) {
    const x = (width * (i + rng.next())) / n;
    pen.line(through([x, -30], [x, height * reach * rng.between(0.3, 1)]), rng.between(0.25, 0.6), "end");
  }
}

/** Focus lines towards the face from all sides. */
function wedges(
  pen: Pen,
  view: PanelView,
  rng: Chance,
  told: { n: number; from: number; weight: number; paint: "black" | "white" },
): void {
  const at: Pt = [view.width * 0.5, view.height * 0.46];
  rays(pen, view, rng, { at, bunch: 5, begin: [0.4, 0.675], wide: [0.4, 1.8], far: 1, ...told });
}

/** A diagonal grid of dots; `share` gives the size of a dot as a share of the grid step, by its height 0 … 1. */
function drawDots(pen: Pen, { width, height }: PanelView, share: (down: number) => number): void {
  const step = Math.max(24, Math.min(width, height) * 0.075);
  for (let y = 0, row = 0; y < height + step; y += step * 0.86, row++) {
    const r = step * share(y / height);
    if (r < 0.8) continue;
    for (let x = row % 2 ? step / 2 : 0; x < width + step; x += step)
      pen.fill(ellipse(x, y, r, r, 8), { tone: 0.16 });
  }
}

/** Broad rays of tone from behind the face. */
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

/** Fun: dots that fade to one side, a few lines at the edges, or rays with strokes in the corners. */
function drawFun(pen: Pen, view: PanelView, rng: Chance): void {
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

/** Dark at the foot, with short strokes that rise from it at both ends. */
function drawDusk(pen: Pen, view: PanelView, { rng, dark }: { rng: Chance; dark: number }): void {
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

/** Calm: a disc of light, fading dots, a fading tone, or broad bands of light. */
function drawCalm(pen: Pen, view: PanelView, rng: Chance, night: boolean): void {
  const { width, height } = view;
  const kind = rng.int(0, 3);
  if (night) pen.fill(paper(view), { tone: fade(0, height * 0.9, 0.62, 0.08) });
  else if (kind === 0) {
    pen.fill(paper(view), { tone: fade(height * 0.25, height, 0, 0.3) });
    // Horizontal strokes, denser and longer towards the foot.
    for (let i = 0; i < 34; i++) {
      const down = 0.42 + 0.56 * (i / 34) ** 0.8;
      const long = width * rng.between(0.06, 0.3) * down;
      const x = width * rng.between(-0.1, 1);
      const y = height * (down + rng.between(-0.02, 0.02));
      pen.line(through([x, y], [x + long, y + rng.between(-2, 2)]), rng.between(0.3, 0.6), "both");
    }
  } else if (kind === 1) drawDots(pen, view, (down) => 0.3 * (1 - down * 1.25));
  else if (kind === 2) {
    // A disc of light with a ring, as for a character's introduction.
    const [cx, cy] = [width * rng.between(0.36, 0.64), height * 0.44];
    const r = Math.min(Math.max(width, height) * 0.4, Math.min(width, height) * 0.62);
    pen.fill(paper(view), { tone: fade(0, height, 0.12, 0.24) });
    pen.fill(ellipse(cx, cy, r, r, 32), "white");
    pen.stroke(ellipse(cx, cy, r * 1.08, r * 1.08, 32), "white", 1.6, true);
  } else {
    // Two broad slanted bands, like light from an unseen window.
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
