// Settings with walls: room, kitchen, classroom, corridor, office, shop, train, stairs, hospital.
import type { Paint } from "../../../manga/drawing.ts";
import { corner, ellipse, type Pt, sharp } from "./curves.ts";
import { edge, fade, glow, paper, quad, type Stage, solid } from "./stage.ts";

interface Shell {
  half: number;
  height: number;
  near: number;
  back: number;
  wall?: Paint;
  side?: Paint;
  floor: "boards" | "tiles" | "mats" | "plain";
}

/** Floor, ceiling, side walls and back wall. */
function shell(
  stage: Stage,
  { half, height: h, near, back, wall = { tone: 0.1 }, side = { tone: 0.2 }, floor }: Shell,
): void {
  const { pen } = stage;
  pen.fill(paper(stage), { tone: 0.12 });
  quad(
    stage,
    [
      [-half, h, near],
      [half, h, near],
      [half, h, back],
      [-half, h, back],
    ],
    { tone: 0.26 },
  );
  quad(
    stage,
    [
      [-half, 0, near],
      [half, 0, near],
      [half, 0, back],
      [-half, 0, back],
    ],
    { tone: floor === "boards" ? 0.24 : 0.14 },
  );
  if (floor === "boards")
    for (let x = -half; x < half; x += 0.42) edge(stage, [x, 0, near], [x, 0, back], 0.35);
  else if (floor !== "plain") {
    const step = floor === "mats" ? 1.1 : 0.6;
    for (let x = -half; x <= half; x += step) edge(stage, [x, 0, near], [x, 0, back], 0.4);
    for (let z = back; z > near; z -= step) edge(stage, [-half, 0, z], [half, 0, z], 0.4);
  }
  quad(
    stage,
    [
      [-half, 0, near],
      [-half, 0, back],
      [-half, h, back],
      [-half, h, near],
    ],
    side,
  );
  quad(
    stage,
    [
      [half, 0, near],
      [half, 0, back],
      [half, h, back],
      [half, h, near],
    ],
    { tone: 0.06 },
  );
  quad(
    stage,
    [
      [-half, 0, back],
      [half, 0, back],
      [half, h, back],
      [-half, h, back],
    ],
    wall,
    0.8,
  );
  quad(
    stage,
    [
      [-half, 0, back - 0.01],
      [half, 0, back - 0.01],
      [half, 0.12, back - 0.01],
      [-half, 0.12, back - 0.01],
    ],
    { tone: 0.5 },
    0.4,
  );
}

/** Where walls begin, in metres: behind the reader, whatever the shot. */
const NEAR = 0.35;

/** Where the first window of a side wall is. */
const firstWindow = (stage: Stage) => Math.max(0.5, stage.camera.distance * 0.4);

