// A staircase between brick walls. A figure on it has steps in front and behind; a figure told to be at its foot stands in front of it.

import { toldOf } from "../camera/figure-told.ts";
import type { Picture } from "../closed/storyboard.ts";
import { corner, type Pt } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import { setOut } from "./drawers.ts";
import { NEAR } from "./rooms/room-parts.ts";
import { setRoom } from "./rooms/set-room.ts";
import { edge, made, type Stage, solid } from "./stage.ts";
import { floorOf, joints } from "./walls.ts";

/** Rise and tread of a step in metres. */
const RISE = 0.2;
const TREAD = 0.36;
const STEPS = 14;
/** Half the distance between the walls in metres. */
const HALF = 2.6;

/** Whether the people of a picture are on the steps, and not on the floor in front of them. */
export const isOnSteps = (picture: Pick<Picture, "figures" | "told">): boolean =>
  picture.figures.some((figure) => !toldOf(picture, figure).atFootOfStairs);

/** Height of each step above the people's ground, and distance of its near edge, highest first. Figures on the stairs stand exactly on one step. */
export function stepsOf(
  picture: Pick<Picture, "figures" | "told">,
  distance: number,
): { y: number; z: number }[] {
  const on = isOnSteps(picture);
  const below = on ? Math.max(0, Math.floor((distance - 0.18 - NEAR) / TREAD)) : 0;
  const first = on ? distance - 0.18 : distance + 0.8;
  return Array.from({ length: STEPS + below }, (_, i) => STEPS - 1 - i).map((i) => ({
    y: (on ? i : i + 1) * RISE,
    z: first + i * TREAD,
  }));
}

export function stairs(stage: Stage): void {
  const { picture, camera } = stage;
  const { back } = setRoom(stage, "rooms/stairs");
  const on = isOnSteps(picture);
  const steps = stepsOf(picture, camera.distance);
  // Steps that people are on fill the width between the walls.
  const [x, w] = on ? [-HALF, HALF * 2] : [-2.2, 3.6];
  const wood = made(stage, MATERIALS.wood);
  for (const { y, z } of steps)
    solid(wood, [x, y - RISE, z], [w, RISE, 0.4], { front: { tone: 0.36 }, weight: 0.55 });
  const from = camera.distance + 0.8;
  if (!on) joints(stage, floorOf(0, [-HALF, HALF], [NEAR, from]), [0.6, 0.6], 0.45);
  drawRail(stage, steps, on ? 1.9 : 1.2);
  setOut(stage, "rooms/stairwell", [0, 0, 0], { given: { back, from } });
}

/** A handrail on posts, from the nearest visible step to the last. */
function drawRail(stage: Stage, steps: readonly { y: number; z: number }[], x: number): void {
  const posts = steps.filter(({ z }, i) => i % 2 === 1 && z > NEAR + 0.4);
  for (const { y, z } of posts) edge(stage, [x, y, z], [x, y + 0.9, z], 1.1);
  const rail = [posts.at(-1), posts[0]].flatMap((post): Pt[] =>
    post ? [corner(stage.camera.see(x, post.y + 0.9, post.z))] : [],
  );
  stage.pen.stroke(rail, "black", 3);
  stage.pen.stroke(rail, "white", 1.2);
}
