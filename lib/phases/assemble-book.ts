// Assembles the book's data from the results of the earlier phases.
import { ArtworkSchema } from "../manga/artwork.ts";
import {
  type Book,
  type BookCover,
  type BookPage,
  BookSchema,
  type BookTake,
  CoverStepSchema,
} from "../manga/book.ts";
import { CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { creditOf } from "../manga/credit.ts";
import { type LetteringPage, LetteringPageSchema } from "../manga/lettering.ts";
import type { Makers } from "../manga/model-ids.ts";
import { ownFontsIn } from "../manga/own-fonts.ts";
import { PageRenditionsSchema } from "../manga/page-renditions.ts";
import { PlotSchema } from "../manga/plot.ts";
import { bookMakers } from "../manga/provenance.ts";
import type { Story } from "../manga/story.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { pageId, stepId } from "../pipeline/step-id.ts";
import { coverOf } from "./cover-of.ts";
import { forScreens } from "./for-screens.ts";
import { type DrawnStep, drawnBook, panelStep, versionsOf } from "./made-by.ts";
import { type LetteredBookPage, type ProofedPage, proofreadPage, qualityReport } from "./proofread.ts";
import { repairShare } from "./repair-budget.ts";
import { loadStory, type MangaContext } from "./tools.ts";

/** Assembles the book from the results of the earlier phases; each page is proofread. */
export async function assembleBook(context: MangaContext): Promise<Book> {
  const { params } = context;
  const [story, concept, cast, plot] = await Promise.all([
    loadStory(context),
    context.output({ phase: "concept", of: "book" }, ConceptSchema),
    context.output({ phase: "characters", of: "book" }, CastSchema),
    context.output({ phase: "plot", of: "book" }, PlotSchema),
  ]);
  const [boards, sheets] = await Promise.all([
    inOrder(plot.pages, ({ number }) => loadBoard(number, context)),
    sheetsOf(context),
  ]);
  const lettered = boards.map(({ page }) => page);
  const panels = lettered.flatMap((page) => page.panels.map((panel) => panelStep(page.number, panel)));
  const drawn = drawnBook({ panels, sheets }, context);
  const models = bookMakers({ ...drawn, pages: lettered });
  // Proofreading never changes the cover's picture, so a cover that has no step of its own is made in parallel.
  const [proofed, cover, takes] = await Promise.all([
    proofreadPages(boards, models, context),
    madeCover(context) ?? coverOf({ title: concept.title, pages: lettered, cast, models }, context),
    takesOf(panels, context),
  ]);
  const pages = await inOrder(proofed, async ({ page, board }) => {
    const credit = board.last ? creditOf(models, params.language) : undefined;
    // Makes renditions and strips for pages repaired here, and for pages lettered before those existed.
    return { ...page, ...(await forScreens({ ...page, board, credit }, context)) };
  });
  const used = ownFontsIn(pages.flatMap((page) => page.panels));
  const fonts = (params.fonts ?? []).filter(({ id }) => used.includes(id));
  const finals = panels.filter(({ step }) => context.isFinal(step)).map(({ picture }) => picture);
  return BookSchema.parse({
    schemaVersion: 2,
    sessionId: context.sessionId,
    createdAt: context.createdAt,
    title: concept.title,
    language: params.language,
    direction: params.direction,
    style: params.style,
    artStyle: concept.style,
    colorMode: params.colorMode,
    dropPunctuation: params.dropPunctuation,
    letterStyles: params.letterStyles,
    ...(fonts.length > 0 && { fonts }),
    seed: params.seed,
    ...drawn,
    ...(finals.length > 0 && { finals }),
    ...(takes.length > 0 && { takes }),
    madeBy: versionsOf({ pages }, { models: drawn.models, makerOf: context.makerOf }),
    cast,
    places: plot.places,
    scenes: plot.scenes,
    pages,
    ...(sheets.length > 0 && { sheets }),
    ...(cover && { cover }),
    quality: qualityReport(proofed, { cast, plot }),
    ...panelsOfSentences(story, pages),
  });
}

/** The cover that was made by a step of its own; undefined in sessions older than that step. */
function madeCover(context: MangaContext): Promise<BookCover | undefined> | undefined {
  const step = { phase: "lettering", of: "cover" } as const;
  if (!context.has(step)) return undefined;
  return context.output(step, CoverStepSchema).then(({ cover }) => cover);
}

/** How each panel's picture was made, for pictures that a model drew. */
async function takesOf(panels: readonly DrawnStep[], context: MangaContext): Promise<BookTake[]> {
  const takes = await Promise.all(
    panels.map(async ({ picture, step }): Promise<BookTake[]> => {
      const made = await context.madeOf(step);
      return made === undefined ? [] : [{ panel: picture, ...made }];
    }),
  );
  return takes.flat();
}

/** The present pictures of characters, places and the style. */
export function sheetsOf(context: MangaContext): Promise<NonNullable<Book["sheets"]>> {
  return Promise.all(
    context.beside.map(async (step) => {
      const { image, width, height } = await context.output(step, SheetSchema);
      const own = context.given.has(image);
      return { step: stepId(step), image, width, height, ...(own && { own }) };
    }),
  );
}

/** Drops the strokes of drawings, which are not needed here. */
const SheetSchema = ArtworkSchema.pick({ image: true, width: true, height: true });

/** In page order, so that each page's share of the repair budget is deterministic. */
async function proofreadPages(
  pages: readonly LetteredBookPage[],
  models: Makers,
  context: MangaContext,
): Promise<ProofedPage[]> {
  const proofed: ProofedPage[] = [];
  let spent = 0;
  for (const [index, page] of pages.entries()) {
    const mostTries = repairShare({ pages: pages.length, done: index, spent });
    const one = await proofreadPage(page, { mostTries, models }, context);
    spent += one.tries;
    proofed.push(one);
  }
  return proofed;
}

/** Sequentially, to bound memory. */
async function inOrder<One, Made>(all: readonly One[], make: (one: One) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of all) made.push(await make(one));
  return made;
}

