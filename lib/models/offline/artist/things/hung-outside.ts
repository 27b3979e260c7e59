// What hangs things up in the open, where no wall is for them: a board on two posts with a little roof, or a cord from above.

import type { PanelView } from "../camera/view.ts";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import { boxed, corner, ellipse, type Pt, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { hangs, PINNED } from "./prop-spots.ts";
import type { Spot } from "./thing-spot.ts";

/** What hangs free. */
const ON_CORDS: ReadonlySet<Prop> = new Set([
  ...(["chandelier", "wind-chime", "paper-lantern", "teru-teru-bozu", "shimenawa", "icicle"] as const),
]);

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
  wood.shape(sharp(boxed([left, top - m], [right, y + m])), { tone: 0.16 }, 0.9);
  for (const v of [0.3, 0.66])
    wood.line(
      sharp(through([left, top - m + (height + m * 2) * v], [right, top - m + (height + m * 2) * v])),
      0.4,
      "none",
    );
  wood.shape(
    [
      corner([left - m * 0.8, top - m]),
      corner([x, top - m * 2.3]),
      corner([right + m * 0.8, top - m]),
      corner([right + m * 0.8, top - m * 0.6]),
      corner([left - m * 0.8, top - m * 0.6]),
    ],
    { tone: 0.6 },
    0.9,
  );
}
