// Settings by the water: river, sea, shore, lighthouse.
import { isOnWater } from "./crew.ts";
import { ellipse, type Pt, sharp } from "./curves.ts";
import { grass, rock, scuffs } from "./ground-cover.ts";
import { harbour } from "./harbour.ts";
import { MATERIALS } from "./materials.ts";
import { drawMiddleGround } from "./middle-ground.ts";
import { bush, ridge, tree, treeKind } from "./nature.ts";
import { drawSky } from "./sky.ts";
import { band, edge, fade, front, glow, ground, level, made, type Stage } from "./stage.ts";
import { water } from "./water.ts";

const picture = (stage: Stage) => stage.picture.scene;

export function river(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  ridge(stage, place, { base: horizon + 4, height: height * 0.16, rough: 0.2, paint: { tone: 0.34 } });
  ground(stage, { tone: 0.1 });
  const far = camera.see(0, 0, stage.behind + 9)[1];
  const near = camera.see(0, 0, stage.behind * 0.94)[1];
  const to = isOnWater(stage.picture) ? height + 40 : near;
  water(stage, place, { from: far, to, rough: 0.15, tone: 0.28 });
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
  // Whoever is in a boat is seen from the water.
  if (isOnWater(stage.picture)) return;
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
  drawMiddleGround(stage, "sea");
  const afloat =
    stage.picture.props.includes("boat") ||
    stage.picture.figures.some(({ pose, holds }) => pose === "row" || holds === "oar");
  if (stage.picture.figures.length > 0 && !afloat) deck(stage);
}

function deck(setting: Stage): void {
  const stage = made(setting, MATERIALS.wood);
  const { camera } = stage;
  const z = stage.behind - 0.5;
  level(stage, [-9, z], [9, 0.4], { y: 0, paint: { tone: 0.14 }, weight: 0.8 });
  for (let x = -8; x <= 8; x += 0.55)
    edge(stage, [x, 0, z], [x, 0, Math.max(0.4, camera.distance * 0.5)], 0.4);
  for (let x = -7; x <= 7; x += 1.1)
    front(stage, [x, 0], [x + 0.1, 0.95], { z, paint: "white", weight: 0.6 });
  front(stage, [-9, 0.9], [9, 1], { z, paint: "white", weight: 0.6 });
  edge(stage, [-9, 0.5, z], [9, 0.5, z], 0.6);
}

const HARBOUR = /harbou?r|pier|dock|quay|wharf|jetty|marina|port\b|港|埠頭|波止場|桟橋|防波堤|堤防/iu;

export function shore(stage: Stage): void {
  if (HARBOUR.test(stage.picture.scene.place.name)) {
    harbour(stage);
    return;
  }
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
  drawMiddleGround(stage, "shore");
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
  const off = stage.picture.angle === "tilted" ? 0.14 : 0.26;
  const cx = width * (place.flip() ? 0.5 - off : 0.5 + off);
  const foot = horizon + height * 0.05;
  const tall = Math.max(
    height * 0.16,
    Math.min(height * 0.6, foot - height * (stage.picture.angle === "tilted" ? 0.34 : 0.22)),
  );
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
  stage.landmarks.push([
    [cx - w * 0.9, top - w * 2.1],
    [cx + w * 0.9, top - w * 2.1],
    [cx + w * 0.9, top + w],
    [cx - w * 0.9, top + w],
  ]);
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
function headland(setting: Stage): void {
  const stage = made(setting, MATERIALS.grass);
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
