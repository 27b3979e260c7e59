// A corridor aboard a ship or a station in space, with the ribs that carry its hull.
import { type Pt, sharp } from "../../pen/curves.ts";
import { setOut } from "../drawers.ts";
import { setRoom } from "../rooms/set-room.ts";
import type { Stage } from "../stage.ts";

const HALF = 1.7;
const HIGH = 2.6;
/** Metres between two ribs. */
const BAY = 2.1;
/** Where the wall leans in under the ceiling. */
const SHOULDER = 1.95;
const CROWN = 1.05;

export function shipCorridor(stage: Stage): void {
  const side = stage.place.flip() ? 1 : -1;
  const given = setRoom(stage, "travel/ship-corridor", { side });
  // Nearest last: ribs stand before the panels between them.
  for (let z = given.back - 0.2; z > given.first; z -= BAY) rib(stage, z);
  setOut(stage, "travel/ship-end", [0, 0, stage.behind], { given });
}

/** An arch that carries the hull. */
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
