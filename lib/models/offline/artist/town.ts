// Settings in and around town: street, alley, station, bridge, city, village, temple, castle, rooftop.
import type { Paint } from "../../../manga/drawing.ts";
import { corner, type Pt, sharp } from "./curves.ts";
import { bush, ridge, scuffs, tree, treeKind } from "./nature.ts";
import { drawSky } from "./sky.ts";
import { edge, fade, glow, ground, quad, type Stage, solid, type Vec3 } from "./stage.ts";
import { water } from "./water.ts";

/** Windows on a wall from `a` to `b` (its foot), in rows; some are lit after dark. */
function windows(
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

function house(
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
  quad(
    stage,
    [
      [inner[0], 0, z + d * 0.38],
      [inner[0], 0, z + d * 0.62],
      [inner[0], 2, z + d * 0.62],
      [inner[0], 2, z + d * 0.38],
    ],
    { tone: 0.7 },
    0.6,
  );
  if (stage.place.flip(0.6)) awning(stage, inner, d);
}

function pole(stage: Stage, x: number, z: number): void {
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

function wires(stage: Stage, x: number, from: number, to: number): void {
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

export function street(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.26, 0.14) });
  scuffs(stage, place, 24);
  quad(
    stage,
    [
      [-8, 0, 70],
      [-2.2, 0, 70],
      [-2.2, 0, 0.5],
      [-8, 0, 0.5],
    ],
    "white",
  );
  quad(
    stage,
    [
      [8, 0, 70],
      [2.2, 0, 70],
      [2.2, 0, 0.5],
      [8, 0, 0.5],
    ],
    "white",
  );
  const z0 = stage.behind - 0.6;
  for (let i = 4; i >= 0; i--) {
    const z = z0 + 0.6 + i * 5.2;
    for (const side of [-1, 1]) {
      const h = place.between(4, 8.5);
      const w = 5;
      const tones: readonly [Paint, ...Paint[]] = ["white", { tone: 0.12 }, { tone: 0.22 }, { tone: 0.42 }];
      house(stage, {
        x: side < 0 ? -3.4 - w : 3.4,
        z,
        w,
        d: 4.9,
        h,
        floors: Math.max(2, Math.round(h / 2.6)),
        front: place.pick(tones),
        side: place.pick(tones),
      });
    }
    if (i % 2 === 0) pole(stage, 2.7, z + 1);
  }
  wires(stage, 2.7, z0 + 1, z0 + 12);
  wires(stage, 2.7, z0 + 12, z0 + 22);
  for (let i = 0; i < 12; i++) {
    const z = camera.distance * 0.5 + i * 2.2;
    quad(
      stage,
      [
        [-0.08, 0, z],
        [0.08, 0, z],
        [0.08, 0, z + 1.1],
        [-0.08, 0, z + 1.1],
      ],
      "white",
      0,
    );
  }
  if (stage.night) glow(stage, camera.see(2.7, 4.4, z0 + 2), camera.focal * 0.5, 0.6);
}

export function alley(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.55, 0.3) });
  scuffs(stage, place, 24);
  const near = 0.35;
  const far = stage.behind + 12;
  for (const side of [-1, 1]) {
    const x = side * 1.75;
    const h = side < 0 ? 9 : 7.4;
    quad(
      stage,
      [
        [x, 0, near],
        [x, 0, far],
        [x, h, far],
        [x, h, near],
      ],
      { tone: side < 0 ? 0.16 : 0.44 },
    );
    for (let i = 0; i < 34; i++) {
      const y = place.between(0.1, 5);
      const z = near + (far - near) * place.next() ** 1.5;
      edge(stage, [x, y, z], [x, y, z + 0.35], 0.4);
    }
    for (let i = 0; i < 4; i++) {
      const z = stage.behind + i * 2.6;
      const y = 1.5 + (i % 2) * 1.9;
      quad(
        stage,
        [
          [x, y, z],
          [x, y, z + 1],
          [x, y + 1, z + 1],
          [x, y + 1, z],
        ],
        { tone: 0.66 },
        0.6,
      );
    }
    edge(stage, [x * 0.97, 0, stage.behind + 0.4], [x * 0.97, 8, stage.behind + 0.4], 1.6);
    solid(stage, {
      x: side < 0 ? x : x - 0.6,
      y: 2.6,
      z: stage.behind + 1.6,
      w: 0.6,
      h: 0.55,
      d: 0.7,
      side: { tone: 0.2 },
    });
  }
  quad(
    stage,
    [
      [-1.75, 0, far],
      [1.75, 0, far],
      [1.75, 6, far],
      [-1.75, 6, far],
    ],
    { tone: 0.3 },
  );
  solid(stage, {
    x: -1.6,
    y: 0,
    z: stage.behind,
    w: 0.55,
    h: 0.85,
    d: 0.5,
    front: { tone: 0.4 },
    side: { tone: 0.6 },
  });
  solid(stage, { x: 0.95, y: 0, z: stage.behind + 0.9, w: 0.7, h: 0.55, d: 0.5 });
  solid(stage, { x: 1, y: 0.55, z: stage.behind + 1, w: 0.5, h: 0.45, d: 0.4, front: { tone: 0.16 } });
  for (const y of [3.6, 4.9]) {
    const a = camera.see(-1.75, y, stage.behind + 2);
    const b = camera.see(1.75, y + 0.2, stage.behind + 2.4);
    pen.stroke([a, [(a[0] + b[0]) / 2, a[1] + 12], b], "black", 0.6);
  }
  glow(stage, camera.see(1.6, 3, stage.behind + 1), camera.focal * 0.55);
}

