// Settings under the open sky, away from town: forest, field, garden, mountain, river, sea, shore, lighthouse, sky, cave, space.
import { chance } from "./chance.ts";
import { corner, ellipse, lerp, type Pt, sharp } from "./curves.ts";
import { bush, grass, ridge, rock, scuffs, tree, treeKind } from "./nature.ts";
import { cumulus, drawSky } from "./sky.ts";
import { band, edge, fade, glow, ground, paper, quad, type Stage } from "./stage.ts";
import { water } from "./water.ts";

export function forest(stage: Stage): void {
  const { pen, camera, place, width, height, picture } = stage;
  const { horizon } = camera;
  const season = picture.scene.season;
  pen.fill(paper(stage), { tone: fade(0, horizon, stage.night ? 0.8 : 0.34, stage.night ? 0.5 : 0.04) });
  for (let layer = 0; layer < 2; layer++) {
    const shade = stage.night ? [0.62, 0.74][layer] : [0.16, 0.3][layer];
    for (let i = 0; i < 9; i++) {
      const x = width * ((i + place.next()) / 9);
      const w = width * (0.008 + 0.008 * layer) * place.between(0.7, 1.5);
      pen.fill(
        [
          corner([x - w, -40]),
          corner([x + w, -40]),
          [x + w * 1.1, horizon * 0.6],
          corner([x + w * 1.9, horizon + 12 * layer]),
          corner([x - w * 1.9, horizon + 12 * layer]),
        ],
        { tone: shade ?? 0.2 },
      );
    }
  }
  ground(stage, { tone: fade(horizon, height, 0.12, 0.42) });
  const canopy: Pt[] = [[-60, -60, 1]];
  for (let i = 0; i <= 9; i++) {
    const x = -60 + ((width + 120) * i) / 9;
    const low = height * place.between(0.04, 0.15);
    canopy.push(corner([x, low * 0.6]), [x + width * 0.04, low]);
  }
  canopy.push([width + 60, -60, 1]);
  for (const [x, z] of [
    [-3.4, 3.4],
    [3.6, 3],
    [-1.9, 6.4],
    [2.2, 7.4],
    [5.4, 6],
    [-5.6, 5.2],
  ] as const)
    trunk(stage, x, camera.distance + z);
  pen.fill(canopy, { tone: stage.night ? 0.8 : 0.6 });
  for (let i = 0; i < 4; i++)
    bush(stage, place, { x: place.between(-4, 4), z: stage.behind + i * 0.6, w: 1.4, h: 0.7, tone: 0.5 });
  scuffs(stage, place, 14);
  grass(stage, place, { n: 60, from: camera.distance * 0.8, to: camera.distance + 9, h: 0.15 });
  if (!stage.night && season !== "winter") {
    for (let i = 0; i < 3; i++) {
      const x = width * place.between(0.1, 0.8);
      pen.fill(
        [
          [x, -40, 1],
          [x + width * 0.06, -40, 1],
          [x - width * 0.02, horizon * 1.2, 1],
          [x - width * 0.16, horizon * 1.2, 1],
        ],
        { light: 0.24 },
      );
    }
  }
}

function trunk(stage: Stage, x: number, z: number): void {
  const { pen, camera, place } = stage;
  const [px, foot] = camera.see(x, 0, z);
  const w = Math.min(120, (camera.focal / z) * place.between(0.18, 0.3));
  if (px < -w * 2 || px > stage.width + w * 2) return;
  const tone = stage.night ? 0.8 : lerp(0.7, 0.42, Math.min(1, (z - camera.distance) / 8));
  pen.shape(
    [
      corner([px - w, -50]),
      corner([px + w * 0.8, -50]),
      [px + w * 0.8, foot * 0.5],
      [px + w * 1.1, foot - w],
      corner([px + w * 2, foot]),
      [px, foot + w * 0.1],
      corner([px - w * 2, foot]),
      [px - w * 1.2, foot - w],
      [px - w, foot * 0.5],
    ],
    { tone },
    0.9,
  );
  for (let i = 0; i < 6; i++) {
    const bx = px + w * place.between(-0.7, 0.5);
    const by = foot * place.between(0, 0.86);
    pen.line(
      [
        [bx, by],
        [bx + w * 0.1, by + w * 0.8],
        [bx - w * 0.08, by + w * 1.5],
      ],
      0.7,
    );
  }
}

