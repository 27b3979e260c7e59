// A book as CBZ: its pages' images in order in a zip, with `ComicInfo.xml` for readers (schema 2.0 of the Anansi project).
import type { Book } from "../manga/book.ts";
import type { BoundPage } from "./binder.ts";
import { escapeXml } from "./xml.ts";
import { openZip } from "./zip.ts";

/** Asks for the pages in order, one at a time. The same book gives the same bytes. Throws what `loadPage` throws. */
export async function* bindCbz(
  book: Book,
  loadPage: (number: number) => Promise<BoundPage>,
): AsyncGenerator<Uint8Array> {
  const zip = openZip(book.createdAt);
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
    zip.add(imageName(index), page.png, "stored");
    yield* zip.ready();
  }
  zip.add("ComicInfo.xml", comicInfo(book, images), "stored");
  yield* zip.end();
}

/** `001.png` for the first page: readers order pages by name. */
function imageName(index: number): string {
  return `${String(index + 1).padStart(3, "0")}.png`;
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
