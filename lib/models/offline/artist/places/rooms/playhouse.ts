// A stage as those who watch see it: boards under lamps, a painted cloth at the back, curtains at the sides and over it.
import { boxed, ellipse, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { byItself, setOut } from "../drawers.ts";
import { mark, patch, round } from "../flat-shapes.ts";
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
  const { place } = stage;
  const wall = frontWall(back, [-half - 1, half + 1], [0, 5.4]);
  patch(made(stage, MATERIALS.slate), wall, boxed([0, 0], [wall.w, 5.4]), { tone: 0.34 }, 0.8);
  patch(made(stage, MATERIALS.lamp), wall, round([wall.w * 0.68, 3.5], 0.6, 20), "white", 0.8);
  for (let u = 0.2; u < wall.w; ) {
    const [w, h] = [place.between(0.6, 1.1), place.between(1.2, 2.4)];
    patch(
      stage,
      wall,
      through([u, 0], [u + w, 0], [u + w, h], [u + w / 2, h + 0.35], [u, h]),
      { tone: place.pick([0.56, 0.68, 0.78]) },
      0.7,
    );
    for (let v = 0.6; v < h - 0.2; v += 0.5)
      for (const du of [0.16, 0.58])
        if (place.flip(0.5))
          patch(
            made(stage, MATERIALS.lamp),
            wall,
            boxed([u + w * du, v], [u + w * du + 0.14, v + 0.2]),
            "white",
            0.4,
          );
    u += w + 0.04;
  }
  for (let u = 0.5; u < wall.w; u += 1.2) mark(stage, wall, through([u, 2.6], [u + 0.05, 5.2]), 0.3);
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
