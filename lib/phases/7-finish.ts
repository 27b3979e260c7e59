// Phase 7, finish: the whole book as data, and its files.
// Input: every lettered page. Output: `book.json` with its quality report, `reader.json`, and the bound files, each stored under its hash. A format
// that is requested later is a step of its own, bound from the same book.

import { type Book, BookSchema } from "../manga/book.ts";
import { upgradeBook } from "../manga/earlier/book.ts";
import {
  BOOK_FILES,
  BookFormatSchema,
  type BoundFormat,
  BoundFormatSchema,
  SHEET_FILES,
  SheetFormatSchema,
} from "../manga/export-formats.ts";
import { ExportedSchema, type FinishedBook, FinishedBookSchema } from "../manga/finished-book.ts";
import type { QualityReport } from "../manga/quality.ts";
import { bookForReader, readerManifest } from "../manga/reader-manifest.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { assembleBook, sheetsOf } from "./assemble-book.ts";
import { bookSources } from "./painted-art.ts";
import type { MangaContext, MangaTools } from "./tools.ts";

type ExportStep = Extract<StepRef, { of: "export" }>;

export const finish = definePhase<MangaTools>({
  name: "finish",
  steps: {
    book: defineStep({
      output: FinishedBookSchema,
      async run(_step, context: MangaContext): Promise<FinishedBook> {
        // Preloads while the pages are read. A format whose code cannot be loaded reports that itself.
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
  const formats = ownFormats(params);
  if (formats.length === 0) return;
  const binder = await tools.binder(signal);
  await binder.ready(BoundFormatSchema.options.filter((format) => formats.includes(format)));
}

/** A book with the hash of its JSON. */
interface StoredBook {
  book: Book;
  hash: string;
}

/** The formats that are bound with the book; the others are steps of their own. */
const ownFormats = ({ formats, filesOnDemand }: MangaContext["params"]) => (filesOnDemand ? [] : formats);

/** Binds only the requested formats, because some take seconds per page. */
async function bindFiles(
  book: StoredBook,
  context: MangaContext,
): Promise<Pick<FinishedBook, "files" | "sheets">> {
  const formats = ownFormats(context.params);
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
 * Formats that this process bound recently with these tools, keyed by the book and everything that decides its files. A long book may need
 * more time for all formats than one attempt has; the next attempt continues with the format at which the last one stopped.
 */
const bound = new WeakMap<MangaTools, Map<string, string[]>>();
const MOST_BOUND = 100;

/** Hashes of a format's files: one for the whole book, or a folder's in order. */
async function bindFormat(
  format: BoundFormat,
  { book, hash }: StoredBook,
  context: MangaContext,
): Promise<string[]> {
  const { sessionId, tools, params } = context;
  const known = bound.get(tools) ?? new Map<string, string[]>();
  bound.set(tools, known);
  const key = JSON.stringify([sessionId, hash, format, params.experimental ?? []]);
  const hashes = known.get(key) ?? (await bindUncached(format, book, context));
  known.set(key, hashes);
  const [oldest] = known.keys();
  if (known.size > MOST_BOUND && oldest !== undefined) known.delete(oldest);
  return hashes;
}

async function bindUncached(format: BoundFormat, book: Book, context: MangaContext): Promise<string[]> {
  const binder = await context.tools.binder(context.signal);
  const sources = bookSources(book, (hash) => {
    // Checked per page, so that a cancelled session stops within a page.
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

/** The most items of each list in the shown report, because a client's document must stay small. */
const MOST_SHOWN = 60;

function shortened({ repairs, findings, resolutions = [], ...report }: QualityReport): QualityReport {
  return {
    ...report,
    repairs: repairs.slice(0, MOST_SHOWN),
    findings: findings.slice(0, MOST_SHOWN),
    // Keeps the lowest resolutions, which matter most.
    resolutions: resolutions.toSorted((a, b) => a.dpi - b.dpi).slice(0, MOST_SHOWN),
  };
}

/** Loads the book that `finish` stored. */
async function loadBook(context: MangaContext): Promise<StoredBook> {
  const { book: hash } = await context.output({ phase: "finish", of: "book" }, FinishedBookSchema);
  const json = new TextDecoder().decode(await context.getBlob(hash));
  return { book: BookSchema.parse(upgradeBook(JSON.parse(json))), hash };
}

/** Adds sheets to a book without any: it was drawn from portraits, or bound before sheets existed. The sheets are the present ones. */
async function withSheets({ book, hash }: StoredBook, context: MangaContext): Promise<StoredBook> {
  if (book.sheets !== undefined) return { book, hash };
  const sheets = await sheetsOf(context);
  return { book: { ...book, sheets }, hash: [hash, ...sheets.map(({ image }) => image)].join(" ") };
}
