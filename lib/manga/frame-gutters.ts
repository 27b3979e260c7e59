// Edges of frames moved and tilted with their gutters, and sides that run off the paper (断ち切り).
import { pageFrame } from "./binding.ts";
import { FrameEditError, type Page, quadIn, quadsOf, type Sheet, withQuads } from "./frame-page.ts";
import {
  BLEED_BOX,
  type Edge,
  endsOf,
  extentOf,
  gutterOf,
  type Line,
  lineOf,
  outwardOf,
  type Quad,
  quadOfBox,
  type Side,
  shifted,
  through,
  withSide,
} from "./frame-shapes.ts";
import type { Point } from "./geometry.ts";

/** `by` in units outwards of the panel's side; with `tilt` that of the side's end, clockwise. */
export interface GutterEdit {
  kind: "move" | "tilt";
  panel: string;
  side: Side;
  by: number;
  /** The edge leaves its gutter's other edges where they are. */
  alone?: boolean | undefined;
}

export interface BleedEdit {
  kind: "bleed";
  panel: string;
  side: Side;
  on: boolean;
}

/** The edges that move with an edge: those of its gutter, or with `alone` itself. */
function movedEdges(page: Page, { panel, side }: Edge, alone = false): Edge[] {
  const first = { panel, side };
  return alone ? [first] : gutterOf(quadsOf(page), first);
}

export function withGutter(page: Page, edit: GutterEdit): Page {
  const own = lineOf(quadIn(page, edit.panel), edit.side);
  const edges = movedEdges(page, edit, edit.alone);
  const quads = quadsOf(page);
  const points = edges.flatMap(({ panel, side }) => endsOf(quads.get(panel) as Quad, side));
  const target = edit.kind === "move" ? shifted(own, edit.by) : tilted(own, points, edit.by);
  for (const { panel, side } of edges) {
    const quad = quads.get(panel) as Quad;
    const [from, to] = endsOf(quad, side);
    const away = (outwardOf(own, from) + outwardOf(own, to)) / 2;
    const next = withSide(quad, side, shifted(target, away));
    if (next === undefined) throw new FrameEditError("narrow", "the edge would not meet the sides beside it");
    quads.set(panel, next);
  }
  return withQuads(page, quads);
}

/** The line turned around the middle of the gutter, so that its end moves outwards by that. */
function tilted(line: Line, points: readonly Point[], by: number): Line {
  const { from, to } = extentOf(line, points);
  const [at, half] = [(from + to) / 2, (to - from) / 2];
  const middle = { x: line.at.x + line.along.x * at, y: line.at.y + line.along.y * at };
  const end = {
    x: middle.x + line.along.x * half + line.along.y * by,
    y: middle.y + line.along.y * half - line.along.x * by,
  };
  return through(middle, end);
}

export function withBleed(page: Page, edit: BleedEdit, { direction }: Sheet): Page {
  const quad = quadIn(page, edit.panel);
  if (edit.on && edit.side === "bottom" && page.last) {
    throw new FrameEditError("outside", "the foot of the last page has the line that names the makers");
  }
  const edge = edit.on ? BLEED_BOX : pageFrame({ number: page.number, direction });
  const next = withSide(quad, edit.side, lineOf(quadOfBox(edge), edit.side));
  if (next === undefined) throw new FrameEditError("narrow", "the side cannot reach the bleed");
  return withQuads(page, new Map([[edit.panel, next]]));
}

/** Whether a side of a frame lies on the edge of the bleed. */
export function isBled(quad: Quad, side: Side): boolean {
  const edge = lineOf(quadOfBox(BLEED_BOX), side);
  return endsOf(quad, side).every((point) => Math.abs(outwardOf(edge, point)) < 1);
}
