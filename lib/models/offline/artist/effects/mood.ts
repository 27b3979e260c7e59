// Backgrounds of feeling for faces and for nowhere in particular: white paper, lines, dots, flowers, bursts, darkness.

import { isFar } from "../camera/far-shots.ts";
import type { PanelView } from "../camera/view.ts";
import type { Mood } from "../closed/staging.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { materialsOf } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, paper } from "../places/stage.ts";
import {
  drawBlackFlash,
  drawDrips,
  drawGloom,
  drawHatching,
  drawStreams,
  drawUrchin,
} from "./mood-bursts.ts";
import {
  drawBlossoms,
  drawBokeh,
  drawCalm,
  drawCurtainOfLines,
  drawDusk,
  drawFun,
  wedges,
} from "./mood-fields.ts";

/** A feeling's own colours behind a face. */
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

/** Drips from above, a dark that leaves the face a hole in it, or hatching that closes in from a side. */
function drawDread(pen: Pen, view: PanelView, rng: Chance): void {
  const { height } = view;
  const kind = rng.int(0, 2);
  if (kind === 0) {
    pen.fill(paper(view), { tone: fade(0, height, 0.66, 0.3) });
    drawDrips(pen, view, rng);
  } else if (kind === 1) drawGloom(pen, view, rng);
  else drawHatching(pen, view, rng);
}

/** Lines of one of four kinds; a field of black is for the strongest feelings alone. */
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

/** A face says more than a scene does: strong feelings choose their own background. */
function feltMood({ picture }: PanelView): Mood {
  const expression = picture.figures[0]?.expression;
  if (expression === "cry" || expression === "sad") return "sad";
  if (expression === "furious" || expression === "shout") return "tense";
  if (expression === "afraid" || expression === "terrified") return "eerie";
  // A shock is a horror where it is dark or sad already; elsewhere it strikes like any surprise.
  if (expression === "shocked")
    return /^(?:eerie|tense|sad|lonely)$/u.test(picture.scene.mood) ? "eerie" : "tense";
  const glad = expression === "smile" || expression === "laugh" || expression === "grin";
  if (glad && /^(?:sad|lonely|tense)$/u.test(picture.scene.mood)) return "warm";
  if (expression === "shy" || (expression === "smile" && picture.scene.mood === "neutral")) return "warm";
  if (expression === "determined") return "heroic";
  // A sneeze or a cry of pain bursts out.
  if (expression === "pain" && picture.scene.mood === "neutral") return "tense";
  if (expression === "surprised" && /^(?:neutral|warm|comic|heroic|romantic)$/u.test(picture.scene.mood))
    return "tense";
  const { mood } = picture.scene;
  const isFaceNear = picture.figures.length > 0 && !isFar(picture.shot);
  return BURSTS.test(mood) && !isFaceNear ? "neutral" : mood;
}

/** Moods of bursts and lines of speed, which behind nobody's face would tell of something that bursts. */
const BURSTS = /^(?:tense|heroic)$/u;
