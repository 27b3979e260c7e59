// Lamps that nobody lifts: a lantern on a post in the open, with its light on the ground after dark, under which people are told to
// be; and a lamp that is told to be enormous, which is a beacon's, of glass rings on a pedestal.

import type { Composition } from "../camera/composition.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { PanelView } from "../camera/view.ts";
import type { Prop } from "../closed/staging.ts";
import { corner, ellipse, type Pt, placed, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
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
  pen.haloed(pen.nib * 0.6, (p) => beacon(p.at(placed(x, y, 0, k / 100))));
  const corners: Pt[] = through([x - k * 0.62, y - k * BEACON], [x + k * 0.62, y]);
  paper.name("lamp", corners);
  return corners;
}

/** A lens like a beehive between bands of brass, its pedestal and its cap, in hundredths of a metre from the floor up. */
function beacon(pen: Pen): void {
  const iron = pen.of(MATERIALS.slate);
  const brass = pen.of(MATERIALS.lamp);
  iron.shape(
    [corner([-52, 0]), [-40, -14], corner([-26, -18]), corner([26, -18]), [40, -14], corner([52, 0])],
    "black",
    0.8,
  );
  iron.shape(sharp(through([-24, -18], [-18, -58], [18, -58], [24, -18])), { tone: 0.7 }, 0.8);
  iron.fill(sharp(through([6, -18], [5, -58], [18, -58], [24, -18])), "black");
  brass.shape(sharp(through([-50, -56], [-50, -68], [50, -68], [50, -56])), { tone: 0.4 }, 0.8);
  const hive: Pt[] = [
    corner([-46, -68]),
    [-60, -118],
    corner([-40, -174]),
    corner([40, -174]),
    [60, -118],
    corner([46, -68]),
  ];
  const glass = pen.of(MATERIALS.glass);
  glass.shape(hive, { tone: 0.12 }, 1);
  glass.inside(hive, (p) => {
    p.fill(sharp(through([18, -180], [70, -180], [70, -60], [34, -60])), { tone: 0.34 });
    for (let i = 1; i < 10; i++) {
      const y = -68 - i * 10.6;
      const sag = (118 + y) * 0.12;
      p.stroke(through([-64, y + sag], [0, y - sag * 0.4], [64, y + sag]), "black", i === 5 ? 1.2 : 0.6);
    }
    p.stroke(ellipse(0, -120, 22, 26, 16), "black", 0.9, true);
    p.fill(ellipse(0, -120, 16, 20, 14), "white");
    p.stroke(through([-38, -86], [-48, -118], [-34, -160]), "white", 1.8);
  });
  for (const x of [-28, 28])
    iron.line(through([x * 0.9, -68], [x * 1.25, -120], [x * 0.8, -174]), 0.9, "none");
  brass.shape(sharp(through([-46, -172], [-46, -182], [46, -182], [46, -172])), { tone: 0.4 }, 0.8);
  iron.shape([corner([-42, -182]), [-20, -202], [0, -208], [20, -202], corner([42, -182])], "black", 0.8);
  iron.fill(ellipse(0, -210, 6, 7, 8), "black");
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
  pen.haloed(pen.nib * 0.5, (p) =>
    drawLampPost(p.at(placed(foot[0], foot[1], 0, k / 100)), picture.scene.hour),
  );
  const corners: Pt[] = [
    [foot[0] - k * 0.24, foot[1] - TALL * k],
    [foot[0] + k * 0.24, foot[1] - k * (TALL - 0.9)],
  ];
  paper.name(prop, corners);
  return corners;
}

/** In hundredths of a metre, from its foot up. */
export function drawLampPost(pen: Pen, hour: PanelView["picture"]["scene"]["hour"]): void {
  const iron = pen.of(MATERIALS.slate);
  iron.shape(sharp(through([-16, 0], [-12, -26], [12, -26], [16, 0])), "black", 0.6);
  iron.shape(sharp(through([-6, -24], [-4, -252], [4, -252], [6, -24])), { tone: 0.7 }, 0.7);
  iron.fill(sharp(through([1, -24], [1, -252], [4, -252], [6, -24])), "black");
  iron.shape(ellipse(0, -64, 9, 5, 10), "black", 0.5);
  iron.stroke(through([-24, -232], [0, -226], [24, -232]), "black", 1.4);
  const glass = sharp(through([-14, -256], [-22, -302], [22, -302], [14, -256]));
  if (hour === "night" || hour === "dusk") pen.of(MATERIALS.lamp).shape(glass, "white", 0.9);
  else pen.of(MATERIALS.glass).shape(glass, { tone: 0.16 }, 0.9);
  iron.line(sharp(through([0, -256], [0, -302])), 0.6, "none");
  iron.shape(sharp(through([-18, -250], [-14, -257], [14, -257], [18, -250])), "black", 0.5);
  iron.shape([corner([-28, -300]), [-14, -318], [0, -326], [14, -318], corner([28, -300])], "black", 0.6);
  iron.fill(ellipse(0, -327, 4, 6, 8), "black");
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
