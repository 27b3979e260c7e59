// Settings of an older time: village, temple, castle.
import { chance, hashOf } from "../pen/chance.ts";
import { corner, type Pt, pts, rowsOf, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import { grassAt, path, scuffs } from "./country/ground-cover.ts";
import { drawMiddleGround } from "./country/middle-ground.ts";
import { bush, ridge, tree, treeKind } from "./country/nature.ts";
import { setOut } from "./drawers.ts";
import { smokes, whereIs } from "./places.ts";
import { edge, fade, front, ground, level, made, quad, type Stage, solid } from "./stage.ts";
import { roof, windows } from "./town/town-parts.ts";
import { drawSky } from "./weather/sky.ts";

export function village(stage: Stage): void {
  const { camera, place, height, picture } = stage;
  drawSky(stage, camera.horizon);
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.22, rough: 0.2, paint: { tone: 0.2 } });
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.1, rough: 0.2, paint: { tone: 0.36 } });
  // By night only the path catches the moon.
  ground(stage, {
    tone: stage.night ? fade(camera.horizon, height, 0.2, 0.46) : fade(camera.horizon, height, 0.14, 0.05),
  });
  scuffs(stage, place, 24);
  path(stage, place, { from: 0.2, to: 0, half: 1.2 });
  for (const s of [-1, 1]) verge(stage, s);
  const kind = treeKind(place, picture.scene.season, true);
  for (const [x, dz, w] of [
    [-12, 27, 4.4],
    [3.4, 25, 4.2],
    [-5.4, 22, 4.2],
    [10, 19, 4.6],
    [-15, 16, 5],
    [-9, 9, 5],
    [4.6, 11, 5],
    [-6.6, 2.6, 4.4],
    [2.9, 3.8, 4.6],
  ] as const) {
    const z = stage.behind + dz;
    level(stage, [x - 0.4, z - 0.5], [x + w + 0.5, z + 2.6], { y: 0.004, paint: { veil: 0.3 }, weight: 0 });
    // By night a wall keeps dark, or the windows that are lit would not be seen on it.
    solid(stage, [x, 0, z], [w, 2.3, 3], {
      front: stage.night ? { tone: 0.28 } : "white",
      side: { tone: 0.32 },
    });
    front(stage, [x + w * 0.12, 0], [x + w * 0.42, 1.8], { z, paint: { tone: 0.6 }, weight: 0.5 });
    windows(stage, [x + w * 0.5, 0, z], [x + w, 0, z], { h: 2.1, rows: 1, columns: 2, from: 0.6 });
    roof(stage, { x, z, w, d: 3, y: 2.2, h: 2, over: 0.7, paint: { tone: x < 0 ? 0.55 : 0.42 } });
    if (smokes(picture)) chimney(stage, x + w * 0.68, z + 1);
    tree(stage, place, { x: x + w + 0.6, z: z + 1, h: 4.6, kind });
  }
  for (let i = 0; i < 4; i++)
    bush(stage, place, { x: i < 2 ? -3 - i : 1.6 + i, z: stage.behind + 1 + i * 0.5, w: 1.1, h: 0.7 });
  drawMiddleGround(stage, "village");
}

/** What grows along a path: tufts in clumps, thick where nobody treads. */
function verge(stage: Stage, s: number): void {
  const rng = chance(hashOf(whereIs(stage.picture.scene), "verge", s));
  for (let z = 2.2; z < 26; z *= rng.between(1.14, 1.34)) {
    const at = s * rng.between(1.5, 2.6);
    for (let i = rng.int(3, 6); i > 0; i--)
      grassAt(stage, rng, {
        x: at + rng.between(-0.5, 0.5),
        z: z + rng.between(-0.2, 0.2),
        h: rng.between(0.16, 0.3),
      });
  }
}

