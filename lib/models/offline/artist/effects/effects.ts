// Manga effects: speed, focus and impact lines, flashes, gloom, sparkles, petals, steam, visible breath, and flying particles.
import { toldOf } from "../camera/figure-told.ts";
import type { Standing } from "../camera/standing.ts";
import type { Composition, PanelView } from "../camera/view.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Stuff } from "../closed/told.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { corner, ellipse, lerp, type Pt, placed, polar, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors, smokes } from "../places/places.ts";
import { fade, paper } from "../places/stage.ts";
import { drawWeather } from "../places/weather/weather.ts";
import { drawPart } from "../things/parts.ts";
import { rays } from "./mood-bursts.ts";
import { drawSplashBefore, drawSplashIn } from "./splash.ts";

/** Focus lines round a figure: their start as a share of the way to the frame, their width, and their reach. */
const RAYS = { begin: [0.85 / 1.2, 1.45 / 1.2], wide: [0.5, 2.2], far: 1.05 } as const;

/** The point that focus lines converge on: the first face, or the middle. */
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
      rays(pen, view, rng, { ...RAYS, at: aim(view, plan), n: 90, from: 0.34, weight: 2.4, paint: "black" });
    if (effect === "impact") {
      const at = aim(view, plan);
      const burst = starburst(at, Math.hypot(width, height) * 0.44, rng, 23);
      rays(pen, view, rng, { ...RAYS, at, n: 84, from: 0.42, weight: 2.8, paint: "black" });
      pen.fill(grown(burst, at, 1.025), "black");
      pen.fill(burst, "white");
      splinters(pen, at, Math.hypot(width, height) * 0.3, rng);
    }
    if (effect === "flash") {
      const lit = pen.of(MATERIALS.lightning);
      lit.fill(paper(view), "black");
      const at = aim(view, plan);
      rays(lit, view, rng, { ...RAYS, at, n: 70, from: 0.16, weight: 4.4, paint: "white" });
      pen.fill(starburst(at, Math.min(width, height) * 0.42, rng, 15), "white");
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
        drawPart(gold.at(placed(x, y, 0, s / 100)), "effects/sparkle");
      }
    }
    if (effect === "petals") {
      for (let i = 0; i < 20; i++) {
        const s = Math.min(width, height) * rng.between(0.012, 0.03);
        const [x, y] = scattered(view, plan, rng);
        const turn = (rng.between(0, 6.3) * 180) / Math.PI;
        const paints = { petal: i % 3 ? ("white" as const) : { tone: 0.16 } };
        drawPart(pen.of(MATERIALS.blossom).at(placed(x, y, turn, s / 100)), "effects/petal", { paints });
      }
    }
    if (effect === "steam" && !smokes(picture)) {
      for (let i = 0; i < 4; i++) {
        const [x, y] = steaming(view, plan, rng);
        const k = (height * rng.between(0.045, 0.06)) / 100;
        drawPart(pen.at(placed(x, y, 0, rng.flip() ? k : -k, k)), "effects/wisp");
      }
    }
    if (effect === "sweat") {
      const first = plan.standing.at(-1);
      if (!first) continue;
      const [hx, hy] = first.face;
      for (const [dx, dy] of through([-0.75, -0.2], [-0.9, 0.2], [0.8, -0.3]))
        drawPart(
          pen.at(placed(hx + dx * first.scale * 100, hy + dy * first.scale * 100, 0, first.scale * 0.14)),
          "effects/sweat",
        );
    }
  }
}

/** Where steam rises: in front of a figure that eats or drinks, else near the middle of the picture. */
function steaming({ width, height }: PanelView, plan: Composition, rng: Chance): Pt {
  const first = plan.standing.at(-1);
  if (!first) return [width * rng.between(0.38, 0.62), height * rng.between(0.6, 0.8)];
  const { face, scale, figure } = first;
  const before = figure.facing === "left" ? -1 : 1;
  return [face[0] + before * scale * rng.between(88, 135), face[1] + scale * rng.between(30, 60)];
}

/** The same outline, scaled about a point. */
const grown = (points: readonly Pt[], [cx, cy]: Pt, by: number): Pt[] =>
  points.map(([x, y]): Pt => [cx + (x - cx) * by, cy + (y - cy) * by, 1]);

/** Splinters that fly from a blow. */
function splinters(pen: Pen, at: Pt, r: number, rng: Chance): void {
  for (let i = 0; i < 14; i++) {
    const a = rng.between(0, Math.PI * 2);
    const [from, to] = [r * rng.between(0.75, 0.95), r * rng.between(1.05, 1.3)];
    pen.line([polar(at, a, from), polar(at, a, to)], rng.between(0.8, 2));
  }
}