/** A window on the back wall, with what the hour shows outside. */
function backWindow(
  stage: Stage,
  spec: { x: number; y: number; w: number; h: number; z: number; panes: number; curtain?: boolean },
): void {
  const { x, y, w, h, z, panes } = spec;
  const { pen, camera } = stage;
  const { hour, weather } = stage.picture.scene;
  const [, top] = camera.see(0, y + h, z);
  const [, low] = camera.see(0, y, z);
  const [light, deep] =
    hour === "night"
      ? [0.92, 0.74]
      : hour === "dusk"
        ? [0.5, 0.16]
        : weather === "rain" || weather === "storm"
          ? [0.45, 0.3]
          : [0.16, 0];
  const open = [
    [x, y, z],
    [x + w, y, z],
    [x + w, y + h, z],
    [x, y + h, z],
  ] as const;
  const flat = sharp(open.map(([a, b, c]) => camera.see(a, b, c)));
  pen.shape(flat, { tone: fade(top, low, light, deep) }, 0.9);
  pen.inside(flat, (p) => {
    const [cx] = camera.see(x + w * 0.3, 0, z);
    if (hour === "night")
      p.fill(ellipse(cx, top + (low - top) * 0.3, (low - top) * 0.1, (low - top) * 0.1, 9), "white");
    else {
      const s = (low - top) * 0.3;
      p.fill(
        [
          [cx - s, low, 1],
          [cx - s * 0.6, low - s * 0.6],
          [cx, low - s * 0.8],
          [cx + s * 0.8, low - s * 0.4],
          [cx + s * 1.6, low - s * 0.7],
          [cx + s * 2.4, low, 1],
        ],
        { tone: 0.34 },
      );
    }
    if (weather === "rain" || weather === "storm")
      for (let i = 0; i < 12; i++) {
        const rx = camera.see(x + (w * i) / 12, 0, z)[0];
        const ry = top + (((i * 37) % 60) / 60) * (low - top) * 0.7;
        p.stroke(
          [
            [rx, ry],
            [rx - 3, ry + (low - top) * 0.2],
          ],
          "white",
          0.5,
        );
      }
  });
  for (let i = 1; i < panes; i++)
    edge(stage, [x + (w * i) / panes, y, z - 0.01], [x + (w * i) / panes, y + h, z - 0.01], 1.5, "white");
  for (let i = 1; i < panes; i++)
    edge(stage, [x + (w * i) / panes, y, z - 0.01], [x + (w * i) / panes, y + h, z - 0.01], 0.5);
  edge(stage, [x, y + h * 0.5, z - 0.01], [x + w, y + h * 0.5, z - 0.01], 0.6);
  quad(
    stage,
    [
      [x - 0.1, y - 0.1, z - 0.02],
      [x + w + 0.1, y - 0.1, z - 0.02],
      [x + w + 0.1, y, z - 0.02],
      [x - 0.1, y, z - 0.02],
    ],
    "white",
    0.6,
  );
  if (!spec.curtain) return;
  for (const s of [0, 1]) {
    const cx = s === 0 ? x - 0.18 : x + w - w * 0.16;
    const cloth = [
      [cx, y - 0.3, z - 0.04],
      [cx + w * 0.16 + 0.18, y - 0.3, z - 0.04],
      [cx + w * 0.16 + 0.18, y + h + 0.15, z - 0.04],
      [cx, y + h + 0.15, z - 0.04],
    ] as const;
    quad(stage, cloth, { tone: 0.22 }, 0.6);
    for (const t of [0.3, 0.55, 0.8])
      edge(
        stage,
        [cx + (w * 0.16 + 0.18) * t, y - 0.28, z - 0.05],
        [cx + (w * 0.16 + 0.18) * t, y + h + 0.1, z - 0.05],
        0.4,
      );
  }
}

function shelf(
  stage: Stage,
  spec: { x: number; z: number; w: number; h: number; rows: number; goods: "books" | "jars" },
): void {
  const { x, z, w, h, rows } = spec;
  const { place } = stage;
  solid(stage, { x, y: 0, z, w, h, d: 0.3, front: { tone: 0.62 }, side: { tone: 0.4 } });
  for (let r = 0; r < rows; r++) {
    const y = 0.08 + (h * r) / rows;
    const room = h / rows - 0.1;
    for (let bx = x + 0.05; bx < x + w - 0.08; ) {
      const bw = spec.goods === "books" ? place.between(0.05, 0.11) : place.between(0.12, 0.22);
      const bh = room * place.between(0.55, 0.95);
      if (bx + bw > x + w - 0.04) break;
      const paint: Paint = place.pick(["white", "white", { tone: 0.2 }, { tone: 0.4 }, "black"]);
      quad(
        stage,
        [
          [bx, y, z - 0.01],
          [bx + bw, y, z - 0.01],
          [bx + bw, y + bh, z - 0.01],
          [bx, y + bh, z - 0.01],
        ],
        paint,
        0.35,
      );
      bx += bw + (spec.goods === "jars" ? 0.05 : 0.01);
    }
    edge(stage, [x, y - 0.04, z - 0.01], [x + w, y - 0.04, z - 0.01], 0.8);
  }
}