/** A chimney on the slope of a roof, and what rises from it: puffs that grow and drift as they climb. */
function chimney(setting: Stage, x: number, z: number): void {
  const stage = made(setting, MATERIALS.rose);
  solid(stage, [x, 3, z], [0.5, 1.5, 0.4], { front: { tone: 0.4 }, side: { tone: 0.6 } });
  solid(stage, [x - 0.07, 4.42, z - 0.05], [0.64, 0.14, 0.5], { front: { tone: 0.7 } });
  const { camera, lamp, night, height } = stage;
  // Far away too it is more than a speck.
  const k = Math.max(camera.focal / z, height * 0.055);
  const smoke = lamp.of(MATERIALS.cloud);
  const [mouth, top] = camera.see(x + 0.25, 4.56, z);
  const puffs = [0, 1, 2, 3, 4].map((i) => ({
    px: mouth + i * i * 0.09 * k,
    py: top - (0.24 + i * 0.62) * k,
    r: k * (0.2 + i * 0.09),
    i,
  }));
  for (const { px, py, r, i } of puffs.toReversed())
    smoke.shape(
      [
        corner([px - r, py + r * 0.2]),
        [px - r * 0.8, py - r * 0.6],
        [px - r * 0.1, py - r * (i % 2 ? 1 : 0.8)],
        [px + r * 0.7, py - r * 0.6],
        [px + r, py + r * 0.1],
        [px + r * 0.6, py + r * 0.6],
        [px - r * 0.4, py + r * 0.7],
      ],
      { tone: night ? 0.34 : 0.05 },
      0.5,
    );
}

export function temple(stage: Stage): void {
  drawSky(stage, stage.camera.horizon);
  const kind = treeKind(stage.place, stage.picture.scene.season, true);
  const given = { kind, near: 0.5, far: 30, flags: stage.camera.distance * 0.6 };
  setOut(stage, "town/temple-yard", [0, 0, stage.behind], { given });
}

export function castle(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.12, rough: 0.2, paint: { tone: 0.34 } });
  ground(stage, { tone: fade(camera.horizon, height, 0.2, 0.06) });
  scuffs(stage, place, 24);
  const z = stage.behind + 7;
  const tower = (x: number, w: number, h: number, zz: number) => {
    solid(stage, [x, 0, zz], [w, h, w], { front: { tone: 0.14 }, side: { tone: 0.46 } });
    const n = 5;
    for (let i = 0; i < n; i += 1)
      if (i % 2 === 0) solid(stage, [x + (w * i) / n, h, zz], [w / n, 0.6, 0.4], { front: { tone: 0.14 } });
    for (let i = 0; i < 16; i++) {
      const [bx, by] = [x + w * place.between(0.05, 0.8), h * place.between(0.05, 0.95)];
      edge(stage, [bx, by, zz - 0.01], [bx + w * 0.12, by, zz - 0.01], 0.4);
    }
    windows(stage, [x + w * 0.25, 0, zz], [x + w * 0.75, 0, zz], { h, rows: 3, columns: 1, from: h * 0.3 });
  };
  tower(-2.2, 4.4, 9.5, z + 5);
  for (let x = -9; x < 9; x += 1.2) solid(stage, [x, 3.6, z + 1], [0.7, 0.6, 0.5], { front: { tone: 0.1 } });
  solid(stage, [-9.5, 0, z + 1], [19, 3.6, 1], { front: { tone: 0.1 } });
  for (let i = 0; i < 40; i++) {
    const [x, y] = [place.between(-8, 8), place.between(0.2, 3.3)];
    edge(stage, [x, y, z + 0.98], [x + 0.6, y, z + 0.98], 0.4);
  }
  const gate: Pt[] = pts("-1.1,0 -1.1,1.6 0,2.5 1.1,1.6 1.1,0").map(([x, y], i) =>
    i === 0 || i === 4 ? corner(camera.see(x ?? 0, y ?? 0, z + 0.96)) : camera.see(x ?? 0, y ?? 0, z + 0.96),
  );
  stage.pen.shape(gate, "black", 1);
  tower(-7.4, 2.6, 6.6, z);
  tower(4.8, 2.6, 7.2, z);
  for (const [x, h] of through([-6.1, 6.6], [6.1, 7.2])) {
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
  quad(stage, rowsOf([-1.1, 0, z], [1.1, 0, z], [2.2, 0, 0.6], [-2.2, 0, 0.6]), "white", 0.5);
  // Flags of the way to the gate, and what grows along it.
  const wide = (d: number) => 2.2 - (1.1 * (d - 0.6)) / (z - 0.6);
  for (let d = z * 0.86, row = 0; d > 0.8; d *= 0.84, row++) {
    edge(stage, [-wide(d), 0, d], [wide(d), 0, d], 0.4);
    for (const u of row % 2 ? [-0.5, 0.1, 0.6] : [-0.7, -0.15, 0.4])
      edge(stage, [wide(d) * u, 0, d], [wide(d * 0.84) * u, 0, d * 0.84], 0.35);
  }
  for (const x of [-4.2, -3, 3.4, 4.8])
    bush(stage, place, { x, z: stage.behind + 2 + Math.abs(x) * 0.5, w: 1.3, h: 0.7 });
}
