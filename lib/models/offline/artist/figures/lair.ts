// What is under somebody who lies and is seen from above: the sheet of a bed, else the ground that they lie on.

import type { Standing } from "../camera/standing.ts";
import type { PanelView } from "../camera/view.ts";
import { groupsOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import { placed, rect, through } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { paper, type Stage, stageFor } from "../places/stage.ts";
import { isSnowedOn } from "../places/weather/light.ts";
import { drawPart } from "../things/parts.ts";
import { isBedded } from "./lying.ts";

/** Grounds by what is drawn on them. */
const GROUNDS: Readonly<Partial<Record<PlaceKind, "grass" | "sand" | "boards" | "stones">>> = {
  ...{ field: "grass", garden: "grass", forest: "grass", mountain: "grass", river: "stones" },
  ...{ shore: "sand", temple: "sand", village: "sand" },
  ...{ kitchen: "boards", classroom: "boards", corridor: "boards", shop: "boards", train: "boards" },
  ...{ stairs: "boards", lighthouse: "boards" },
};

const MADE = {
  ...{ grass: "grass", sand: "sand", boards: "wood", stones: "concrete", snow: "snow" },
} as const satisfies Record<string, MaterialName>;

/** Fills the panel with what they lie on. */
export function drawLair(pen: Pen, view: PanelView, bedded: boolean): void {
  const { picture } = view;
  const { kind } = picture.scene.place;
  pen.fill(paper(view), "white");
  const stage = stageFor(pen.withNib(2), view, isIndoors(kind));
  if (bedded) drawSheet(stage);
  else if (isSnowedOn(picture)) drawGround({ ...stage, pen: stage.lamp }, "snow");
  else drawGround(stage, GROUNDS[kind] ?? "stones");
}

function drawGround(stage: Stage, ground: keyof typeof MADE): void {
  const { pen, width, height } = stage;
  const on = { ...stage, pen: pen.of(MATERIALS[MADE[ground]]) };
  on.pen.fill(paper(stage), { tone: GREY[ground] });
  if (ground === "boards") drawBoards(on, Math.max(46, height / 7), width);
  else for (const what of STREWN[ground]) strew(on, what);
}

const GREY = { grass: 0.24, sand: 0.12, boards: 0.26, stones: 0.2, snow: 0.05 } as const;

interface Strewn {
  part: string;
  apart: number;
  wide: Bounds | number;
  high?: Bounds;
  turn?: Bounds;
  chance?: number;
}
type Bounds = readonly [least: number, most: number];

const STREWN = groupsOf<"grass" | "sand" | "stones" | "snow", readonly Strewn[]>("strewn");

/** Draws it spread evenly over the panel, each moved a little. */
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

/** The sheet of a bed, in creases. */
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

/** Whether some of those who have a place in a picture lie in a bed. */
export const hasBed = (standing: readonly Standing[], { scene }: PanelView["picture"]): boolean =>
  standing.some(({ figure, design }) => isBedded(figure.pose, design, scene.place.kind));