function hangingLamp(stage: Stage, x: number, y: number, z: number): void {
  const { pen, camera } = stage;
  const [px, py] = camera.see(x, y, z);
  const k = camera.focal / z;
  pen.stroke(
    [
      [px, camera.see(x, 4, z)[1]],
      [px, py - k * 0.2],
    ],
    "black",
    0.6,
  );
  pen.shape(
    [
      [px - k * 0.24, py, 1],
      [px - k * 0.1, py - k * 0.22],
      [px + k * 0.1, py - k * 0.22],
      [px + k * 0.24, py, 1],
    ],
    "black",
    0.7,
  );
  pen.shape(
    [
      [px - k * 0.1, py],
      [px, py + k * 0.08],
      [px + k * 0.1, py],
    ],
    "white",
    0.5,
  );
  glow(stage, [px, py + k * 0.1], k * 2.2, 0.6);
}

export function room(stage: Stage): void {
  const { place, camera } = stage;
  const back = stage.behind + 0.9;
  const mats = place.flip(0.35);
  shell(stage, {
    half: 2.7,
    height: 2.6,
    near: NEAR,
    back,
    wall: place.pick([{ tone: 0.08 }, "white", { tone: 0.16 }]),
    floor: mats ? "mats" : "boards",
  });
  const left = place.flip();
  backWindow(stage, { x: left ? -1.9 : 0.2, y: 0.95, w: 1.7, h: 1.2, z: back, panes: 2, curtain: !mats });
  shelf(stage, {
    x: left ? 1 : -2.3,
    z: back - 0.35,
    w: 1.2,
    h: place.between(1.5, 2.1),
    rows: 4,
    goods: "books",
  });
  if (place.flip()) {
    const bx = left ? -2.6 : 0.9;
    solid(stage, {
      x: bx,
      y: 0,
      z: back - 1.9,
      w: 1.6,
      h: 0.45,
      d: 1.8,
      front: "white",
      side: { tone: 0.3 },
      top: { tone: 0.06 },
    });
    solid(stage, { x: bx + 0.2, y: 0.45, z: back - 0.6, w: 1.1, h: 0.16, d: 0.4 });
  } else {
    solid(stage, {
      x: left ? -2.5 : 0.9,
      y: 0.68,
      z: back - 0.9,
      w: 1.6,
      h: 0.06,
      d: 0.7,
      front: { tone: 0.3 },
    });
    for (const dx of [0.05, 1.45])
      solid(stage, {
        x: (left ? -2.5 : 0.9) + dx,
        y: 0,
        z: back - 0.9,
        w: 0.08,
        h: 0.68,
        d: 0.08,
        front: { tone: 0.3 },
      });
  }
  const fx = left ? 0.1 : -0.7;
  quad(
    stage,
    [
      [fx, 1.5, back - 0.02],
      [fx + 0.55, 1.5, back - 0.02],
      [fx + 0.55, 2.1, back - 0.02],
      [fx, 2.1, back - 0.02],
    ],
    "white",
    0.9,
  );
  quad(
    stage,
    [
      [fx + 0.08, 1.58, back - 0.03],
      [fx + 0.47, 1.58, back - 0.03],
      [fx + 0.47, 2.02, back - 0.03],
      [fx + 0.08, 2.02, back - 0.03],
    ],
    { tone: 0.3 },
    0.4,
  );
  hangingLamp(stage, 0.3, 2.15, camera.distance + 1.2);
}

