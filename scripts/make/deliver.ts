// Downloads the finished book to its folder. `session.json` is written last, so its presence means that the folder is complete.
import { join } from "node:path";
import { bookJsonSchema } from "../../lib/export/book-schema.ts";
import { BookSchema } from "../../lib/manga/book.ts";
import { upgradeBook } from "../../lib/manga/earlier/book.ts";
import {
  BOOK_FILES,
  BookFormatSchema,
  COVER_FILE,
  READER_FILE,
  renditionPath,
  SheetFormatSchema,
  sheetPath,
  stripPath,
} from "../../lib/manga/export-formats.ts";
import { type FinishedBook, FinishedBookSchema } from "../../lib/manga/finished-book.ts";
import type { QualityReport } from "../../lib/manga/quality.ts";
import { hashOf, withRenditions } from "../../lib/manga/reader-manifest.ts";
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import type { Manifest } from "../../reader/manifest.ts";
import { DEFAULT_DATA } from "../command/command.ts";
import { FolderUnwritableError, writeStreamed, writeWhole } from "./output-folder.ts";
import type { SessionClient } from "./session-client.ts";
import { type SessionNotice, sessionFile } from "./session-file.ts";

/** Data about a delivered book for the final messages. */
export interface Delivered {
  /** Texts of the story that were left out. */
  leftOut: string[];
  /** Undefined for a book made before reports existed. */
  quality: QualityReport | undefined;
}

/** The output folder, and the data folder of the book's service. */
export interface Delivery {
  folder: string;
  data: string;
  /** Notices for session.json. */
  notices: readonly SessionNotice[];
}

/** Throws `FolderUnwritableError`, whose message says how to get the book anyway. */
export async function deliverBook(
  client: SessionClient,
  session: ClientSession,
  { folder, data, notices }: Delivery,
): Promise<Delivered> {
  try {
    return await writeBook(client, session, { folder, notices });
  } catch (error) {
    if (!(error instanceof FolderUnwritableError)) throw error;
    const place = data === DEFAULT_DATA ? "" : ` --data ${data}`;
    const again = `npm run mekuri -- resume ${session.sessionId}${place} --out DIR`;
    const advice = data === "memory" ? "" : `; ${again} writes it to another folder`;
    throw new FolderUnwritableError(`the book is finished, but ${error.message}${advice}`, { cause: error });
  }
}

async function writeBook(
  client: SessionClient,
  session: ClientSession,
  { folder, notices }: Omit<Delivery, "data">,
): Promise<Delivered> {
  const finished = FinishedBookSchema.parse(session.result);
  const save = (path: string, hash: string) =>
    writeStreamed(join(folder, path), client.downloadStream(session.sessionId, hash));
  for (const format of BookFormatSchema.options) {
    const hash = finished.files[format];
    if (hash !== undefined) await save(BOOK_FILES[format].name, hash);
  }
  const png = session.params.formats.includes("png") ? finished.pages : [];
  for (const format of ["png", ...SheetFormatSchema.options] as const) {
    const hashes = format === "png" ? png : (finished.sheets[format] ?? []);
    for (const [index, hash] of hashes.entries()) {
      await save(sheetPath(format, index), hash);
    }
  }
  if (finished.cover !== undefined && png.length > 0) await save(COVER_FILE, finished.cover);
  if (png.length > 0) await writeReader(client, session.sessionId, { finished, folder, save });
  const json = await client.download(session.sessionId, finished.book);
  writeWhole(join(folder, "book.json"), json);
  writeWhole(join(folder, "book.schema.json"), `${JSON.stringify(bookJsonSchema(), null, 2)}\n`);
  writeWhole(join(folder, "session.json"), `${JSON.stringify(sessionFile(session, notices), null, 2)}\n`);
  const book = BookSchema.parse(upgradeBook(JSON.parse(new TextDecoder().decode(json))));
  return { leftOut: book.leftOut.map(({ text }) => text), quality: book.quality };
}

interface ReaderFolder {
  finished: FinishedBook;
  folder: string;
  save: (path: string, hash: string) => Promise<void>;
}

/** Writes `reader.json` and its pictures: `pages/001-1080.webp`, `cover-1080.webp`, `strip/001.webp`. */
async function writeReader(
  client: SessionClient,
  sessionId: string,
  { finished, folder, save }: ReaderFolder,
): Promise<void> {
  // Books made before renditions existed have no manifest.
  if (finished.reader === undefined) return;
  const json = new TextDecoder().decode(await client.download(sessionId, finished.reader));
  const manifest: Manifest = JSON.parse(json);
  /** File paths by URL. The strip begins with the cover, which is written already. */
  const paths = new Map<string, string>();
  for (const page of manifest.pages) {
    for (const rendition of page.renditions) paths.set(rendition.src, renditionPath(page, rendition));
  }
  const images = (manifest.strip ?? []).flatMap(({ renditions }) => renditions);
  const isOfPages = new Set(paths.keys());
  for (const [index, { src }] of images.filter(({ src }) => !isOfPages.has(src)).entries()) {
    paths.set(src, stripPath(index));
  }
  for (const [src, path] of paths) await save(path, hashOf(src));
  const local = await withRenditions(manifest, async (one) => ({
    ...one,
    src: paths.get(one.src) ?? one.src,
  }));
  writeWhole(join(folder, READER_FILE), `${JSON.stringify(local, null, 2)}\n`);
}