export function field(stage: Stage): void {
  const { camera, place, height, width } = stage;
  const { horizon } = camera;
  const season = picture(stage).season;
  drawSky(stage, horizon);
  ridge(stage, place, { base: horizon + 3, height: height * 0.14, rough: 0.2, paint: { tone: 0.22 } });
  ridge(stage, place, { base: horizon + 3, height: height * 0.06, rough: 0.2, paint: { tone: 0.38 } });
  ground(stage, { tone: fade(horizon, height, 0.1, 0.26) });
  quad(
    stage,
    [
      [-0.5, 0, 60],
      [0.5, 0, 60],
      [1.6, 0, 0.8],
      [-1.2, 0, 0.8],
    ],
    "white",
    0.5,
  );
  const kind = treeKind(place, season, false);
  tree(stage, place, { x: place.flip() ? -5 : 5.4, z: stage.behind + 6, h: 6, kind });
  tree(stage, place, { x: place.flip() ? 9 : -9, z: stage.behind + 12, h: 6, kind, tone: 0.45 });
  for (let i = 0; i < 9; i++) {
    const x = -6 + i * 1.5;
    const z = stage.behind + 2.4;
    edge(stage, [x, 0, z], [x, 0.8, z], 1);
  }
  for (const y of [0.35, 0.68]) edge(stage, [-7, y, stage.behind + 2.4], [7, y, stage.behind + 2.4], 0.7);
  scuffs(stage, place, 14);
  grass(stage, place, {
    n: Math.min(90, Math.round(width / 9)),
    from: camera.distance * 0.85,
    to: camera.distance + 12,
    h: 0.16,
  });
}

const picture = (stage: Stage) => stage.picture.scene;

export function garden(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.2, 0.06) });
  const z = stage.behind + 1.6;
  const fence = place.flip();
  if (fence) {
    for (let x = -7; x < 7; x += 0.42)
      quad(
        stage,
        [
          [x, 0, z],
          [x + 0.36, 0, z],
          [x + 0.36, 1.5, z],
          [x, 1.5, z],
        ],
        "white",
        0.5,
      );
    edge(stage, [-7, 1.2, z - 0.02], [7, 1.2, z - 0.02], 1);
  } else
    quad(
      stage,
      [
        [-9, 0, z],
        [9, 0, z],
        [9, 1.7, z],
        [-9, 1.7, z],
      ],
      { tone: 0.42 },
    );
  const kind = treeKind(place, picture(stage).season, false);
  tree(stage, place, { x: -2.6, z: z - 0.3, h: 4.2, kind, tone: 0.24 });
  tree(stage, place, { x: 3.3, z: z + 0.6, h: 5, kind, tone: 0.4 });
  for (let i = 0; i < 5; i++)
    bush(stage, place, {
      x: -3.6 + i * 1.8,
      z: z - 0.4 - (i % 2) * 0.5,
      w: 1.2,
      h: 0.8,
      tone: 0.3,
      flowers: picture(stage).season !== "winter",
    });
  for (let i = 0; i < 6; i++) {
    const [x, y] = camera.see(-0.9 + i * 0.25, 0, camera.distance + 2.6 - i * 0.55);
    const k = camera.focal / (camera.distance + 2.6 - i * 0.55);
    pen.shape(
      ellipse(x, y, k * 0.3, Math.max(2, k * 0.3 * (camera.eye / (camera.distance + 2))), 9),
      "white",
      0.5,
    );
  }
  scuffs(stage, place, 14);
  grass(stage, place, { n: 22, from: camera.distance * 0.9, to: camera.distance + 3, h: 0.18 });
}