export function kitchen(stage: Stage): void {
  const { place, camera } = stage;
  const back = stage.behind + 0.8;
  shell(stage, { half: 2.6, height: 2.5, near: NEAR, back, wall: "white", floor: "tiles" });
  for (let y = 0.95; y < 1.6; y += 0.16) edge(stage, [-2.6, y, back - 0.01], [2.6, y, back - 0.01], 0.3);
  for (let x = -2.6; x < 2.6; x += 0.2) edge(stage, [x, 0.92, back - 0.01], [x, 1.56, back - 0.01], 0.3);
  backWindow(stage, { x: -0.7, y: 1.2, w: 1.3, h: 0.85, z: back - 0.02, panes: 2 });
  solid(stage, { x: -2.6, y: 0, z: back - 0.6, w: 4, h: 0.88, d: 0.58, front: { tone: 0.12 }, top: "white" });
  for (let i = 0; i < 5; i++) {
    const x = -2.55 + i * 0.8;
    quad(
      stage,
      [
        [x, 0.1, back - 0.61],
        [x + 0.72, 0.1, back - 0.61],
        [x + 0.72, 0.78, back - 0.61],
        [x, 0.78, back - 0.61],
      ],
      "white",
      0.5,
    );
    edge(stage, [x + 0.6, 0.6, back - 0.62], [x + 0.6, 0.72, back - 0.62], 1.2);
  }
  for (const x of [-2.5, 0.8]) {
    solid(stage, { x, y: 1.62, z: back - 0.35, w: 1.6, h: 0.75, d: 0.35, front: { tone: 0.16 } });
    edge(stage, [x + 0.8, 1.62, back - 0.36], [x + 0.8, 2.37, back - 0.36], 0.6);
  }
  solid(stage, {
    x: 1.6,
    y: 0,
    z: back - 0.75,
    w: 0.85,
    h: 1.85,
    d: 0.7,
    front: "white",
    side: { tone: 0.25 },
  });
  edge(stage, [1.6, 1.15, back - 0.76], [2.45, 1.15, back - 0.76], 0.7);
  edge(stage, [1.7, 1.3, back - 0.77], [1.7, 1.6, back - 0.77], 1.6);
  const [px, py] = camera.see(-1.5, 0.88, back - 0.35);
  const k = camera.focal / (back - 0.35);
  stage.pen.shape(
    [
      [px - k * 0.17, py - k * 0.2],
      [px + k * 0.17, py - k * 0.2],
      [px + k * 0.16, py],
      [px - k * 0.16, py],
    ],
    { tone: 0.62 },
    0.7,
  );
  stage.pen.line(
    [
      [px - k * 0.2, py - k * 0.2],
      [px + k * 0.2, py - k * 0.2],
    ],
    1.1,
    "none",
  );
  for (let i = 0; i < 4; i++) {
    const [hx, hy] = camera.see(-2.1 + i * 0.22, 1.5, back - 0.05);
    stage.pen.line(
      [
        [hx, hy],
        [hx, hy + k * 0.22],
      ],
      0.7,
      "none",
    );
    stage.pen.fill(ellipse(hx, hy + k * 0.27, k * 0.05, k * 0.06, 7), place.flip() ? "black" : { tone: 0.4 });
  }
  hangingLamp(stage, 0, 2.1, camera.distance + 1);
}

