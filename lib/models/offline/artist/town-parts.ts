// What towns are built from: windows that are lit after dark, houses, roofs, skylines, poles and wires.
import type { Paint } from "../../../manga/drawing.ts";
import { corner, type Pt, sharp } from "./curves.ts";
import { along, edge, quad, type Stage, solid, type Vec3 } from "./stage.ts";

/** Windows on a wall from `a` to `b` (its foot), in rows; some are lit after dark. */
export function windows(
  stage: Stage,
  a: Vec3,
  b: Vec3,
  spec: { h: number; rows: number; columns: number; from: number },
): void {
  const { place, lamp, camera } = stage;
  for (let r = 0; r < spec.rows; r++) {
    for (let c = 0; c < spec.columns; c++) {
      const at = (u: number, v: number): Vec3 => {
        const t = (c + u) / spec.columns;
        const y = spec.from + ((r + v) / spec.rows) * (spec.h - spec.from);
        return [a[0] + (b[0] - a[0]) * t, y, a[2] + (b[2] - a[2]) * t];
      };
      const corners = [at(0.22, 0.25), at(0.78, 0.25), at(0.78, 0.78), at(0.22, 0.78)];
      const lit = place.next() < 0.45;
      quad(stage, corners, { tone: place.next() < 0.3 ? 0.55 : 0.34 }, 0.4);
      if (!(stage.night && lit)) windowBars(stage, corners);
      if ((stage.night || stage.picture.scene.hour === "dusk") && lit) {
        const flat = sharp(corners.map(([x, y, z]) => camera.see(x, y, z)));
        lamp.fill(flat, "white");
      }
    }
  }
}

/** Bars and a sill, where the window is large enough to show them. */
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

/** A striped awning over the street side of a shop. */
function awning(stage: Stage, [x, , z]: Vec3, d: number): void {
  const out = x > 0 ? x - 0.9 : x + 0.9;
  const n = 6;
  for (let i = 0; i < n; i++) {
    const [a, b] = [z + (d * i) / n, z + (d * (i + 1)) / n];
    quad(
      stage,
      [
        [x, 2.75, a],
        [x, 2.75, b],
        [out, 2.3, b],
        [out, 2.3, a],
      ],
      i % 2 ? "white" : { tone: 0.55 },
      0.4,
    );
  }
}

export function house(
  stage: Stage,
  spec: { x: number; z: number; w: number; d: number; h: number; floors: number; front: Paint; side: Paint },
): void {
  const { x, z, w, d, h, floors } = spec;
  solid(stage, { x, y: 0, z, w, h, d, front: spec.front, side: spec.side, top: { tone: 0.5 } });
  const inner: Vec3 = x > 0 ? [x, 0, z] : [x + w, 0, z];
  windows(stage, inner, [inner[0], 0, z + d], { h, rows: floors, columns: 3, from: 0.8 });
  windows(stage, [x, 0, z], [x + w, 0, z], { h, rows: floors, columns: 3, from: 0.8 });
  for (let i = 1; i < floors; i++) {
    const y = 0.8 + ((h - 0.8) * i) / floors;
    edge(stage, [x, y, z], [x + w, y, z], 0.35);
    edge(stage, [inner[0], y, z], [inner[0], y, z + d], 0.35);
  }
  along(stage, [z + d * 0.38, 0], [z + d * 0.62, 2], { x: inner[0], paint: { tone: 0.7 }, weight: 0.6 });
  if (stage.place.flip(0.6)) awning(stage, inner, d);
}

export function pole(stage: Stage, x: number, z: number): void {
  quad(
    stage,
    [
      [x - 0.09, 0, z],
      [x + 0.09, 0, z],
      [x + 0.07, 6.4, z],
      [x - 0.07, 6.4, z],
    ],
    { tone: 0.5 },
    0.6,
  );
  for (const y of [5.2, 5.8]) edge(stage, [x - 0.7, y, z], [x + 0.7, y, z], 1.3);
}

export function wires(stage: Stage, x: number, from: number, to: number): void {
  for (const [dx, y] of [
    [-0.6, 5.9],
    [0.6, 5.9],
    [-0.6, 5.3],
  ] as const) {
    const a = stage.camera.see(x + dx, y, from);
    const b = stage.camera.see(x + dx, y, to);
    stage.pen.stroke(
      [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + Math.abs(a[1] - b[1]) * 0.1], b],
      "black",
      0.4,
    );
  }
}

/** A row of blocks against the sky, `share` of the panel high. */
export function skyline(stage: Stage, base: number, share: number, tone: number): void {
  const { pen, place, width, height } = stage;
  let x = -40;
  const lamps: Pt[][] = [];
  while (x < width + 40) {
    const w = Math.max(width, height * 0.8) * place.between(0.04, 0.1);
    const h = height * share * place.between(0.35, 1);
    const y = base - h;
    pen.shape(
      sharp([
        [x, base + 3],
        [x, y],
        [x + w, y],
        [x + w, base + 3],
      ]),
      { tone },
      0.45,
    );
    pen.fill(
      sharp([
        [x + w * 0.66, base + 3],
        [x + w * 0.66, y],
        [x + w, y],
        [x + w, base + 3],
      ]),
      { tone: Math.min(0.95, tone + 0.2) },
    );
    if (place.flip(0.3))
      pen.stroke(
        [
          [x + w * 0.3, y],
          [x + w * 0.3, y - h * 0.16],
        ],
        "black",
        0.6,
      );
    const step = Math.max(8, w / 4);
    for (let wx = x + step * 0.5; wx < x + w - step * 0.6; wx += step) {
      for (let wy = y + step * 0.6; wy < base - step * 0.5; wy += step * 1.25) {
        if (place.next() < 0.5 || lamps.length > 220) continue;
        lamps.push(
          sharp([
            [wx, wy],
            [wx + step * 0.45, wy],
            [wx + step * 0.45, wy + step * 0.6],
            [wx, wy + step * 0.6],
          ]),
        );
      }
    }
    x += w * 1.02;
  }
  if (stage.night) for (const pane of lamps) stage.lamp.fill(pane, "white");
  else for (const pane of lamps) if (place.flip(0.4)) pen.fill(pane, { tone: Math.min(0.95, tone + 0.32) });
}

export function roof(
  stage: Stage,
  spec: { x: number; z: number; w: number; d: number; y: number; h: number; over: number; paint: Paint },
): void {
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
  pen.shape(outline, spec.paint, 1);
  const n = 12;
  for (let i = 1; i < n; i++) {
    const t = i / n;
    const top: Pt = [ridgeL[0] + (ridgeR[0] - ridgeL[0]) * t, ridgeL[1]];
    const low: Pt = [eaveL[0] + (eaveR[0] - eaveL[0]) * t, eaveL[1]];
    pen.stroke([top, mid(top, low), low], "black", 0.4);
  }
  pen.stroke([ridgeL, ridgeR], "black", 2);
}
