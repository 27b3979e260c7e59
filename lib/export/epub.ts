// A book as EPUB 3 with a fixed layout: each page is an image, with the words over it as transparent text for search, selection and reading
// aloud (EPUB 3.3, section 8.2; EPUB Accessibility 1.1).
import { createHash } from "node:crypto";
import { outerSide } from "../manga/binding.ts";
import type { Book } from "../manga/book.ts";
import { machineNote } from "../manga/credit.ts";
import { artistsOf } from "../manga/model-ids.ts";
import {
  bookMakers,
  panelsSeenOn,
  provenanceOf,
  sourceTermOf,
  sourceTypeUri,
  tiersOf,
  trainedModelsOf,
} from "../manga/provenance.ts";
import { escapeXml } from "../manga/xml.ts";
import { IPTC_EXTENSION, MEKURI_TERMS, xmpOf } from "../manga/xmp.ts";
import type { BookSources, BoundImage } from "./binder.ts";
import { contentsDocument, frontDocument, PAGE_STYLES, pageDocument, pageName } from "./epub-pages.ts";
import { frontLeaves } from "./front-leaves.ts";
import { markedImage, type ReadingImage } from "./reading-image.ts";
import { openZip } from "./zip.ts";

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/** Loads the pages in order, one at a time. The same book gives the same bytes. Rethrows errors of its sources. */
export async function* bindEpub(book: Book, sources: BookSources): AsyncGenerator<Uint8Array> {
  const zip = openZip(book.createdAt);
  // First and uncompressed, so that readers recognise the file by byte 38 (EPUB OCF 3.3, section 4.3).
  zip.add("mimetype", "application/epub+zip", "stored");
  zip.add("META-INF/container.xml", CONTAINER, "deflated");
  const front = book.cover === undefined ? [] : await frontLeaves(book, sources);
  zip.add("EPUB/contents.xhtml", contentsDocument(book), "deflated");
  zip.add("EPUB/page.css", PAGE_STYLES, "deflated");
  const leaves: EpubLeaf[] = [];
  const add = async (
    { name, shows, ...bound }: BoundImage & { name: string; shows: readonly string[] },
    documentOf: (image: string) => string,
  ) => {
    const packet = xmpOf(provenanceOf(book, shows));
    const { bytes, extension, contentType } = await markedImage(bound, packet);
    const image = `${name}.${extension}`;
    zip.add(`EPUB/${name}.xhtml`, documentOf(image), "deflated");
    zip.add(`EPUB/${image}`, bytes, "stored");
    leaves.push({ name, image, contentType });
  };
  for (const leaf of front) await add(leaf, (image) => frontDocument(leaf, { book, image }));
  for (const page of book.pages) {
    const bound = await sources.loadPage(page.number);
    const shows = panelsSeenOn(page, book.pages);
    await add({ ...bound, name: pageName(page.number), shows }, (image) =>
      pageDocument(page, { book, image }),
    );
    yield* zip.ready();
  }
  // Written last, because the images' types are known only now.
  zip.add("EPUB/package.opf", packageDocument(book, leaves), "deflated");
  yield* zip.end();
}

/** An XHTML document, the file name of its image, and the image's type. */
interface EpubLeaf extends Pick<ReadingImage, "contentType"> {
  name: string;
  image: string;
}

/** `leaves` are in reading order. */
function packageDocument(book: Book, leaves: readonly EpubLeaf[]): string {
  const { direction, language, pages, title, models, createdAt } = book;
  const items = leaves.flatMap(({ name, image, contentType }, index) => {
    const cover = index === 0 ? ' properties="cover-image"' : "";
    return [
      `    <item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`,
      `    <item id="${name}-image" href="${image}" media-type="${contentType}"${cover}/>`,
    ];
  });
  // The cover stands alone and the title page follows on its inside, so that the pages keep their sides.
  const front = leaves.length - pages.length;
  const spine = leaves.map(({ name }, index) => {
    const side = `page-spread-${outerSide({ number: index - front + 1, direction })}`;
    const properties = index === 0 && front > 0 ? "rendition:page-spread-center" : side;
    return `    <itemref idref="${name}" properties="${properties}"/>`;
  });
  const makers = bookMakers(book);
  const artists = artistsOf(makers).flatMap((artist, index) => {
    const id = index === 0 ? "artist" : `artist${index + 1}`;
    return [
      `    <dc:creator id="${id}">${escapeXml(artist)}</dc:creator>`,
      `    <meta refines="#${id}" property="role" scheme="marc:relators">art</meta>`,
    ];
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}"
  prefix="Iptc4xmpExt: ${IPTC_EXTENSION} mekuri: ${MEKURI_TERMS}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:${identifierOf(book)}</dc:identifier>
    <dc:title>${escapeXml(title)}</dc:title>
    <dc:language>${language}</dc:language>
    <dc:creator id="reader">${escapeXml(models.reader)}</dc:creator>
    <meta refines="#reader" property="role" scheme="marc:relators">adp</meta>
    <dc:creator id="director">${escapeXml(models.director)}</dc:creator>
    <meta refines="#director" property="role" scheme="marc:relators">adp</meta>
${artists.join("\n")}
    <dc:publisher>Mekuri</dc:publisher>
    <dc:date>${createdAt.slice(0, 10)}</dc:date>
    <dc:description>${escapeXml(machineNote(makers, language))}</dc:description>
    <meta property="dcterms:modified">${new Date(createdAt).toISOString().slice(0, 19)}Z</meta>
${madeBy(book).join("\n")}
    <meta property="rendition:layout">pre-paginated</meta>
    <meta property="rendition:orientation">auto</meta>
    <meta property="rendition:spread">landscape</meta>
    <meta property="schema:accessMode">visual</meta>
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessibilityFeature">readingOrder</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">${ACCESSIBILITY[language]}</meta>
  </metadata>
  <manifest>
    <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="styles" href="page.css" media-type="text/css"/>
${items.join("\n")}
  </manifest>
  <spine page-progression-direction="${direction}">
${spine.join("\n")}
  </spine>
</package>
`;
}

/** What made the book, with the terms of its images' XMP. */
function madeBy(book: Book): string[] {
  const made = provenanceOf(book);
  const told: [property: string, value: string][] = [
    ["Iptc4xmpExt:DigitalSourceType", sourceTypeUri(sourceTermOf(made))],
    ...trainedModelsOf(made).map((model): [string, string] => ["Iptc4xmpExt:AISystemUsed", model]),
    ...tiersOf(made).map((tier): [string, string] => ["mekuri:tier", tier]),
    ...(made.given ?? []).map((step): [string, string] => ["mekuri:given", step]),
  ];
  return told.map(([name, value]) => `    <meta property="${name}">${escapeXml(value)}</meta>`);
}

const ACCESSIBILITY = {
  ja: "台詞とナレーションはすべて文字としても入っています。絵の説明はありません。",
  en: "All speech and narration is present as text. The pictures are not described.",
};

/** A UUID (RFC 9562, version 8) derived from the book's data: the same book has the same one, a changed book another. */
function identifierOf(book: Book): string {
  const hash = createHash("sha256").update(JSON.stringify(book)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
