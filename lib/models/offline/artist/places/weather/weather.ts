// Weather over a setting: rain, snow, wind, fog, lightning; some of it falls before the people too.

import type { PanelView } from "../../camera/view.ts";
import type { Hour } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import { clamp, corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS, SOFT_AMBIENT } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { hasTrait } from "../place-traits.ts";
import { paper } from "../stage.ts";
import { isBlizzard } from "./snow.ts";

export function drawWeather(pen: Pen, view: PanelView, rng: Chance, layer: "behind" | "before"): void {
  const { weather, season } = view.picture.scene;
  const before = layer === "before";
  const blizzard = isBlizzard(view.picture.scene);
  if (weather === "rain" || (weather === "storm" && !blizzard))
    drawRain(pen.inLight(PLAIN_LIGHT), view, rng, weather === "storm" ? 1.5 : 1, before);
  if (weather === "storm" && !blizzard && !before && rng.flip(0.6))
    drawLightning(pen.inLight(PLAIN_LIGHT), view, rng);
  if (blizzard) drawBlizzard(pen.inLight(PLAIN_LIGHT), view, rng, before);
  if (weather === "snow" || blizzard) {
    if (!before)
      drawDrifts(
        pen.of(MATERIALS.snow).inLight({ ...PLAIN_LIGHT, ambient: SOFT_AMBIENT[view.picture.scene.hour] }),
        view,
        rng,
      );
    drawSnow(pen.inLight(PLAIN_LIGHT), view, rng, before ? 16 : 60);
  }
  if (weather === "wind" && !before) drawWind(pen, view, rng, season === "autumn");
  if (weather === "fog" && !before) {
    drawFog(pen, view, rng);
  }
}

/** Thickest where the ground ends, thin overhead and at the reader's feet; banks of it drift across and leave what lies behind to be guessed. */
function drawFog(pen: Pen, view: PanelView, rng: Chance): void {
  const { camera, width, height, picture } = view;
  const from = Math.round(Math.min(camera.horizon - height * 0.3, height * 0.5));
  const thick = clamp((camera.horizon - from) / (height - from), 0.2, 0.8);
  // Grey air, so that the white banks in it show.
  const night = picture.scene.hour === "night";
  if (!night) pen.fill(paper(view), { veil: 0.2 });
  pen.fill(paper(view), {
    light: {
      type: "linear",
      at: [0, from, 0, Math.round(height)],
      stops: through([0, 0.08], [thick, night ? 0.45 : 0.24], [1, 0.02]),
    },
  });
  const banks = night ? pen.inLight(PLAIN_LIGHT) : pen;
  for (let i = 0; i < 9; i++) {
    const [x, y] = [width * rng.between(-0.1, 1.1), camera.horizon + height * rng.between(-0.2, 0.36)];
    const [wide, high] = [width * rng.between(0.25, 0.6), height * rng.between(0.015, 0.045)];
    // Nothing lightens what is black: by night the banks are greys of their own.
    for (const [k, light] of night ? NIGHT_BANKS : DAY_BANKS)
      banks.fill(
        [
          [x - wide * k, y, 1],
          [x - wide * k * 0.4, y - high * k],
          [x + wide * k * 0.3, y - high * k * 0.8],
          [x + wide * k, y + high * k * 0.2, 1],
          [x + wide * k * 0.3, y + high * k],
          [x - wide * k * 0.5, y + high * k * 0.7],
        ],
        night ? { tone: light } : { light },
      );
  }
}

/** Parts of a bank from its rim inwards: how large, and how light. */
const DAY_BANKS = through([1, 0.14], [0.8, 0.16], [0.6, 0.2]);
const NIGHT_BANKS = through([0.9, 0.56], [0.6, 0.46]);

function drawRain(
  pen: Pen,
  { width, height, picture }: PanelView,
  rng: Chance,
  force: number,
  before: boolean,
): void {
  const slant = force > 1 ? -0.42 : -0.16;
  const n = Math.round(Math.min(110, (width * height) / 4200) * (before ? 0.14 : 0.8) * force);
  const dark = picture.scene.hour === "night" || force > 1;
  for (const paint of dark ? (["white", "black"] as const) : (["black", "white"] as const)) {
    const share = paint === "white" ? (dark ? n : n * 0.25) : dark ? n * 0.15 : n;
    for (let i = 0; i < share; i++) {
      const x = width * rng.between(-0.05, 1.25);
      const y = height * rng.between(-0.15, 1);
      const l = rng.between(26, 90) * force;
      const w = rng.between(0.5, 1.1);
      pen.fill(
        [
          [x, y, 1],
          [x + slant * l * 0.5 + w, y + l * 0.5, 1],
          [x + slant * l, y + l, 1],
          [x + slant * l * 0.5 - w, y + l * 0.5, 1],
        ],
        paint,
      );
    }
  }
}

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
  pen.fill(
    [
      corner([from[0] - 2, from[1]]),
      corner([from[0] - width * 0.03, from[1] + height * 0.08]),
      corner([from[0] - width * 0.02, from[1] + height * 0.17]),
      corner([from[0] - width * 0.024, from[1] + height * 0.082]),
      corner([from[0] + 2, from[1] + 4]),
    ],
    "white",
  );
}

