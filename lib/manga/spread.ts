// Spreads (見開き): a picture across two facing pages, an even one and the following odd one. It is the first panel of the even page; the odd
// page shows its continuation, which is not read again.
import type { Artwork } from "./artwork.ts";
import { marksInFrame } from "./drawn-frame.ts";
import { type Box, boundingBox, PAPER, type Point } from "./geometry.ts";
import type { Direction } from "./language.ts";
import type { Beat, PlotPage } from "./plot.ts";
import type { Frame, Panel, SpreadHalf } from "./storyboard.ts";

/** Id of a spread's panel on its odd page. A page's own panels start at `k1`. */
export const CONTINUED_PANEL = "k0";

/** Shorter books have no spread, because it takes two pages; books of `PAGES_FOR_TWO` may have two. */
export const FEWEST_PAGES = 6;
const PAGES_FOR_TWO = 16;

/** Limits of the number of beats on each page of a spread. */
const BEAT_LIMITS = { first: { least: 2, most: 5 }, second: { least: 1, most: 5 } } as const;

/** Shares of the height for the picture: below half the height a page holds four panels, below more, fewer. */
const SHARES = [0.64, 0.6, 0.55, 0.5] as const;

type Page = Pick<PlotPage, "number" | "strips"> & { beats: readonly Pick<Beat, "weight" | "lines">[] };

/** Whether an even page and the next one may form a spread: its first beat is important, and both have room for the other beats. */
export function canSpread(pages: readonly Page[], number: number): boolean {
  const [first, second] = [pages[number - 1], pages[number]];
  if (number % 2 === 1 || first === undefined || second === undefined) return false;
  if (first.strips !== undefined || second.strips !== undefined) return false;
  const fits = (count: number, { least, most }: { least: number; most: number }) =>
    count >= least && count <= most;
  return fits(first.beats.length, BEAT_LIMITS.first) && fits(second.beats.length, BEAT_LIMITS.second);
}

/** The even pages of spreads with the picture's share of the height: the strongest first beats, one in a book, two in a long one. */
export function planSpreads(pages: readonly Page[]): ReadonlyMap<number, number> {
  if (pages.length < FEWEST_PAGES) return new Map();
  const worth = ({ beats: [first] }: Page) => (first?.weight ?? 0) * 4 - lettersSpoken(first) / 20;
  const chosen = pages
    .filter(({ number, beats }) => canSpread(pages, number) && (beats[0]?.weight ?? 0) >= 4)
    .toSorted((a, b) => worth(b) - worth(a) || b.number - a.number)
    .slice(0, pages.length < PAGES_FOR_TWO ? 1 : 2);
  return new Map(chosen.map(({ number }) => [number, shareOf(pages, number)]));
}

