// The words and faces of a page as shapes, and geometric relations between them.

import { isInPolygon, lettersOutside, polygonsOf } from "../../../lettering/src/read-path.ts";
import type { Face } from "../../manga/artwork.ts";
import { type Box, boundingBox, type Point } from "../../manga/geometry.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import type { Panel } from "../../manga/storyboard.ts";

/** Factor on a face's box, because a face does not fill the corners. */
const FACE_SHARE = 0.9;

export interface Shape {
  text: LetteredText;
  owner: LetteredText;
  /** Outlines: the balloon, or each box of a caption; none for letters without a balloon. */
  outlines: readonly (readonly Point[])[];
  box: Box;
}

export interface PageFace extends Face {
  panel: string;
}

/** The text that owns the balloon: the text itself, or the line before it that shares one. */
function ownerOf(text: LetteredText, texts: readonly LetteredText[]): LetteredText {
  return texts.find(({ id }) => id === text.within) ?? text;
}

/** Cached by text, because texts are immutable and are checked again among others: the drawn balloons, and whether letters leave them. */
const balloons = new WeakMap<LetteredText, Point[][]>();
const leaving = new WeakMap<LetteredText, { owner: LetteredText; leaves: boolean }>();

export function balloonOf(text: LetteredText): Point[][] {
  const known = balloons.get(text) ?? (text.outline === null ? [] : polygonsOf(text.outline));
  balloons.set(text, known);
  return known;
}

export function leavesBalloon(text: LetteredText, owner: LetteredText): boolean {
  const known = leaving.get(text);
  if (known?.owner === owner) return known.leaves;
  const leaves = lettersOutside(text, owner.outline).length > 0;
  leaving.set(text, { owner, leaves });
  return leaves;
}

export function shapeOf(text: LetteredText, texts: readonly LetteredText[]): Shape {
  const owner = ownerOf(text, texts);
  const polygons = balloonOf(owner);
  const outlines = text.kind === "caption" ? polygons : polygons.slice(0, 1);
  return { text, owner, outlines, box: outlines.length > 0 ? boundingBox(outlines.flat()) : text.box };
}

export function facesOnPage(panel: Panel, faces: readonly Face[]): PageFace[] {
  const { x, y } = boundingBox(panel.frame.corners);
  return faces.map((face) => ({
    ...{ ...face, panel: panel.id },
    box: { ...face.box, x: face.box.x + x, y: face.box.y + y },
    mouth: { x: face.mouth.x + x, y: face.mouth.y + y },
  }));
}

/** A face without the corners of its box. */
export function inset({ x, y, width, height }: Box): Box {
  const margin = (1 - FACE_SHARE) / 2;
  return {
    ...{ x: x + width * margin, y: y + height * margin },
    ...{ width: width * FACE_SHARE, height: height * FACE_SHARE },
  };
}

export function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Compares the points of both, because outlines have hundreds, and a face inside a large balloon has its corners there. */
export function overlap(some: Shape["outlines"], others: Shape["outlines"]): boolean {
  return some.some((a) =>
    others.some((b) => a.some((p) => isInPolygon(p, b)) || b.some((p) => isInPolygon(p, a))),
  );
}