async function loadBoard(number: number, context: MangaContext): Promise<LetteredBookPage> {
  const [board, lettered] = await Promise.all([
    context.output({ phase: "storyboard", of: "page", page: number }, StoryboardPageSchema),
    context.output({ phase: "lettering", of: "page", page: number }, LetteringPageSchema),
  ]);
  const apart = { phase: "lettering", of: "renditions", page: number } as const;
  const shown = context.has(apart) ? await context.output(apart, PageRenditionsSchema) : lettered;
  return { board, page: bookPage(board, { lettered, shown }, context), limits: lettered.limits ?? [] };
}

function bookPage(
  board: StoryboardPage,
  { lettered, shown }: { lettered: LetteringPage; shown: Pick<BookPage, "renditions" | "strip"> },
  context: MangaContext,
): Book["pages"][number] {
  return {
    number: board.number,
    panels: (lettered.panels ?? board.panels).map((panel) => ({
      ...panel,
      artwork: context.outputHash(panelStep(board.number, panel).step),
    })),
    texts: lettered.texts,
    image: lettered.image,
    widthPx: lettered.widthPx,
    heightPx: lettered.heightPx,
    ...(shown.renditions && { renditions: shown.renditions }),
    ...(shown.strip && { strip: shown.strip }),
  };
}

/** Maps every unit of the story to the panels that show it. A unit without panels was left out. */
function panelsOfSentences(story: Story, pages: Book["pages"]): Pick<Book, "sentences" | "leftOut"> {
  const panelsOf = new Map<string, string[]>();
  for (const page of pages) {
    for (const panel of page.panels) {
      for (const unit of panel.units) {
        panelsOf.set(unit, [...(panelsOf.get(unit) ?? []), `${pageId(page.number)}/${panel.id}`]);
      }
    }
  }
  const sentences = story.units.map(({ id, kind, text }) => ({
    unit: id,
    kind,
    text,
    panels: panelsOf.get(id) ?? [],
  }));
  const leftOut = sentences
    .filter(({ panels }) => panels.length === 0)
    .map(({ unit, text }) => ({ unit, text }));
  return { sentences, leftOut };
}
