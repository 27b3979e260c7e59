// Doors and windows that are told of: they belong to the wall behind the people, and stand open where somebody pushes.

import type { PanelView } from "../camera/view.ts";
import { boxed, corner, type Pt, placed, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
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
  if (kind === "window") drawWindow(pen, at, open);
  else if (open && !picture.told.door?.shuts) drawOpenDoor(pen, at, picture.scene.hour === "night");
  else drawDoor(pen, at);
  paper.name(kind, box(at, -0.5, 0, 0.5, 1));
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

type Place = (u: number, v: number) => Pt;
const box = (at: Place, u0: number, v0: number, u1: number, v1: number): Pt[] =>
  sharp([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]);

function drawDoor(pen: Pen, at: Place): void {
  pen.shape(box(at, -0.5, 0, 0.5, 1), { tone: 0.42 }, 0.9);
  for (const [low, high] of through([0.08, 0.44], [0.54, 0.92])) {
    pen.shape(box(at, -0.36, low, 0.36, high), { tone: 0.34 }, 0.6);
    pen.fill(box(at, -0.36, high - 0.025, 0.36, high), "black");
    pen.fill(box(at, -0.36, low, -0.31, high), "black");
  }
  for (const [u, v, l] of [
    [-0.43, 0.2, 0.3],
    [0.42, 0.6, 0.25],
    [-0.1, 0.14, 0.2],
    [0.14, 0.62, 0.24],
    [-0.2, 0.66, 0.18],
  ] as const)
    pen.line([at(u, v), at(u + 0.015, v + l / 2), at(u, v + l)], 0.4);
  pen.shape(box(at, 0.39, 0.45, 0.45, 0.51), "white", 0.6);
}

/** The leaf swings away, into the dark or into the light beyond it. */
function drawOpenDoor(pen: Pen, at: Place, night: boolean): void {
  pen.shape(box(at, -0.5, 0, 0.5, 1), night ? { tone: 0.2 } : "black", 0.9);
  pen.shape(sharp([at(-0.5, 0), at(-0.12, 0.07), at(-0.12, 0.95), at(-0.5, 1)]), { tone: 0.45 }, 0.8);
  for (const [low, high] of through([0.12, 0.44], [0.54, 0.9]))
    pen.shape(
      sharp([at(-0.43, low), at(-0.19, low + 0.03), at(-0.19, high - 0.01), at(-0.43, high)]),
      { tone: 0.34 },
      0.5,
    );
  pen.fill([corner(at(-0.1, 0)), corner(at(0.5, 0)), corner(at(0.8, -0.12)), corner(at(0.1, -0.12))], {
    veil: 0.3,
  });
}

function drawWindow(pen: Pen, at: Place, open: boolean): void {
  pen.shape(box(at, -0.5, 0, 0.5, 1), open ? { tone: 0.12 } : { tone: 0.5 }, 0.8);
  pen.fill(sharp([at(-0.3, 0), at(-0.14, 0), at(0.16, 1), at(0, 1)]), "white");
  pen.shape(box(at, -0.025, 0, 0.025, 1), "white", 0.5);
  pen.shape(box(at, -0.5, 0.48, 0.5, 0.52), "white", 0.5);
  pen.shape(box(at, -0.6, -0.1, 0.6, 0), "white", 0.8);
}
