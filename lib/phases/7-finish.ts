// Phase 7, finish: the whole book as data, and its files.
// Needs every lettered page. Gives `book.json` with its quality report, `reader.json`, and the bound files, each stored under its hash; what somebody asks for
// afterwards is a step of its own, bound from that same book.

import { ArtworkSchema } from "../manga/artwork.ts";
import { type Book, type BookPage, BookSchema, type BookTake } from "../manga/book.ts";
import { CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { raisedBook } from "../manga/earlier/book.ts";
import {
  BOOK_FILES,
  BookFormatSchema,
  type BoundFormat,
  BoundFormatSchema,
  SHEET_FILES,
  SheetFormatSchema,
} from "../manga/export-formats.ts";
import { ExportedSchema, type FinishedBook, FinishedBookSchema } from "../manga/finished-book.ts";
import { type LetteringPage, LetteringPageSchema } from "../manga/lettering.ts";
import type { Makers } from "../manga/model-ids.ts";
import { PlotSchema } from "../manga/plot.ts";
import { bookMakers } from "../manga/provenance.ts";
import type { QualityReport } from "../manga/quality.ts";
import { bookForReader, readerManifest } from "../manga/reader-manifest.ts";
import type { Story } from "../manga/story.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { pageId, type StepRef, stepId } from "../pipeline/step-id.ts";
import { coverOf } from "./cover-of.ts";
import { type DrawnStep, drawnBook, panelStep, versionsOf } from "./made-by.ts";
import { bookSources } from "./painted-art.ts";
import { type LetteredBookPage, type ProofedPage, proofreadPage, qualityReport } from "./proofread.ts";
import { repairShare } from "./repair-budget.ts";
import { storeRenditions } from "./store-marked.ts";
import { loadStory, type MangaContext, type MangaTools } from "./tools.ts";

type ExportStep = Extract<StepRef, { of: "export" }>;

export const finish = definePhase<MangaTools>({
  name: "finish",
  steps: {
    book: defineStep({
      output: FinishedBookSchema,
      async run(_step, context: MangaContext): Promise<FinishedBook> {
        // While the pages are read. What cannot be loaded is said by the format that needs it.
        readyBinder(context).catch(() => {});
        const book = await assembleBook(context);
        const hash = await context.putBlob(asJson(book), "application/json");
        const manifest = readerManifest(bookForReader(book));
        return {
          title: book.title,
          book: hash,
          reader: await context.putBlob(asJson(manifest), "application/json"),
          ...(await bindFiles({ book, hash }, context)),
          ...(book.cover && { cover: book.cover.image, coverRenditions: book.cover.renditions }),
          pages: book.pages.map((page) => page.image),
          panels: book.pages.reduce((sum, page) => sum + page.panels.length, 0),
          leftOut: book.leftOut.length,
          quality: book.quality && shortened(book.quality),
        };
      },
    }),
    export: defineStep({
      output: ExportedSchema,
      async run({ format }: ExportStep, context: MangaContext) {
        const stored = await loadBook(context);
        const book = format === "sheets" ? await withSheets(stored, context) : stored;
        return { format, files: await bindFormat(format, book, context) };
      },
    }),
  },
});

function asJson(data: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
}

async function readyBinder({ tools, params, signal }: MangaContext): Promise<void> {
  const binder = await tools.binder(signal);
  await binder.ready(BoundFormatSchema.options.filter((format) => params.formats.includes(format)));
}

/** A book with the hash of its JSON. */
interface StoredBook {
  book: Book;
  hash: string;
}

/** Makes what was asked for and nothing else: some formats take seconds a page. */
async function bindFiles(
  book: StoredBook,
  context: MangaContext,
): Promise<Pick<FinishedBook, "files" | "sheets">> {
  const { formats } = context.params;
  const files: FinishedBook["files"] = {};
  const sheets: FinishedBook["sheets"] = {};
  for (const format of BookFormatSchema.options) {
    if (!formats.includes(format)) continue;
    const [hash] = await bindFormat(format, book, context);
    files[format] = hash;
  }
  for (const format of SheetFormatSchema.options) {
    if (formats.includes(format)) sheets[format] = await bindFormat(format, book, context);
  }
  return { files, sheets };
}

/**
 * What this process has bound of late with these tools, by the book and all that decides its files: a long book may need more
 * time for all of its formats than one attempt has, and the next goes on with the format at which the last was stopped.
 */
const bound = new WeakMap<MangaTools, Map<string, string[]>>();
const MOST_BOUND = 100;

/** Hashes of a format's files: one of the whole book, or a folder's in order. */
async function bindFormat(
  format: BoundFormat,
  { book, hash }: StoredBook,
  context: MangaContext,
): Promise<string[]> {
  const { sessionId, tools, params } = context;
  const known = bound.get(tools) ?? new Map<string, string[]>();
  bound.set(tools, known);
  const key = JSON.stringify([sessionId, hash, format, params.experimental ?? []]);
  const hashes = known.get(key) ?? (await bindAnew(format, book, context));
  known.set(key, hashes);
  const [oldest] = known.keys();
  if (known.size > MOST_BOUND && oldest !== undefined) known.delete(oldest);
  return hashes;
}

async function bindAnew(format: BoundFormat, book: Book, context: MangaContext): Promise<string[]> {
  const binder = await context.tools.binder(context.signal);
  const sources = bookSources(book, (hash) => {
    // A format asks page by page, so that a cancelled session stops within a page.
    context.signal.throwIfAborted();
    return context.getBlob(hash);
  });
  const asBook = BookFormatSchema.safeParse(format);
  if (asBook.success) {
    const chunks = binder.bind(asBook.data, book, sources);
    return [await context.putBlobStream(chunks, BOOK_FILES[asBook.data].contentType)];
  }
  const asSheets = SheetFormatSchema.parse(format);
  const hashes: string[] = [];
  const { experimental } = context.params;
  for await (const bytes of binder.sheets(asSheets, book, { ...sources, experimental })) {
    hashes.push(await context.putBlob(bytes, SHEET_FILES[asSheets].contentType));
  }
  return hashes;
}

/** More of each than anybody reads on a screen would make the document too big to be shown. */
const SHOWN = 60;

function shortened({ repairs, findings, resolutions = [], ...report }: QualityReport): QualityReport {
  return {
    ...report,
    repairs: repairs.slice(0, SHOWN),
    findings: findings.slice(0, SHOWN),
    // The coarsest are what somebody must know of.
    resolutions: resolutions.toSorted((a, b) => a.dpi - b.dpi).slice(0, SHOWN),
  };
}

/** The book as `finish` has stored it. */
async function loadBook(context: MangaContext): Promise<StoredBook> {
  const { book: hash } = await context.output({ phase: "finish", of: "book" }, FinishedBookSchema);
  const json = new TextDecoder().decode(await context.getBlob(hash));
  return { book: BookSchema.parse(raisedBook(JSON.parse(json))), hash };
}

/** A book that lists no pictures of its people was drawn after portraits, or bound before there were sheets: with those that stand. */
async function withSheets({ book, hash }: StoredBook, context: MangaContext): Promise<StoredBook> {
  if (book.sheets !== undefined) return { book, hash };
  const sheets = await sheetsOf(context);
  return { book: { ...book, sheets }, hash: [hash, ...sheets.map(({ image }) => image)].join(" ") };
}

/** Puts the book together from what the earlier phases recorded, each page proofread. */
async function assembleBook(context: MangaContext): Promise<Book> {
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
  const panels = lettered.flatMap((page) => page.panels.map(({ id }) => panelStep(page.number, id)));
  const drawn = drawnBook({ panels, sheets }, context);
  const models = bookMakers({ ...drawn, pages: lettered });
  // No proofreading changes what a cover is made of, so one is encoded while the other reads.
  const [proofed, cover, takes] = await Promise.all([
    proofreadPages(boards, models, context),
    coverOf({ title: concept.title, pages: lettered, cast, models }, context),
    takesOf(panels, context),
  ]);
  const pages = await inOrder(proofed, ({ page }) => withRenditions(page, context));
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
    ...tellSentences(story, pages),
  });
}