function lettersSpoken(beat: Pick<Beat, "lines"> | undefined): number {
  return (beat?.lines ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

function shareOf(pages: readonly Page[], number: number): number {
  const below = Math.max((pages[number - 1]?.beats.length ?? 1) - 1, pages[number]?.beats.length ?? 1);
  return SHARES[Math.min(below, SHARES.length) - 1] ?? SHARES[0];
}

/** The pages of a plot with the spreads that `planSpreads` chooses. */
export function withSpreads<P extends PlotPage>(pages: readonly P[]): P[] {
  const spreads = planSpreads(pages);
  return pages.map((page) => {
    const share = spreads.get(page.number) ?? spreads.get(page.number - 1);
    return share === undefined ? page : { ...page, spread: true, spreadShare: share };
  });
}

/** The half of a spread that a page of the plot is; undefined for a single page. */
export function spreadHalfOf({ number, spread, spreadShare }: PlotPage): SpreadHalf | undefined {
  if (!spread || spreadShare === undefined) return undefined;
  return { half: number % 2 === 0 ? "first" : "second", share: spreadShare };
}

/** The bleed box of both pages in units of the even one. In a right-bound book even pages are on the right. */
export function spreadPaper(direction: Direction): Box {
  const { width, height, bleed } = PAPER;
  return {
    x: -bleed - (direction === "rtl" ? width : 0),
    y: -bleed,
    width: 2 * (width + bleed),
    height: height + 2 * bleed,
  };
}

/** Horizontal offset from the even page's coordinates to those of the facing odd page. */
function facingOffset(direction: Direction): number {
  return direction === "rtl" ? PAPER.width : -PAPER.width;
}

export function crossingPanel<P extends { frame: Frame }>(panels: readonly P[]): P | undefined {
  return panels.find(({ frame }) => frame.crosses);
}

/** A spread's panel on the odd page, in that page's units and without its words. */
export function continuedPanel<P extends Panel>(panel: P, direction: Direction): P {
  const shift = facingOffset(direction);
  const corners = panel.frame.corners.map(({ x, y }) => ({ x: x + shift, y }));
  return {
    ...panel,
    id: CONTINUED_PANEL,
    frame: { ...panel.frame, corners },
    words: { texts: [], sounds: [] },
  };
}

/** Distance from the fold that content which must stay whole keeps, in units. */
const FOLD_MARGIN = PAPER.safe.x;

/**
 * The part of a panel on its own page: words stand there, and no tail crosses the fold. A panel that does not cross is returned unchanged.
 */
export function ownHalf<P extends { frame: Frame }>(panel: P): P {
  if (!panel.frame.crosses) return panel;
  const clip = (x: number) => Math.min(PAPER.width - FOLD_MARGIN, Math.max(FOLD_MARGIN, x));
  const beyond = panel.frame.corners.map(({ x, y }) => ({ x: isOnPage(x) ? x : clip(x), y }));
  return { ...panel, frame: { ...panel.frame, corners: beyond } };
}

/** The bleed counts as part of the page. */
const isOnPage = (x: number) => x >= -PAPER.bleed && x <= PAPER.width + PAPER.bleed;

type Marks = Pick<Artwork, "faces" | "keep">;

/** Faces and areas to keep clear of a panel's own half, relative to that half's corner. */
function ownMarks<M extends Marks>(panel: { frame: Frame }, marks: M): M {
  if (!panel.frame.crosses) return marksInFrame(panel.frame, marks);
  const whole = boundingBox(panel.frame.corners);
  const half = boundingBox(ownHalf(panel).frame.corners);
  const by = whole.x - half.x;
  const moved = <T extends Point>(at: T): T => ({ ...at, x: at.x + by });
  const isOwn = ({ x, width }: Box) => x + width > 0 && x < half.width;
  return {
    ...marks,
    faces: marks.faces
      .map((face) => ({ ...face, box: moved(face.box), mouth: moved(face.mouth) }))
      .filter(({ box, mouth }) => isOwn(box) && mouth.x >= 0 && mouth.x <= half.width),
    keep: marks.keep.map(moved).filter(isOwn),
  };
}

/** The marks of all panels of a page, in their own halves. */
export function ownMarksOf<M extends Marks>(
  panels: readonly { id: string; frame: Frame }[],
  art: ReadonlyMap<string, M>,
): Map<string, M> {
  const own = new Map(art);
  for (const panel of panels) {
    const marks = art.get(panel.id);
    if (marks !== undefined) own.set(panel.id, ownMarks(panel, marks));
  }
  return own;
}

type PaintedPage<P> = { number: number; panels: readonly P[] };

/** The panels to paint on a page: the spread's picture from the page before, then its own panels. */
export function panelsToPaint<P extends Panel>(
  { pages, direction }: { pages: readonly PaintedPage<P>[]; direction: Direction },
  page: PaintedPage<P>,
): P[] {
  const before = pages.find(({ number }) => number === page.number - 1);
  const crossing = page.number % 2 === 1 ? crossingPanel(before?.panels ?? []) : undefined;
  return crossing === undefined ? [...page.panels] : [continuedPanel(crossing, direction), ...page.panels];
}

/** The even pages of a book that start a spread. */
export function spreadsOf(
  pages: readonly { number: number; panels: readonly { frame: Frame }[] }[],
): number[] {
  return pages.flatMap(({ number, panels }, index) =>
    number % 2 === 0 && pages[index + 1] !== undefined && crossingPanel(panels) !== undefined ? [number] : [],
  );
}
