// Edits of a page's frames (コマ割り): edges moved and tilted, panels cut, merged and bled, layouts chosen, panels put in another order. Pure,
// and the same in the browser and in the service. Pictures stay: a frame keeps in `drawn` what its picture was drawn for.
import { pageFrame } from "./binding.ts";
import { centredIn } from "./drawn-frame.ts";
import { type CutEdit, type MergeEdit, withCut, withMerge } from "./frame-cuts.ts";
import { type BleedEdit, type GutterEdit, withBleed, withGutter } from "./frame-gutters.ts";
import {
  drawnOf,
  FrameEditError,
  framed,
  isSame,
  type Page,
  panelOf,
  quadIn,
  type Sheet,
} from "./frame-page.ts";
import {
  areApart,
  BLEED_BOX,
  isConvex,
  isLargeEnough,
  isOnPaper,
  type Quad,
  quadOf,
  quadOfBox,
  rounded,
} from "./frame-shapes.ts";
import { templateFrames, templatesFor } from "./frame-templates.ts";
import type { Box } from "./geometry.ts";
import { unplaced } from "./hand-set.ts";
import type { Direction } from "./language.ts";
import { boundingBox, PAPER } from "./paper.ts";
import { readingOrder } from "./reading-order.ts";
import type { Panel } from "./storyboard.ts";

export type FrameEdit =
  | GutterEdit
  | BleedEdit
  | CutEdit
  | MergeEdit
  | { kind: "template"; template: string }
  | { kind: "order"; panels: readonly string[] };

/** The page after the edits. Throws `FrameEditError` for the first one that cannot be made; the page stays as it was. */
export function editFrames(page: Page, edits: readonly FrameEdit[], sheet: Sheet): Page {
  return edits.reduce((before, edit) => {
    const after = edited(before, edit, sheet);
    checkPage(before, after, sheet);
    // Repairs and limits of the layout are about the earlier frames.
    const { repairs: _repairs, limits: _limits, ...rest } = after;
    return rest;
  }, page);
}

function edited(page: Page, edit: FrameEdit, sheet: Sheet): Page {
  if (page.panels.some(({ strip }) => strip !== undefined)) {
    throw new FrameEditError("fixed", "a 4-koma page keeps its equal panels");
  }
  switch (edit.kind) {
    case "move":
    case "tilt":
      return withGutter(page, edit);
    case "bleed":
      return withBleed(page, edit, sheet);
    case "cut":
      return withCut(page, edit, sheet);
    case "merge":
      return withMerge(page, edit);
    case "template":
      return withTemplate(page, edit.template, sheet);
    case "order":
      return withOrder(page, edit.panels);
  }
}

/** Panels that have a place of their own on the page; the picture of a spread keeps its place. */
const ownPanels = ({ panels }: Page) => panels.filter(({ frame }) => !frame.crosses);

function withTemplate(page: Page, id: string, { direction }: Sheet): Page {
  const own = ownPanels(page);
  const template = templatesFor(own.length).find((one) => one.id === id);
  if (template === undefined)
    throw new FrameEditError("unknown", `there is no layout ${id} of ${own.length} panels`);
  const boxes = templateFrames(template, roomOf(page, direction), direction);
  return placedIn(page, own, boxes.map(quadOfBox));
}

/** Gutter below a spread's picture. */
const SPREAD_GUTTER = 75;

function roomOf({ number, spread }: Page, direction: Direction): Box {
  const frame = pageFrame({ number, direction });
  if (spread === undefined) return frame;
  const top = Math.round(PAPER.height * spread.share) + SPREAD_GUTTER;
  return { ...frame, y: top, height: frame.y + frame.height - top };
}

function withOrder(page: Page, order: readonly string[]): Page {
  const own = ownPanels(page);
  const isWhole = order.length === own.length && own.every(({ id }) => order.includes(id));
  if (!isWhole) throw new FrameEditError("unknown", "the order names every panel of the page once");
  const quads = own.map(({ id }) => quadIn(page, id));
  return placedIn(
    page,
    order.map((id) => panelOf(page, id)),
    quads,
  );
}

/** The panels in these frames, in this order. Words that a person placed are placed anew. */
function placedIn(page: Page, own: readonly Panel[], quads: readonly Quad[]): Page {
  const placed = own.map((panel, at) => {
    const quad = quads[at] as Quad;
    if (isSame(quad, panel.frame.corners)) return panel;
    const { of } = drawnOf(panel);
    const drawn = { ...centredIn(boundingBox(quad.map(rounded)), drawnOf(panel)), ...(of && { of }) };
    return framed({ ...panel, words: unplaced(panel.words) }, quad, drawn);
  });
  return { ...page, panels: [...page.panels.filter(({ frame }) => frame.crosses), ...placed] };
}

/** Throws `FrameEditError` where a frame that changed breaks a rule. */
function checkPage(before: Page, after: Page, { direction }: Sheet): void {
  const isNew = (panel: Panel) => !before.panels.some((one) => one.frame === panel.frame);
  for (const panel of after.panels.filter(isNew)) {
    const quad = quadOf(panel.frame.corners);
    if (quad === undefined || !isConvex(quad) || !isLargeEnough(quad)) {
      throw new FrameEditError("narrow", `panel ${panel.id} would be too small`);
    }
    if (!isOnPaper(quad)) throw new FrameEditError("outside", `panel ${panel.id} would leave the page`);
    const others = after.panels.filter((one) => one !== panel).map(({ frame }) => frame.corners);
    if (![...others, ...facingPicture(after)].every((corners) => areApart(quad, corners))) {
      throw new FrameEditError("overlap", `panel ${panel.id} would touch another one`);
    }
  }
  if (isInOrder(before, direction) && !isInOrder(after, direction)) {
    throw new FrameEditError("order", "the panels would be read in another order");
  }
}

const isInOrder = ({ panels }: Page, direction: Direction) =>
  readingOrder(
    panels.map(({ frame }) => frame),
    direction,
  ).every((index, at) => index === at);

/** The area of the picture that the page before shares with this one. */
function facingPicture({ spread }: Page): Quad[] {
  if (spread?.half !== "second") return [];
  return [quadOfBox({ ...BLEED_BOX, height: Math.round(PAPER.height * spread.share) - BLEED_BOX.y })];
}

/** The edit with the largest length up to the wanted one with which it can be made; undefined where none can. */
export function reachable<E extends GutterEdit>(page: Page, edit: E, sheet: Sheet): E | undefined {
  const isPossible = (by: number) => {
    try {
      editFrames(page, [{ ...edit, by }], sheet);
      return true;
    } catch (error) {
      if (error instanceof FrameEditError) return false;
      throw error;
    }
  };
  const wanted = Math.round(edit.by);
  if (isPossible(wanted)) return { ...edit, by: wanted };
  let [low, high] = [0, Math.abs(wanted)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isPossible(Math.sign(wanted) * middle)) low = middle;
    else high = middle;
  }
  return low === 0 ? undefined : { ...edit, by: Math.sign(wanted) * low };
}
