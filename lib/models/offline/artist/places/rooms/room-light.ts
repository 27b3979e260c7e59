// The light of a room: dim under its ceiling and in its corners. By day the floor catches what the windows let in, paper-white
// before the reader's feet; by night it is darkest there.
import { build } from "../compositions.ts";
import { fade, type Stage } from "../stage.ts";

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
  const floor = {
    veil: night
      ? fade(foot, stage.height, 0.12, 0.26 + grey)
      : fade(foot, stage.height, 0.2 + grey, grey * 0.6),
  };
  build(stage, "rooms/shade", [0, 0, 0], { given: { half, high: h, near, back }, paints: { wall, floor } });
}