export function classroom(stage: Stage): void {
  const { camera, place } = stage;
  const back = stage.behind + 3.2;
  shell(stage, { half: 3.6, height: 3, near: NEAR, back, wall: { tone: 0.06 }, floor: "boards" });
  quad(
    stage,
    [
      [-2.4, 0.9, back - 0.02],
      [2.4, 0.9, back - 0.02],
      [2.4, 2.2, back - 0.02],
      [-2.4, 2.2, back - 0.02],
    ],
    { tone: 0.78 },
    1,
  );
  for (let i = 0; i < 5; i++)
    edge(
      stage,
      [-2 + place.next() * 0.4, 1.2 + i * 0.19, back - 0.03],
      [-0.4 + place.next() * 1.2, 1.2 + i * 0.19, back - 0.03],
      0.7,
      "white",
    );
  quad(
    stage,
    [
      [-2.5, 0.82, back - 0.05],
      [2.5, 0.82, back - 0.05],
      [2.5, 0.9, back - 0.05],
      [-2.5, 0.9, back - 0.05],
    ],
    "white",
    0.5,
  );
  const [cx, cy] = camera.see(0, 2.55, back);
  const r = (camera.focal / back) * 0.18;
  stage.pen.shape(ellipse(cx, cy, r, r, 12), "white", 0.7);
  stage.pen.stroke(
    [
      [cx, cy - r * 0.7],
      [cx, cy],
      [cx + r * 0.5, cy],
    ],
    "black",
    0.6,
  );
  const hour = stage.picture.scene.hour;
  for (let i = 0; i < 4; i++) {
    const z = firstWindow(stage) + 1 + i * 1.6;
    if (z + 1.2 > back) break;
    quad(
      stage,
      [
        [-3.59, 0.95, z],
        [-3.59, 0.95, z + 1.3],
        [-3.59, 2.5, z + 1.3],
        [-3.59, 2.5, z],
      ],
      hour === "night" ? { tone: 0.86 } : hour === "dusk" ? { tone: 0.34 } : "white",
      0.8,
    );
    edge(stage, [-3.58, 1.7, z], [-3.58, 1.7, z + 1.3], 0.6);
    edge(stage, [-3.58, 0.95, z + 0.65], [-3.58, 2.5, z + 0.65], 0.6);
  }
  solid(stage, { x: -0.6, y: 0, z: back - 0.9, w: 1.2, h: 1, d: 0.5, front: { tone: 0.3 } });
  for (let row = 3; row >= 0; row--) {
    const z = stage.behind - 0.6 + row * 0.95;
    if (z > back - 1.2) continue;
    for (let i = 0; i < 5; i++) desk(stage, -2.9 + i * 1.25, z);
  }
}

function desk(stage: Stage, x: number, z: number): void {
  for (const dx of [0.03, 0.6]) edge(stage, [x + dx, 0, z], [x + dx, 0.68, z], 0.8);
  solid(stage, { x, y: 0.68, z, w: 0.65, h: 0.1, d: 0.45, front: { tone: 0.3 }, top: "white", weight: 0.55 });
  edge(stage, [x + 0.12, 0.42, z - 0.25], [x + 0.12, 0.85, z - 0.25], 0.8);
  edge(stage, [x + 0.5, 0.42, z - 0.25], [x + 0.5, 0.85, z - 0.25], 0.8);
  quad(
    stage,
    [
      [x + 0.1, 0.68, z - 0.25],
      [x + 0.52, 0.68, z - 0.25],
      [x + 0.52, 0.88, z - 0.25],
      [x + 0.1, 0.88, z - 0.25],
    ],
    { tone: 0.4 },
    0.5,
  );
}

export function corridor(stage: Stage): void {
  const { camera } = stage;
  const back = stage.behind + 13;
  const near = firstWindow(stage);
  shell(stage, { half: 1.6, height: 2.6, near, back, wall: { tone: 0.4 }, floor: "tiles" });
  const hour = stage.picture.scene.hour;
  for (let i = 0; i < 6; i++) {
    const z = near + 0.6 + i * 2.3;
    if (z + 1.6 > back) break;
    quad(
      stage,
      [
        [-1.59, 0.9, z],
        [-1.59, 0.9, z + 1.5],
        [-1.59, 2.2, z + 1.5],
        [-1.59, 2.2, z],
      ],
      hour === "night" ? { tone: 0.88 } : hour === "dusk" ? { tone: 0.3 } : "white",
      0.7,
    );
    edge(stage, [-1.58, 0.9, z + 0.75], [-1.58, 2.2, z + 0.75], 0.6);
    quad(
      stage,
      [
        [1.59, 0, z],
        [1.59, 0, z + 1],
        [1.59, 2.05, z + 1],
        [1.59, 2.05, z],
      ],
      { tone: 0.42 },
      0.7,
    );
    quad(
      stage,
      [
        [1.58, 1.3, z + 0.2],
        [1.58, 1.3, z + 0.5],
        [1.58, 1.8, z + 0.5],
        [1.58, 1.8, z + 0.2],
      ],
      "white",
      0.4,
    );
    quad(
      stage,
      [
        [-0.25, 2.59, z],
        [0.25, 2.59, z],
        [0.25, 2.59, z + 1],
        [-0.25, 2.59, z + 1],
      ],
      "white",
      0.5,
    );
    if (hour !== "night")
      quad(
        stage,
        [
          [-1.5, 0.005, z + 0.3],
          [-0.2, 0.005, z + 0.8],
          [-0.2, 0.005, z + 1.8],
          [-1.5, 0.005, z + 1.4],
        ],
        "white",
        0,
      );
  }
  quad(
    stage,
    [
      [-0.7, 0, back - 0.05],
      [0.7, 0, back - 0.05],
      [0.7, 2.1, back - 0.05],
      [-0.7, 2.1, back - 0.05],
    ],
    hour === "night" ? { tone: 0.8 } : "white",
    0.6,
  );
  glow(stage, camera.see(0, 2.4, stage.behind + 1), camera.focal * 0.4, 0.5);
}