/** A page that was lettered before there were renditions gets them when its book is bound. */
async function withRenditions(page: BookPage, context: MangaContext): Promise<BookPage> {
  if (page.renditions !== undefined) return page;
  const shows = page.panels.map(({ id }) => panelStep(page.number, id));
  const bytes = await context.getBlob(page.image);
  return { ...page, renditions: await storeRenditions({ bytes, shows }, context) };
}

/** What made each panel's picture, of those that a model drew. */
async function takesOf(panels: readonly DrawnStep[], context: MangaContext): Promise<BookTake[]> {
  const takes = await Promise.all(
    panels.map(async ({ picture, step }): Promise<BookTake[]> => {
      const made = await context.madeOf(step);
      return made === undefined ? [] : [{ panel: picture, ...made }];
    }),
  );
  return takes.flat();
}

/** The pictures of people, places and the style as they are when the book is bound. */
function sheetsOf(context: MangaContext): Promise<NonNullable<Book["sheets"]>> {
  return Promise.all(
    context.beside.map(async (step) => {
      const { image, width, height } = await context.output(step, SheetSchema);
      const own = context.given.has(image);
      return { step: stepId(step), image, width, height, ...(own && { own }) };
    }),
  );
}

/** A drawing's thousand strokes are looked at by nobody here. */
const SheetSchema = ArtworkSchema.pick({ image: true, width: true, height: true });

/** In their order, so that what each takes of the book's budget for repairs is the same every time. */
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

/** One after another: many pages at once would want much memory. */
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
  return { board, page: bookPage(board, lettered, context), limits: lettered.limits ?? [] };
}

function bookPage(
  board: StoryboardPage,
  lettered: LetteringPage,
  context: MangaContext,
): Book["pages"][number] {
  return {
    number: board.number,
    panels: (lettered.panels ?? board.panels).map((panel) => ({
      ...panel,
      artwork: context.outputHash({ phase: "artwork", of: "panel", page: board.number, panel: panel.id }),
    })),
    texts: lettered.texts,
    image: lettered.image,
    widthPx: lettered.widthPx,
    heightPx: lettered.heightPx,
    ...(lettered.renditions && { renditions: lettered.renditions }),
  };
}

/** Maps every unit of the story to the panels that tell it; one that no panel tells was left out. */
function tellSentences(story: Story, pages: Book["pages"]): Pick<Book, "sentences" | "leftOut"> {
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
