// Backgrounds of feeling for faces and for nowhere in particular: gradients, hatching, bokeh, darkness.
import type { Mood } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import { ellipse, type Pt } from "./curves.ts";
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
  const plain = (top: number, low: number) => pen.fill(sheet, { tone: fade(0, height, top, low) });
  switch (mood) {
    case "warm":
    case "romantic":
      plain(0, 0.12);
      for (let i = 0; i < 12; i++) {
        const r = rng.between(0.02, 0.09) * Math.min(width, height);
        const at: Pt = [width * rng.next(), height * rng.next()];
        pen.fill(ellipse(at[0], at[1], r, r, 12), i % 3 === 0 ? { tone: 0.1 } : "white");
      }
      return;
    case "sad":
    case "lonely":
      plain(night ? 0.75 : 0.36, 0);
      for (let i = 0; i < 26; i++) {
        const x = (width * (i + rng.next())) / 26;
        pen.line(
          [
            [x, -30],
            [x, height * rng.between(0.2, 0.55)],
          ],
          0.4,
          "end",
        );
      }
      return;
    case "tense":
      plain(0, 0.14);
      for (let i = 0; i < 60; i++) {
        const y = height * rng.next();
        const x = width * rng.between(-0.2, 0.9);
        pen.line(
          [
            [x, y],
            [x + width * rng.between(0.15, 0.4), y - height * 0.12],
          ],
          0.4,
        );
      }
      return;
    case "eerie": {
      pen.fill(sheet, { tone: fade(0, height, 0.9, 0.5) });
      for (let i = 0; i < 12; i++) {
        const y = (height * (i + rng.next())) / 12;
        pen.stroke(
          [
            [-30, y],
            [width * 0.25, y - 14],
            [width * 0.5, y + 10],
            [width * 0.75, y - 12],
            [width + 30, y + 6],
          ],
          { tone: 0.45 },
          rng.between(0.6, 2),
        );
      }
      return;
    }
    case "heroic":
      plain(0.16, 0);
      for (let i = 0; i < 34; i++) {
        const x = (width * (i + rng.next())) / 34;
        pen.line(
          [
            [x, height + 30],
            [x + width * 0.04, height * rng.between(0.25, 0.8)],
          ],
          0.7,
          "end",
        );
      }
      return;
    case "comic": {
      pen.fill(sheet, "white");
      const step = Math.max(26, Math.min(width, height) * 0.09);
      for (let y = 0, row = 0; y < height + step; y += step * 0.86, row++)
        for (let x = row % 2 ? step / 2 : 0; x < width + step; x += step)
          pen.fill(ellipse(x, y, step * 0.2, step * 0.2, 8), { tone: 0.16 });
      return;
    }
    case "neutral":
      if (night) plain(0.7, 0.3);
      else {
        const kind = rng.int(0, 2);
        if (kind === 0) plain(0.16, 0);
        else if (kind === 1) {
          const stops: [number, number][] = [
            [0.3, 0],
            [1, 0.2],
          ];
          pen.fill(sheet, { tone: { type: "linear", at: [0, 0, width, height], stops } });
        } else pen.fill(sheet, "white");
      }
  }
}

/** A face says more than a scene does: strong feelings choose their own background. */
function feltMood({ picture }: PanelView): Mood {
  const expression = picture.figures[0]?.expression;
  if (expression === "cry" || expression === "sad") return "sad";
  if (expression === "furious" || expression === "shout") return "tense";
  if (expression === "afraid" || expression === "shocked") return "eerie";
  if (expression === "shy" || (expression === "smile" && picture.scene.mood === "neutral")) return "warm";
  if (expression === "determined") return "heroic";
  return picture.scene.mood;
}
