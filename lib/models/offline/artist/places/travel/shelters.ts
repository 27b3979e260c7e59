// Where people are carried or camp: a bus across, and a tent with its lamp.

import { ellipse, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { setOut } from "../drawers.ts";
import { NEAR } from "../rooms/room-parts.ts";
import { setRoom } from "../rooms/set-room.ts";
import { along, fade, made, paper, type Stage } from "../stage.ts";

/** Seats in pairs before wide windows, straps from a rail. */
export function bus(stage: Stage): void {
  const { camera, pen } = stage;
  const { back } = setRoom(stage, "travel/bus-side");
  const k = camera.focal / (back - 1.2);
  for (let x = -3.9; x < 4; x += 0.7) {
    const [px, py] = camera.see(x, 2.02, back - 1.2);
    pen.line(through([px, py], [px + 1, py + k * 0.18]), 1.4, "none");
    pen.stroke(ellipse(px + 1, py + k * 0.27, k * 0.07, k * 0.09, 10), "black", 1.3);
  }
  along(stage, [NEAR, 2.06], [back, 2.2], { x: -4.38, paint: { tone: 0.3 }, weight: 0.5 });
}

/** Canvas over a ridge, the flap open on what the hour shows, a lamp from the pole, blankets and bags along the sides. */
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
