// What is under somebody who lies and is seen from above: sheet, pillow and quilt in a bed, else the ground that they lie on.

import type { Standing } from "../camera/standing.ts";
import type { PanelView } from "../camera/view.ts";
import type { PlaceKind } from "../closed/staging.ts";
import { corner, ellipse, mix, type Pt, placed, pts, rect, through } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { paper, type Stage, stageFor } from "../places/stage.ts";
import { isSnowedOn } from "../places/weather/snow.ts";
import { drawPart } from "../things/parts.ts";
import { bodyAs } from "./body/bodies.ts";
import type { FigureSpec } from "./figure-job.ts";
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

/** The pillow under a head, pressed in by it; drawn before the figure. */
export function drawPillow(paper: Pen, spec: FigureSpec): void {
  const { head, headSize, headTilt } = bodyAs(spec);
  const tilt = headTilt * 0.45;
  const pen = paper.of(MATERIALS.cloth).at(placed(head[0], head[1], tilt, headSize * 1.12));
  drawPart(pen, "beds/pillow");
}

/** The quilt from the chest down, with the sheet turned over its edge; drawn over the figure. */
export function drawQuiltFrom(paper: Pen, spec: FigureSpec): void {
  const { neck, hips, measures: m } = bodyAs(spec);
  const pen = paper.of(MATERIALS.cloth);
  const [dx, dy] = [hips[0] - neck[0], hips[1] - neck[1]];
  const long = Math.hypot(dx, dy) || 1;
  const across: Pt = [-dy / long, dx / long];
  // What a hand holds before the chest stays over it.
  const edge = mix(neck, hips, spec.holds ? 0.74 : 0.3);
  const at = (side: number, down: number): Pt => [
    edge[0] + across[0] * side * m.shoulders + (dx / long) * down,
    edge[1] + across[1] * side * m.shoulders + (dy / long) * down,
  ];
  const top: Pt[] = [
    at(3.4, 34),
    at(2, 16),
    at(1.1, -4),
    at(0.5, -14),
    at(-0.4, -12),
    at(-1.1, 0),
    at(-2, 20),
    at(-3.4, 40),
  ];
  const quilt: Pt[] = [...top, corner(at(-3.6, 900)), corner(at(3.6, 900))];
  pen.shape(quilt, { tone: 0.22 }, 1);
  pen.inside(quilt, (p) => {
    p.fill([at(-0.8, 60), at(-0.9, 300), at(-1.2, 900), corner(at(-4, 900)), corner(at(-4, 60))], {
      tone: 0.36,
    });
    for (const side of [-2.4, -1.25, -0.3, 0.7, 1.6, 2.6])
      p.line([at(side, 70), at(side * 1.04 + 0.06, 150), at(side * 0.98, 320)], 0.7, "both");
    for (const down of [190, 380, 570])
      p.line(
        [at(3.4, down + 20), at(1.4, down), at(0, down - 8), at(-1.4, down + 4), at(-3.4, down + 26)],
        0.5,
        "none",
      );
  });
  const fold: Pt[] = [
    ...top,
    ...top.toReversed().map(([x, y]): Pt => [x + (dx / long) * 54, y + (dy / long) * 54]),
  ];
  pen.shape(fold, "white", 0.9);
  pen.line([at(2, 34), at(0.6, 12), at(-0.6, 14)], 0.5, "both");
  pen.line([at(-0.9, 26), at(-1.6, 36), at(-2.6, 50)], 0.5, "both");
}

/** Whether some of those who have a place in a picture lie in a bed. */
export const hasBed = (standing: readonly Standing[], { scene }: PanelView["picture"]): boolean =>
  standing.some(({ figure, design }) => isBedded(figure.pose, design, scene.place.kind));
