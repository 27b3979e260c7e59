// Fixed things drawn from parts with a foot of their own: a clock on a post; a street lamp with its light on the ground after dark; the huge lamp
// of a lighthouse, with glass rings on a pedestal; and a school desk, which stands for a table in a classroom.

import { toldOf } from "../camera/figure-told.ts";
import type { Composition, PanelView } from "../camera/view.ts";
import type { Prop } from "../closed/staging.ts";
import { clamp, ellipse, type Pt, placed, rect, sharp, through } from "../pen/curves.ts";
import { round } from "../pen/outlines.ts";
import type { Pen } from "../pen/pen.ts";
import { fade, ring } from "../places/stage.ts";
import { drawPart } from "./parts.ts";
import { freeX } from "./prop-spots.ts";
import { sizeOf } from "./props.ts";

/** Height in metres of a clock or lamp post, and of a lighthouse lamp. */
const [TALL, BEACON] = [3.3, 2.1];

interface Stand {
  part: string;
  is?: readonly string[];
  foot: Pt;
  /** Units of a metre. */
  k: number;
  /** The box for lettering and names, in metres: half width, top and foot above the ground. */
  box: readonly [half: number, top: number, low: number];
  halo: number;
}

function drawStand(paper: Pen, { height }: PanelView, name: Prop, stand: Stand): Pt[] {
  const { part, is = [], foot, k, box, halo } = stand;
  const [x, y] = foot;
  const pen = paper.withNib(clamp(height / 240, 1.6, 3));
  pen.haloed(pen.nib * halo, (p) => drawPart(p.at(placed(x, y, 0, k / 100)), `standing/${part}`, { is }));
  const corners: Pt[] = through([x - k * box[0], y - k * box[1]], [x + k * box[0], y - k * box[2]]);
  paper.name(name, corners);
  return corners;
}

/** Units of a metre for a post at `y` behind the people, limited so that its head is not cropped. */
const postSize = ({ camera, height }: PanelView, z: number, y: number): number =>
  Math.min(camera.focal / z, (y - height * 0.05) / TALL);

const behindPeople = ({ camera }: PanelView): number => camera.distance * 1.25 + 0.6;

/** Draws a clock on a post at `x`. */
export function drawPostClock(paper: Pen, view: PanelView, { groundY }: Composition, x: number): Pt[] {
  const z = behindPeople(view);
  const y = Math.min(view.camera.see(0, 0, z)[1], groundY);
  const k = postSize(view, z, y);
  paper.fill(ellipse(x, y, k * 0.5, k * 0.07, 10), { veil: 0.35 });
  const box = [0.4, TALL, TALL - 0.8] as const;
  return drawStand(paper, view, "clock", { part: "post-clock", foot: [x, y], k, box, halo: 0.5 });
}

/** The lens of a lighthouse if told: under the hands of a figure that pushes it, else beside the people if it is huge. */
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

/** Draws the lamp beside the people, on the floor at `x`. */
export function drawBeacon(paper: Pen, view: PanelView, { metre, groundY }: Composition, x: number): Pt[] {
  const { height } = view;
  const k = Math.min(metre, (height * 0.62) / BEACON);
  const y = Math.min(groundY, height * 0.97) - height * 0.02;
  paper.fill(ellipse(x, y, k * 0.8, k * 0.12, 12), { veil: 0.35 });
  const box = [0.62, BEACON, 0] as const;
  return drawStand(paper, view, "lamp", { part: "beacon", foot: [x, y], k, box, halo: 0.6 });
}

/** Draws a street lamp behind the figure told to be under it, else at `x`. */
export function drawStreetLamp(
  paper: Pen,
  view: PanelView,
  plan: Composition,
  { prop, x }: { prop: Prop; x: number },
): Pt[] {
  const { camera, width, picture } = view;
  const { hour } = picture.scene;
  const under = plan.standing.find(({ figure }) => toldOf(picture, figure).underLamp);
  const z = behindPeople(view);
  const y = camera.see(0, 0, z)[1];
  const k = postSize(view, z, y);
  const side = (under?.x ?? x) > width / 2 ? 1 : -1;
  const foot: Pt = [under ? under.x + side * Math.min(k * 0.5, width * 0.14) : x, y];
  if (hour === "night") light(paper, foot, { k, low: Math.max(y, plan.groundY) });
  const is = [hour === "night" || hour === "dusk" ? "lit" : "unlit"];
  const box = [0.24, TALL, TALL - 0.9] as const;
  return drawStand(paper, view, prop, { part: "lamp-post", is, foot, k, box, halo: 0.5 });
}

/** The cone of light down to the feet of the figure, and the pool of light on the ground. */
function light(pen: Pen, [x, y]: Pt, { k, low }: { k: number; low: number }): void {
  const top = y - k * 2.8;
  const foot = (y + low) / 2;
  const wide = k * 1.25;
  const cone = through([x - k * 0.2, top], [x + k * 0.2, top], [x + wide, foot], [x - wide, foot]);
  pen.fill(sharp(cone), { light: fade(top, foot, 0.42, 0.1) });
  pen.fill(ellipse(x, foot, wide, Math.max(k * 0.22, (low - y) * 0.5 + k * 0.1), 14), { light: 0.3 });
  const halo = ring([round(x), round(y - k * 2.8)], [1, round(k * 1.1)], [0, 0.6], [1, 0]);
  pen.fill(ellipse(x, y - k * 2.8, k * 1.1, k * 1.1, 14), { light: halo });
}

/** Draws a desk in the table's own space and under its name, because it stands for the table. */
export function drawSchoolDesk(pen: Pen): void {
  drawPart(pen, "standing/school-desk");
  const [left, high, right, low] = sizeOf("table").extent;
  pen.name("table", rect(left, high, right - left, low - high));
}
