// The XHTML documents of an EPUB: each page's image with its words positioned over it, and the table of contents.
import type { Book, BookPage } from "../manga/book.ts";
import { PAPER } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { escapeXml } from "../manga/xml.ts";
import type { FrontLeaf } from "./front-leaves.ts";

/** The text is transparent, not hidden, so that it can be found, selected and read aloud. */
export const PAGE_STYLES = `html, body { margin: 0; padding: 0; }
body { position: relative; overflow: hidden; }
img { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
p { position: absolute; margin: 0; overflow: hidden; line-height: 1.28; color: transparent; }
p.down { -epub-writing-mode: vertical-rl; writing-mode: vertical-rl; }
`;

const LABELS = {
  ja: { page: (number: number) => `${number}ページ`, contents: "目次", cover: "表紙", title: "扉" },
  en: {
    page: (number: number) => `Page ${number}`,
    contents: "Contents",
    cover: "Cover",
    title: "Title page",
  },
};

export function pageName(number: number): string {
  return `page-${String(number).padStart(3, "0")}`;
}

/** The book of a document, and the file name of its image. */
interface Within {
  book: Book;
  image: string;
}

/** Texts are in reading order, which is the order of speech. */
export function pageDocument(page: BookPage, { book, image }: Within): string {
  const { widthPx, heightPx, number, texts } = page;
  const label = LABELS[book.language].page(number);
  const scale = widthPx / PAPER.width;
  return document(
    book,
    label,
    `    <meta name="viewport" content="width=${widthPx}, height=${heightPx}"/>
    <link rel="stylesheet" type="text/css" href="page.css"/>`,
    `  <body style="width: ${widthPx}px; height: ${heightPx}px;">
    <img src="${image}" alt="${label}"/>
${texts.map((text) => paragraph(text, scale)).join("\n")}
  </body>`,
  );
}

/** The cover or title page. The title is part of the picture, so it is given as the image's alternative text. */
export function frontDocument({ name, widthPx, heightPx }: FrontLeaf, { book, image }: Within): string {
  const label = LABELS[book.language][name];
  return document(
    book,
    label,
    `    <meta name="viewport" content="width=${widthPx}, height=${heightPx}"/>
    <link rel="stylesheet" type="text/css" href="page.css"/>`,
    `  <body style="width: ${widthPx}px; height: ${heightPx}px;">
    <img src="${image}" alt="${escapeXml(`${label}: ${book.title}`)}"/>
  </body>`,
  );
}

/** Each text is one line without its line breaks on the page, so that a search finds phrases across two columns. */
function paragraph({ textBox, vertical, fontSize, text }: LetteredText, scale: number): string {
  const { x, y, width, height } = textBox;
  const place = Object.entries({ left: x, top: y, width, height, "font-size": fontSize })
    .map(([name, units]) => `${name}: ${(units * scale).toFixed(1)}px;`)
    .join(" ");
  return `    <p${vertical ? ' class="down"' : ""} style="${place}">${escapeXml(text)}</p>`;
}

export function contentsDocument(book: Book): string {
  const { contents, page } = LABELS[book.language];
  const entries = book.pages.map(
    ({ number }) => `        <li><a href="${pageName(number)}.xhtml">${page(number)}</a></li>`,
  );
  return document(
    book,
    contents,
    "",
    `  <body>
    <nav epub:type="toc" id="toc">
      <h1>${contents}</h1>
      <ol>
${entries.join("\n")}
      </ol>
    </nav>
  </body>`,
  );
}

function document(book: Book, title: string, head: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${book.language}" lang="${book.language}">
  <head>
    <title>${escapeXml(title)}</title>
${head}
  </head>
${body}
</html>
`;
}