export function mountain(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  const base = horizon + 4;
  const rise = Math.max(60, Math.min(horizon * 0.82, height * 0.6));
  for (const [at, size, tone] of [
    [0.2, 0.72, 0.2],
    [0.78, 0.62, 0.26],
    [0.5, 1, 0.08],
  ] as const) {
    const cx = width * (at + place.between(-0.08, 0.08));
    const top = base - rise * size;
    const half = rise * size * 1.15;
    const left: Pt[] = [
      [cx - half, base, 1],
      [cx - half * 0.6, base - rise * size * 0.36, 1],
      [cx - half * 0.34, base - rise * size * 0.66, 1],
    ];
    const right: Pt[] = [
      [cx + half * 0.3, base - rise * size * 0.7, 1],
      [cx + half * 0.62, base - rise * size * 0.34, 1],
      [cx + half, base, 1],
    ];
    pen.shape([...left, [cx, top, 1], ...right], { tone }, 0.9);
    const shade: Pt[] = [
      [cx, top, 1],
      ...right,
      [cx + half * 0.3, base, 1],
      [cx + half * 0.18, base - rise * size * 0.36, 1],
      [cx - half * 0.04, base - rise * size * 0.56, 1],
      [cx + half * 0.08, base - rise * size * 0.74, 1],
    ];
    pen.fill(shade, { tone: tone + 0.36 });
    const snow: Pt[] = [
      [cx, top, 1],
      [cx + half * 0.2, top + rise * size * 0.2, 1],
      [cx + half * 0.12, top + rise * size * 0.27, 1],
      [cx + half * 0.05, top + rise * size * 0.2, 1],
      [cx - half * 0.04, top + rise * size * 0.31, 1],
      [cx - half * 0.1, top + rise * size * 0.2, 1],
      [cx - half * 0.22, top + rise * size * 0.26, 1],
    ];
    pen.shape(snow, "white", 0.5);
    for (let i = 0; i < 6; i++) {
      const x = cx - half * place.between(0.05, 0.6);
      const y = base - rise * size * place.between(0.05, 0.4);
      pen.line(
        [
          [x, y],
          [x + 6, y + rise * 0.06],
          [x + 4, y + rise * 0.14],
        ],
        0.5,
      );
    }
  }
  ridge(stage, place, { base: base + 6, height: height * 0.1, rough: 0.2, paint: { tone: 0.55 } });
  ground(stage, { tone: fade(horizon, height, 0.3, 0.08) });
  for (let i = 0; i < 7; i++)
    tree(stage, place, {
      x: (i - 3) * 2.4 + place.next(),
      z: stage.behind + 4 + (i % 3) * 2,
      h: 3.6,
      kind: "pine",
      tone: 0.5,
    });
  for (let i = 0; i < 4; i++)
    rock(stage, place, { x: place.between(-4, 4), z: stage.behind + i * 0.4, w: 1, h: 0.6 });
  scuffs(stage, place, 14);
  grass(stage, place, { n: 40, from: camera.distance * 0.9, to: camera.distance + 8, h: 0.13 });
}

export function river(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  ridge(stage, place, { base: horizon + 4, height: height * 0.16, rough: 0.2, paint: { tone: 0.34 } });
  ground(stage, { tone: 0.1 });
  const far = camera.see(0, 0, stage.behind + 9)[1];
  const near = camera.see(0, 0, stage.behind * 0.94)[1];
  water(stage, place, { from: far, to: near, rough: 0.15, tone: 0.28 });
  pen.line(
    [
      [-40, far],
      [stage.width * 0.5, far + 4],
      [stage.width + 40, far],
    ],
    0.8,
    "none",
  );
  for (let i = 0; i < 6; i++)
    bush(stage, place, { x: -8 + i * 3, z: stage.behind + 9.5, w: 2.6, h: 1.4, tone: 0.45 });
  tree(stage, place, {
    x: 4,
    z: stage.behind + 10,
    h: 6,
    kind: treeKind(place, picture(stage).season, false),
  });
  pen.fill(
    [
      [-40, near, 1],
      [stage.width * 0.35, near + 10],
      [stage.width * 0.7, near - 4],
      [stage.width + 40, near + 8, 1],
      [stage.width + 40, height + 40, 1],
      [-40, height + 40, 1],
    ],
    { tone: 0.06 },
  );
  pen.line(
    [
      [-40, near],
      [stage.width * 0.35, near + 10],
      [stage.width * 0.7, near - 4],
      [stage.width + 40, near + 8],
    ],
    0.9,
    "none",
  );
  for (let i = 0; i < 5; i++)
    rock(stage, place, { x: place.between(-4, 4), z: stage.behind * 0.9, w: 0.5, h: 0.3 });
  scuffs(stage, place, 14);
  grass(stage, place, { n: 36, from: camera.distance * 0.85, to: stage.behind * 0.93, h: 0.16 });
}

const roughOf = (stage: Stage) =>
  ({ clear: 0.5, cloudy: 0.5, rain: 0.7, storm: 1, snow: 0.5, wind: 0.8, fog: 0.3 })[
    stage.picture.scene.weather
  ];

export function sea(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  const tone = stage.night ? 0.45 : stage.picture.scene.weather === "storm" ? 0.55 : 0.3;
  water(stage, place, { from: camera.horizon, to: height + 40, rough: roughOf(stage), tone });
  const afloat =
    stage.picture.props.includes("boat") ||
    stage.picture.figures.some(({ pose, holds }) => pose === "row" || holds === "oar");
  if (stage.picture.figures.length > 0 && !afloat) deck(stage);
}

