// What hangs things up in the open, where no wall is for them: a board on two posts with a little roof, or a cord from above.

import type { PanelView } from "../camera/view.ts";
import { listed } from "../closed/listed.ts";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import { boxed, ellipse, lerp, type Pt, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { drawPart } from "./parts.ts";
import { hangs, PINNED } from "./prop-spots.ts";
import type { Spot } from "./thing-spot.ts";

/** What hangs free. */
const ON_CORDS: ReadonlySet<Prop> = new Set(
  listed("chandelier wind-chime paper-lantern teru-teru-bozu shimenawa icicle"),
);

/** Places in the open with ground for a post. */
export const hasNoWalls = (place: PlaceKind): boolean =>
  !isIndoors(place) && !/^(?:sea|sky|space|abstract)$/u.test(place);

/** Whether something hangs where there is no wall. */
export const needsHolder = (prop: Prop, { picture }: PanelView): boolean =>
  hasNoWalls(picture.scene.place.kind) && hangs(prop, picture) && !(PINNED.has(prop) && prop !== "poster");

/** Draws what holds it, behind it. */
export function drawHolder(pen: Pen, view: PanelView, { prop, x, y, width, height }: Spot): void {
  const top = y - height;
  if (ON_CORDS.has(prop)) {
    for (const u of width > height * 1.6 ? [-0.42, 0.42] : [0])
      pen.line(
        sharp(through([x + width * u, top + height * 0.1], [x + width * u, -40]) as Pt[]),
        0.9,
        "none",
      );
    return;
  }
  const wood = pen.of(MATERIALS.wood);
  const { camera } = view;
  const foot = Math.max(y + height * 0.5, camera.see(0, 0, camera.distance + 1.2)[1]);
  const m = Math.max(6, Math.min(width, height) * 0.16);
  const [left, right] = [x - width / 2 - m, x + width / 2 + m];
  const post = m * 0.55;
  for (const px of [left + post, right - post]) {
    wood.fill(ellipse(px, foot, post * 2.2, post * 0.6, 10), { veil: 0.3 });
    wood.shape(sharp(boxed([px - post / 2, top - m], [px + post / 2, foot])), { tone: 0.5 }, 0.8);
  }
  // The board is as wide and high as the frame, its roof in margins of it.
  const at = (v: number): number => top - m + v;
  const board = ([u, v]: Pt): Pt => [lerp(left, right, u / 100), at((v * (height + m * 2)) / 100)];
  const roof = ([u, v]: Pt): Pt => [x + (u * m) / 100 + Math.sign(u) * (right - x), at((v * m) / 100)];
  drawPart(wood, "standing/board", { frames: { board, roof } });
}
