// Doors and windows that are told of: they belong to the wall behind the people, and stand open where somebody pushes.

import type { PanelView } from "../camera/view.ts";
import { chance } from "../pen/chance.ts";
import { boxed, type Pt, placed, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { drawOnSheet } from "../places/sheets.ts";
import { drawHouseFront } from "../places/town/house-front.ts";
import { drawProp, sizeOf } from "./props.ts";

export type Fixture = "door" | "window";

export interface FixtureSpec {
  kind: Fixture;
  /** Where its middle is wanted, in units. */
  x: number;
  open: boolean;
}

/** Draws it and returns its corners. */
export function drawFixture(paper: Pen, view: PanelView, { kind, x, open }: FixtureSpec): Pt[] {
  const { camera, picture, height } = view;
  const z = camera.distance + (open ? 0.7 : isIndoors(picture.scene.place.kind) ? 2.9 : 2.2);
  const k = camera.focal / z;
  const [, floor] = camera.see(0, 0, z);
  const [w, h] = kind === "door" ? [0.95 * k, 2.05 * k] : [1.3 * k, 1.15 * k];
  const foot = kind === "door" ? floor : floor - 0.95 * k;
  const pen = paper.withNib(Math.max(2, Math.min(3.2, height / 210)));
  if (kind === "door" && !isIndoors(view.picture.scene.place.kind))
    drawHouseFront(paper, view, { foot: [x, floor], k });
  const at = (u: number, v: number): Pt => [x + u * w, foot - v * h];
  const frame = k * 0.09;
  pen.shape(sharp(boxed([x - w / 2 - frame, foot], [x + w / 2 + frame, foot - h - frame])), "white", 0.9);
  // The leaf of an open door swings away, into the dark or into the light beyond it.
  const opened = kind === "door" && open && !picture.told.door?.shuts;
  const beyond = picture.scene.hour === "night" ? { tone: 0.2 } : ("black" as const);
  drawOnSheet(pen, opened ? "near/open-door" : `near/${kind}`, at, {
    rng: chance(0),
    paints: { beyond, pane: { tone: open ? 0.12 : 0.5 } },
  });
  paper.name(kind, sharp(boxed(at(-0.5, 0), at(0.5, 1))));
  return through([x - w / 2, foot - h], [x + w / 2, foot]);
}

/** The bell over a shop's door, on the bracket that the door strikes. */
export function hangOnDoor(
  pen: Pen,
  { height }: PanelView,
  [from = [0, 0], to = [0, 0]]: readonly Pt[],
): void {
  const { extent } = sizeOf("bell");
  const k = ((to[1] - from[1]) * 0.15) / (extent[3] - extent[1]);
  const [x, y]: Pt = [(from[0] + to[0]) / 2, Math.max(height * 0.04, from[1] + (to[1] - from[1]) * 0.02)];
  drawProp(pen.at(placed(x - ((extent[0] + extent[2]) / 2) * k, y - extent[1] * k, 0, k)), "bell");
}
