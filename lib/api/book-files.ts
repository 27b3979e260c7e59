// The files of a finished book, listed from the schedule, with signed URLs.
import {
  BOOK_FILES,
  BookFormatSchema,
  COVER_FILE,
  type ExportFormat,
  ExportFormatSchema,
  SHEET_FILES,
  SheetFormatSchema,
  sheetPath,
} from "../manga/export-formats.ts";
import { ExportedSchema, type FinishedBook, FinishedBookSchema } from "../manga/finished-book.ts";
import type { BlobStore } from "../pipeline/blob-store.ts";
import { exportedOutput, finishedBook } from "../pipeline/export-asks.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { loadJson } from "../pipeline/store-result.ts";
import type { AddressSigner } from "./address-signer.ts";
import type { Export } from "./export-routes.ts";

interface Ports {
  blobs: BlobStore;
  signer: AddressSigner;
}

/** Files for which URLs and sizes are requested concurrently. */
const AT_ONCE = 20;

/** Undefined if the format has not been made. Throws as the ports do. */
export async function bookFiles(
  ports: Ports,
  schedule: Schedule,
  format: ExportFormat,
): Promise<Export | undefined> {
  const { sessionId } = schedule;
  const output = finishedBook(schedule);
  if (output === undefined) return undefined;
  const book = FinishedBookSchema.parse(await loadJson(ports.blobs, sessionId, output));
  const hashes = await hashesOf(ports.blobs, { schedule, book, format });
  if (hashes === undefined) return undefined;
  const { contentType, nameOf, isOneFile } = describeFormat(format);
  const files: (Export["files"][number] & { expiresAt: string })[] = [];
  for (let first = 0; first < hashes.length; first += AT_ONCE) {
    const found = hashes.slice(first, first + AT_ONCE).map(async (hash, index) => {
      const name = nameOf(first + index);
      const object = { sessionId, hash, saveAs: savedAs(book.title, name) };
      const [{ url, expiresAt }, bytes] = await Promise.all([
        ports.signer.sign(object),
        ports.signer.size(object),
      ]);
      return { name, url, bytes, expiresAt };
    });
    files.push(...(await Promise.all(found)));
  }
  const expiresAt = files.map((file) => file.expiresAt).sort()[0];
  if (expiresAt === undefined) return undefined;
  return {
    ...{ format, contentType, expiresAt },
    ...(isOneFile ? { url: files[0]?.url } : {}),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    files: files.map(({ name, url, bytes }) => ({ name, url, bytes })),
  };
}

/**
 * Hashes of a format's files for the current book or, while it is being changed, for the last bound one. Undefined if there are none.
 * Throws as the store does.
 */
export async function bookHashes(
  blobs: BlobStore,
  schedule: Schedule,
  format: ExportFormat,
): Promise<string[] | undefined> {
  const output = schedule.results.finish?.output;
  if (output === undefined) return undefined;
  const book = FinishedBookSchema.parse(await loadJson(blobs, schedule.sessionId, output));
  return hashesOf(blobs, { schedule, book, format });
}

/** All files of the current book, with their paths in the book's folder; undefined if no book is finished. */
export async function allBookFiles(
  blobs: BlobStore,
  schedule: Schedule,
): Promise<{ name: string; hash: string }[] | undefined> {
  const output = finishedBook(schedule);
  if (output === undefined) return undefined;
  const book = FinishedBookSchema.parse(await loadJson(blobs, schedule.sessionId, output));
  const files = [{ name: "book.json", hash: book.book }];
  if (book.cover !== undefined) files.push({ name: COVER_FILE, hash: book.cover });
  for (const format of ExportFormatSchema.options) {
    const { nameOf } = describeFormat(format);
    const hashes = (await hashesOf(blobs, { schedule, book, format })) ?? [];
    files.push(...hashes.map((hash, index) => ({ name: nameOf(index), hash })));
  }
  return files;
}

interface FormatDescription {
  contentType: string;
  isOneFile: boolean;
  nameOf(index: number): string;
}

function describeFormat(format: ExportFormat): FormatDescription {
  const ofBook = BookFormatSchema.safeParse(format);
  if (ofBook.success) {
    const { name, contentType } = BOOK_FILES[ofBook.data];
    return { contentType, isOneFile: true, nameOf: () => name };
  }
  const ofFolder = SheetFormatSchema.safeParse(format);
  const folder = ofFolder.success ? ofFolder.data : "png";
  const { contentType } = SHEET_FILES[folder];
  return { contentType, isOneFile: false, nameOf: (index) => sheetPath(folder, index) };
}

/** Characters that some file system forbids in file names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those to remove
const NOT_IN_NAMES = /[\u0000-\u001f\u007f"*/:<>?\\|]+/g;
const LONGEST_TITLE = 80;

function plainTitle(title: string): string {
  return [...title.replace(NOT_IN_NAMES, " ").trim()].slice(0, LONGEST_TITLE).join("").trim();
}

/** A title as the name of a file, without its extension. */
export function attachmentName(title: string): string {
  return plainTitle(title) || "book";
}

/** File name with the book's title, so that downloads can be distinguished: `The Last Loaf.pdf`, `The Last Loaf pages-001.png`. */
function savedAs(title: string, name: string): string {
  const own = plainTitle(title);
  const file = name.replace("/", "-");
  if (own === "") return file;
  return file.startsWith("book.") ? own + file.slice("book".length) : `${own} ${file}`;
}

interface Asked {
  schedule: Schedule;
  book: FinishedBook;
  format: ExportFormat;
}

/** Hashes of the format's files in order. Formats requested at the start are listed in the finished book; each later one is a step. */
async function hashesOf(blobs: BlobStore, { schedule, book, format }: Asked): Promise<string[] | undefined> {
  if (format === "png") return book.pages;
  const ofBook = BookFormatSchema.safeParse(format);
  if (ofBook.success) {
    const file = book.files[ofBook.data];
    if (file !== undefined) return [file];
  }
  const ofFolder = SheetFormatSchema.safeParse(format);
  if (ofFolder.success) {
    const sheets = book.sheets[ofFolder.data];
    if (sheets !== undefined) return sheets;
  }
  const exported = exportedOutput(schedule, format);
  if (exported === undefined) return undefined;
  return ExportedSchema.parse(await loadJson(blobs, schedule.sessionId, exported)).files;
}
