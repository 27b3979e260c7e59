// Builds `reader.json`, the input of `<mekuri-reader>` (documented in `reader/README.md`), from a finished book or from the pages that
// exist so far.
import type { Direction, Manifest, Page, Panel, Rendition, StripImage, Text } from "../../reader/manifest.ts";
import type { Book } from "./book.ts";
import { COLUMN_MARGIN, gapAtTurn } from "./column-gap.ts";
import { PAPER } from "./geometry.ts";
import type { Language } from "./language.ts";
import type { LetteredText } from "./lettering.ts";
import type { Rendition as StoredRendition } from "./rendition.ts";
import { spreadsOf } from "./spread.ts";
import type { Frame } from "./storyboard.ts";
import type { StripImage as StoredStripImage } from "./strip-image.ts";

/** A stored picture with its renditions for screens. */
export interface ReaderPicture {
  /** sha-256 of the PNG, which is shown where there are no renditions. */
  image: string;
  widthPx: number;
  heightPx: number;
  renditions?: readonly StoredRendition[] | undefined;
}

export interface ReaderPage extends ReaderPicture {
  number: number;
  /** In reading order; `people` are ids of visible characters. */
  panels: readonly { id: string; frame: Frame; people: readonly string[] }[];
  /** In reading order. */
  texts: readonly Pick<LetteredText, "panel" | "kind" | "speaker" | "text">[];
  /** The page as a scrollable column, and the white above it, in pixels of its images. */
  column?: { images: readonly StoredStripImage[]; gap: number } | undefined;
}

export interface ReaderBook {
  title: string;
  language: Language;
  direction: Direction;
  cover?: ReaderPicture | undefined;
  pages: readonly ReaderPage[];
  /** Names of characters by id. */
  names: ReadonlyMap<string, string>;
  /** Whether the book should open in the scroll view. */
  isScrolled?: boolean;
}

/** Style presets for books that are read on phones. */
const SCROLL_PRESETS: readonly string[] = ["webtoon-color"];

/** Gives the address of a stored picture, used as `src` in the manifest. */
export type SrcOf = (image: string, type: "image/webp" | "image/png") => string;

/**
 * Address of a picture's file relative to the manifest: the name under which the service serves it and from which `hashOf` reads the hash.
 */
export const storedSrc: SrcOf = (image, type) =>
  `renditions/${image}.${type === "image/webp" ? "webp" : "png"}`;

/** The hash in an address made by `storedSrc`. */
export function hashOf(src: string): string {
  return src.slice("renditions/".length, src.lastIndexOf("."));
}

export function bookForReader({
  title,
  language,
  direction,
  cover,
  pages,
  cast,
  artStyle,
}: Book): ReaderBook {
  return {
    ...{ title, language, direction, cover },
    isScrolled: SCROLL_PRESETS.includes(artStyle.preset),
    pages: pages.map(({ panels, strip, ...page }, index) => ({
      ...page,
      column: strip && { images: strip, gap: gapAbove(pages, index) },
      panels: panels.map(({ id, frame, picture }) => ({
        ...{ id, frame },
        people: picture.figures.map(({ character }) => character),
      })),
    })),
    names: new Map(cast.characters.map(({ id, name }) => [id, name])),
  };
}

/** The gap between the last panel of the page before and the page's first panel. */
function gapAbove(pages: Book["pages"], index: number): number {
  const [before, first] = [pages[index - 1]?.panels.at(-1), pages[index]?.panels[0]];
  return before === undefined || first === undefined ? COLUMN_MARGIN : gapAtTurn(before, first);
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
          // Even pages come first in their spread: page 1 faces the inside of the cover.
          spread: page.number % 2 === 0 ? "first" : "second",
          ...(spreads.includes(page.number) && { joins: true }),
          renditions: renditionsOf(page, srcOf),
          panels: page.panels.map((panel) => panelOf(panel, { page, book })),
        }),
      ),
    ],
    ...stripOf(book, srcOf),
  };
}

/** The columns of the cover and of every page, one below the other; empty where a page has none. */
function stripOf({ cover, pages, isScrolled }: ReaderBook, srcOf: SrcOf): Pick<Manifest, "strip" | "opens"> {
  const first = cover === undefined ? 0 : 1;
  const columns = pages.map(({ column, panels }, index) => {
    const indexes = new Map(panels.map(({ id }, at) => [id, at]));
    return column?.images.map(
      ({ image, widthPx, heightPx, places }, at): StripImage => ({
        ...{ width: widthPx, height: heightPx },
        ...(at === 0 && { gap: column.gap }),
        renditions: [
          { width: widthPx, height: heightPx, src: srcOf(image, "image/webp"), type: "image/webp" },
        ],
        places: places.flatMap(({ panel, y }) => {
          const found = indexes.get(panel);
          return found === undefined ? [] : [{ y, page: first + index, panel: found }];
        }),
      }),
    );
  });
  if (columns.length === 0 || columns.includes(undefined)) return {};
  const ofCover: StripImage[] =
    cover === undefined
      ? []
      : [{ ...PAPER_SIZE, renditions: renditionsOf(cover, srcOf), places: [{ y: 0, page: 0 }] }];
  return {
    strip: [...ofCover, ...columns.flatMap((column) => column ?? [])],
    opens: isScrolled ? "strip" : "pages",
  };
}

/** All files that a manifest names. */
export function renditionsIn({ pages, strip = [] }: Manifest): Rendition[] {
  return [...pages, ...strip].flatMap(({ renditions }) => renditions);
}

/** The manifest with its addresses replaced. Throws the errors of `change`. */
export async function withRenditions(
  manifest: Manifest,
  change: (rendition: Rendition) => Promise<Rendition>,
): Promise<Manifest> {
  const changed = <Pictured extends Page | StripImage>(all: readonly Pictured[]): Promise<Pictured[]> =>
    Promise.all(
      all.map(async (one) => ({ ...one, renditions: await Promise.all(one.renditions.map(change)) })),
    );
  const { pages, strip } = manifest;
  const [newPages, newStrip] = await Promise.all([changed(pages), strip && changed(strip)]);
  return { ...manifest, pages: newPages, ...(newStrip && { strip: newStrip }) };
}

/** The trimmed page, in units; frames are in these units. */
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
const NAME_SEPARATOR: Record<Language, string> = { ja: "、", en: ", " };

function panelOf(
  { id, frame, people }: ReaderPage["panels"][number],
  { page, book: { names, language } }: { page: ReaderPage; book: ReaderBook },
): Panel {
  const named = [...new Set(people.map((person) => names.get(person) ?? ""))].filter((name) => name !== "");
  const texts = page.texts.filter(({ panel, text }) => panel === id && text !== "");
  return {
    frame: frame.corners.map(({ x, y }) => [rounded(x), rounded(y)] as const),
    // The description names the visible characters. The panel's told text is not shown in the picture, so it is not used.
    ...(named.length > 0 && { description: named.join(NAME_SEPARATOR[language]) }),
    ...(texts.length > 0 && { texts: texts.map((text) => textOf(text, names)) }),
  };
}

function textOf({ kind, speaker, text }: ReaderPage["texts"][number], names: ReaderBook["names"]): Text {
  const name = kind === "balloon" && speaker !== null ? names.get(speaker) : undefined;
  return { kind: KINDS[kind], text, ...(name && { speaker: name }) };
}

/** Rounds to a tenth of a unit (0.01 mm). */
const rounded = (units: number) => Math.round(units * 10) / 10;
