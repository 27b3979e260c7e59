// A book as CBZ: its pages' images in order in a zip, with `ComicInfo.xml` for readers (schema 2.0 of the Anansi project).
import yazl from "yazl";
import type { Book } from "../manga/book.ts";
import type { BoundPage } from "./binder.ts";

/** Asks for the pages in order, one at a time. The same book gives the same bytes. Throws what `loadPage` throws. */
export async function bindCbz(
  book: Book,
  loadPage: (number: number) => Promise<BoundPage>,
): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const bytes = collect(zip.outputStream);
  // The book's own time, not the clock's; the newer timestamp field would hold another moment than the DOS one.
  const entry = { mtime: dosTime(book.createdAt), mode: 0o100644, forceDosTimestamp: true };
  const images: ImageInfo[] = [];
  for (const [index, { number }] of book.pages.entries()) {
    const page = await loadPage(number);
    images.push({
      widthPx: page.widthPx,
      heightPx: page.heightPx,
      bytes: page.png.byteLength,
      grey: isGrey(page.png),
    });
    // A PNG is compressed already.
    zip.addBuffer(Buffer.from(page.png), imageName(index), { ...entry, compress: false });
  }
  zip.addBuffer(Buffer.from(comicInfo(book, images)), "ComicInfo.xml", { ...entry, compress: false });
  zip.end();
  return bytes;
}

async function collect(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `001.png` for the first page: readers order pages by name. */
function imageName(index: number): string {
  return `${String(index + 1).padStart(3, "0")}.png`;
}

/** The moment whose local time is the given moment's UTC time: DOS stamps hold local time, and ours must not depend on where we are. */
function dosTime(iso: string): Date {
  const utc = new Date(iso);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}

interface ImageInfo {
  widthPx: number;
  heightPx: number;
  bytes: number;
  grey: boolean;
}

/** The colour type of a PNG's header: 0 is grey (PNG, section 11.2.1). */
function isGrey(png: Uint8Array): boolean {
  return png[25] === 0;
}

/** The elements stand in the schema's own order; a validator minds. */
function comicInfo(book: Book, images: readonly ImageInfo[]): string {
  const created = new Date(book.createdAt);
  const pages = images.map(
    (image, index) =>
      `    <Page Image="${index}"${index === 0 ? ' Type="FrontCover"' : ""} ImageSize="${image.bytes}" ImageWidth="${image.widthPx}" ImageHeight="${image.heightPx}"/>`,
  );
  const people = book.cast.characters.map((character) => character.name).filter((name) => name !== "");
  const lines = [
    element("Title", book.title),
    element("Year", String(created.getUTCFullYear())),
    element("Month", String(created.getUTCMonth() + 1)),
    element("Day", String(created.getUTCDate())),
    element("Writer", book.models.writer),
    element("Penciller", book.models.artist),
    element("Publisher", "Mekuri"),
    element("PageCount", String(images.length)),
    element("LanguageISO", book.language),
    element("BlackAndWhite", images.every((image) => image.grey) ? "Yes" : "No"),
    element("Manga", book.direction === "rtl" ? "YesAndRightToLeft" : "No"),
    ...(people.length > 0 ? [element("Characters", people.join(", "))] : []),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<ComicInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">',
    ...lines.map((line) => `  ${line}`),
    "  <Pages>",
    ...pages,
    "  </Pages>",
    "</ComicInfo>",
    "",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
