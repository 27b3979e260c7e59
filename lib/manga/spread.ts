// Spreads (見開き): two pages that face each other, an even one and the odd one after it, and the picture that lies across their
// fold. It is the first panel of the even page; on the odd one it is seen as it goes on, and is read only once.
import type { Artwork } from "./artwork.ts";
import { type Box, boundingBox, PAPER, type Point } from "./geometry.ts";
import type { Direction } from "./language.ts";
import type { Beat, PlotPage } from "./plot.ts";
import type { Frame, Panel, SpreadHalf } from "./storyboard.ts";

/** What a page calls the panel that began on the page before it: no panel of its own has this name. */
export const CARRIED = "k0";

/** A shorter book has nothing to spare for two pages of one picture; one of this many pages may have two. */
export const FEWEST_PAGES = 6;
const PAGES_FOR_TWO = 16;

/** Beats that each of the two pages has: besides the picture, what stands below it. */
const BEATS = { first: { least: 2, most: 5 }, second: { least: 1, most: 5 } } as const;

/** A page below a picture of half the height holds four panels; below a higher one, fewer. */
const SHARES = [0.64, 0.6, 0.55, 0.5] as const;

type Page = Pick<PlotPage, "number" | "strips"> & { beats: readonly Pick<Beat, "weight" | "lines">[] };

/** Whether an even page and the one after it may share a picture: its first beat matters, and both have room for the others. */
export function canSpread(pages: readonly Page[], number: number): boolean {
  const [first, second] = [pages[number - 1], pages[number]];
  if (number % 2 === 1 || first === undefined || second === undefined) return false;
  if (first.strips !== undefined || second.strips !== undefined) return false;
  const fits = (count: number, { least, most }: { least: number; most: number }) =>
    count >= least && count <= most;
  return fits(first.beats.length, BEATS.first) && fits(second.beats.length, BEATS.second);
}

/** The even pages whose first beat is worth two pages, in a book that is long enough: the strongest one, of a long book two. */
export function planSpreads(pages: readonly Page[]): ReadonlyMap<number, number> {
  if (pages.length < FEWEST_PAGES) return new Map();
  const worth = ({ beats: [first] }: Page) => (first?.weight ?? 0) * 4 - spokenIn(first) / 20;
  const chosen = pages
    .filter(({ number, beats }) => canSpread(pages, number) && (beats[0]?.weight ?? 0) >= 4)
    .toSorted((a, b) => worth(b) - worth(a) || b.number - a.number)
    .slice(0, pages.length < PAGES_FOR_TWO ? 1 : 2);
  return new Map(chosen.map(({ number }) => [number, shareOf(pages, number)]));
}

function spokenIn(beat: Pick<Beat, "lines"> | undefined): number {
  return (beat?.lines ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

function shareOf(pages: readonly Page[], number: number): number {
  const below = Math.max((pages[number - 1]?.beats.length ?? 1) - 1, pages[number]?.beats.length ?? 1);
  return SHARES[Math.min(below, SHARES.length) - 1] ?? SHARES[0];
}

/** Pages as a plot has them, joined where `planSpreads` says so. */
export function withSpreads<P extends PlotPage>(pages: readonly P[]): P[] {
  const spreads = planSpreads(pages);
  return pages.map((page) => {
    const share = spreads.get(page.number) ?? spreads.get(page.number - 1);
    return share === undefined ? page : { ...page, spread: true, spreadShare: share };
  });
}

/** Which half of a spread a page of the plot is; undefined for a page that stands alone. */
export function spreadHalfOf({ number, spread, spreadShare }: PlotPage): SpreadHalf | undefined {
  if (!spread || spreadShare === undefined) return undefined;
  return { half: number % 2 === 0 ? "first" : "second", share: spreadShare };
}

/** The bleed edge of both pages, in the units of the even one: a right-bound book has its even pages on the right. */
export function spreadPaper(direction: Direction): Box {
  const { width, height, bleed } = PAPER;
  return {
    x: -bleed - (direction === "rtl" ? width : 0),
    y: -bleed,
    width: 2 * (width + bleed),
    height: height + 2 * bleed,
  };
}

/** From the even page's units to those of the odd page that faces it. */
function ontoFacing(direction: Direction): number {
  return direction === "rtl" ? PAPER.width : -PAPER.width;
}

export function crossingPanel<P extends { frame: Frame }>(panels: readonly P[]): P | undefined {
  return panels.find(({ frame }) => frame.crosses);
}

/** How a picture goes on on the odd page: its panel, without its words, in that page's units. */
export function carried<P extends Panel>(panel: P, direction: Direction): P {
  const shift = ontoFacing(direction);
  const corners = panel.frame.corners.map(({ x, y }) => ({ x: x + shift, y }));
  return { ...panel, id: CARRIED, frame: { ...panel.frame, corners }, words: { texts: [], sounds: [] } };
}

/** Nothing that must be seen whole comes nearer to the fold than this. */
const OFF_FOLD = PAPER.safe.x;

/** What of a panel lies on its own page: words stand on it, and no tail points over the fold. A panel that does not cross stays as it is. */
export function ownHalf<P extends { frame: Frame }>(panel: P): P {
  if (!panel.frame.crosses) return panel;
  const clip = (x: number) => Math.min(PAPER.width - OFF_FOLD, Math.max(OFF_FOLD, x));
  const beyond = panel.frame.corners.map(({ x, y }) => ({ x: isOnPage(x) ? x : clip(x), y }));
  return { ...panel, frame: { ...panel.frame, corners: beyond } };
}

/** The bleed belongs to the page. */
const isOnPage = (x: number) => x >= -PAPER.bleed && x <= PAPER.width + PAPER.bleed;

type Marks = Pick<Artwork, "faces" | "keep">;

/** The faces and the areas to keep clear of a panel's own half, from that half's corner. */
function ownMarks<M extends Marks>(panel: { frame: Frame }, marks: M): M {
  if (!panel.frame.crosses) return marks;
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

/** The marks of all of a page's panels, as the page itself has them. */
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

/** What is painted on a page of a book: the picture that it shares with the page before it, and its own panels over that. */
export function panelsToPaint<P extends Panel>(
  { pages, direction }: { pages: readonly PaintedPage<P>[]; direction: Direction },
  page: PaintedPage<P>,
): P[] {
  const before = pages.find(({ number }) => number === page.number - 1);
  const crossing = page.number % 2 === 1 ? crossingPanel(before?.panels ?? []) : undefined;
  return crossing === undefined ? [...page.panels] : [carried(crossing, direction), ...page.panels];
}

/** The even pages of a book that share a picture with the page after them. */
export function spreadsOf(
  pages: readonly { number: number; panels: readonly { frame: Frame }[] }[],
): number[] {
  return pages.flatMap(({ number, panels }, index) =>
    number % 2 === 0 && pages[index + 1] !== undefined && crossingPanel(panels) !== undefined ? [number] : [],
  );
}
