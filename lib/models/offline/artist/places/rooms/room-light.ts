// The light of a room: dim under its ceiling and in its corners. By day the floor catches what the windows let in, paper-white
// before the reader's feet; by night it is darkest there.
import { rowsOf, through } from "../../pen/curves.ts";
import { along, fade, front, quad, type Stage } from "../stage.ts";

export interface Room {
  half: number;
  height: number;
  near: number;
  back: number;
}

/** What falls off on walls and floor; drawn on bare walls, so that windows and what stands there keep their own light. */
export function shadeRoom(stage: Stage, { half, height: h, near, back }: Room): void {
  const { camera } = stage;
  const { hour, weather } = stage.picture.scene;
  const night = hour === "night";
  const grey = night ? 0.3 : weather === "clear" || weather === "wind" ? 0 : 0.08;
  const top = Math.max(0, camera.see(0, h, back)[1]);
  const foot = camera.see(0, 0, back)[1];
  const wall = { veil: fade(top, top + (foot - top) * 0.8, (night ? 0.28 : 0.2) + grey, night ? 0.16 : 0) };
  front(stage, [-half, 0], [half, h], { z: back - 0.015, paint: wall, weight: 0 });
  for (const s of [-1, 1])
    along(stage, [near, 0], [back, h], { x: s * (half - 0.012), paint: wall, weight: 0 });
  for (const s of [-1, 1]) {
    front(stage, [s * half, 0], [s * (half - 0.42), h], { z: back - 0.02, paint: { veil: 0.16 }, weight: 0 });
    front(stage, [s * half, 0], [s * (half - 0.16), h], { z: back - 0.02, paint: { veil: 0.2 }, weight: 0 });
    along(stage, [back - 0.9, 0], [back, h], { x: s * (half - 0.02), paint: { veil: 0.18 }, weight: 0 });
  }
  const floor = rowsOf([-half, 0.005, near], [half, 0.005, near], [half, 0.005, back], [-half, 0.005, back]);
  quad(
    stage,
    floor,
    {
      veil: night
        ? fade(foot, stage.height, 0.12, 0.26 + grey)
        : fade(foot, stage.height, 0.2 + grey, grey * 0.6),
    },
    0,
  );
  for (const [depth, veil] of through([0.5, 0.2], [0.2, 0.2]))
    quad(
      stage,
      [
        [-half, 0.006, back - depth],
        [half, 0.006, back - depth],
        [half, 0.006, back],
        [-half, 0.006, back],
      ],
      { veil },
      0,
    );
}
