// The light between two rows of houses: the one that turns its back to the sun, and a road that gives back the sky.

import { rowsOf } from "../../pen/curves.ts";
import { fade, quad, type Stage } from "../stage.ts";
import { isSnowedOn } from "../weather/snow.ts";

/** How dark the row is that turns its back to the sun, as a veil; clouds leave little of the difference. */
export const turnedAway = ({ picture: { scene } }: Stage): number =>
  scene.weather !== "clear" ? 0.12 : scene.hour === "day" ? 0.08 : 0.34;

/** Towards its end a road gives back the sky, wet or under a low sun: `half` metres to either side, as far as `far`. */
export function sheen(stage: Stage, half: number, far: number): void {
  const { camera, height, picture } = stage;
  const { hour, weather } = picture.scene;
  const wet = weather === "rain" || weather === "storm";
  if (isSnowedOn(picture) || (!wet && (hour === "day" || stage.night))) return;
  const end = camera.horizon + (height - camera.horizon) * 0.75;
  quad(
    { ...stage, pen: stage.lamp },
    rowsOf([-half, 0.001, 0.5], [half, 0.001, 0.5], [half, 0.001, far], [-half, 0.001, far]),
    { light: fade(camera.horizon, end, stage.night ? 0.26 : 0.62, 0) },
    0,
  );
}
