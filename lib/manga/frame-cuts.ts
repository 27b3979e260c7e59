// Panels cut in two and merged. Ids, words and pictures are kept: a new panel shows the picture of the one that it was cut from.
import { merged, secondHalf } from "./frame-contents.ts";
import { drawnOf, FrameEditError, framed, type Page, panelOf, quadIn, type Sheet } from "./frame-page.ts";
import {
  endsOf,
  extentOf,
  facing,
  lineOf,
  outwardOf,
  type Quad,
  quadOf,
  SIDES,
  type Side,
  shifted,
  through,
  withSide,
} from "./frame-shapes.ts";
import type { Point } from "./geometry.ts";
import { unplaced } from "./hand-set.ts";
import type { Direction } from "./language.ts";
import { boundingBox } from "./paper.ts";
import type { Panel } from "./storyboard.ts";

/** The knife's way over the page; it is extended to both sides of the panel. */
export interface CutEdit {
  kind: "cut";
  panel: string;
  from: Point;
  to: Point;
}

export interface MergeEdit {
  kind: "merge";
  panel: string;
  with: string;
}

const MOST_PANELS = 9;

/** White that a cut leaves, in units: between rows, and within one. */
const CUT_GUTTER = { across: 70, down: 27 };
/** Largest distance of corners that a merge puts on one line. */
const ALIGNED = 30;

export function withCut(page: Page, edit: CutEdit, { direction }: Sheet): Page {
  const quad = quadIn(page, edit.panel);
  if (page.panels.length >= MOST_PANELS) {
    throw new FrameEditError("most-panels", `a page has at most ${MOST_PANELS} panels`);
  }
  const panel = panelOf(page, edit.panel);
  const [first, second] = halvesOf(quad, edit, direction);
  const number = newNumber(page);
  const drawn = drawnOf(panel);
  const kept = framed(panel, first, drawn);
  const fresh = framed(secondHalf(panel, `k${number}`), second, { ...drawn, of: drawn.of ?? panel.id });
  const panels = page.panels.flatMap((one) => (one.id === panel.id ? [within(kept, first), fresh] : [one]));
  return { ...page, panels, lastPanel: number };
}

const numberOf = ({ id }: { id: string }) => Number(id.slice(1));

const newNumber = ({ panels, lastPanel = 0 }: Page) => Math.max(lastPanel, ...panels.map(numberOf)) + 1;

/** Both parts of a shape, in reading order. */
function halvesOf(quad: Quad, { from, to }: { from: Point; to: Point }, direction: Direction): [Quad, Quad] {
  const knife = through(from, to);
  const cuts = (side: Side) => {
    const [a, b] = endsOf(quad, side).map((point) => outwardOf(knife, point)) as [number, number];
    return a > 0 !== b > 0;
  };
  const [across, down] = [cuts("left") && cuts("right"), cuts("top") && cuts("bottom")];
  if (across === down) {
    throw new FrameEditError("not-across", "a cut goes from one side to the opposite one");
  }
  const [near, far]: [Side, Side] = across ? ["bottom", "top"] : ["right", "left"];
  // The knife towards the right, or downwards: then the near part lies on a known side of it.
  const isTurned = across ? knife.along.x < 0 : knife.along.y < 0;
  const line = isTurned ? through(to, from) : knife;
  const half = (across ? CUT_GUTTER.across : CUT_GUTTER.down) / 2;
  const outwards = across ? half : -half;
  const one = withSide(quad, near, shifted(line, outwards));
  const other = withSide(quad, far, shifted(line, -outwards));
  if (one === undefined || other === undefined) {
    throw new FrameEditError("not-across", "a cut goes from one side to the opposite one");
  }
  return across || direction === "ltr" ? [one, other] : [other, one];
}

/** Texts and sounds that a person placed lose their place where it is not in the panel any more. */
function within(panel: Panel, quad: Quad): Panel {
  const isIn = (at: Point) => SIDES.every((side) => outwardOf(lineOf(quad, side), at) <= 0);
  const { texts, sounds } = unplaced(panel.words);
  const words = {
    texts: panel.words.texts.map((word, index) => (word.at && isIn(word.at) ? word : (texts[index] ?? word))),
    sounds: panel.words.sounds.map((sound, index) =>
      sound.set?.at && isIn(sound.set.at) ? sound : (sounds[index] ?? sound),
    ),
  };
  return { ...panel, words };
}

export function withMerge(page: Page, edit: MergeEdit): Page {
  const ids = page.panels.map(({ id }) => id);
  const [i, j] = [ids.indexOf(edit.panel), ids.indexOf(edit.with)].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  const [first, second] = [page.panels[i], page.panels[j]];
  if (first === undefined || second === undefined) {
    throw new FrameEditError("unknown", `page ${page.number} lacks one of these panels`);
  }
  if (j !== i + 1)
    throw new FrameEditError("order", "only panels that are read one after the other can be merged");
  const quad = unionOf(quadIn(page, first.id), quadIn(page, second.id));
  const lends = ({ id }: Panel) => page.panels.some(({ frame }) => frame.drawn?.of === id);
  const kept = keptOf(first, second, lends);
  const other = kept === first ? second : first;
  const isStillLent = page.panels.some((one) => one !== kept && one.frame.drawn?.of === other.id);
  if (isStillLent) throw new FrameEditError("lends", `another panel shows the picture of ${other.id}`);
  const panel = framed(merged({ kept, first, second }), quad, drawnOf(kept));
  const panels = page.panels.flatMap((one) => (one === first ? [panel] : one === second ? [] : [one]));
  return { ...page, panels, lastPanel: newNumber(page) - 1 };
}

/** The panel whose picture a merged panel keeps: one that others show, else one that has a picture of its own, else the larger one. */
function keptOf(first: Panel, second: Panel, lends: (panel: Panel) => boolean): Panel {
  const own = (panel: Panel) => panel.frame.drawn?.of === undefined;
  if (lends(first) !== lends(second)) return lends(first) ? first : second;
  if (own(first) !== own(second)) return own(first) ? first : second;
  const area = ({ frame }: Panel) => {
    const { width, height } = boundingBox(frame.corners);
    return width * height;
  };
  return area(second) > area(first) ? second : first;
}

/** The shape that two shapes with a common gutter fill. */
function unionOf(a: Quad, b: Quad): Quad {
  const side = SIDES.find((one) => facing(a, one, b) !== undefined);
  const other = side && facing(a, side, b)?.side;
  if (side === undefined || other !== oppositeOf(side)) {
    throw new FrameEditError("not-beside", "the panels do not stand beside each other");
  }
  const line = lineOf(a, side);
  const [own, facingIt] = [extentOf(line, endsOf(a, side)), extentOf(line, endsOf(b, other))];
  if (Math.abs(own.from - facingIt.from) > ALIGNED || Math.abs(own.to - facingIt.to) > ALIGNED) {
    throw new FrameEditError("not-beside", "the panels are not equally wide where they meet");
  }
  const at = SIDES.indexOf(side);
  const corners = a.map((corner, index) => (index === at || index === (at + 1) % 4 ? b[index] : corner));
  return quadOf(corners as Point[]) as Quad;
}

const oppositeOf = (side: Side): Side => SIDES[(SIDES.indexOf(side) + 2) % 4] as Side;
