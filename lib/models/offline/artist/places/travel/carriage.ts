// Trains and buses along their aisle, as whoever stands in them sees them: seats, windows and doors on both sides,
// straps from their rails, notices, a door or the driver's window at the end.

import type { Picture } from "../../closed/storyboard.ts";
import { sharp, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { NEAR, shell } from "../rooms/room-parts.ts";
import { along, edge, front, glow, level, made, quad, type Stage, solid } from "../stage.ts";

const ON_SEATS = /^(?:sit|sleep|lie|eat|write|read)$/u;

/** Whether a carriage is looked along: whole people stand in it, or nobody is there, and nothing is told of its windows. */
export const isAlongAisle = ({ scene, shot, figures, told }: Picture): boolean =>
  (scene.place.kind === "train" || scene.place.kind === "bus") &&
  (shot === "full" || shot === "long" || shot === "establishing") &&
  figures.every(({ pose }) => !ON_SEATS.test(pose)) &&
  !told.windows;

/** How wide a carriage is from its middle, how high, how wide its aisle. */
interface Build {
  half: number;
  height: number;
  aisle: number;
  length: number;
}
const TRAIN: Build = { half: 1.75, height: 2.35, aisle: 1.2, length: 12 };
const BUS: Build = { half: 1.5, height: 2.15, aisle: 0.52, length: 7 };

/** Metres from one window to the next, and from one door to the next. */
const BAY = 1.5;
const DOORS = 3;

export function trainAisle(stage: Stage): void {
  const back = stage.behind + TRAIN.length;
  hull(stage, TRAIN, back);
  const from = firstBay(stage);
  for (let z = back - BAY, i = 0; z > from; z -= BAY, i++)
    for (const s of [-1, 1] as const) {
      if (i % DOORS === 1) slidingDoor(stage, s, z);
      else {
        pane(stage, TRAIN, s, z);
        longSeat(stage, s, z, i % DOORS === 0);
      }
    }
  for (const s of [-1, 1]) straps(stage, { x: s * 0.72, y: 2.02, from, back, loop: "angular" });
  for (let z = back - 2; z > from + 1; z -= 2.4) build(stage, "travel/carriage-poster", [0, 0, z]);
  endDoor(stage, back);
  lamps(stage, back, from);
}

export function busAisle(stage: Stage): void {
  const back = stage.behind + BUS.length;
  hull(stage, BUS, back);
  const from = firstBay(stage);
  for (let z = back - BAY; z > from; z -= BAY) for (const s of [-1, 1] as const) pane(stage, BUS, s, z);
  windscreen(stage, back);
  // Whoever stands in the aisle has the seats behind them.
  const nearest = stage.picture.figures.length === 0 ? from : stage.camera.distance + 0.3;
  for (let z = back - 1.6; z > nearest; z -= 0.92) for (const s of [-1, 1] as const) pair(stage, s, z);
  for (const s of [-1, 1]) straps(stage, { x: s * 0.5, y: 1.9, from, back: back - 1, loop: "round" });
  lamps(stage, back, from);
}

const firstBay = (stage: Stage): number => Math.max(0.6, stage.camera.distance * 0.5);

function hull(stage: Stage, { half, height, aisle }: Build, back: number): void {
  shell(stage, { half, height, near: NEAR, back, wall: { tone: 0.16 }, side: { tone: 0.2 }, floor: "plain" });
  for (const s of [-1, 1])
    level(stage, [Math.min(s * aisle, s * half), NEAR], [Math.max(s * aisle, s * half), back], {
      ...{ y: 0.004, paint: { tone: 0.4 }, weight: 0.4 },
    });
  for (let z = back; z > NEAR; z -= 1) edge(stage, [-aisle, 0.006, z], [aisle, 0.006, z], 0.3);
}

/** A wide window with its frame, a rack and notices over it; light falls from it. */
function pane(stage: Stage, { half, height }: Build, s: 1 | -1, z: number): void {
  const { hour } = stage.picture.scene;
  const x = s * (half - 0.01);
  const inner = s * (half - 0.03);
  const glass = made(stage, hour === "night" ? SKIES.night : MATERIALS.glass);
  along(made(stage, MATERIALS.metal), [z + 0.06, 0.84], [z + BAY - 0.06, 1.78], {
    ...{ x, paint: { tone: 0.44 }, weight: 0.6 },
  });
  along(glass, [z + 0.12, 0.9], [z + BAY - 0.12, 1.72], {
    ...{ x: inner, paint: hour === "night" ? { tone: 0.9 } : hour === "dusk" ? { tone: 0.26 } : "white" },
    weight: 0.6,
  });
  stage.pen.name(
    "window",
    stage.camera.outline([
      [inner, 0.9, z + 0.12],
      [inner, 0.9, z + BAY - 0.12],
      [inner, 1.72, z + BAY - 0.12],
      [inner, 1.72, z + 0.12],
    ]),
  );
  edge(stage, [inner, 1.48, z + 0.12], [inner, 1.48, z + BAY - 0.12], 0.5);
  for (const [dz, w] of through([0.1, 0.7], [0.86, 0.52]))
    along(stage, [z + dz, 1.86], [z + dz + w, height - 0.12], { x: inner, paint: "white", weight: 0.4 });
  if (hour !== "night" && s < 0)
    quad(
      stage,
      [
        [-half + 0.6, 0.008, z + 0.2],
        [half * 0.4, 0.008, z + 0.5],
        [half * 0.4, 0.008, z + 1.2],
        [-half + 0.6, 0.008, z + 0.9],
      ],
      { light: 0.5 },
      0,
    );
}

/** The long seat under a window, and at its end by a door a board with a pole. */
function longSeat(stage: Stage, s: 1 | -1, z: number, ends: boolean): void {
  const cloth = made(stage, MATERIALS.red);
  const { half, aisle } = TRAIN;
  const x = s < 0 ? -half : aisle;
  along(cloth, [z, 0.42], [z + BAY, 0.84], { x: s * (half - 0.08), paint: { tone: 0.42 }, weight: 0.6 });
  for (let dz = 0.5; dz < BAY; dz += 0.5)
    edge(stage, [s * (half - 0.09), 0.42, z + dz], [s * (half - 0.09), 0.84, z + dz], 0.45);
  solid(cloth, [x, 0.1, z], [half - aisle, 0.34, BAY], {
    front: { tone: 0.6 },
    side: { tone: 0.56 },
    top: { tone: 0.3 },
  });
  if (!ends) return;
  front(stage, [Math.min(x, x + half - aisle), 0.1], [Math.max(x, x + half - aisle), 1.2], {
    ...{ z: z - 0.01, paint: { tone: 0.26 }, weight: 0.7 },
  });
  front(made(stage, MATERIALS.metal), [s * aisle - 0.025, 0], [s * aisle + 0.025, TRAIN.height], {
    ...{ z: z - 0.02, paint: "white", weight: 0.7 },
  });
}

/** Two leaves with a window each. */
function slidingDoor(stage: Stage, s: 1 | -1, z: number): void {
  const x = s * (TRAIN.half - 0.02);
  const inner = s * (TRAIN.half - 0.04);
  const metal = made(stage, MATERIALS.metal);
  const { hour } = stage.picture.scene;
  for (const dz of [0.08, BAY / 2]) {
    along(metal, [z + dz, 0.02], [z + dz + BAY / 2 - 0.1, 2.02], { x, paint: { tone: 0.12 }, weight: 0.8 });
    along(
      made(stage, hour === "night" ? SKIES.night : MATERIALS.glass),
      [z + dz + 0.1, 0.92],
      [z + dz + BAY / 2 - 0.2, 1.78],
      { x: inner, paint: hour === "night" ? { tone: 0.9 } : "white", weight: 0.6 },
    );
  }
  along(stage, [z + 0.2, 2.08], [z + BAY - 0.2, 2.24], { x: inner, paint: "black", weight: 0.4 });
}

/** Loops on bands from a rail, the nearest last. */
function straps(
  stage: Stage,
  { x, y, from, back, loop }: { x: number; y: number; from: number; back: number; loop: "angular" | "round" },
): void {
  const { pen, camera } = stage;
  edge(made(stage, MATERIALS.metal), [x, y, from], [x, y, back], 1.6);
  for (let z = back - 0.8; z > from; z -= 0.62) {
    const [px, py] = camera.see(x, y, z);
    const k = camera.focal / z;
    if (k * 0.34 < 5 || z < camera.distance * 0.8) continue;
    const [r, low] = [k * 0.075, py + k * 0.34];
    pen.line(sharp(through([px, py], [px, py + k * 0.2])), Math.min(2.4, k * 0.02), "none");
    if (loop === "round")
      pen.stroke(
        [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
          const a = (i * Math.PI) / 4;
          return [px + Math.sin(a) * r, low - r * 0.6 - Math.cos(a) * r];
        }),
        "black",
        Math.min(2.2, k * 0.018),
        true,
      );
    else
      pen.stroke(
        sharp(through([px - r, low], [px, py + k * 0.19], [px + r, low])),
        "black",
        Math.min(2.2, k * 0.018),
        true,
      );
  }
}

