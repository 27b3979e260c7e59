// Backgrounds of feeling for faces and for nowhere in particular: gradients, hatching, bokeh, darkness.
import type { Mood } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import { ellipse, type Pt } from "./curves.ts";
import type { Pen } from "./pen.ts";
import { fade, paper } from "./stage.ts";
import type { PanelView } from "./view.ts";

export function drawMood(pen: Pen, view: PanelView): void {
  const { picture, width, height, seed } = view;
  const rng = chance(hashOf(seed, "mood"));
  const night = picture.scene.hour === "night";
  const sheet = paper(view);
  const plain = (top: number, low: number) => pen.fill(sheet, { tone: fade(0, height, top, low) });
  const mood = feltMood(view);
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
        }
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
