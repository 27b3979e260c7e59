// Weather over a setting: rain, snow, wind, fog, lightning, puddles; some of it also in front of the people. What falls is in `assets/places/weather`.
import type { PanelView } from "../../camera/view.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { clamp, corner, ellipse, type Pt, rowsOf } from "../../pen/curves.ts";
import { HOURS, MATERIALS } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { sheetAt } from "../paper.ts";
import { hasTrait } from "../places.ts";
import { drawOnPanel, drawOnSheet } from "../sheets.ts";
import { graded, paper, type Stage } from "../stage.ts";
import { isBlizzard } from "./light.ts";

export function drawWeather(pen: Pen, view: PanelView, rng: Chance, layer: "behind" | "before"): void {
  const { weather, season } = view.picture.scene;
  const before = layer === "before";
  const blizzard = isBlizzard(view.picture.scene);
  if (weather === "rain" || (weather === "storm" && !blizzard))
    drawRain(pen.inLight(PLAIN_LIGHT), view, rng, weather === "storm" ? 1.5 : 1, before);
  if (weather === "storm" && !blizzard && !before && rng.flip(0.6))
    drawLightning(pen.inLight(PLAIN_LIGHT), view, rng);
  if (blizzard) {
    const flakes = Math.round(Math.min(120, (view.width * view.height) / 3600) * (before ? 0.25 : 1));
    const given = { gusts: before ? 2 : 6, flakes };
    drawOnPanel(pen.of(undefined).inLight(PLAIN_LIGHT), "weather/blizzard", view, {
      rng,
      given,
      is: [layer],
    });
  }
  if (weather === "snow" || blizzard) {
    if (!before)
      drawDrifts(
        pen.of(MATERIALS.snow).inLight({ ...PLAIN_LIGHT, ambient: HOURS[view.picture.scene.hour].lamplit }),
        view,
        rng,
      );
    drawOnPanel(pen.of(undefined).inLight(PLAIN_LIGHT), "weather/snow", view, { rng, is: [layer] });
  }
  if (weather === "wind" && !before)
    drawOnPanel(pen, "weather/wind", view, {
      ...{ rng, is: [season], paints: { leaf: season === "autumn" ? { tone: 0.4 } : "white" } },
    });
  if (weather === "fog" && !before) drawFog(pen, view, rng);
}

/** Fog is densest at the horizon, and thin overhead and in the foreground; banks of it drift across and partly hide the setting. */
function drawFog(pen: Pen, view: PanelView, rng: Chance): void {
  const { camera, height, picture } = view;
  const from = Math.round(Math.min(camera.horizon - height * 0.3, height * 0.5));
  const thick = clamp((camera.horizon - from) / (height - from), 0.2, 0.8);
  // Grey air makes the white banks visible.
  const night = picture.scene.hour === "night";
  if (!night) pen.fill(paper(view), { veil: 0.2 });
  pen.fill(paper(view), {
    light: graded([0, from], [0, Math.round(height)], [0, 0.08], [thick, night ? 0.45 : 0.24], [1, 0.02]),
  });
  const banks = night ? pen.inLight(PLAIN_LIGHT) : pen;
  const given = { upper: camera.horizon - height * 0.2, lower: camera.horizon + height * 0.36 };
  drawOnPanel(banks, "weather/fog", view, { rng, given, is: [picture.scene.hour] });
}

function drawRain(pen: Pen, view: PanelView, rng: Chance, force: number, before: boolean): void {
  const n = Math.round(Math.min(110, (view.width * view.height) / 4200) * (before ? 0.14 : 0.8) * force);
  const dark = view.picture.scene.hour === "night" || force > 1;
  const is = [force > 1 ? "storm" : "rain"];
  for (const [drop, share] of dark ? DARK_RAIN : RAIN)
    drawOnPanel(pen, "weather/rain", view, {
      rng,
      is,
      given: { gust: force * 10, drops: n * share },
      paints: { drop },
    });
}

/** The colours of drops in drawing order, with the share of each. */
const RAIN = rowsOf(["black", 1], ["white", 0.25]);
const DARK_RAIN = rowsOf(["white", 1], ["black", 0.15]);