export function office(stage: Stage): void {
  const { place } = stage;
  const back = stage.behind + 2;
  shell(stage, { half: 3.4, height: 2.7, near: NEAR, back, wall: { tone: 0.12 }, floor: "plain" });
  backWindow(stage, { x: -2.6, y: 0.9, w: 3.6, h: 1.5, z: back - 0.02, panes: 4 });
  for (let i = 0; i < 7; i++)
    quad(
      stage,
      [
        [-2.6, 2.35 - i * 0.1, back - 0.04],
        [1, 2.35 - i * 0.1, back - 0.04],
        [1, 2.4 - i * 0.1, back - 0.04],
        [-2.6, 2.4 - i * 0.1, back - 0.04],
      ],
      "white",
      0.3,
    );
  shelf(stage, { x: 1.5, z: back - 0.4, w: 1.7, h: 2, rows: 4, goods: "books" });
  for (const [x, dz] of [
    [-2.9, 1.1],
    [-0.7, 1.3],
    [1.3, 1],
  ] as const) {
    const z = back - dz;
    solid(stage, { x, y: 0, z, w: 1.5, h: 0.7, d: 0.7, front: { tone: 0.26 }, top: "white" });
    solid(stage, { x: x + 0.45, y: 0.82, z: z + 0.2, w: 0.62, h: 0.42, d: 0.06, front: { tone: 0.7 } });
    edge(stage, [x + 0.76, 0.7, z + 0.22], [x + 0.76, 0.84, z + 0.22], 1.8);
    const n = place.int(2, 5);
    for (let i = 0; i < n; i++)
      solid(stage, { x: x + 0.06, y: 0.7 + i * 0.04, z: z + 0.1, w: 0.3, h: 0.04, d: 0.3, weight: 0.35 });
  }
  for (const x of [-1.6, 0.9])
    quad(
      stage,
      [
        [x, 2.69, back - 1.6],
        [x + 0.9, 2.69, back - 1.6],
        [x + 0.9, 2.69, back - 0.6],
        [x, 2.69, back - 0.6],
      ],
      "white",
      0.5,
    );
}

export function shop(stage: Stage): void {
  const { camera, place } = stage;
  const back = stage.behind + 1.6;
  shell(stage, { half: 2.7, height: 2.7, near: NEAR, back, floor: "tiles" });
  shelf(stage, { x: -2.6, z: back - 0.4, w: 1.7, h: 2.2, rows: 5, goods: "jars" });
  shelf(stage, { x: -0.8, z: back - 0.4, w: 1.7, h: 2.2, rows: 5, goods: place.flip() ? "jars" : "books" });
  shelf(stage, { x: 1, z: back - 0.4, w: 1.6, h: 2.2, rows: 5, goods: "jars" });
  solid(stage, { x: -1.9, y: 0, z: back - 1.3, w: 3, h: 0.95, d: 0.5, front: { tone: 0.3 }, top: "white" });
  for (let i = 0; i < 5; i++)
    edge(stage, [-1.9 + i * 0.6, 0.05, back - 1.31], [-1.9 + i * 0.6, 0.9, back - 1.31], 0.5);
  const z = back - 1.4;
  const [ax, ay] = camera.see(-2.7, 2.5, z);
  const [bx, by] = camera.see(2.7, 2.05, z);
  const n = 9;
  for (let i = 0; i < n; i++) {
    const x = ax + ((bx - ax) * i) / n;
    const w = (bx - ax) / n;
    stage.pen.shape(
      [
        [x, ay, 1],
        [x + w, ay, 1],
        [x + w, by, 1],
        [x + w / 2, by + w * 0.3],
        [x, by, 1],
      ],
      i % 2 ? { tone: 0.5 } : "white",
      0.5,
    );
  }
  hangingLamp(stage, -0.9, 1.9, camera.distance + 1);
  hangingLamp(stage, 1.1, 1.9, camera.distance + 1.2);
}

