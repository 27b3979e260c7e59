// `reader.json`, what `<mekuri-reader>` reads of a book (`reader/README.md` documents it): made of a finished book, or of a book's pages as
// far as they are there.
import type { Direction, Manifest, Page, Panel, Rendition, Text } from "../../reader/manifest.ts";
import type { Book } from "./book.ts";
import { PAPER } from "./geometry.ts";
import type { Language } from "./language.ts";
import type { LetteredText } from "./lettering.ts";
import type { Rendition as StoredRendition } from "./rendition.ts";
import { spreadsOf } from "./spread.ts";
import type { Frame } from "./storyboard.ts";

/** A stored picture with what there is of it for screens. */
export interface ReaderPicture {
  /** sha-256 of the PNG: what is read where there are no renditions. */
  image: string;
  widthPx: number;
  heightPx: number;
  renditions?: readonly StoredRendition[] | undefined;
}

export interface ReaderPage extends ReaderPicture {
  number: number;
  /** In reading order; `people` are ids of those who are seen. */
  panels: readonly { id: string; frame: Frame; people: readonly string[] }[];
  /** In reading order. */
  texts: readonly Pick<LetteredText, "panel" | "kind" | "speaker" | "text">[];
}

export interface ReaderBook {
  title: string;
  language: Language;
  direction: Direction;
  cover?: ReaderPicture | undefined;
  pages: readonly ReaderPage[];
  /** Names of people by their ids. */
  names: ReadonlyMap<string, string>;
}

/** Address of a stored picture: what the manifest has as `src`. */
export type SrcOf = (image: string, type: "image/webp" | "image/png") => string;

/** Of a picture's file, relative to the manifest: the name under which the service answers it, and by which `hashOf` knows it. */
export const storedSrc: SrcOf = (image, type) =>
  `renditions/${image}.${type === "image/webp" ? "webp" : "png"}`;

/** The hash of what `storedSrc` gave. */
export function hashOf(src: string): string {
  return src.slice("renditions/".length, src.lastIndexOf("."));
}

export function bookForReader({ title, language, direction, cover, pages, cast }: Book): ReaderBook {
  return {
    ...{ title, language, direction, cover },
    pages: pages.map(({ panels, ...page }) => ({
      ...page,
      panels: panels.map(({ id, frame, picture }) => ({
        ...{ id, frame },
        people: picture.figures.map(({ character }) => character),
      })),
    })),
    names: new Map(cast.characters.map(({ id, name }) => [id, name])),
  };
}

export function readerManifest(book: ReaderBook, srcOf: SrcOf = storedSrc): Manifest {
  const { title, language, direction, cover, pages } = book;
  const spreads = spreadsOf(pages);
  const ofCover: Page[] =
    cover === undefined ? [] : [{ cover: true, ...PAPER_SIZE, renditions: renditionsOf(cover, srcOf) }];
  return {
    reader: 1,
    ...{ title, language, direction },
    pages: [
      ...ofCover,
      ...pages.map(
        (page): Page => ({
          label: String(page.number),
          ...PAPER_SIZE,
          // Even pages are the first of their spread: page 1 faces the inside of the cover.
          spread: page.number % 2 === 0 ? "first" : "second",
          ...(spreads.includes(page.number) && { joins: true }),
          renditions: renditionsOf(page, srcOf),
          panels: page.panels.map((panel) => panelOf(panel, { page, book })),
        }),
      ),
    ],
  };
}

/** The trimmed page, in whose units frames are. */
const PAPER_SIZE = { width: PAPER.width, height: PAPER.height } as const;

function renditionsOf({ image, widthPx, heightPx, renditions }: ReaderPicture, srcOf: SrcOf): Rendition[] {
  if (renditions === undefined) {
    return [{ width: widthPx, height: heightPx, src: srcOf(image, "image/png"), type: "image/png" }];
  }
  return renditions.map((one) => ({
    ...{ width: one.widthPx, height: one.heightPx },
    ...{ src: srcOf(one.image, "image/webp"), type: "image/webp" },
  }));
}

const KINDS = { balloon: "speech", caption: "caption", sound: "sound", title: "title" } as const;
const BETWEEN_NAMES: Record<Language, string> = { ja: "、", en: ", " };

function panelOf(
  { id, frame, people }: ReaderPage["panels"][number],
  { page, book: { names, language } }: { page: ReaderPage; book: ReaderBook },
): Panel {
  const named = [...new Set(people.map((person) => names.get(person) ?? ""))].filter((name) => name !== "");
  const texts = page.texts.filter(({ panel, text }) => panel === id && text !== "");
  return {
    frame: frame.corners.map(({ x, y }) => [rounded(x), rounded(y)] as const),
    // Who is seen. What the panel tells is the story's text, which is no part of what is shown.
    ...(named.length > 0 && { description: named.join(BETWEEN_NAMES[language]) }),
    ...(texts.length > 0 && { texts: texts.map((text) => textOf(text, names)) }),
  };
}

function textOf({ kind, speaker, text }: ReaderPage["texts"][number], names: ReaderBook["names"]): Text {
  const name = kind === "balloon" && speaker !== null ? names.get(speaker) : undefined;
  return { kind: KINDS[kind], text, ...(name && { speaker: name }) };
}

/** A tenth of a unit is a hundredth of a millimetre. */
const rounded = (units: number) => Math.round(units * 10) / 10;