function deck(stage: Stage): void {
  const { camera } = stage;
  const z = stage.behind - 0.5;
  quad(
    stage,
    [
      [-9, 0, z],
      [9, 0, z],
      [9, 0, 0.4],
      [-9, 0, 0.4],
    ],
    { tone: 0.14 },
    0.8,
  );
  for (let x = -8; x <= 8; x += 0.55)
    edge(stage, [x, 0, z], [x, 0, Math.max(0.4, camera.distance * 0.5)], 0.4);
  for (let x = -7; x <= 7; x += 1.1)
    quad(
      stage,
      [
        [x, 0, z],
        [x + 0.1, 0, z],
        [x + 0.1, 0.95, z],
        [x, 0.95, z],
      ],
      "white",
      0.6,
    );
  quad(
    stage,
    [
      [-9, 0.9, z],
      [9, 0.9, z],
      [9, 1, z],
      [-9, 1, z],
    ],
    "white",
    0.6,
  );
  edge(stage, [-9, 0.5, z], [9, 0.5, z], 0.6);
}

export function shore(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  const line = camera.see(0, 0, stage.behind + 1.4)[1];
  water(stage, place, {
    from: horizon,
    to: line,
    rough: roughOf(stage) * 0.6,
    tone: stage.night ? 0.4 : 0.26,
  });
  pen.fill(band(stage, line - 2, height + 40), { tone: fade(line, height, 0.04, 0.16) });
  for (const [dy, paint] of [
    [0, "white"],
    [height * 0.03, "white"],
  ] as const) {
    const points: Pt[] = [];
    for (let i = 0; i <= 8; i++)
      points.push([-40 + ((width + 80) * i) / 8, line + dy + Math.sin(i * 1.7 + dy) * height * 0.012]);
    pen.fill([...points, ...points.toReversed().map(([x, y]): Pt => [x, y + height * 0.014])], paint);
    pen.line(points, 0.6, "none");
  }
  rock(stage, place, { x: -5.2, z: stage.behind + 2.4, w: 3.4, h: 2, tone: 0.4 });
  rock(stage, place, { x: -3.4, z: stage.behind + 2, w: 1.5, h: 0.8, tone: 0.3 });
  rock(stage, place, { x: 6.5, z: stage.behind + 4, w: 2.4, h: 1.2, tone: 0.4 });
  scuffs(stage, place, 26);
  for (let i = 0; i < 30; i++) {
    const [x, y] = camera.see(place.between(-4, 4), 0, camera.distance + place.between(-0.3, 1.2));
    pen.stroke(
      [
        [x, y],
        [x + 4, y + 0.5],
      ],
      "black",
      0.5,
    );
  }
}