function drawLightning(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  let x = width * rng.between(0.25, 0.75);
  const spine: Pt[] = [];
  const n = 7;
  for (let i = 0; i <= n; i++) {
    spine.push([x, (height * 0.5 * i) / n - 34]);
    x += (i % 2 ? -0.5 : 1) * rng.between(0.02, 0.06) * width;
  }
  const half = (i: number) => 5.5 * (1 - i / n) + 0.8;
  const left = spine.map(([px, py], i) => corner([px - half(i), py]));
  const right = spine.map(([px, py], i) => corner([px + half(i), py - 3]));
  pen.fill([...left, ...right.toReversed()], "white");
  const from = spine[4] ?? [x, height * 0.3];
  drawOnSheet(pen, "weather/fork", (u, v) => [from[0] + u * width, from[1] + v * height], {
    ...{ rng, given: { px: 1 / width, py: 1 / height } },
  });
}

/** Drifts of old snow from far to near, each with a lit top and a shaded foot. */
function drawDrifts(pen: Pen, { camera, picture, width, height }: PanelView, rng: Chance): void {
  if (hasTrait(picture.scene.place.kind, "driftless") || picture.shot === "bust") return;
  const [bright, shade] = HOURS[picture.scene.hour].drift;
  for (let i = 0; i < 9; i++) {
    const z = camera.distance * (1.9 - 1.35 * (i / 8) ** 0.7);
    const [x, y] = camera.see(rng.between(-3.2, 3.2), 0, z);
    const k = camera.focal / z;
    if (y > height + 60 || x < -width * 0.3 || x > width * 1.3) continue;
    const paints = { bright: { tone: bright }, shade: { tone: shade } };
    drawOnSheet(pen, "weather/drift", sheetAt([x, y], k), { rng, paints });
  }
}

/** `falls`: rings and crowns where drops fall; without it, puddles left by rain. */
export function drawWetGround(stage: Stage, falls = true): void {
  const { camera, seed, height } = stage;
  const rng = chance(hashOf(seed, "wet"));
  const n = rng.int(5, 8);
  for (let i = 0; i < n; i++) {
    const z = camera.distance * (0.62 + 1.1 * (i / n) + rng.between(0, 0.15));
    const [x, y] = camera.see(rng.between(-2.2, 2.2), 0, z);
    if (y > height + 30) continue;
    const k = camera.focal / z;
    const rx = Math.min(stage.width * 0.13, k * rng.between(0.3, 0.8));
    const flat = Math.min(0.5, Math.max(0.09, camera.eye / z));
    puddle(stage, rng, { x, y, rx, ry: rx * flat, falls });
  }
  if (!falls) return;
  for (let i = 0; i < 34; i++) {
    const z = camera.distance * (0.55 + 1.6 * rng.next() ** 1.6);
    const [, y] = camera.see(0, 0, z);
    if (y < height + 10)
      splash(stage, rng, [stage.width * rng.next(), y], Math.min(16, (camera.focal / z) * 0.07));
  }
}

interface Puddle {
  x: number;
  y: number;
  rx: number;
  ry: number;
  falls: boolean;
}

function puddle(
  { pen: paper, night, lamp: light }: Stage,
  rng: Chance,
  { x, y, rx, ry, falls }: Puddle,
): void {
  const [pen, lamp] = [paper.of(MATERIALS.water), light.of(MATERIALS.water)];
  const edge = ellipse(x, y, rx, ry, 11).map(([px, py]): Pt => [x + (px - x) * rng.between(0.78, 1.1), py]);
  const sheet = night ? lamp : pen;
  sheet.fill(edge, { tone: night ? 0.5 : 0.06 });
  const look = { rng, given: { flat: ry / rx }, paints: { gleam: { tone: night ? 0.78 : 0.36 } } };
  const is = falls ? ["falls"] : [];
  sheet.inside(edge, (p) =>
    drawOnSheet(p, "weather/puddle", (u, v) => [x + u * rx, y + v * ry], { ...look, is }),
  );
  pen.line([...edge.slice(2), ...edge.slice(0, 1)], 0.7);
}

function splash({ pen, lamp, night }: Stage, rng: Chance, at: Pt, s: number): void {
  if (s < 2.5) return;
  const look = { rng, lamp: night ? lamp : pen, given: { thin: 1 / s, broad: 1.4 / s } };
  drawOnSheet(pen, "weather/splash", sheetAt(at, s), {
    ...look,
    paints: { drop: night ? "white" : "black" },
  });
}