function endDoor(stage: Stage, back: number): void {
  const z = back - 0.02;
  front(made(stage, MATERIALS.metal), [-0.46, 0], [0.46, 1.98], { z, paint: { tone: 0.1 }, weight: 0.8 });
  front(stage, [-0.26, 0.9], [0.26, 1.76], {
    ...{ z: z - 0.01, paint: stage.night ? { tone: 0.8 } : { tone: 0.3 }, weight: 0.6 },
  });
}

/** The driver's window over the board of a bus, and the driver's seat at the right. */
function windscreen(stage: Stage, back: number): void {
  const z = back - 0.02;
  const { half } = BUS;
  front(made(stage, stage.night ? SKIES.night : MATERIALS.glass), [-half + 0.12, 0.8], [half - 0.12, 1.86], {
    ...{ z, paint: stage.night ? { tone: 0.9 } : "white", weight: 0.8 },
  });
  edge(stage, [0, 0.8, z - 0.01], [0, 1.86, z - 0.01], 1);
  front(stage, [-half, 0.4], [half, 0.82], { z: z - 0.05, paint: { tone: 0.7 }, weight: 0.7 });
  solid(made(stage, MATERIALS.slate), [0.5, 0.3, back - 0.9], [0.6, 0.9, 0.16], {
    front: { tone: 0.66 },
    side: { tone: 0.8 },
  });
  front(stage, [-0.5, 1.92], [0.5, 2.1], { z: z - 0.02, paint: "black", weight: 0.4 });
}

