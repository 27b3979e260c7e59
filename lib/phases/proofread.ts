// The quality report of phase 7: checks every page as printed, repairs its words where possible, and reports the faults that are left.
import type { PageBrief, PaintedArt, ProofreadPage } from "../drawing/drafter.ts";
import type { Artwork } from "../manga/artwork.ts";
import type { BookPage } from "../manga/book.ts";
import { type DrawnPanel, densityFindings, designFindings, pageTurnFindings } from "../manga/book-quality.ts";
import type { Cast } from "../manga/cast.ts";
import { creditOf } from "../manga/credit.ts";
import { guessesIn } from "../manga/guesses.ts";
import type { Makers } from "../manga/model-ids.ts";
import type { Plot } from "../manga/plot.ts";
import {
  isSameFault,
  type PanelResolution,
  type QualityCheck,
  QualityCheckSchema,
  type QualityFinding,
  type QualityRepair,
  type QualityReport,
} from "../manga/quality.ts";
import { letteringSeed } from "../manga/seed.ts";
import { ownHalf, ownMarksOf } from "../manga/spread.ts";
import type { StoryboardPage } from "../manga/storyboard.ts";
import { facingPicture } from "./facing-picture.ts";
import { panelStep } from "./made-by.ts";
import { fontFilesOf } from "./own-fonts.ts";
import { allPainted, pageArt } from "./painted-art.ts";
import { storeMarked } from "./store-marked.ts";
import type { MangaContext } from "./tools.ts";

/** A page after proofreading, with its findings. */
export interface ProofedPage {
  page: BookPage;
  board: StoryboardPage;
  repairs: readonly QualityRepair[];
  findings: readonly QualityFinding[];
  drawn: readonly DrawnPanel[];
  resolutions: readonly PanelResolution[];
  /** Tries that its repairs took from the book's budget. */
  tries: number;
}

/** A page as lettered. */
export interface LetteredBookPage {
  page: BookPage;
  board: StoryboardPage;
  /** A finding for each search for text positions that hit its budget. */
  limits: readonly QualityFinding[];
}

/**
 * Proofreads a page. It is composed again only if a text was repaired, or if its credit line names other makers than the book's.
 * `mostTries` is its share of the book's repair budget.
 */
export async function proofreadPage(
  { page, board, limits }: LetteredBookPage,
  { mostTries, models }: { mostTries: number; models: Makers },
  context: MangaContext,
): Promise<ProofedPage> {
  const { params, tools, signal } = context;
  signal.throwIfAborted();
  const drafter = await tools.drafter(signal);
  const { number, panels } = page;
  const [art, fonts] = await Promise.all([
    pageArt(number, panels, context),
    fontFilesOf(panels, context.getBlob),
  ]);
  const brief = {
    ...{ number, language: params.language, direction: params.direction },
    colorMode: params.colorMode,
    dropPunctuation: params.dropPunctuation,
    seed: letteringSeed(params.seed, number),
  };
  const halves = panels.map(ownHalf);
  const marks = ownMarksOf(panels, art);
  const [proof, images, composed] = await Promise.all([
    drafter.proofread({
      ...{ panels: halves, art: marks, texts: page.texts, mostTries },
      page: { ...brief, ...(fonts && { fonts }) },
    }),
    paintedImages(art, context),
    context.getBlob(page.image),
  ]);
  const credit = board.last ? creditOf(models, params.language) : undefined;
  // The page was lettered before all artists of the book were known.
  const isCredited = credit === undefined || credit === creditOf(params.models, params.language);
  const printed =
    proof.repairs.length === 0 && isCredited
      ? page
      : await composeAgain(
          // A strip with another credit line is made again with the book.
          isCredited ? page : { ...page, strip: undefined },
          { proof, art, board, brief: { ...brief, ...(credit !== undefined && { credit }) } },
          context,
        );
  const image = printed === page ? composed : await context.getBlob(printed.image);
  const [blank, resolutions] = await Promise.all([
    drafter.blankPanels({ number, image, panels: halves, texts: printed.texts }),
    drafter.resolutions(panels, images, number),
  ]);
  const drawn = panels.map(({ id, picture }) => ({
    ...{ page: number, panel: id, people: picture.figures.map(({ character }) => character) },
    faces: (art.get(id)?.faces ?? []).map(({ character }) => character),
  }));
  const findings = [...proof.findings, ...blank, ...(board.limits ?? []), ...limits];
  const isLeft = (fault: QualityFinding) => findings.some((left) => isSameFault(left, fault));
  const repairs = [...(board.repairs ?? []).filter((fault) => !isLeft(fault)), ...proof.repairs];
  return { page: printed, board, repairs, findings, drawn, resolutions, tries: proof.tries };
}

