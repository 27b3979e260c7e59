// A book as CBZ: its pages' images in order in a zip, with `ComicInfo.xml` for readers (schema 2.0 of the Anansi project).
import type { Book } from "../manga/book.ts";
import { machineNote } from "../manga/credit.ts";
import { artistsOf } from "../manga/model-ids.ts";
import { panelsSeenOn, provenanceOf, sourceInWords, sourceTermOf } from "../manga/provenance.ts";
import { spreadsOf } from "../manga/spread.ts";
import { escapeXml } from "../manga/xml.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { BookSources, BoundImage } from "./binder.ts";
import { joinPages } from "./double-page.ts";
import { frontLeaves } from "./front-leaves.ts";
import { markedImage } from "./reading-image.ts";
import { openZip } from "./zip.ts";

/** Loads the pages in order, one at a time. The same book gives the same bytes. Rethrows errors of its sources. */
export async function* bindCbz(book: Book, sources: BookSources): AsyncGenerator<Uint8Array> {
  const zip = openZip(book.createdAt);
  const images: ImageInfo[] = [];
  for await (const { image, type, isDouble, shows } of imagesOf(book, sources)) {
    const { widthPx, heightPx } = image;
    const { bytes, extension, grey } = await markedImage(image, xmpOf(provenanceOf(book, shows)));
    // Images are compressed already. Readers order pages by name.
    zip.add(`${String(images.length + 1).padStart(3, "0")}.${extension}`, bytes, "stored");
    images.push({ widthPx, heightPx, bytes: bytes.byteLength, grey, type, isDouble });
    yield* zip.ready();
  }
  zip.add("ComicInfo.xml", comicInfo(book, images), "stored");
  yield* zip.end();
}

interface BookImage {
  image: BoundImage;
  type?: "FrontCover" | "InnerCover";
  /** Two pages that share a picture are one image. */
  isDouble: boolean;
  /** Ids of the panels on it. */
  shows: readonly string[];
}

async function* imagesOf(book: Book, sources: BookSources): AsyncGenerator<BookImage> {
  const [cover, title] = await frontLeaves(book, sources);
  if (cover !== undefined) yield { image: cover, type: "FrontCover", isDouble: false, shows: cover.shows };
  if (title !== undefined) yield { image: title, type: "InnerCover", isDouble: false, shows: title.shows };
  const spreads = spreadsOf(book.pages);
  for (const [index, bookPage] of book.pages.entries()) {
    const { number } = bookPage;
    if (spreads.includes(number - 1)) continue;
    const page = await sources.loadPage(number);
    const isDouble = spreads.includes(number);
    const image = isDouble ? await joinPages(page, await sources.loadPage(number + 1), book.direction) : page;
    const isFirst = index === 0 && cover === undefined;
    const seen = isDouble ? [bookPage, ...book.pages.slice(index + 1, index + 2)] : [bookPage];
    const shows = seen.flatMap((one) => panelsSeenOn(one, book.pages));
    yield { image, isDouble, shows, ...(isFirst ? { type: "FrontCover" as const } : {}) };
  }
}

interface ImageInfo extends Pick<BookImage, "type" | "isDouble"> {
  widthPx: number;
  heightPx: number;
  bytes: number;
  grey: boolean;
}

/** Elements in the order of the schema, which is an `xs:sequence`. */
function comicInfo(book: Book, images: readonly ImageInfo[]): string {
  const created = new Date(book.createdAt);
  const pages = images.map(
    (image, index) =>
      `    <Page Image="${index}"${attribute("Type", image.type)}${attribute("DoublePage", image.isDouble || undefined)} ImageSize="${image.bytes}" ImageWidth="${image.widthPx}" ImageHeight="${image.heightPx}"/>`,
  );
  const people = book.cast.characters.map((character) => character.name).filter((name) => name !== "");
  const adapters = [...new Set([book.models.reader, book.models.director])];
  const made = provenanceOf(book);
  const source = sourceInWords(sourceTermOf(made), book.language);
  const notes = [machineNote(made.models, book.language), source].join("\n");
  const lines = [
    element("Title", book.title),
    element("Notes", notes),
    element("Year", String(created.getUTCFullYear())),
    element("Month", String(created.getUTCMonth() + 1)),
    element("Day", String(created.getUTCDate())),
    element("Writer", adapters.join(", ")),
    element("Penciller", artistsOf(made.models).join(", ")),
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

function attribute(name: string, value: string | true | undefined): string {
  return value === undefined ? "" : ` ${name}="${value}"`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
