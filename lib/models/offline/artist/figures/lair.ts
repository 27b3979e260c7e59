// What is under somebody who lies and is seen from above: the sheet of a bed, else the ground that they lie on.

import type { Standing } from "../camera/standing.ts";
import type { PanelView } from "../camera/view.ts";
import type { PlaceKind } from "../closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, through } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { paper, type Stage, stageFor } from "../places/stage.ts";
import { isSnowedOn } from "../places/weather/snow.ts";
import { isBedded } from "./lying.ts";

/** Grounds by what is drawn on them. */
const GROUNDS: Readonly<Partial<Record<PlaceKind, "grass" | "sand" | "boards" | "stones">>> = {
  ...{ field: "grass", garden: "grass", forest: "grass", mountain: "grass", river: "stones" },
  ...{ shore: "sand", temple: "sand", village: "sand" },
  ...{ kitchen: "boards", classroom: "boards", corridor: "boards", shop: "boards", train: "boards" },
  ...{ stairs: "boards", lighthouse: "boards" },
};

const MADE = { grass: "grass", sand: "sand", boards: "wood", stones: "concrete" } as const satisfies Record<
  string,
  MaterialName
>;

/** Fills the panel with what they lie on. */
export function drawLair(pen: Pen, view: PanelView, bedded: boolean): void {
  const { picture } = view;
  const { kind } = picture.scene.place;
  pen.fill(paper(view), "white");
  const stage = stageFor(pen.withNib(2), view, isIndoors(kind));
  if (bedded) drawSheet(stage);
  else if (isSnowedOn(picture)) drawSnow(stage);
  else drawGround(stage, GROUNDS[kind] ?? "stones");
}

function drawGround(stage: Stage, ground: keyof typeof DRAWN): void {
  const on = { ...stage, pen: stage.pen.of(MATERIALS[MADE[ground]]) };
  on.pen.fill(paper(stage), { tone: GREY[ground] });
  DRAWN[ground](on);
}

const GREY = { grass: 0.24, sand: 0.12, boards: 0.26, stones: 0.2 } as const;
const DRAWN = { grass: drawGrass, sand: drawSand, boards: drawBoards, stones: drawStones } as const;

/** Places spread evenly over the panel, each moved a little. */
function* strewn({ width, height, take }: Stage, apart: number): Generator<Pt> {
  for (let y = -apart / 2; y < height + apart; y += apart * 0.8)
    for (let x = -apart / 2; x < width + apart; x += apart)
      yield [x + take.between(-0.45, 0.45) * apart, y + take.between(-0.4, 0.4) * apart];
}

function drawGrass(stage: Stage): void {
  const { pen, take } = stage;
  for (const [x, y] of strewn(stage, 62)) {
    const h = take.between(16, 30);
    const turn = take.between(-50, 50);
    const p = pen.at(placed(x, y, turn, h / 20));
    p.fill(pts("-3,0! -12,-14! -1,-5! 1,-22! 3,-5! 13,-13! 4,0!"), "black");
    if (take.next() < 0.3) p.line(pts("14,4 18,-8 24,-14"), 0.7, "end");
  }
}

function drawSand(stage: Stage): void {
  const { pen, take } = stage;
  for (const [x, y] of strewn(stage, 34))
    pen.fill(ellipse(x, y, take.between(0.8, 1.8), take.between(0.8, 1.4), 5), "black");
  for (const [x, y] of strewn(stage, 150)) {
    const w = take.between(30, 70);
    pen.line(through([x - w, y + 4], [x, y - 5], [x + w, y + 3]), 0.5, "both");
  }
}

function drawBoards(stage: Stage): void {
  const { pen, width, height, take } = stage;
  const wide = Math.max(46, height / 7);
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

function drawStones(stage: Stage): void {
  const { pen, take } = stage;
  for (const [x, y] of strewn(stage, 46)) {
    const r = take.between(1, 3.2);
    if (take.next() < 0.22) pen.shape(ellipse(x, y, r * 2.4, r * 1.7, 7), "white", 0.5);
    else pen.fill(ellipse(x, y, r * 0.7, r * 0.55, 6), "black");
  }
}

function drawSnow(stage: Stage): void {
  const { lamp, take } = stage;
  const pen = lamp.of(MATERIALS.snow);
  pen.fill(paper(stage), { tone: 0.05 });
  for (const [x, y] of strewn(stage, 120))
    pen.line(through([x - 26, y + 3], [x, y - 3], [x + 30, y + 2]), take.between(0.3, 0.6), "both");
}

function drawSheet(stage: Stage): void {
  const { width, height, take } = stage;
  const pen = stage.pen.of(MATERIALS.cloth);
  pen.fill(rect(-40, -40, width + 80, height + 80), { tone: 0.12 });
  const long = Math.max(width, height) * 0.4;
  for (const [x, y] of strewn(stage, Math.max(120, long * 0.6))) {
    const p = pen.at(placed(x, y, 28 + take.between(-24, 24), long / 200));
    p.fill(pts("-90,-4! -20,-12 60,-2! -10,4"), { tone: 0.24 });
    p.line(pts("-90,-5 -20,-12 62,-2"), 0.6, "both");
  }
}

/** Whether some of those who have a place in a picture lie in a bed. */
export const hasBed = (standing: readonly Standing[], { scene }: PanelView["picture"]): boolean =>
  standing.some(({ figure, design }) => isBedded(figure.pose, design, scene.place.kind));
