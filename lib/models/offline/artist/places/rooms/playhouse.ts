// A stage as those who watch see it: boards under lamps, a painted cloth at the back, curtains at the sides and over it.
import { ellipse, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { byItself, setOut } from "../drawers.ts";
import { fade, glow, level, made, paper, type Stage } from "../stage.ts";
import { boards, floorOf, frontWall } from "../walls.ts";
import { halfOf, NEAR } from "./room-parts.ts";

export function playhouse(setting: Stage): void {
  const { pen, camera, height } = setting;
  const stage = byItself(setting, "stage");
  const { place } = stage;
  const back = stage.behind + 2.6;
  const half = halfOf(stage, back, 3.6);
  pen.fill(paper(stage), { tone: fade(0, height, 0.9, 0.7) });
  const wood = made(stage, MATERIALS.wood);
  level(wood, [-half - 3, NEAR], [half + 3, back], { y: 0, paint: { tone: 0.3 }, weight: 0 });
  boards(stage, place, floorOf(0, [-half - 3, half + 3], [Math.max(NEAR, camera.distance * 0.5), back]), 0.3);
  backcloth(stage, half, back);
  const given = { half, back, front: Math.max(NEAR + 0.6, camera.distance - 1.1) };
  setOut(stage, "rooms/curtains", [0, 0, stage.behind], { given });
  for (const x of [-1.6, 1.4]) spot(stage, x, back);
  setOut(stage, "rooms/footlights", [0, 0, stage.behind], { given });
}

/** A cloth on which a town at evening is painted. */
function backcloth(stage: Stage, half: number, back: number): void {
  setOut(stage, "rooms/backcloth", frontWall(back, [-half - 1, half + 1], [0, 5.4]));
}

/** A cone of light, and the round that it throws on the boards. */
function spot(stage: Stage, x: number, back: number): void {
  const { camera, lamp } = stage;
  const z = Math.min(back - 0.6, camera.distance + 0.6);
  const from = camera.see(x * 1.8, 5.8, z);
  const [px, py] = camera.see(x * 0.45, 0, z);
  const k = camera.focal / z;
  lamp.fill(
    sharp([
      [from[0] - k * 0.1, from[1]],
      [from[0] + k * 0.1, from[1]],
      [px + k * 1.1, py],
      [px - k * 1.1, py],
    ]),
    { light: 0.16 },
  );
  lamp.fill(ellipse(px, py, k * 1.1, k * 0.26, 22), { light: 0.3 });
  glow(stage, [px, py - k], k * 2.4, 0.25);
}