/** Two seats beside each other, seen from behind. */
function pair(stage: Stage, s: 1 | -1, z: number): void {
  const cloth = made(stage, MATERIALS.slate);
  const [left, right] = s < 0 ? [-BUS.half + 0.06, -BUS.aisle] : [BUS.aisle, BUS.half - 0.06];
  solid(cloth, [left, 0.28, z + 0.1], [right - left, 0.16, 0.44], {
    front: { tone: 0.6 },
    side: { tone: 0.7 },
    top: { tone: 0.3 },
  });
  const middle = (left + right) / 2;
  for (const [from, to] of through([left, middle - 0.015], [middle + 0.015, right])) {
    solid(cloth, [from, 0.3, z], [to - from, 0.78, 0.12], {
      front: { tone: 0.46 },
      side: { tone: 0.68 },
      top: { tone: 0.24 },
      weight: 0.7,
    });
    front(made(stage, MATERIALS.plain), [from + 0.06, 0.86], [to - 0.06, 1.06], {
      ...{ z: z - 0.01, paint: "white", weight: 0.4 },
    });
  }
  const hold = s * BUS.aisle;
  edge(made(stage, MATERIALS.metal), [hold, 1, z + 0.06], [hold, 1.14, z + 0.06], 2.4);
}

/** Tubes of light along the ceiling. */
function lamps(stage: Stage, back: number, from: number): void {
  const y = (stage.picture.scene.place.kind === "bus" ? BUS : TRAIN).height - 0.01;
  for (let z = back - 1; z > from; z -= 1.8)
    level(made(stage, MATERIALS.plain), [-0.12, z - 1.2], [0.12, z], { y, paint: "white", weight: 0.5 });
  glow(stage, stage.camera.see(0, y, stage.behind), stage.camera.focal * 0.4, 0.5);
}