export function station(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.3, 0.5) });
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.07, rough: 0.2, paint: { tone: 0.3 } });
  const near = 0.35;
  for (const x of [2.9, 3.9]) edge(stage, [x, -0.6, near + 1.6], [x, -0.6, 70], 1.4);
  for (let z = near + 2; z < 26; z += 1.1) edge(stage, [2.5, -0.62, z], [4.3, -0.62, z], 1);
  quad(
    stage,
    [
      [-7, 0, 60],
      [1.9, 0, 60],
      [1.9, 0, near],
      [-7, 0, near],
    ],
    "white",
    0.8,
  );
  quad(
    stage,
    [
      [1.2, 0, 60],
      [1.5, 0, 60],
      [1.5, 0, near],
      [1.2, 0, near],
    ],
    { tone: 0.35 },
    0.4,
  );
  quad(
    stage,
    [
      [1.9, 0, near],
      [1.9, 0, 60],
      [1.9, -0.6, 60],
      [1.9, -0.6, near],
    ],
    { tone: 0.6 },
    0.6,
  );
  quad(
    stage,
    [
      [-3.4, 0, near],
      [-3.4, 0, 50],
      [-3.4, 3.2, 50],
      [-3.4, 3.2, near],
    ],
    { tone: 0.18 },
  );
  for (let i = 0; i < 6; i++) {
    const z = stage.behind + i * 3;
    quad(
      stage,
      [
        [-3.4, 1, z],
        [-3.4, 1, z + 1.8],
        [-3.4, 2.2, z + 1.8],
        [-3.4, 2.2, z],
      ],
      i % 2 ? "white" : { tone: 0.5 },
      0.5,
    );
  }
  quad(
    stage,
    [
      [-3.4, 3.2, near],
      [1.5, 3.2, near],
      [1.5, 3.2, 50],
      [-3.4, 3.2, 50],
    ],
    { tone: 0.55 },
  );
  for (let i = 6; i >= 0; i--) {
    const z = stage.behind + 0.2 + i * 3.2;
    edge(stage, [-3.4, 3.2, z], [1.5, 3.2, z], 0.8);
    solid(stage, { x: 0.5, y: 0, z, w: 0.18, h: 3.2, d: 0.18, front: "white" });
  }
  solid(stage, { x: -2.2, y: 0, z: stage.behind + 1.6, w: 1.7, h: 0.45, d: 0.5, front: { tone: 0.3 } });
  quad(
    stage,
    [
      [-1.9, 2.2, stage.behind + 3],
      [0, 2.2, stage.behind + 3],
      [0, 2.85, stage.behind + 3],
      [-1.9, 2.85, stage.behind + 3],
    ],
    "white",
    0.9,
  );
  quad(
    stage,
    [
      [-1.9, 2.3, stage.behind + 2.98],
      [0, 2.3, stage.behind + 2.98],
      [0, 2.4, stage.behind + 2.98],
      [-1.9, 2.4, stage.behind + 2.98],
    ],
    "black",
    0,
  );
  glow(stage, camera.see(-1, 3, stage.behind + 1), camera.focal * 0.6);
}