/** A random point away from the faces. */
function scattered({ width, height }: PanelView, plan: Composition, rng: Chance): Pt {
  for (let tries = 0; tries < 6; tries++) {
    const p: Pt = [width * rng.next(), height * rng.next()];
    if (plan.standing.every(({ face, scale }) => Math.hypot(p[0] - face[0], p[1] - face[1]) > scale * 85))
      return p;
  }
  return [width * 0.06, height * 0.06];
}

function starburst(at: Pt, r: number, rng: Chance, n: number): Pt[] {
  const points: Pt[] = [];
  for (let i = 0; i < n * 2; i++) {
    const a = (i / (n * 2)) * Math.PI * 2;
    const k = i % 2 ? rng.between(0.5, 0.64) : rng.between(0.8, 1.1);
    points.push(corner(polar(at, a, r * k)));
  }
  return points;
}

/** Speed lines behind a moving figure, in bundles, heavy at the frame and tapering; `side` is −1 if they come from the left. */
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

const SCATTERED = measuresOf<Stuff, { many: number; size: readonly [least: number, most: number] }>("stuffs");

/** Draws told particles in front of everything except the faces. */
function drawScatter(pen: Pen, view: PanelView, plan: Composition): void {
  const { picture, width, height, seed } = view;
  if (picture.shot === "close") return;
  const stuff = picture.told.scattered;
  if (stuff === undefined) return;
  const rng = chance(hashOf(seed, "scatter"));
  const size = Math.min(width, height);
  // Particles come from a point near the ground and are densest there.
  const from: Pt = [width * rng.between(0.35, 0.65), height * 0.72];
  // Powder also has puffs: light, with a shaded foot.
  for (let i = 0; i < (stuff === "powder" ? 9 : 0); i++) {
    const [x, y] = away(from, view, rng, 0.6);
    drawPart(pen.at(placed(x, y, 0, (size * rng.between(0.03, 0.075)) / 100)), "effects/powder");
  }
  for (let i = 0; i < SCATTERED[stuff].many; i++) {
    const at = away(from, view, rng);
    if (plan.standing.some(({ face, scale }) => Math.hypot(at[0] - face[0], at[1] - face[1]) < scale * 62))
      continue;
    bit(pen, at, stuff, { size, rng });
  }
}

/** A random point round a centre, denser near it, but at least a share `least` of the way to the frame. */
function away([x, y]: Pt, { width, height }: PanelView, rng: Chance, least = 0): Pt {
  const turn = rng.between(0, Math.PI * 2);
  const far = least + (1 - least) * rng.next() ** 0.7;
  return [x + Math.cos(turn) * far * width * 0.6, y + Math.sin(turn) * far * height * 0.68];
}

/** Draws one particle: a speck for powder, else a part sized by the panel's shorter side. */
function bit(pen: Pen, [x, y]: Pt, stuff: Stuff, { size, rng }: { size: number; rng: Chance }): void {
  const turn = rng.between(0, 360);
  const r = size * rng.between(...SCATTERED[stuff].size);
  if (stuff === "powder") pen.fill(ellipse(x, y, r, r, 5), "black");
  else drawPart(pen.at(placed(x, y, turn, r)), `effects/${stuff}`);
}

function drawBreath(pen: Pen, { picture }: PanelView, plan: Composition): void {
  const { scene, shot } = picture;
  if (shot === "detail") return;
  const cold = scene.weather === "snow" && !isIndoors(scene.place.kind);
  for (const standing of plan.standing) {
    const { figure, design, scale } = standing;
    const told = toldOf(picture, figure).breath;
    if (design.kind !== "human" || figure.view === "back" || scale * 100 < 42) continue;
    // From the front, breath would cover the face, so it is drawn only if told.
    if (told || (cold && figure.speaks && figure.view !== "front" && !LOUD.test(figure.expression)))
      puff(pen, standing, told ? 1 : 0.58);
  }
}

/** A shouting figure has impact lines round the head instead of breath. */
const LOUD = /^(?:shout|furious|shocked|terrified|surprised|pain|cry)$/u;

/** A cloud of breath: thin at the mouth, then wider and broken up, with an outline on the shaded side. */
function puff(pen: Pen, { face: [fx, fy], figure, scale }: Standing, size: number): void {
  const way = figure.facing === "left" ? -1 : 1;
  const from = { front: 20, "three-quarter": 29, profile: 44, back: 0 }[figure.view];
  drawPart(pen, "effects/breath", {
    frames: {
      breath: ([x, y]) => [fx + way * (from + x * size) * scale, fy + (42 + y * size) * scale],
    },
  });
}
