// Parts of towns: windows that are lit after dark, houses, roofs, skylines, poles and wires.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Vec3 } from "../../camera/camera.ts";
import { boxed, corner, ellipse, type Pt, rowsOf, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { edge, fade, made, quad, type Stage, shine } from "../stage.ts";
import { isSnowedOn } from "../weather/light.ts";

/** Rows of windows on a wall with its foot from `a` to `b`; some are lit after dark. */
export function windows(
  setting: Stage,
  a: Vec3,
  b: Vec3,
  spec: { h: number; rows: number; columns: number; from: number },
): void {
  const stage = made(setting, MATERIALS.glass);
  const { place, lamp, camera } = stage;
  const lightsUp = stage.picture.told.lightsUp === true;
  for (let r = 0; r < spec.rows; r++) {
    for (let c = 0; c < spec.columns; c++) {
      const at = (u: number, v: number): Vec3 => {
        const t = (c + u) / spec.columns;
        const y = spec.from + ((r + v) / spec.rows) * (spec.h - spec.from);
        return [a[0] + (b[0] - a[0]) * t, y, a[2] + (b[2] - a[2]) * t];
      };
      const corners = [at(0.22, 0.25), at(0.78, 0.25), at(0.78, 0.78), at(0.22, 0.78)];
      const lit = place.next() < (lightsUp ? 0.95 : 0.45);
      quad(stage, corners, { tone: place.next() < 0.3 ? 0.55 : 0.34 }, 0.4);
      if (!(stage.night && lit)) windowBars(stage, corners);
      if ((stage.night || stage.picture.scene.hour === "dusk") && lit) {
        const flat = sharp(corners.map(([x, y, z]) => camera.see(x, y, z)));
        lamp.of(MATERIALS.lamp).fill(flat, "white");
        lattice(stage, corners);
        if (r === 0 && a[1] === 0 && stage.night) pool(stage, corners);
        const [low, , high] = flat;
        if (lightsUp && low && high)
          shine(
            stage,
            [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2],
            Math.abs(high[1] - low[1]) * 1.7,
            0.34,
          );
      }
    }
  }
}

/** The light that a lit window casts on the ground in front of it, fading outwards. */
function pool(stage: Stage, [a, b]: readonly Vec3[]): void {
  if (!a || !b || a[2] !== b[2]) return;
  for (const [from, to, light] of rowsOf([0.2, 1.5, 0.3], [0.2, 2.6, 0.22]))
    quad(
      { ...stage, pen: stage.lamp },
      [
        [a[0] - from * 0.3, 0.01, a[2] - from],
        [b[0] + from * 0.3, 0.01, a[2] - from],
        [b[0] + to * 0.36, 0.01, a[2] - to],
        [a[0] - to * 0.36, 0.01, a[2] - to],
      ],
      { light },
      0,
    );
}

/** The glazing bars of a lit window, if it is large enough to show them. */
function lattice(stage: Stage, [a, b, c, d]: readonly Vec3[]): void {
  if (!a || !b || !c || !d || stage.camera.focal / Math.max(a[2], b[2]) < 30) return;
  const on = (p: Vec3, q: Vec3, t: number): Vec3 => [
    p[0] + (q[0] - p[0]) * t,
    p[1] + (q[1] - p[1]) * t,
    p[2] + (q[2] - p[2]) * t,
  ];
  for (const t of [0.25, 0.5, 0.75]) edge(stage, on(a, b, t), on(d, c, t), t === 0.5 ? 1.1 : 0.6);
  edge(stage, on(a, d, 0.5), on(b, c, 0.5), 0.7);
  for (const [p, q] of rowsOf([a, b], [b, c], [c, d], [d, a])) edge(stage, p, q, 1.1);
}

/** Bars and a sill, if the window is large enough to show them. */
function windowBars(stage: Stage, corners: readonly Vec3[]): void {
  const [a, b, c, d] = corners;
  if (!a || !b || !c || !d) return;
  if (stage.camera.focal / Math.max(a[2], b[2]) < 30) return;
  const half = (p: Vec3, q: Vec3): Vec3 => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2];
  edge(stage, half(a, b), half(d, c), 1.1, "white");
  edge(stage, half(a, b), half(d, c), 0.35);
  edge(stage, half(a, d), half(b, c), 0.35);
  edge(stage, a, b, 1.2);
}

/** A utility pole with its arms, insulators and transformer. */
export function pole(setting: Stage, x: number, z: number): void {
  const stage = made(setting, MATERIALS.concrete);
  const k = stage.camera.focal / z;
  const dark: Paint = k < 20 ? "black" : { tone: 0.62 };
  build(stage, "town/pole", [x, 0, z], { paints: { dark } });
  if (k < 14) return;
  build(stage, "town/pole-near", [x, 0, z]);
}

export function wires(stage: Stage, x: number, from: number, to: number): void {
  for (const [dx, y] of through([-0.7, 6.1], [0.7, 6.1], [-0.35, 5.4], [0.35, 5.4], [0, 4.5])) {
    const ends = stage.camera.segment([x + dx, y, from], [x + dx, y, to]);
    if (!ends) continue;
    const [a, b] = ends;
    stage.pen.line(
      [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + Math.abs(a[1] - b[1]) * 0.07], b],
      0.45,
      "none",
    );
  }
}