export function bridge(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  skyline(stage, camera.horizon, 0.14, 0.36);
  water(stage, place, { from: camera.horizon, to: height + 40, rough: 0.2, tone: 0.36 });
  const near = 0.35;
  quad(
    stage,
    [
      [-2, 0, 70],
      [2, 0, 70],
      [2, 0, near],
      [-2, 0, near],
    ],
    { tone: 0.1 },
    0.8,
  );
  for (let z = near; z < 40; z *= 1.22) edge(stage, [-2, 0, z], [2, 0, z], 0.4);
  for (const side of [-1, 1]) {
    const x = side * 2;
    for (let i = 10; i >= 0; i--) {
      const z = stage.behind - 1 + i * 1.8;
      if (z > near)
        quad(
          stage,
          [
            [x - 0.05, 0, z],
            [x + 0.05, 0, z],
            [x + 0.05, 1.1, z],
            [x - 0.05, 1.1, z],
          ],
          "white",
          0.5,
        );
    }
    for (const y of [0.55, 1.1]) edge(stage, [x, y, near], [x, y, 70], y > 1 ? 1.8 : 0.8);
    for (const z of [stage.behind + 15, stage.behind + 4]) {
      solid(stage, { x: x - 0.25, y: 0, z, w: 0.5, h: 8, d: 0.6, front: { tone: 0.2 } });
      const top = camera.see(x, 8, z);
      for (const dz of [3, 6, 9]) {
        const foot = camera.see(x, 1.1, z + dz);
        stage.pen.stroke(sharp([top, foot]), "black", 0.5);
      }
    }
  }
  edge(stage, [-2.2, 6.8, stage.behind + 4], [2.2, 6.8, stage.behind + 4], 3);
}

/** A row of blocks against the sky, `share` of the panel high. */
function skyline(stage: Stage, base: number, share: number, tone: number): void {
  const { pen, place, width, height } = stage;
  let x = -40;
  const lamps: Pt[][] = [];
  while (x < width + 40) {
    const w = width * place.between(0.04, 0.1);
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

export function city(stage: Stage): void {
  const { camera, height } = stage;
  const base = Math.max(camera.horizon, height * 0.5);
  drawSky(stage, base);
  ground(stage, { tone: 0.3 });
  skyline(stage, base, 0.3, stage.night ? 0.3 : 0.12);
  skyline(stage, base + height * 0.05, 0.42, stage.night ? 0.5 : 0.24);
  skyline(stage, base + height * 0.16, 0.3, stage.night ? 0.7 : 0.42);
  stage.pen.fill(
    sharp([
      [-40, base + height * 0.15],
      [stage.width + 40, base + height * 0.15],
      [stage.width + 40, height + 40],
      [-40, height + 40],
    ]),
    { tone: fade(base, height, 0.34, 0.12) },
  );
  const z = stage.behind;
  for (let x = -8; x <= 8; x += 1) edge(stage, [x, 0, z], [x, 1, z], 0.8);
  edge(stage, [-9, 1, z], [9, 1, z], 1.8);
  edge(stage, [-9, 0.1, z], [9, 0.1, z], 1);
}

function roof(
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

export function village(stage: Stage): void {
  const { camera, place, height, picture } = stage;
  drawSky(stage, camera.horizon);
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.22, rough: 0.2, paint: { tone: 0.2 } });
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.1, rough: 0.2, paint: { tone: 0.36 } });
  ground(stage, { tone: fade(camera.horizon, height, 0.14, 0.05) });
  scuffs(stage, place, 24);
  quad(
    stage,
    [
      [-0.4, 0, 50],
      [0.6, 0, 50],
      [1.8, 0, 0.6],
      [-1.6, 0, 0.6],
    ],
    "white",
    0.4,
  );
  const kind = treeKind(place, picture.scene.season, true);
  for (const [x, dz, w] of [
    [-9, 9, 5],
    [4.6, 11, 5],
    [-6.6, 2.6, 4.4],
    [2.9, 3.8, 4.6],
  ] as const) {
    const z = stage.behind + dz;
    solid(stage, { x, y: 0, z, w, h: 2.3, d: 3, front: "white", side: { tone: 0.32 } });
    quad(
      stage,
      [
        [x + w * 0.12, 0, z],
        [x + w * 0.42, 0, z],
        [x + w * 0.42, 1.8, z],
        [x + w * 0.12, 1.8, z],
      ],
      { tone: 0.6 },
      0.5,
    );
    windows(stage, [x + w * 0.5, 0, z], [x + w, 0, z], { h: 2.1, rows: 1, columns: 2, from: 0.6 });
    roof(stage, { x, z, w, d: 3, y: 2.2, h: 2, over: 0.7, paint: { tone: x < 0 ? 0.55 : 0.42 } });
    tree(stage, place, { x: x + w + 0.6, z: z + 1, h: 4.6, kind });
  }
  for (let i = 0; i < 4; i++)
    bush(stage, place, { x: i < 2 ? -3 - i : 1.6 + i, z: stage.behind + 1 + i * 0.5, w: 1.1, h: 0.7 });
}