export function lighthouse(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  water(stage, place, {
    from: horizon,
    to: height + 40,
    rough: roughOf(stage),
    tone: stage.night ? 0.45 : 0.32,
  });
  const cx = width * (place.flip() ? 0.24 : 0.76);
  const foot = horizon + height * 0.05;
  const tall = Math.max(height * 0.16, Math.min(height * 0.6, foot - height * 0.22));
  const w = tall * 0.13;
  pen.shape(
    [
      [cx - w * 4.2, foot + 20],
      [cx - w * 2.6, foot - w * 0.4],
      [cx - w * 1.2, foot - w * 1.2],
      [cx + w, foot - w],
      [cx + w * 2.4, foot - w * 0.2],
      [cx + w * 4.6, foot + 22],
      [cx, foot + 34],
    ],
    { tone: 0.72 },
  );
  for (let i = 0; i < 8; i++) {
    const x = cx + w * place.between(-3, 3);
    pen.stroke(
      [
        [x, foot + place.between(-w * 0.6, 6)],
        [x + w * 0.4, foot + 14],
      ],
      "white",
      0.5,
    );
  }
  const base = foot - w * 0.9;
  const top = base - tall;
  const tower: Pt[] = sharp([
    [cx - w, base],
    [cx - w * 0.62, top],
    [cx + w * 0.62, top],
    [cx + w, base],
  ]);
  pen.shape(tower, "white", 1.1);
  pen.inside(tower, (p) => {
    p.fill(
      [
        [cx + w * 0.15, top, 1],
        [cx + w, top, 1],
        [cx + w * 1.1, base, 1],
        [cx + w * 0.3, base, 1],
      ],
      { tone: 0.36 },
    );
    for (const t of [0.22, 0.62])
      p.fill(
        sharp([
          [cx - w * 1.2, base - tall * t],
          [cx + w * 1.2, base - tall * t],
          [cx + w * 1.2, base - tall * (t + 0.17)],
          [cx - w * 1.2, base - tall * (t + 0.17)],
        ]),
        "black",
      );
  });
  pen.shape(
    sharp([
      [cx - w * 0.95, top],
      [cx + w * 0.95, top],
      [cx + w * 0.95, top - w * 0.25],
      [cx - w * 0.95, top - w * 0.25],
    ]),
    "black",
    0.8,
  );
  const lampY = top - w * 0.75;
  pen.shape(
    sharp([
      [cx - w * 0.5, top - w * 0.25],
      [cx - w * 0.5, top - w * 1.2],
      [cx + w * 0.5, top - w * 1.2],
      [cx + w * 0.5, top - w * 0.25],
    ]),
    "white",
    0.9,
  );
  for (const t of [-0.25, 0, 0.25])
    pen.stroke(
      [
        [cx + w * t, top - w * 0.25],
        [cx + w * t, top - w * 1.2],
      ],
      "black",
      0.5,
    );
  pen.shape(
    sharp([
      [cx - w * 0.75, top - w * 1.2],
      [cx, top - w * 2.1],
      [cx + w * 0.75, top - w * 1.2],
    ]),
    "black",
    0.8,
  );
  if (stage.picture.figures.length > 0) headland(stage);
  if (!stage.night && stage.picture.scene.hour !== "dusk") return;
  const { lamp } = stage;
  const aim = cx < width / 2 ? 1 : -1;
  stage.lights.push(() => {
    lamp.fill(
      [
        [cx, lampY - w * 0.25, 1],
        [cx + aim * width * 1.1, lampY - height * 0.2, 1],
        [cx + aim * width * 1.1, lampY + height * 0.1, 1],
        [cx, lampY + w * 0.3, 1],
      ],
      {
        light: {
          type: "linear",
          at: [cx, 0, cx + aim * width * 0.9, 0],
          stops: [
            [0, 0.92],
            [1, 0.12],
          ],
        },
      },
    );
    lamp.fill(ellipse(cx, lampY, w * 0.42, w * 0.42, 8), "white");
  });
  glow(stage, [cx, lampY], w * 4, 0.7);
}

/** Rock and grass to stand on, before the sea. */
function headland(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const edge = camera.see(0, 0, stage.behind)[1];
  const brow: Pt[] = [];
  for (let i = 0; i <= 8; i++)
    brow.push([-50 + ((width + 100) * i) / 8, edge + place.between(-0.016, 0.016) * height]);
  const land: Pt[] = [...brow, [width + 60, height + 60, 1], [-60, height + 60, 1]];
  pen.fill(land, { tone: fade(edge, height, 0.22, 0.06) });
  pen.line(brow, 1.2, "none");
  for (let i = 0; i < 5; i++)
    rock(stage, place, { x: place.between(-4, 4), z: stage.behind * 0.97, w: 0.7, h: 0.4, tone: 0.4 });
  scuffs(stage, place, 14);
  grass(stage, place, { n: 40, from: camera.distance * 0.8, to: stage.behind * 0.98, h: 0.14 });
}

export function sky(stage: Stage): void {
  const { pen, camera, place, width, height } = stage;
  drawSky(stage, height * 1.05);
  const rng = chance(stage.seed);
  for (let i = 0; i < 3; i++)
    cumulus(pen, place, {
      x: width * (0.1 + 0.4 * i),
      y: height * (0.98 + 0.06 * (i % 2)),
      w: width * 0.62,
      h: height * 0.24,
    });
  for (let i = 0; i < 5; i++) {
    const [x, y, s] = [width * rng.between(0.1, 0.9), height * rng.between(0.08, 0.4), rng.between(5, 12)];
    pen.line(
      [
        [x - s, y - s * 0.3],
        [x - s * 0.4, y - s * 0.5],
        corner([x, y]),
        [x + s * 0.4, y - s * 0.5],
        [x + s, y - s * 0.2],
      ],
      0.7,
    );
  }
  if (camera.horizon > height) return;
}