/** A street lamp after dark: the lamp on its bracket, its cone of light, and its pool of light on the ground. */
export function lampCone(stage: Stage, { x, y, z }: { x: number; y: number; z: number }): void {
  const { camera, lamp, pen } = stage;
  const [px, py] = camera.see(x, y, z);
  const [gx, gy] = camera.see(x, 0, z);
  const k = camera.focal / z;
  const is = stage.night ? ["night"] : [];
  drawOnSheet(pen, "town/lamp-head", sheetAt([px, py], k), { rng: stage.place, lamp, is });
  if (!stage.night) return;
  const flat = Math.max(0.12, camera.eye / z);
  stage.lights.push(() => {
    const beam = through([px - k * 0.16, py], [px + k * 0.16, py], [gx + k * 1.5, gy], [gx - k * 1.5, gy]);
    lamp.fill(sharp(beam), { light: fade(py, gy, 0.5, 0.16) });
    lamp.fill(ellipse(gx, gy, k * 1.5, k * 1.5 * flat * 0.5, 14), { light: 0.34 });
  });
}

/** A row of blocks against the sky; `share` is their height as a share of the panel. */
export function skyline(setting: Stage, base: number, share: number, tone: number): void {
  const stage = made(setting, MATERIALS.hill);
  const { pen, place, width, height } = stage;
  let x = -40;
  const lamps: Pt[][] = [];
  while (x < width + 40) {
    const w = Math.max(width, height * 0.8) * place.between(0.04, 0.1);
    const h = height * share * place.between(0.35, 1);
    const y = base - h;
    pen.shape(sharp(through([x, base + 3], [x, y], [x + w, y], [x + w, base + 3])), { tone }, 0.45);
    pen.fill(sharp(through([x + w * 0.66, base + 3], [x + w * 0.66, y], [x + w, y], [x + w, base + 3])), {
      tone: Math.min(0.95, tone + 0.2),
    });
    if (place.flip(0.3)) pen.stroke(through([x + w * 0.3, y], [x + w * 0.3, y - h * 0.16]), "black", 0.6);
    const step = Math.max(8, w / 4);
    for (let wx = x + step * 0.5; wx < x + w - step * 0.6; wx += step) {
      for (let wy = y + step * 0.6; wy < base - step * 0.5; wy += step * 1.25) {
        if (place.next() < 0.5 || lamps.length > 220) continue;
        lamps.push(sharp(boxed([wx, wy], [wx + step * 0.45, wy + step * 0.6])));
      }
    }
    x += w * 1.02;
  }
  if (stage.night) for (const pane of lamps) stage.lamp.of(MATERIALS.lamp).fill(pane, "white");
  else for (const pane of lamps) if (place.flip(0.4)) pen.fill(pane, { tone: Math.min(0.95, tone + 0.32) });
}

export function roof(
  setting: Stage,
  spec: { x: number; z: number; w: number; d: number; y: number; h: number; over: number; paint: Paint },
): void {
  const stage = made(setting, MATERIALS.tile);
  const { pen, camera } = stage;
  const { x, z, w, d, y, h, over } = spec;
  const front = Math.max(0.4, z - over * 0.6);
  const flat = (p: Vec3): Pt => camera.see(...p);
  const eaveL = flat([x - over, y, front]);
  const eaveR = flat([x + w + over, y, front]);
  const ridgeL = flat([x + over * 0.4, y + h, z + d * 0.5]);
  const ridgeR = flat([x + w - over * 0.4, y + h, z + d * 0.5]);
  const sag = (eaveL[1] - ridgeL[1]) * 0.16;
  const mid = (a: Pt, b: Pt): Pt => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag];
  const lift = sag * 0.5;
  const outline: Pt[] = [
    corner([eaveL[0], eaveL[1] - lift]),
    mid(eaveL, ridgeL),
    corner(ridgeL),
    corner(ridgeR),
    mid(ridgeR, eaveR),
    corner([eaveR[0], eaveR[1] - lift]),
    [(eaveL[0] + eaveR[0]) / 2, eaveL[1] + lift * 0.4],
  ];
  const snowed = isSnowedOn(stage.picture);
  (snowed ? pen.of(MATERIALS.snow) : pen).shape(outline, snowed ? "white" : spec.paint, 1);
  const n = 12;
  for (let i = 1; i < n; i++) {
    const t = i / n;
    const top: Pt = [ridgeL[0] + (ridgeR[0] - ridgeL[0]) * t, ridgeL[1]];
    const low: Pt = [eaveL[0] + (eaveR[0] - eaveL[0]) * t, eaveL[1]];
    pen.stroke([top, mid(top, low), low], "black", 0.4);
  }
  pen.stroke([ridgeL, ridgeR], "black", 2);
}

/** Smoke of a chimney: puffs that grow and drift as they rise. */
export function smoke({ camera, lamp, night, height, place }: Stage, [x, y, z]: Vec3): void {
  // A least size, so that distant smoke stays visible.
  const k = Math.max(camera.focal / z, height * 0.055);
  const smoke = lamp.of(MATERIALS.cloud);
  const [mouth, top] = camera.see(x, y, z);
  const puffs = [0, 1, 2, 3, 4].map((i) => ({
    px: mouth + i * i * 0.09 * k,
    py: top - (0.24 + i * 0.62) * k,
    r: k * (0.2 + i * 0.09),
    i,
  }));
  for (const { px, py, r, i } of puffs.toReversed())
    drawOnSheet(smoke, "town/puff", sheetAt([px, py], r), {
      ...{ rng: place, given: { high: i % 2 ? 1 : 0.8 }, paints: { puff: { tone: night ? 0.34 : 0.05 } } },
    });
}