export function temple(stage: Stage): void {
  const { pen, camera, place, height, picture } = stage;
  drawSky(stage, camera.horizon);
  const kind = treeKind(place, picture.scene.season, true);
  ground(stage, { tone: fade(camera.horizon, height, 0.22, 0.08) });
  scuffs(stage, place, 24);
  for (const x of [-9, -6.5, 6.5, 9])
    tree(stage, place, { x, z: stage.behind + 13, h: 7.5, kind, tone: 0.55 });
  quad(
    stage,
    [
      [-1.3, 0, 30],
      [1.3, 0, 30],
      [1.3, 0, 0.5],
      [-1.3, 0, 0.5],
    ],
    "white",
    0.6,
  );
  for (let z = camera.distance * 0.6; z < 24; z *= 1.16) edge(stage, [-1.3, 0, z], [1.3, 0, z], 0.4);
  const z = stage.behind + 10;
  solid(stage, { x: -5, y: 0, z, w: 10, h: 1, d: 3, front: { tone: 0.2 } });
  solid(stage, { x: -4.2, y: 1, z: z + 0.4, w: 8.4, h: 2.4, d: 3, front: { tone: 0.5 } });
  for (let x = -4; x <= 4.1; x += 1.6)
    quad(
      stage,
      [
        [x - 0.14, 1, z + 0.3],
        [x + 0.14, 1, z + 0.3],
        [x + 0.14, 3.4, z + 0.3],
        [x - 0.14, 3.4, z + 0.3],
      ],
      "white",
      0.5,
    );
  roof(stage, { x: -5, z, w: 10, d: 4, y: 3.3, h: 3.2, over: 1.2, paint: { tone: 0.62 } });
  const gate = stage.behind + 3.4;
  for (const x of [-1.9, 1.6])
    quad(
      stage,
      [
        [x, 0, gate],
        [x + 0.32, 0, gate],
        [x + 0.28, 3.6, gate],
        [x + 0.04, 3.6, gate],
      ],
      { tone: 0.45 },
      0.9,
    );
  quad(
    stage,
    [
      [-2.3, 2.9, gate],
      [2.3, 2.9, gate],
      [2.3, 3.15, gate],
      [-2.3, 3.15, gate],
    ],
    { tone: 0.45 },
    0.8,
  );
  const beam = [
    [-2.9, 3.95, gate],
    [-2.6, 3.6, gate],
    [2.6, 3.6, gate],
    [2.9, 3.95, gate],
  ] as const;
  pen.shape(
    [...beam.map(([x, y, zz]) => corner(camera.see(x, y, zz))), camera.see(0, 3.8, gate)],
    "black",
    0.8,
  );
  for (const x of [-2.7, 2.4]) {
    solid(stage, { x, y: 0, z: stage.behind + 1.6, w: 0.5, h: 0.25, d: 0.5 });
    solid(stage, { x: x + 0.15, y: 0.25, z: stage.behind + 1.75, w: 0.2, h: 0.75, d: 0.2 });
    solid(stage, {
      x: x + 0.02,
      y: 1,
      z: stage.behind + 1.65,
      w: 0.45,
      h: 0.36,
      d: 0.4,
      front: { tone: 0.5 },
    });
    const [rx, ry] = camera.see(x + 0.25, 1.36, stage.behind + 1.65);
    const k = camera.focal / (stage.behind + 1.65);
    pen.shape(
      [
        [rx - k * 0.42, ry, 1],
        [rx, ry - k * 0.3],
        [rx + k * 0.42, ry, 1],
      ],
      { tone: 0.3 },
      0.8,
    );
    glow(stage, [rx, ry + k * 0.18], k * 1.6, 0.6);
  }
}

