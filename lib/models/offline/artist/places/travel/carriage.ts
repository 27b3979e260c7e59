// Trains and buses along their aisle, as whoever stands in them sees them: seats, windows and doors on both sides,
// straps from their rails, notices, a door or the driver's window at the end.

import type { Picture } from "../../closed/storyboard.ts";
import { sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { setOut } from "../drawers.ts";
import { type Lines, roomOf, setRoom } from "../rooms/set-room.ts";
import { edge, made, type Stage } from "../stage.ts";

const ON_SEATS = /^(?:sit|sleep|lie|eat|write|read)$/u;

/** Whether a carriage is looked along: whole people stand in it, or nobody is there, and nothing is told of its windows. */
export const isAlongAisle = ({ scene, shot, figures, told }: Picture): boolean =>
  (scene.place.kind === "train" || scene.place.kind === "bus") &&
  (shot === "full" || shot === "long" || shot === "establishing") &&
  figures.every(({ pose }) => !ON_SEATS.test(pose)) &&
  !told.windows;

/** A carriage with its rows, from its far end to the first bay that is seen; gives the lines that they measure from. */
function carriage(stage: Stage, name: string, aisle: number): Lines & { from: number } {
  const from = Math.max(0.6, stage.camera.distance * 0.5);
  // Whoever stands in the aisle has the seats behind them.
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
