// A panel laid out anew for a column that is scrolled: as wide as it matters, its words lettered for the column in type that a
// phone shows large enough, and free to stand in the white above and beside the picture. The picture itself stays as it is.

import { boxSides, partInside } from "../../../lettering/src/silhouette.ts";
import type { Artwork } from "../../manga/artwork.ts";
import { COLUMN_WIDTH } from "../../manga/column-gap.ts";
import { type Box, boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import type { Frame, Panel } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";

/** Pixels of a unit in which words are set: letters of 12 pt, 42.3 units, become 32 pixels of 800. */
export const COLUMN_SCALE = 0.75;

/** Pixels across, by a panel's weight; what bleeds and what shows a whole place fills the column. */
const WIDTHS = [540, 620, 700, 760, COLUMN_WIDTH] as const;
/** The highest picture, in pixels: a screen of a phone. */
const MOST_HEIGHT = 1140;
/** How far words may rise above their picture, in units. */
const RISE = 150;
/** Words keep this far from the column's edges, in units. */
const EDGE = 26;
/** A picture at the column's edge runs off it, in units: half a border left there would look cut by mistake. */
const OFF = 10;
/** Pictures as wide as this beside their height fill the column, however little they matter: smaller, nobody sees what is in them. */
const WIDE = 2.2;

export type Marks = ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;

/** A panel in the column. Words and frame are in units of the column, whose scale is `COLUMN_SCALE`. */
export interface ColumnPanel {
  panel: Panel;
  /** The panel's frame in the column. */
  frame: Frame;
  texts: LetteredText[];
  /** Around the frame and all that belongs to it. */
  area: Box;
  /** The column's left edge. */
  left: number;
  /** How much larger the picture is than in the book, in these units. */
  enlarged: number;
}

/** `side` is where a panel stands that does not fill the column. Throws what loading a font throws. */
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
  const frame = {
    ...panel.frame,
    corners: panel.frame.corners.map(({ x, y }) => ({
      x: place.x + (x - own.x) * enlarged,
      y: place.y + (y - own.y) * enlarged,
    })),
  };
  const art = scaledMarks(marks.get(panel.id), enlarged);
  const texts = await letterInColumn({ ...panel, frame }, art, page);
  const area = boundingBox([
    ...cornersOf(boundingBox(frame.corners)),
    ...texts.flatMap(({ box }) => cornersOf(box)),
  ]);
  return { panel, frame, texts, area, left: column.x, enlarged };
}

function widthOf({ weight, frame, picture }: Panel): number {
  const { width, height } = boundingBox(frame.corners);
  if (frame.bleeds || picture.shot === "establishing" || width > height * WIDE) return COLUMN_WIDTH;
  return WIDTHS[weight - 1] ?? COLUMN_WIDTH;
}

/** The column on the paper on which words are set, in the middle of what no cutter reaches. */
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

/** Words stand in the column's whole width and in the white above, sounds in the picture, off the words. */
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
    words: { sounds: [], texts: panel.words.texts.map(({ at: _at, ...word }) => word) },
  };
  const marks = { ...moved(art, picture, room), unframed: true };
  const words = await letterPage([worded], new Map([[panel.id, marks]]), page);
  const balloons = words.map(({ box }) => ({
    ...{ character: "", box: { ...box, x: box.x - picture.x, y: box.y - picture.y } },
    mouth: { x: box.x - picture.x, y: box.y - picture.y },
  }));
  // A picture that runs off the column takes no sound with it.
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

/** From the corner of one box to that of another. */
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