export function castle(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.12, rough: 0.2, paint: { tone: 0.34 } });
  ground(stage, { tone: fade(camera.horizon, height, 0.2, 0.06) });
  scuffs(stage, place, 24);
  const z = stage.behind + 7;
  const tower = (x: number, w: number, h: number, zz: number) => {
    solid(stage, { x, y: 0, z: zz, w, h, d: w, front: { tone: 0.14 }, side: { tone: 0.46 } });
    const n = 5;
    for (let i = 0; i < n; i += 1)
      if (i % 2 === 0)
        solid(stage, { x: x + (w * i) / n, y: h, z: zz, w: w / n, h: 0.6, d: 0.4, front: { tone: 0.14 } });
    for (let i = 0; i < 16; i++) {
      const [bx, by] = [x + w * place.between(0.05, 0.8), h * place.between(0.05, 0.95)];
      edge(stage, [bx, by, zz - 0.01], [bx + w * 0.12, by, zz - 0.01], 0.4);
    }
    windows(stage, [x + w * 0.25, 0, zz], [x + w * 0.75, 0, zz], { h, rows: 3, columns: 1, from: h * 0.3 });
  };
  tower(-2.2, 4.4, 9.5, z + 5);
  for (let x = -9; x < 9; x += 1.2)
    solid(stage, { x, y: 3.6, z: z + 1, w: 0.7, h: 0.6, d: 0.5, front: { tone: 0.1 } });
  solid(stage, { x: -9.5, y: 0, z: z + 1, w: 19, h: 3.6, d: 1, front: { tone: 0.1 } });
  for (let i = 0; i < 40; i++) {
    const [x, y] = [place.between(-8, 8), place.between(0.2, 3.3)];
    edge(stage, [x, y, z + 0.98], [x + 0.6, y, z + 0.98], 0.4);
  }
  const gate: Pt[] = [
    [-1.1, 0],
    [-1.1, 1.6],
    [0, 2.5],
    [1.1, 1.6],
    [1.1, 0],
  ].map(([x, y], i) =>
    i === 0 || i === 4 ? corner(camera.see(x ?? 0, y ?? 0, z + 0.96)) : camera.see(x ?? 0, y ?? 0, z + 0.96),
  );
  stage.pen.shape(gate, "black", 1);
  tower(-7.4, 2.6, 6.6, z);
  tower(4.8, 2.6, 7.2, z);
  for (const [x, h] of [
    [-6.1, 6.6],
    [6.1, 7.2],
  ] as const) {
    const [a, b] = [camera.see(x, h + 0.6, z + 1), camera.see(x, h + 2.4, z + 1)];
    stage.pen.stroke([a, b], "black", 0.9);
    stage.pen.shape(
      [
        corner(b),
        [b[0] + 18, b[1] + 2],
        corner([b[0] + 34, b[1] + 10]),
        [b[0] + 14, b[1] + 14],
        corner([b[0], b[1] + 16]),
      ],
      "black",
      0.5,
    );
  }
  quad(
    stage,
    [
      [-1.1, 0, z],
      [1.1, 0, z],
      [2.2, 0, 0.6],
      [-2.2, 0, 0.6],
    ],
    "white",
    0.5,
  );
}

export function rooftop(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  skyline(stage, Math.max(camera.horizon, height * 0.3) + height * 0.04, 0.16, 0.22);
  const z = stage.behind + 1.8;
  quad(
    stage,
    [
      [-12, 0, z],
      [12, 0, z],
      [12, 0, 0.4],
      [-12, 0, 0.4],
    ],
    { tone: 0.08 },
    0.8,
  );
  for (let x = -10; x <= 10; x += 1.4) edge(stage, [x, 0, z], [x, 0, 0.5], 0.35);
  for (let d = z; d > 0.7; d *= 0.8) edge(stage, [-12, 0, d], [12, 0, d], 0.35);
  quad(
    stage,
    [
      [-12, 0, z],
      [12, 0, z],
      [12, 0.35, z],
      [-12, 0.35, z],
    ],
    { tone: 0.3 },
  );
  const k = camera.focal / z;
  const [, top] = camera.see(0, 2.1, z);
  const [, low] = camera.see(0, 0.35, z);
  const step = Math.max(11, k * 0.2);
  for (let x = -40; x < stage.width + (low - top); x += step) {
    pen.stroke(
      sharp([
        [x, low],
        [x - (low - top), top],
      ]),
      "black",
      0.22,
    );
    pen.stroke(
      sharp([
        [x - (low - top), low],
        [x, top],
      ]),
      "black",
      0.22,
    );
  }
  for (let x = -9; x <= 9; x += 2) edge(stage, [x, 0.35, z], [x, 2.15, z], 1.4);
  edge(stage, [-12, 2.1, z], [12, 2.1, z], 1.6);
  const side = place.flip() ? -1 : 1;
  solid(stage, {
    x: side < 0 ? -6.4 : 3,
    y: 0,
    z: stage.behind + 0.6,
    w: 3.2,
    h: 2.9,
    d: 3,
    front: "white",
    side: { tone: 0.34 },
  });
  const dx = side < 0 ? -4.8 : 3.5;
  quad(
    stage,
    [
      [dx, 0, stage.behind + 0.58],
      [dx + 0.9, 0, stage.behind + 0.58],
      [dx + 0.9, 2, stage.behind + 0.58],
      [dx, 2, stage.behind + 0.58],
    ],
    { tone: 0.5 },
  );
}
