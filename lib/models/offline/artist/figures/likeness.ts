// How alike two figures look at the size of a thumbnail, measured on what is really drawn: the means by which the artist's
// tests hold a cast, and its animals, to being told apart. Whoever measures hands in what turns a drawing into pixels.
import type { Drawing } from "../../../../manga/drawing.ts";
import { drawBeast } from "../animals/animals.ts";
import { IDENTITY } from "../pen/curves.ts";
import { extentOf, type Pen, penOn } from "../pen/pen.ts";
import { drawHuman } from "./figure.ts";
import { type FigureSpec, UNTOLD } from "./figure-job.ts";

/** Side of a thumbnail in pixels. */
const SIDE = 96;

/** A figure's picture: grey (0 black, 1 white) and whether the figure covers the pixel. */
export interface Thumbnail {
  grey: Float32Array;
  covered: Uint8Array;
}

/** Head space and figure space share their units: how much of a figure each crop shows, from its top. */
const CROPS = { head: 150, half: 330, whole: undefined } as const;

type Shown = Pick<FigureSpec, "design" | "pose"> & { crop: keyof typeof CROPS };

/** Grey pixels of a drawing, 0 black … 1 white, a unit each, on a sheet of that colour. */
type Pixels = (drawing: Drawing, sheet: "white" | "black") => Float32Array;

/**
 * Draws a figure as the panels do, three-quarters and calm, its top and middle aligned, at one scale for everybody. People stand with their
 * hips over 0, so that a tail of hair does not move them; animals are centred whole.
 */
export function thumbnail({ design, pose, crop }: Shown, pixels: Pixels): Thumbnail {
  const spec: FigureSpec = { ...UNTOLD, design, pose };
  const draw = (pen: Pen) => {
    if (design.kind === "human") drawHuman(pen, spec);
    else drawBeast(pen, spec, design.kind);
  };
  const [left, top, right, low] = extentOf(draw);
  const scale = SIDE / (CROPS[crop] ?? Math.max(right - left, low - top));
  const middle = crop === "whole" ? (left + right) / 2 : 0;
  const items: Drawing["items"] = [];
  penOn(items, IDENTITY, Math.max(0.8, 2.4 * scale))
    .at([scale, 0, 0, scale, SIDE / 2 - middle * scale, -top * scale])
    .haloed(0, draw);
  const drawing = { width: SIDE, height: SIDE, margin: 0, items };
  const [grey, onBlack] = [pixels(drawing, "white"), pixels(drawing, "black")];
  return {
    grey,
    covered: Uint8Array.from(grey, (one, i) => (Math.abs(one - (onBlack[i] ?? 0)) < 0.5 ? 1 : 0)),
  };
}

export interface Unlikeness {
  /** Mean absolute difference of grey where either figure is, 0 … 1. */
  tone: number;
  /** What the silhouettes do not share of what they cover together, 0 … 1. */
  shape: number;
  /** The two as one number: tone counts in full, shape by half, since inside one frame people's outlines resemble each other. */
  both: number;
}

export function unlikeness(a: Thumbnail, b: Thumbnail): Unlikeness {
  let [union, common, sum] = [0, 0, 0];
  for (let i = 0; i < SIDE * SIDE; i += 1) {
    const [inA, inB] = [a.covered[i] === 1, b.covered[i] === 1];
    if (!inA && !inB) continue;
    union += 1;
    if (inA && inB) common += 1;
    sum += Math.abs((a.grey[i] ?? 1) - (b.grey[i] ?? 1));
  }
  const tone = union === 0 ? 0 : sum / union;
  const shape = union === 0 ? 0 : 1 - common / union;
  return { tone, shape, both: tone + shape * 0.5 };
}