function drawSnow(pen: Pen, { width, height }: PanelView, rng: Chance, n: number): void {
  for (let i = 0; i < n; i++) {
    const r = rng.between(2, n < 20 ? 8 : 5);
    const flake = ellipse(width * rng.next(), height * rng.next(), r, r, 6);
    pen.of(undefined).fill(flake, "white");
    if (i % 3 === 0) pen.contour(flake, 0.25);
  }
}

/** Snow that the wind drives: veils of it across the picture, and flakes drawn out along their way. */
function drawBlizzard(pen: Pen, { width, height }: PanelView, rng: Chance, before: boolean): void {
  const fall = 0.34;
  const streak = (x: number, y: number, l: number, w: number): Pt[] => [
    corner([x, y]),
    [x - l * 0.35, y + l * 0.35 * fall - w],
    corner([x - l, y + l * fall]),
    [x - l * 0.4, y + l * 0.4 * fall + w],
  ];
  for (let i = before ? 2 : 6; i > 0; i--) {
    const y = height * rng.between(-0.1, 0.9);
    const l = width * rng.between(0.4, 1);
    pen.fill(streak(width * rng.between(0.6, 1.3), y, l, height * rng.between(0.02, 0.05)), {
      light: before ? 0.18 : 0.5,
    });
  }
  const n = Math.round(Math.min(120, (width * height) / 3600) * (before ? 0.25 : 1));
  for (let i = 0; i < n; i++) {
    const [x, y] = [width * rng.between(0, 1.2), height * rng.between(-0.1, 1)];
    const l = rng.between(14, before ? 90 : 60);
    const flake = streak(x, y, l, rng.between(1, before ? 3.4 : 2.2));
    pen.of(undefined).fill(flake, "white");
    if (i % 4 === 0) pen.line(through([x, y + 3], [x - l * 0.9, y + l * 0.9 * fall + 3]), 0.35);
  }
}

/** Lying snow as it is seen at each hour: the ground's brightest part, and the foot of a drift in shade. */
const LYING: Readonly<Record<Hour, readonly [bright: number, shade: number]>> = {
  dawn: [0.04, 0.2],
  day: [0, 0.14],
  dusk: [0.03, 0.22],
  night: [0, 0.26],
};

/** Snow that has been lying for a while: low drifts from far to near, each with a lit back and a shaded foot. */
function drawDrifts(pen: Pen, { camera, picture, width, height }: PanelView, rng: Chance): void {
  if (hasTrait(picture.scene.place.kind, "driftless") || picture.shot === "bust") return;
  const [bright, shade] = LYING[picture.scene.hour];
  for (let i = 0; i < 9; i++) {
    const z = camera.distance * (1.9 - 1.35 * (i / 8) ** 0.7);
    const [x, y] = camera.see(rng.between(-3.2, 3.2), 0, z);
    const k = camera.focal / z;
    if (y > height + 60 || x < -width * 0.3 || x > width * 1.3) continue;
    const [rx, ry] = [k * rng.between(0.5, 1.2), k * rng.between(0.05, 0.12)];
    const back: Pt[] = [
      corner([x - rx, y]),
      [x - rx * 0.45, y - ry * rng.between(0.7, 1.1)],
      [x + rx * 0.1, y - ry * rng.between(0.8, 1.4)],
      [x + rx * 0.6, y - ry * 0.6],
      corner([x + rx, y]),
      [x + rx * 0.3, y + ry * 0.5],
      [x - rx * 0.5, y + ry * 0.4],
    ];
    pen.fill(back, { tone: bright });
    pen.fill(
      [
        corner([x - rx * 0.7, y + ry * 0.18]),
        [x - rx * 0.1, y - ry * 0.1],
        corner([x + rx, y]),
        [x + rx * 0.3, y + ry * 0.5],
        [x - rx * 0.4, y + ry * 0.42],
      ],
      { tone: shade },
    );
    pen.line(back.slice(1, 5), 0.5);
  }
}

function drawWind(pen: Pen, { width, height }: PanelView, rng: Chance, leaves: boolean): void {
  for (let i = 0; i < 7; i++) {
    const x = width * rng.between(-0.1, 0.8);
    const y = height * rng.between(0.08, 0.8);
    const w = width * rng.between(0.15, 0.35);
    const curl = rng.between(6, 16);
    pen.line(
      [
        [x, y],
        [x + w * 0.5, y - curl],
        [x + w * 0.85, y],
        [x + w, y - curl],
        [x + w * 0.94, y - curl * 1.7],
      ],
      0.6,
    );
  }
  for (let i = 0; i < (leaves ? 22 : 10); i++) {
    const [x, y] = [width * rng.next(), height * rng.next()];
    const s = rng.between(4, 10);
    pen.shape(
      through([x - s, y, 1], [x, y - s * 0.5], [x + s, y + s * 0.3, 1], [x, y + s * 0.5]),
      leaves ? { tone: 0.4 } : "white",
      0.4,
    );
  }
}
