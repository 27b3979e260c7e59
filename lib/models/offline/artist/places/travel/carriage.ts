// Settings of travel: trains and buses seen along their aisle or across; the roof of a train; a corridor of a spacecraft; a tent.
import type { Picture } from "../../closed/storyboard.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { ellipse, lerp, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { setOut } from "../drawers.ts";
import { sheetAt } from "../paper.ts";
import { NEAR } from "../rooms/room-parts.ts";
import { type Lines, roomOf, setRoom } from "../rooms/set-room.ts";
import { drawOnSheet } from "../sheets.ts";
import { band, edge, fade, made, paper, type Stage } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";

const ON_SEATS = /^(?:sit|sleep|lie|eat|write|read)$/u;

/** Whether the camera looks along the aisle of a carriage: nobody sits, and the windows are not told of. */
export const isAlongAisle = ({ scene, shot, figures, told }: Picture): boolean =>
  (scene.place.kind === "train" || scene.place.kind === "bus") &&
  (shot === "full" || shot === "long" || shot === "establishing") &&
  figures.every(({ pose }) => !ON_SEATS.test(pose)) &&
  !told.windows;

/** Draws the rows of a carriage from its far end to the first visible bay; returns the lines that they measure from. */
function carriage(stage: Stage, name: string, aisle: number): Lines & { from: number } {
  const from = Math.max(0.6, stage.camera.distance * 0.5);
  // The seats are behind a figure that stands in the aisle.
  const nearest = stage.picture.figures.length === 0 ? from : stage.camera.distance + 0.3;
  const given = { from, nearest, aisle, lit: roomOf(name).half * 0.4 };
  return { ...given, ...setRoom(stage, name, { given }) };
}

export function trainAisle(stage: Stage): void {
  const given = carriage(stage, "travel/train-aisle", 1.2);
  const { from, back } = given;
  for (const s of [-1, 1]) straps(stage, { x: s * 0.72, y: 2.02, from, back, loop: "angular" });
  setOut(stage, "travel/train-end", [0, 0, stage.behind], { given });
}

export function busAisle(stage: Stage): void {
  const given = carriage(stage, "travel/bus-aisle", 0.52);
  const { from, back } = given;
  for (const s of [-1, 1]) straps(stage, { x: s * 0.5, y: 1.9, from, back: back - 1, loop: "round" });
  setOut(stage, "travel/tubes", [0, 0, stage.behind], { given });
}

/** Hanging straps on a rail, the nearest last. */
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
    const bold = Math.min(2.2, k * 0.018);
    drawOnSheet(pen, `travel/${loop}-loop`, sheetAt([px, low], r), { rng: stage.place, bold });
  }
}

/** Pairs of seats in front of wide windows, and straps on a rail. */
export function bus(stage: Stage): void {
  const { back, ...given } = setRoom(stage, "travel/bus-side");
  const px = (back - 1.2) / stage.camera.focal;
  setOut(stage, "travel/bus-straps", [0, 0, stage.behind], { given: { ...given, back, px } });
}

/** A ridge tent: the open flap shows the hour, a lamp hangs from the pole, blankets and bags lie along the sides. */
export function tent(stage: Stage): void {
  const { pen, camera, place, night, height, lamp, behind } = stage;
  const back = behind + 0.7;
  const given = { back, near: NEAR };
  made(stage, MATERIALS.sand).pen.fill(paper(stage), { tone: 0.3 });
  setOut(stage, "travel/tent", [0, 0, behind], {
    given,
    paints: { left: { tone: night ? 0.4 : 0.26 }, right: { tone: night ? 0.26 : 0.12 } },
  });
  const opening = sharp(
    camera.outline([
      [-0.62, 0, back - 0.02],
      [0.62, 0, back - 0.02],
      [0.22, 1.9, back - 0.02],
      [-0.22, 1.9, back - 0.02],
    ]),
  );
  pen.shape(opening, night ? { tone: fade(0, height, 0.94, 0.8) } : { tone: 0.04 }, 1.1);
  if (night)
    for (let i = 0; i < 6; i += 1) {
      const [x, y] = camera.see(place.between(-0.25, 0.25), place.between(0.7, 1.7), back - 0.03);
      lamp.fill(ellipse(x, y, 1.6, 1.6, 6), "white");
    }
  for (const side of [-1, 1])
    setOut(stage, "travel/tent-flap", [0, 0, behind], {
      ...{ given, side, is: [side < 0 ? "left" : "right"] },
      made: { roll: place.int(0, 1) === 0 ? MATERIALS.slate : MATERIALS.red },
    });
  setOut(stage, "travel/tent-inside", [0, 0, behind], { given });
}

const HALF = 1.7;
const HIGH = 2.6;
/** Metres between two ribs. */
const BAY = 2.1;
/** Height at which the wall leans inwards below the ceiling. */
const SHOULDER = 1.95;
const CROWN = 1.05;

export function shipCorridor(stage: Stage): void {
  const side = stage.place.flip() ? 1 : -1;
  const given = setRoom(stage, "travel/ship-corridor", { side });
  // Nearest last, because ribs cover the panels behind them.
  for (let z = given.back - 0.2; z > given.first; z -= BAY) rib(stage, z);
  setOut(stage, "travel/ship-end", [0, 0, stage.behind], { given });
}

/** An arch of the hull. */
function rib(stage: Stage, z: number): void {
  const { camera, pen } = stage;
  const line: readonly Pt[] = [
    [-HALF, 0],
    [-HALF, SHOULDER],
    [-CROWN, HIGH],
    [CROWN, HIGH],
    [HALF, SHOULDER],
    [HALF, 0],
  ];
  const inner = line.map(([x, y]): Pt => [x * 0.93, y > 0 ? y - 0.1 : 0]);
  const seen = (points: readonly Pt[]) => points.map(([x, y]): Pt => camera.see(x, y, z));
  pen.shape(sharp([...seen(line), ...seen(inner).toReversed()]), { tone: 0.58 }, 0.8);
}

/** Whether a roof is the roof of a moving train. */
export const isTrainRoof = ({ told, scene }: Pick<Picture, "told" | "scene">): boolean =>
  scene.place.kind === "rooftop" && told.place.trainRoof === true;

export function trainRoof(stage: Stage): void {
  const { camera } = stage;
  drawSky(stage, camera.horizon);
  const z = stage.behind + 0.9;
  const [, rim] = camera.see(0, 0, z);
  drawLand(stage, rim);
  setOut(stage, "travel/train-roof", [0, 0, stage.behind], { given: { reach: 0.4, beyond: 14 } });
}

/** Fields far below, blurred by speed into horizontal streaks. */
function drawLand(stage: Stage, rim: number): void {
  const { pen, camera, width, night, picture } = stage;
  const from = Math.min(camera.horizon, rim);
  pen.of(MATERIALS.hill).fill(band(stage, from, rim + 4), { tone: night ? 0.5 : 0.3 });
  const rng = chance(hashOf(picture.scene.id, "streaks"));
  const lines = pen.of(MATERIALS.plain);
  for (let i = 0; i < 36; i++) {
    const y = lerp(from - (rim - from) * 1.2, rim - 2, rng.next());
    const long = width * rng.between(0.12, 0.6);
    const x = rng.between(-0.2, 1) * width;
    const w = rng.between(0.5, 2.2);
    lines.fill(
      sharp(through([x, y], [x + long * 0.4, y - w], [x + long, y], [x + long * 0.4, y + w])),
      i % 3 === 0 && !night ? "black" : i % 3 === 1 ? { tone: 0.4 } : "white",
    );
  }
}