export function train(stage: Stage): void {
  const { pen, camera, place } = stage;
  const back = stage.behind;
  shell(stage, { half: 4, height: 2.3, near: NEAR, back, wall: { tone: 0.08 }, floor: "plain" });
  for (let i = -2; i < 3; i++) {
    backWindow(stage, { x: i * 1.5 + 0.15, y: 0.95, w: 1.2, h: 0.8, z: back - 0.02, panes: 1 });
    edge(stage, [i * 1.5, 0, back - 0.02], [i * 1.5, 2.3, back - 0.02], 0.7);
  }
  solid(stage, {
    x: -4,
    y: 0,
    z: back - 0.55,
    w: 8,
    h: 0.42,
    d: 0.5,
    front: { tone: 0.5 },
    top: { tone: 0.3 },
  });
  quad(
    stage,
    [
      [-4, 0.42, back - 0.08],
      [4, 0.42, back - 0.08],
      [4, 0.85, back - 0.08],
      [-4, 0.85, back - 0.08],
    ],
    { tone: 0.38 },
    0.7,
  );
  for (let x = -3.6; x < 4; x += 0.6) edge(stage, [x, 0.42, back - 0.09], [x, 0.85, back - 0.09], 0.5);
  edge(stage, [-4, 2.05, back - 0.7], [4, 2.05, back - 0.7], 1.6);
  for (let x = -3.3; x < 4; x += 0.6) {
    const [px, py] = camera.see(x, 2.05, back - 0.7);
    const k = camera.focal / (back - 0.7);
    pen.stroke(
      [
        [px, py],
        [px + 2, py + k * 0.2],
      ],
      "black",
      1.1,
    );
    pen.stroke(
      sharp([
        [px - k * 0.07, py + k * 0.34],
        [px + 2, py + k * 0.2],
        [px + k * 0.09, py + k * 0.34],
      ]),
      "black",
      0.9,
      true,
    );
  }
  for (let i = 0; i < 5; i++) {
    const x = -3.6 + i * 1.5 + place.next() * 0.2;
    quad(
      stage,
      [
        [x, 1.9, back - 0.04],
        [x + 0.9, 1.9, back - 0.04],
        [x + 0.9, 2.2, back - 0.04],
        [x, 2.2, back - 0.04],
      ],
      "white",
      0.5,
    );
  }
}

export function stairs(stage: Stage): void {
  const { pen, place } = stage;
  const back = stage.behind + 4.4;
  shell(stage, {
    half: 2.6,
    height: 6,
    near: NEAR,
    back,
    wall: { tone: 0.14 },
    side: { tone: 0.34 },
    floor: "plain",
  });
  const from = stage.behind - 0.4;
  const n = 12;
  const wall: Pt[] = [];
  for (let i = n - 1; i >= 0; i--)
    solid(stage, {
      x: -2.2,
      y: i * 0.2,
      z: from + i * 0.36,
      w: 3.4,
      h: 0.2,
      d: 0.4,
      front: { tone: 0.36 },
      top: "white",
      weight: 0.55,
    });
  for (let i = 0; i < n; i += 2)
    edge(stage, [1.2, i * 0.2 + 0.2, from + i * 0.36], [1.2, i * 0.2 + 1.1, from + i * 0.36], 1.1);
  for (const [x, y, z] of [
    [1.2, 1.1, from],
    [1.2, 1.1 + n * 0.2, from + n * 0.36],
  ] as const)
    wall.push(corner(stage.camera.see(x, y, z)));
  pen.stroke(wall, "black", 3);
  pen.stroke(wall, "white", 1.2);
  backWindow(stage, { x: -1.4, y: 3.3, w: 1.6, h: 1.5, z: back - 0.02, panes: 2 });
  for (let i = 0; i < 20; i++) {
    const [y, z] = [place.between(0.4, 5), place.between(from, back)];
    edge(stage, [-2.59, y, z], [-2.59, y, z + 0.3], 0.4);
  }
}

