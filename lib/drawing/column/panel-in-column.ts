// Lays out a panel for a scrolling column: its width follows its weight, and its words are lettered again at a size for phones and may
// extend into the white above and beside the picture. The picture itself stays the same.

import { boxSides, partInside } from "../../../lettering/src/silhouette.ts";
import type { Artwork } from "../../manga/artwork.ts";
import { COLUMN_WIDTH } from "../../manga/column-gap.ts";
import { type Box, boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import { unplaced, withoutExtent } from "../../manga/hand-set.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import type { Frame, LetteredSound, Panel } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";

/** Pixels per unit in which words are set: letters of 12 pt, 42.3 units, become 32 pixels of 800. */
export const COLUMN_SCALE = 0.75;

/** Width in pixels by a panel's weight. Bleeding panels and establishing shots fill the column. */
const WIDTHS = [540, 620, 700, 760, COLUMN_WIDTH] as const;
/** Maximum height of a picture in pixels: a phone's screen. */
const MOST_HEIGHT = 1140;
/** How far words may extend above their picture, in units. */
const RISE = 150;
/** Distance of words from the column's edges, in units. */
const EDGE = 26;
/** How far a picture at the column's edge extends beyond it, in units, so that no half border is left at the edge. */
const OFF = 10;
/** Aspect ratio from which on a picture fills the column whatever its weight, because it would be too low otherwise. */
const WIDE = 2.2;

export type Marks = ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;

/** A panel in the column. Words and frame are in units; `COLUMN_SCALE` converts them to pixels. */
export interface ColumnPanel {
  panel: Panel;
  /** The panel's frame in the column. */
  frame: Frame;
  texts: LetteredText[];
  /** Bounding box of the frame and everything that belongs to it. */
  area: Box;
  /** Left edge of the column. */
  left: number;
  /** Factor between the picture here and in the book, in these units. */
  enlarged: number;
}

/** `side`: the side of a panel that does not fill the column. Rethrows errors of loading a font. */
export async function inColumn(
  panel: Panel,
  marks: Marks,
  { page, side }: { page: PageBrief; side: "left" | "right" },
): Promise<ColumnPanel> {
  const own = boundingBox(panel.frame.corners);
  const width = widthOf(panel);
  const fills = width >= COLUMN_WIDTH;
  const asked = width / COLUMN_SCALE + (fills ? 2 * OFF : 0);
  const enlarged = Math.min(asked / own.width, MOST_HEIGHT / COLUMN_SCALE / own.height);
  const column = columnBox();
  const spare = column.width - own.width * enlarged;
  const place = {
    x: column.x + (fills ? spare / 2 : side === "left" ? -OFF : spare + OFF),
    y: column.y + RISE,
  };
  const onPage = (at: Point): Point => ({
    x: place.x + (at.x - own.x) * enlarged,
    y: place.y + (at.y - own.y) * enlarged,
  });
  const frame = {
    ...panel.frame,
    corners: panel.frame.corners.map(onPage),
  };
  const art = scaledMarks(marks.get(panel.id), enlarged);
  const sounds = panel.words.sounds.map((sound) => soundIn(sound, { onPage, enlarged }));
  const texts = await letterInColumn({ ...panel, frame, words: { ...panel.words, sounds } }, art, page);
  const area = boundingBox([
    ...cornersOf(boundingBox(frame.corners)),
    ...texts.flatMap(({ box }) => cornersOf(box)),
  ]);
  return { panel, frame, texts, area, left: column.x, enlarged };
}

/** Sounds belong to the picture: place and size that a person chose change with it. */
function soundIn(
  sound: LetteredSound,
  { onPage, enlarged }: { onPage: (at: Point) => Point; enlarged: number },
): LetteredSound {
  const { at, size } = sound.set ?? {};
  if (at === undefined && size === undefined) return sound;
  return {
    ...sound,
    set: {
      ...sound.set,
      ...(at && { at: onPage(at) }),
      ...(size !== undefined && { size: size * enlarged }),
    },
  };
}

function widthOf({ weight, frame, picture }: Panel): number {
  const { width, height } = boundingBox(frame.corners);
  if (frame.bleeds || picture.shot === "establishing" || width > height * WIDE) return COLUMN_WIDTH;
  return WIDTHS[weight - 1] ?? COLUMN_WIDTH;
}

/** The column's position on the paper on which words are set: in the middle of the safe area. */
function columnBox(): Box {
  const width = COLUMN_WIDTH / COLUMN_SCALE;
  return { x: (PAPER.width - width) / 2, y: PAPER.safe.y, width, height: PAPER.safe.height };
}

type PanelMarks = Pick<Artwork, "faces" | "keep">;

function scaledMarks(marks: PanelMarks | undefined, by: number): PanelMarks {
  const scaled = ({ x, y, width, height }: Box): Box => ({
    ...{ x: x * by, y: y * by, width: width * by, height: height * by },
  });
  return {
    faces: (marks?.faces ?? []).map(({ character, box, mouth }) => ({
      ...{ character, box: scaled(box) },
      mouth: { x: mouth.x * by, y: mouth.y * by },
    })),
    keep: (marks?.keep ?? []).map((area) => ({ ...area, ...scaled(area) })),
  };
}

/** Words may use the column's whole width and the white above; sounds stay in the picture, clear of words. */
async function letterInColumn(panel: Panel, art: PanelMarks, page: PageBrief): Promise<LetteredText[]> {
  const picture = boundingBox(panel.frame.corners);
  const column = columnBox();
  const room: Box = {
    ...{ x: column.x + EDGE, width: column.width - 2 * EDGE },
    ...{ y: picture.y - RISE, height: picture.height + RISE },
  };
  const worded = {
    ...panel,
    frame: { ...panel.frame, corners: outlineOf(room) },
    words: { sounds: [], texts: unplaced(panel.words).texts.map(withoutExtent) },
  };
  const marks = { ...moved(art, picture, room), unframed: true };
  const words = await letterPage([worded], new Map([[panel.id, marks]]), page);
  const balloons = words.map(({ box }) => ({
    ...{ character: "", box: { ...box, x: box.x - picture.x, y: box.y - picture.y } },
    mouth: { x: box.x - picture.x, y: box.y - picture.y },
  }));
  // Sounds stay inside the column even if the picture extends beyond it.
  const corners = partInside(
    panel.frame.corners,
    boxSides({ ...room, y: picture.y, height: picture.height }),
  );
  const heard = {
    ...panel,
    frame: { ...panel.frame, corners },
    words: { sounds: panel.words.sounds, texts: [] },
  };
  const seen = { ...art, faces: [...art.faces, ...balloons] };
  const around = moved(seen, picture, boundingBox(corners));
  const sounds = await letterPage([heard], new Map([[panel.id, around]]), page);
  return [...words, ...sounds];
}

/** Translates marks from one box's corner to another's. */
function moved({ faces, keep }: PanelMarks, from: Box, to: Box): PanelMarks {
  const by = { x: from.x - to.x, y: from.y - to.y };
  const shift = <T extends Point>(at: T): T => ({ ...at, x: at.x + by.x, y: at.y + by.y });
  return {
    faces: faces.map((face) => ({ ...face, box: shift(face.box), mouth: shift(face.mouth) })),
    keep: keep.map(shift),
  };
}

function outlineOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}
