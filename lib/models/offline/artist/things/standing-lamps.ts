// Lamps that nobody lifts: a lantern on a post in the open, with its light on the ground after dark, under which people are told to
// be; and a lamp that is told to be enormous, which is a beacon's, of glass rings on a pedestal.

import type { Composition } from "../camera/composition.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { PanelView } from "../camera/view.ts";
import type { Prop } from "../closed/staging.ts";
import { ellipse, type Pt, placed, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "./parts.ts";
import { freeX } from "./prop-spots.ts";

/** Metres from the ground to the top of a street lamp. */
const TALL = 3.3;
/** Metres of a beacon's lamp. */
const BEACON = 2.1;

/** A beacon whose lens is told of: under the hands of whoever pushes it, else beside the people where the lens is great. */
export function turnedLens(paper: Pen, view: PanelView, plan: Composition): Pt[][] {
  const { lens, hugeLamp } = view.picture.told;
  if (!lens) return [];
  const pusher = plan.standing.find(({ figure }) => figure.pose === "push");
  if (!pusher) {
    const x = view.width * freeX(view, plan, plan.metre * 0.6, { jitter: 0.5, beside: [] });
    return hugeLamp ? [drawBeacon(paper, view, plan, x)] : [];
  }
  const towards = pusher.figure.facing === "left" ? -1 : 1;
  return [drawBeacon(paper, view, plan, pusher.x + towards * plan.metre * 1.15)];
}

/** Beside the people, on the floor at `x`. */
export function drawBeacon(paper: Pen, { height }: PanelView, plan: Composition, x: number): Pt[] {
  const k = Math.min(plan.metre, (height * 0.62) / BEACON);
  const y = Math.min(plan.groundY, height * 0.97) - height * 0.02;
  const pen = paper.withNib(Math.max(1.6, Math.min(3, height / 240)));
  pen.fill(ellipse(x, y, k * 0.8, k * 0.12, 12), { veil: 0.35 });
  pen.haloed(pen.nib * 0.6, (p) => drawPart(p.at(placed(x, y, 0, k / 100)), "standing/beacon"));
  const corners: Pt[] = through([x - k * 0.62, y - k * BEACON], [x + k * 0.62, y]);
  paper.name("lamp", corners);
  return corners;
}

/** Stands behind whoever is under it, else at `x`, and is never so tall that its light would be cut off. */
export function drawStreetLamp(
  paper: Pen,
  view: PanelView,
  plan: Composition,
  { prop, x }: { prop: Prop; x: number },
): Pt[] {
  const { camera, height, width, picture } = view;
  const under = plan.standing.find(({ figure }) => toldOf(picture, figure).underLamp);
  const z = camera.distance * 1.25 + 0.6;
  const y = camera.see(0, 0, z)[1];
  const k = Math.min(camera.focal / z, (y - height * 0.05) / TALL);
  const side = (under?.x ?? x) > width / 2 ? 1 : -1;
  const foot: Pt = [under ? under.x + side * Math.min(k * 0.5, width * 0.14) : x, y];
  if (picture.scene.hour === "night") light(paper, foot, { k, low: Math.max(foot[1], plan.groundY) });
  const pen = paper.withNib(Math.max(1.6, Math.min(3, height / 240)));
  const { hour } = picture.scene;
  const is = [hour === "night" || hour === "dusk" ? "lit" : "unlit"];
  pen.haloed(pen.nib * 0.5, (p) =>
    drawPart(p.at(placed(foot[0], foot[1], 0, k / 100)), "standing/lamp-post", { is }),
  );
  const corners: Pt[] = [
    [foot[0] - k * 0.24, foot[1] - TALL * k],
    [foot[0] + k * 0.24, foot[1] - k * (TALL - 0.9)],
  ];
  paper.name(prop, corners);
  return corners;
}

/** Its cone down to the feet of whoever is under it, and the pool on the ground. */
function light(pen: Pen, [x, y]: Pt, { k, low }: { k: number; low: number }): void {
  const top = y - k * 2.8;
  const r = (v: number) => Math.round(v * 10) / 10;
  const foot = (y + low) / 2;
  const wide = k * 1.25;
  pen.fill(sharp(through([x - k * 0.2, top], [x + k * 0.2, top], [x + wide, foot], [x - wide, foot])), {
    light: { type: "linear", at: [0, r(top), 0, r(foot)], stops: through([0, 0.42], [1, 0.1]) },
  });
  pen.fill(ellipse(x, foot, wide, Math.max(k * 0.22, (low - y) * 0.5 + k * 0.1), 14), { light: 0.3 });
  pen.fill(ellipse(x, y - k * 2.8, k * 1.1, k * 1.1, 14), {
    light: { type: "radial", at: [r(x), r(y - k * 2.8), 1, r(k * 1.1)], stops: through([0, 0.6], [1, 0]) },
  });
}
