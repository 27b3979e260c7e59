// The sky by hour and weather: its tone, clouds, sun, moon and stars.
import type { Chance } from "./chance.ts";
import { corner, ellipse, type Pt } from "./curves.ts";
import type { Pen } from "./pen.ts";
import { band, fade, paper, type Stage } from "./stage.ts";

export function drawSky(stage: Stage, horizon: number): void {
  const { lamp: pen, picture, width, height, place } = stage;
  const { hour, weather } = picture.scene;
  const low = Math.min(Math.max(horizon, height * 0.2), height * 1.1);
  const grim = weather === "storm" || weather === "rain";
  const shades = {
    day: grim
      ? [0.5, 0.25]
      : weather === "cloudy" || weather === "snow" || weather === "fog"
        ? [0.26, 0.12]
        : [0.3, 0.02],
    dawn: [0.32, 0.04],
    dusk: grim ? [0.72, 0.42] : [0.62, 0.14],
    night: grim ? [0.94, 0.72] : [0.95, 0.62],
  } as const;
  const [top, bottom] = shades[hour];
  pen.fill(paper(stage), { tone: fade(-20, low, top, bottom) });
  if (stage.night && !grim) drawNight(stage, low);
  if (!grim && (hour === "dusk" || hour === "dawn")) drawSun(stage, low);
  const sky = chanceOfClouds(place);
  if (grim) drawStormClouds(pen, stage, sky, low);
  else if (hour === "dusk" || hour === "dawn" || stage.night) drawStreaks(pen, stage, sky, low);
  else {
    const n = weather === "cloudy" || weather === "snow" ? 5 : 3;
    for (let i = 0; i < n; i++) {
      const depth = i / n;
      const w = width * sky.between(0.28, 0.5) * (1 - depth * 0.35);
      const x = width * ((sky.next() + i * 0.37) % 1);
      const y = low * (0.86 - depth * 0.62) - low * 0.08 * sky.next();
      cumulus(pen, sky, { x, y, w, h: Math.min(w * 0.34, low * 0.42) });
    }
  }
}

const chanceOfClouds = (place: Chance): Chance => place;

interface Cloud {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A heap of white with a flat foot and its shade inside. */
export function cumulus(pen: Pen, rng: Chance, { x, y, w, h }: Cloud): void {
  if (h < 6) return;
  const n = 7;
  const heads: Pt[] = [];
  for (let i = 0; i <= n; i++) {
    const t = i / n;
    const arch = Math.sin(t * Math.PI) ** 0.7;
    const px = x + (t - 0.5) * w;
    const py = y - h * arch * rng.between(0.72, 1);
    heads.push(
      corner([px, Math.min(y, py + h * 0.12)]),
      [px + w / n / 3.2, py - h * 0.1],
      [px + w / n / 1.4, py - h * 0.06],
    );
  }
  const outline: Pt[] = [corner([x - w * 0.56, y]), ...heads.slice(0, -2), corner([x + w * 0.56, y])];
  pen.fill(outline, "white");
  pen.line(outline.slice(1, -1), 0.55, "both");
  for (let i = 0; i < 3; i++) {
    const sx = x + w * rng.between(-0.28, 0.22);
    const sy = y - h * rng.between(0.15, 0.5);
    pen.line(
      [
        [sx, sy],
        [sx + w * 0.05, sy - h * 0.12],
        [sx + w * 0.12, sy - h * 0.1],
        [sx + w * 0.15, sy + h * 0.02],
      ],
      0.4,
    );
  }
  pen.fill(
    [
      [x - w * 0.46, y],
      [x - w * 0.2, y - h * 0.16],
      [x + w * 0.1, y - h * 0.1],
      [x + w * 0.48, y],
    ],
    { tone: 0.12 },
  );
}

function drawStreaks(pen: Pen, stage: Stage, rng: Chance, low: number): void {
  for (let i = 0; i < 6; i++) {
    const x = stage.width * rng.between(-0.1, 1.1);
    const y = low * rng.between(0.25, 0.92);
    const w = stage.width * rng.between(0.12, 0.34);
    const h = low * rng.between(0.012, 0.03);
    const shade = stage.night ? 0.5 : i % 2 ? 0.08 : 0.4;
    pen.fill(
      [
        corner([x - w, y]),
        [x - w * 0.3, y - h],
        [x + w * 0.4, y - h * 0.6],
        corner([x + w, y + h * 0.4]),
        [x + w * 0.1, y + h],
        [x - w * 0.5, y + h * 0.6],
      ],
      { tone: shade },
    );
  }
}

function drawStormClouds(pen: Pen, stage: Stage, rng: Chance, low: number): void {
  const { width, night } = stage;
  for (let row = 0; row < 3; row++) {
    const y = low * (0.34 - row * 0.15);
    const points: Pt[] = [[-60, -60, 1]];
    const n = 6;
    for (let i = 0; i <= n; i++) {
      const x = -50 + ((width + 100) * i) / n;
      points.push(corner([x, y * rng.between(0.75, 1)]), [x + (width / n) * 0.4, y * rng.between(1.05, 1.3)]);
    }
    points.push([width + 90, -60, 1]);
    pen.fill(points, { tone: (night ? 0.84 : 0.6) + row * 0.06 });
  }
}

function drawNight(stage: Stage, low: number): void {
  const { lamp: pen, width, place } = stage;
  const stars: Pt[][] = [];
  for (let i = 0; i < 46; i++) {
    const r = place.next() < 0.12 ? 3.2 : place.between(0.9, 1.9);
    stars.push(ellipse(width * place.next(), low * place.next() ** 1.3, r, r, 5));
  }
  for (const star of stars) pen.fill(star, "white");
  const mx = width * place.between(0.16, 0.84);
  const my = low * place.between(0.16, 0.36);
  const r = Math.max(14, Math.min(width, stage.height) * 0.06);
  const crescent = place.flip(0.5);
  pen.fill(ellipse(mx, my, r * 2.1), {
    light: {
      type: "radial",
      at: [mx, my, r, r * 2.1],
      stops: [
        [0, 0.45],
        [1, 0],
      ],
    },
  });
  const moon: Pt[] = crescent
    ? [corner([mx + r * 0.2, my - r]), [mx + r, my], corner([mx + r * 0.2, my + r]), [mx + r * 0.5, my]]
    : ellipse(mx, my, r, r, 12);
  pen.fill(moon, "white");
}

function drawSun(stage: Stage, low: number): void {
  const { lamp: pen, width, height, place } = stage;
  const x = width * place.between(0.25, 0.75);
  const r = Math.min(width, height) * 0.11;
  const y = low - r * 0.5;
  pen.fill(ellipse(x, y, r * 3), {
    light: {
      type: "radial",
      at: [x, y, r, r * 3],
      stops: [
        [0, 0.4],
        [1, 0],
      ],
    },
  });
  pen.inside(band(stage, -40, low), (p) => p.fill(ellipse(x, y, r, r, 14), "white"));
}