export function cave(stage: Stage): void {
  const { pen, camera, place, width, height } = stage;
  pen.fill(paper(stage), { tone: fade(0, height, 0.9, 0.66) });
  const [ox, oy] = [camera.cx, Math.min(camera.horizon + height * 0.03, height * 0.7)];
  const hole: Pt[] = [];
  for (let i = 0; i < 11; i++) {
    const a = (i / 11) * Math.PI * 2;
    const k = place.between(0.8, 1.1);
    hole.push([ox + Math.cos(a) * width * 0.27 * k, oy - height * 0.04 + Math.sin(a) * height * 0.27 * k, 1]);
  }
  pen.fill(hole, { tone: stage.night ? 0.5 : 0.02 });
  pen.contour(hole, 0.8);
  pen.fill(
    [
      [ox - width * 0.2, oy + height * 0.12, 1],
      [ox + width * 0.2, oy + height * 0.12, 1],
      [ox + width * 0.6, height + 40, 1],
      [ox - width * 0.6, height + 40, 1],
    ],
    { tone: fade(oy, height, 0.2, 0.6) },
  );
  for (let i = 0; i < 12; i++) {
    const x = (width * (i + place.next())) / 12;
    const l = height * place.between(0.06, 0.24) * (1.3 - Math.abs(x / width - 0.5));
    const w = width * 0.03;
    pen.shape(
      [
        [x - w, -40, 1],
        [x + w, -40, 1],
        [x + w * 0.3, l * 0.5],
        [x, l, 1],
        [x - w * 0.4, l * 0.5],
      ],
      "black",
      0.4,
    );
    pen.stroke(
      [
        [x - w * 0.3, 0],
        [x - w * 0.1, l * 0.6],
      ],
      "white",
      0.4,
    );
  }
  for (let i = 0; i < 6; i++)
    rock(stage, place, {
      x: i < 3 ? -2.6 - i : i - 0.4,
      z: stage.behind + (i % 2),
      w: 1.3,
      h: 0.9,
      tone: 0.6,
    });
  for (let i = 0; i < 16; i++) {
    const [x, y] = [width * place.next(), height * place.next()];
    pen.line(
      [
        [x, y],
        [x + 14, y + 6],
        [x + 20, y + 18],
      ],
      0.5,
    );
  }
}

export function space(stage: Stage): void {
  const { pen, place, width, height } = stage;
  pen.fill(paper(stage), "black");
  for (let i = 0; i < 110; i++) {
    const r = place.next() < 0.1 ? place.between(2.4, 4) : place.between(0.7, 1.7);
    pen.fill(
      ellipse(width * place.between(-0.02, 1.02), height * place.between(-0.02, 1.02), r, r, 5),
      "white",
    );
  }
  const r = Math.min(width, height) * place.between(0.24, 0.36);
  const [cx, cy] = [width * (place.flip() ? 0.78 : 0.22), height * 0.3];
  pen.fill(ellipse(cx, cy, r, r, 16), {
    tone: {
      type: "radial",
      at: [cx - r * 0.4, cy - r * 0.4, r * 0.1, r * 1.5],
      stops: [
        [0, 0.05],
        [1, 0.85],
      ],
    },
  });
  pen.inside(ellipse(cx, cy, r, r, 16), (p) => {
    for (let i = -2; i <= 2; i++)
      p.stroke(
        [
          [cx - r, cy + i * r * 0.36],
          [cx, cy + i * r * 0.36 + r * 0.1],
          [cx + r, cy + i * r * 0.3],
        ],
        { tone: 0.5 },
        2.4,
      );
  });
  pen.contour(ellipse(cx, cy, r, r, 16), 0.6);
  pen.stroke(ellipse(cx, cy + r * 0.05, r * 1.7, r * 0.3, 16).slice(0, 9), "white", 1.6);
  const line = Math.max(height * 0.72, Math.min(height * 0.86, stage.camera.see(0, 0, stage.behind)[1]));
  pen.fill(
    [
      [-50, line + 14],
      [width * 0.3, line - 6],
      [width * 0.7, line - 4],
      [width + 50, line + 16],
      [width + 50, height + 60, 1],
      [-50, height + 60, 1],
    ],
    { tone: fade(line, height, 0.14, 0.5) },
  );
  for (let i = 0; i < 7; i++) {
    const [x, y] = [width * place.next(), line + (height - line) * place.between(0.15, 0.9)];
    const s = place.between(10, 34);
    pen.shape(ellipse(x, y, s, s * 0.32, 9), { tone: 0.6 }, 0.5);
    pen.fill(ellipse(x, y + s * 0.08, s * 0.8, s * 0.22, 9), { tone: 0.3 });
  }
}
