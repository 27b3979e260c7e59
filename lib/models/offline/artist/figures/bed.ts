// A bed with its quilt (`assets/parts/beds`), seen from the side (ground at y = 0, head to the left) and from
// above; and what lies under a figure that is seen from above: the sheet of a bed, or the ground.

import type { Standing } from "../camera/standing.ts";
import type { PanelView } from "../camera/view.ts";
import { groupsOf, measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import { mix, type Pt, placed, rect, through } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { paper, type Stage, stageFor } from "../places/stage.ts";
import { isSnowedOn } from "../places/weather/light.ts";
import { drawPart } from "../things/parts.ts";
import { bodyAs } from "./body/stances.ts";
import type { FigureSpec } from "./figure-job.ts";
import { isBedded } from "./seats.ts";

/** Height in figure units by which a bed raises the figure in it. */
export const BED_HEIGHT = 84;

export function drawBed(pen: Pen, spec: FigureSpec): void {
  const { head, legs } = bodyAs(spec);
  const [from, to] = [head[0] - 66, Math.max(legs.near.ankle.p[0], legs.far.ankle.p[0]) + 72];
  // The part is drawn 400 long; its ends keep their shape, and its middle stays the middle.
  const along = (x: number) => (x < 200 ? from + x : x > 200 ? to + x - 400 : (from + to) / 2);
  drawPart(pen, "beds/bed", { frames: { length: ([x, y]) => [along(x), y] } });
}

/** The quilt over a figure in bed, from the chest to the foot of the bed, with the sheet folded over its edge. */
export function drawQuilt(pen: Pen, spec: FigureSpec): void {
  const { neck, hips, arms, legs, measures: m } = bodyAs(spec);
  const over = ([x, y]: Pt, half: number): Pt => [x, y - half];
  const highest = ([x, y]: Pt, joint: "elbow" | "wrist"): Pt => [
    x,
    Math.min(y, arms.near[joint].p[1] - 20, arms.far[joint].p[1] - 20),
  ];
  const chest = highest(over(mix(neck, hips, 0.3), m.shoulders * 0.9), "elbow");
  const hip = highest(over(hips, m.hips * 1.1), "wrist");
  const { near, far } = legs;
  const knee = near.knee.p[1] < far.knee.p[1] ? near.knee.p : far.knee.p;
  const foot: Pt = [Math.max(near.ankle.p[0], far.ankle.p[0]), Math.min(near.ankle.p[1], far.ankle.p[1])];
  /**
   * The part is drawn in zones 1000 apart, one for each spot. There, y near −1000 is relative to the body's outline, y near −500 to the
   * middle between outline and bed, and other y to the bed.
   */
  const spots = [chest, mix(chest, hip, 0.5), hip, knee, mix(over(knee, 44), over(foot, 36), 0.5), foot];
  const sleeper = ([x, y]: Pt): Pt => {
    const spot = Math.round(x / 1000);
    const [sx, sy] = spots[spot] ?? foot;
    return [sx + x - spot * 1000, y > -250 ? y : y > -750 ? sy / 2 + y + 500 : sy + y + 1000];
  };
  drawPart(pen, "beds/quilt", { frames: { sleeper } });
}

/** The pillow under a head seen from above, dented by it; drawn before the figure. */
export function drawPillow(paper: Pen, spec: FigureSpec): void {
  const { head, headSize, headTilt } = bodyAs(spec);
  const tilt = headTilt * 0.45;
  const pen = paper.of(MATERIALS.cloth).at(placed(head[0], head[1], tilt, headSize * 1.12));
  drawPart(pen, "beds/pillow");
}

/** The quilt from above, from the chest down, with the sheet folded over its edge; drawn after the figure. */
export function drawQuiltFromAbove(pen: Pen, spec: FigureSpec): void {
  const { neck, hips, measures: m } = bodyAs(spec);
  const [dx, dy] = [hips[0] - neck[0], hips[1] - neck[1]];
  const long = Math.hypot(dx, dy) || 1;
  const across: Pt = [-dy / long, dx / long];
  // The quilt's edge is lower if a hand holds something in front of the chest.
  const edge = mix(neck, hips, spec.holds ? 0.74 : 0.3);
  /** Maps [hundredths of the shoulder width across, units down from the edge] to the body. */
  const body = ([u, down]: Pt): Pt => [
    edge[0] + across[0] * (u / 100) * m.shoulders + (dx / long) * down,
    edge[1] + across[1] * (u / 100) * m.shoulders + (dy / long) * down,
  ];
  drawPart(pen, "beds/quilt-from-above", { frames: { body } });
}

type Ground = "grass" | "sand" | "boards" | "stones" | "snow";
type Lair = { made: MaterialName; grey: number; places: readonly PlaceKind[] };
const LAIRS: Readonly<Record<Ground, Lair>> = measuresOf("lairs");
const GROUNDS = ["grass", "sand", "boards"] as const;

/** Fills the panel with the surface under the figures. */
export function drawLair(pen: Pen, view: PanelView, bedded: boolean): void {
  const { picture } = view;
  const { kind } = picture.scene.place;
  pen.fill(paper(view), "white");
  const stage = stageFor(pen.withNib(2), view, isIndoors(kind));
  if (bedded) drawSheet(stage);
  else if (isSnowedOn(picture)) drawGround({ ...stage, pen: stage.lamp }, "snow");
  else drawGround(stage, GROUNDS.find((ground) => LAIRS[ground].places.includes(kind)) ?? "stones");
}

function drawGround(stage: Stage, ground: Ground): void {
  const { pen, width, height } = stage;
  const on = { ...stage, pen: pen.of(MATERIALS[LAIRS[ground].made]) };
  on.pen.fill(paper(stage), { tone: LAIRS[ground].grey });
  if (ground === "boards") drawBoards(on, Math.max(46, height / 7), width);
  else for (const what of STREWN[ground]) strew(on, what);
}

type Strewn = {
  apart: number;
  part: string;
  wide: Bounds | number;
  high?: Bounds;
  turn?: Bounds;
  chance?: number;
};
type Bounds = readonly [least: number, most: number];

const STREWN = groupsOf<Exclude<Ground, "boards">, readonly Strewn[]>("strewn");

/** Repeats a part evenly over the panel, each copy randomly offset. */
function strew({ pen, width, height, take }: Stage, { part, apart, wide, high, turn, chance }: Strewn): void {
  for (let y = -apart / 2; y < height + apart; y += apart * 0.8)
    for (let x = -apart / 2; x < width + apart; x += apart) {
      const [px, py] = [x + take.between(-0.45, 0.45) * apart, y + take.between(-0.4, 0.4) * apart];
      const across = typeof wide === "number" ? wide : take.between(...wide);
      const down = high ? take.between(...high) : turn || chance ? across : 1;
      const at = placed(px, py, turn ? take.between(...turn) : 0, across, down);
      const is = [chance !== undefined && take.next() < chance ? "some" : "most"];
      drawPart(pen.at(at), `grounds/${part}`, { is });
    }
}

function drawBoards({ pen, height, take }: Stage, wide: number, width: number): void {
  for (let y = -take.between(0, 1) * wide; y < height + 40; y += wide) {
    pen.line(through([-40, y], [width / 2, y + take.between(-1, 1)], [width + 40, y]), 0.9, "none");
    for (let x = take.between(0, 0.9) * width; x < width; x += take.between(0.9, 1.4) * width)
      pen.line(through([x, y], [x, y + wide]), 0.8, "none");
    for (let i = 0; i < 3; i++) {
      const [x, at] = [take.between(0, 1) * width, y + wide * take.between(0.25, 0.75)];
      pen.line(through([x, at], [x + 40, at - 2], [x + 96, at + 1]), 0.4, "both");
    }
  }
}

/** A creased bed sheet. */
function drawSheet(stage: Stage): void {
  const { width, height } = stage;
  const pen = stage.pen.of(MATERIALS.cloth);
  pen.fill(rect(-40, -40, width + 80, height + 80), { tone: 0.12 });
  const long = Math.max(width, height) * 0.4;
  strew(
    { ...stage, pen },
    { part: "crease", apart: Math.max(120, long * 0.6), wide: long / 200, turn: [4, 52] },
  );
}

/** Whether any figure of a picture lies in a bed. */
export const hasBed = (standing: readonly Standing[], { scene }: PanelView["picture"]): boolean =>
  standing.some(({ figure, design }) => isBedded(figure.pose, design, scene.place.kind));