/** The pictures that are images; a drawing has no pixels before it is painted. */
function paintedImages(
  art: ReadonlyMap<string, Artwork>,
  { getBlob }: MangaContext,
): Promise<Map<string, PaintedArt>> {
  return allPainted(new Map([...art].filter(([, { content }]) => content.kind === "image")), getBlob);
}

async function composeAgain(
  page: BookPage,
  repaired: {
    proof: ProofreadPage;
    art: ReadonlyMap<string, Artwork>;
    board: StoryboardPage;
    brief: PageBrief & { credit?: string };
  },
  context: MangaContext,
): Promise<BookPage> {
  const drafter = await context.tools.drafter(context.signal);
  const facing = await facingPicture(repaired.board, context);
  const all = new Map([...repaired.art, ...facing.map(({ panel, artwork }) => [panel.id, artwork] as const)]);
  const painted = await allPainted(all, context.getBlob);
  const panels = [...facing.map(({ panel }) => panel), ...page.panels];
  const own = page.panels.map((panel) => panelStep(page.number, panel));
  const shows = [...facing.map(({ drawn }) => drawn), ...own];
  const { texts } = repaired.proof;
  const brief = { ...repaired.brief, widthPx: page.widthPx };
  const raster = await drafter.compose(panels, painted, texts, brief);
  const image = await storeMarked({ ...raster, shows }, context);
  const { widthPx, heightPx } = raster;
  // The book's assembly makes its renditions.
  return { ...page, texts: [...texts], image, widthPx, heightPx, renditions: undefined };
}

export function qualityReport(
  proofed: readonly ProofedPage[],
  { cast, plot }: { cast: Cast; plot: Plot },
): QualityReport {
  const pages = proofed.map(({ page }) => page);
  const findings = [
    ...proofed.flatMap((one) => one.findings),
    ...designFindings(
      cast,
      proofed.flatMap(({ drawn }) => drawn),
    ),
    ...pageTurnFindings(plot.pages),
    ...densityFindings(pages),
  ];
  const order = QualityCheckSchema.options;
  const guesses = guessesIn(pages.flatMap(({ panels }) => panels.map(({ picture }) => picture)));
  return {
    checked: countsOf(pages, cast),
    repairs: [
      ...plot.pages.flatMap(({ repairs }) => repairs ?? []),
      ...proofed.flatMap(({ repairs }) => repairs),
    ],
    resolutions: proofed.flatMap(({ resolutions }) => resolutions),
    findings: findings.toSorted((a, b) => order.indexOf(a.check) - order.indexOf(b.check)),
    ...(guesses && { guesses }),
  };
}

function countsOf(pages: readonly BookPage[], cast: Cast): Record<QualityCheck, number> {
  const panels = pages.reduce((sum, page) => sum + page.panels.length, 0);
  const texts = pages.reduce(
    (sum, page) => sum + page.texts.filter(({ kind }) => kind !== "sound").length,
    0,
  );
  return {
    "reading-order": pages.length,
    "one-successor": panels,
    "gutter-ratio": pages.length,
    kinsoku: texts,
    overflow: texts,
    "text-size": texts,
    "face-covered": texts,
    "art-covered": texts,
    "tail-direction": texts,
    "safe-area": texts,
    "text-share": panels,
    "blank-picture": panels,
    "own-design": cast.characters.length,
    "page-turn": pages.length,
    density: pages.length,
    "search-limit": panels,
  };
}
