// Parts of streets besides houses: signs with illegible writing, and the light between two rows of houses.
import { type Pt, rowsOf } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { fade, made, quad, type Stage } from "../stage.ts";
import { detailOf, panel, type Wall } from "../walls.ts";
import { isSnowedOn } from "../weather/light.ts";

/** Strokes on a board that suggest a name; signs are never legible. */
export function writing(stage: Stage, board: Wall): void {
  const { w, h } = board;
  const lying = w > h;
  const size = (lying ? h : w) * 0.68;
  const n = Math.max(2, Math.floor((lying ? w : h) / (size * 1.35)));
  for (let i = 0; i < n; i++) {
    const t = (i + 0.5) / n;
    glyph(stage, board, lying ? [w * t, h / 2] : [w / 2, h * t], size);
  }
}

/** A character of distant writing: a few blots on a grid. */
function glyph(stage: Stage, wall: Wall, [u, v]: Pt, size: number): void {
  const { place } = stage;
  for (const row of [-0.4, -0.08, 0.24]) {
    const from = place.between(-0.5, -0.1);
    const to = from + place.between(0.25, 0.6);
    panel(
      stage,
      wall,
      [u + from * size, v + row * size, u + to * size, v + (row + place.between(0.1, 0.2)) * size],
      { tone: 0.55 },
      0,
    );
  }
}

/** A sign that projects over the street at right angles to its wall. */
export function hangingSign(setting: Stage, x: number, z: number, y: number): void {
  const stage = made(setting, MATERIALS.sign);
  const { place } = stage;
  const out = x > 0 ? -1 : 1;
  const h = place.between(0.8, 1.5);
  const board: Wall = { at: (u, v) => [x + out * (0.12 + u), y + v, z], w: 0.6, h };
  panel(stage, board, [0, 0, 0.6, h], place.flip(0.4) ? "black" : "white", 0.7);
  if (detailOf(stage, board) > 20)
    writing(stage, { at: (u, v) => board.at(u + 0.06, v + 0.06), w: 0.48, h: h - 0.12 });
}

/** Strength of the veil on the row of houses away from the sun; clouds reduce the contrast. */
export const turnedAway = ({ picture: { scene } }: Stage): number =>
  scene.weather !== "clear" ? 0.12 : scene.hour === "day" ? 0.08 : 0.34;

/** Reflection of the sky on a wet road or under a low sun: `half` metres to either side, as far as `far`. */
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