export function hospital(stage: Stage): void {
  const { pen, camera, place } = stage;
  const back = stage.behind + 1.2;
  shell(stage, {
    half: 2.8,
    height: 2.6,
    near: NEAR,
    back,
    wall: "white",
    side: { tone: 0.1 },
    floor: "tiles",
  });
  const left = place.flip();
  backWindow(stage, {
    x: left ? 0.2 : -2.1,
    y: 0.9,
    w: 1.9,
    h: 1.3,
    z: back - 0.02,
    panes: 2,
    curtain: true,
  });
  const x = left ? -2.4 : 0.9;
  solid(stage, {
    x,
    y: 0.3,
    z: back - 2,
    w: 1.2,
    h: 0.32,
    d: 1.9,
    front: "white",
    side: { tone: 0.16 },
    top: "white",
  });
  solid(stage, { x: x + 0.15, y: 0.62, z: back - 0.55, w: 0.9, h: 0.16, d: 0.4 });
  quad(
    stage,
    [
      [x, 0.3, back - 0.05],
      [x + 1.2, 0.3, back - 0.05],
      [x + 1.2, 1.15, back - 0.05],
      [x, 1.15, back - 0.05],
    ],
    { tone: 0.12 },
    0.9,
  );
  quad(
    stage,
    [
      [x, 0.63, back - 1.95],
      [x + 1.2, 0.63, back - 1.95],
      [x + 1.2, 0.63, back - 0.9],
      [x, 0.63, back - 0.9],
    ],
    { tone: 0.14 },
    0.5,
  );
  const px = x + (left ? 1.5 : -0.25);
  edge(stage, [px, 0, back - 0.8], [px, 1.9, back - 0.8], 1.2);
  const [bx, by] = camera.see(px, 1.9, back - 0.8);
  const k = camera.focal / (back - 0.8);
  pen.shape(
    [
      [bx - k * 0.1, by],
      [bx + k * 0.1, by],
      [bx + k * 0.08, by + k * 0.26],
      [bx, by + k * 0.32],
      [bx - k * 0.08, by + k * 0.26],
    ],
    "white",
    0.6,
  );
  pen.fill(
    [
      [bx - k * 0.09, by + k * 0.12],
      [bx + k * 0.09, by + k * 0.12],
      [bx, by + k * 0.3],
    ],
    { tone: 0.25 },
  );
  pen.stroke(
    [
      [bx, by + k * 0.3],
      [bx + k * 0.1, by + k * 0.7],
      [bx - k * 0.2, by + k * 1.2],
    ],
    "black",
    0.4,
  );
  edge(stage, [-2.8, 2.3, back - 2.1], [2.8, 2.3, back - 2.1], 0.9);
  const cx = left ? -2.8 : 2.2;
  quad(
    stage,
    [
      [cx, 0.3, back - 2.1],
      [cx + 0.6, 0.3, back - 2.1],
      [cx + 0.6, 2.3, back - 2.1],
      [cx, 2.3, back - 2.1],
    ],
    { tone: 0.1 },
    0.6,
  );
  for (const t of [0.15, 0.3, 0.45])
    edge(stage, [cx + t, 0.32, back - 2.11], [cx + t, 2.28, back - 2.11], 0.45);
}
