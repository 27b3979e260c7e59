// `reader.json`, the manifest of a book for `<mekuri-reader>`: the types, and the limits that `src/read-manifest.ts` holds it to.
// `reader.schema.json` says the same as a JSON Schema; README.md explains it.

/** Reading order of pages and panels: right to left (manga) or left to right. */
export type Direction = "rtl" | "ltr";

/** One file of a picture. */
export interface Rendition {
  /** Pixels. */
  width: number;
  height: number;
  /** Relative to the manifest's address, or absolute (`https:`, `http:`, `blob:`, `data:image/…`). */
  src: string;
  /** `image/webp`, `image/avif`, `image/jpeg`, `image/png`, `image/gif`. */
  type: string;
}

export interface Text {
  kind: "speech" | "caption" | "sound" | "title";
  text: string;
  /** The name of who speaks; absent for captions, sounds and unknown speakers. */
  speaker?: string;
}

export interface Panel {
  /**
   * Corners of the frame, `[x, y]`, clockwise from the top left, in the units of the page's `width` and `height`. A picture that
   * runs over the fold (`joins`) has corners beyond its own page.
   */
  frame: readonly (readonly [number, number])[];
  /** What the picture shows, for people who do not see it. */
  description?: string;
  /** In reading order; absent: none. */
  texts?: readonly Text[];
}

export interface Page {
  /** What the page is called: `12`, `iv`. Absent: its place in `pages`, covers not counted. */
  label?: string;
  /** Size of the page in any unit; its ratio is the ratio of the renditions. `frame` is in this unit. */
  width: number;
  height: number;
  /** By width, the smallest first. */
  renditions: readonly Rendition[];
  /** Stands alone in spreads and is not counted. */
  cover?: true;
  /** One picture of two pages that face each other: it stands alone. */
  double?: true;
  /**
   * Page parity: whether the page is the first or the second of its spread in reading order (the right or the left one in a book
   * that is read from the right), or stands alone. Absent: `first` after a page that stands alone or is `second`, else `second`.
   */
  spread?: "first" | "second" | "alone";
  /** The picture runs over the fold onto the next page: the two are never shown apart in spreads. */
  joins?: true;
  /** In reading order; absent: unknown. */
  panels?: readonly Panel[];
}

/** Where a panel of the book stands in an image of the strip. */
export interface StripPlace {
  /** Top of the panel, in the units of the image's `height`. */
  y: number;
  /** Index in `pages`. */
  page: number;
  /** Index in that page's `panels`. Absent: the page as a whole. */
  panel?: number;
}

/** An image of the webtoon layout; the next one stands right below it, or as far below as its `gap` says. */
export interface StripImage {
  width: number;
  height: number;
  /** White above it, in the units of its `width`. Absent: none. */
  gap?: number;
  renditions: readonly Rendition[];
  /** From top to bottom; absent: none (a title). */
  places?: readonly StripPlace[];
}

export interface Manifest {
  /** Version of this format. */
  reader: 1;
  /** Under which place and bookmarks are kept in the browser. Absent: the manifest's address without query and fragment. */
  id?: string;
  title: string;
  /** Language of the words in the book (BCP 47): `ja`, `en`. */
  language: string;
  direction: Direction;
  /** The cover first, where there is one. */
  pages: readonly Page[];
  /** The book as one column to scroll (a true webtoon). Absent: mode `strip` shows the pages below each other. */
  strip?: readonly StripImage[];
  /**
   * As what a phone that is held upright opens a book that has a strip, until somebody chooses: `pages` for one that was drawn as pages and
   * can also be scrolled. Absent: `strip`.
   */
  opens?: "pages" | "strip";
}

/** What a manifest may hold. A larger one is refused with an error that names the field, before anything is drawn. */
export const LIMITS = {
  /** Of the file, in bytes. */
  bytes: 32_000_000,
  pages: 5_000,
  stripImages: 5_000,
  renditions: 8,
  panels: 64,
  texts: 64,
  corners: 32,
  places: 64,
  /** Characters of a title, label, speaker, type, language or id. */
  name: 500,
  /** Characters of a text or description. */
  text: 5_000,
  /** Characters of an address. */
  src: 4_000,
  /** Largest width or height, and the largest distance of a corner from its page's top left corner. */
  size: 100_000,
} as const;
