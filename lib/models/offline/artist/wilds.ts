// Settings away from town: forest, field, garden, mountain, sky, cave, space.
import { chance } from "./chance.ts";
import { corner, ellipse, lerp, type Pt } from "./curves.ts";
import { bush, grass, ridge, rock, scuffs, tree, treeKind } from "./nature.ts";
import { cumulus, drawSky } from "./sky.ts";
import { edge, fade, front, ground, paper, quad, type Stage } from "./stage.ts";

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
      front(stage, [x, 0], [x + 0.36, 1.5], { z, paint: "white", weight: 0.5 });
    edge(stage, [-7, 1.2, z - 0.02], [7, 1.2, z - 0.02], 1);
  } else front(stage, [-9, 0], [9, 1.7], { z, paint: { tone: 0.42 } });
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
