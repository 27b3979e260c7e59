// `reader.json`, the manifest of a book for `<mekuri-reader>`: its types, and the limits that `src/read-manifest.ts` enforces.
// `reader.schema.json` is the same as a JSON Schema; README.md documents it.

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
  /** Name of the speaker; absent for captions, sounds and unknown speakers. */
  speaker?: string;
}

export interface Panel {
  /**
   * Corners of the frame, `[x, y]`, clockwise from the top left, in the units of the page's `width` and `height`. A picture that continues
   * across the fold (`joins`) has corners beyond its own page.
   */
  frame: readonly (readonly [number, number])[];
  /** A description of the picture for people who cannot see it. */
  description?: string;
  /** In reading order; absent: none. */
  texts?: readonly Text[];
}

export interface Page {
  /** Printed label: `12`, `iv`. Absent: its number in `pages`, not counting covers. */
  label?: string;
  /** Size of the page in any unit, with the same ratio as the renditions. `frame` uses this unit. */
  width: number;
  height: number;
  /** Ordered by width, the smallest first. */
  renditions: readonly Rendition[];
  /** A cover: stands alone in spreads and is not counted. */
  cover?: true;
  /** A double page, one picture of two facing pages: stands alone. */
  double?: true;
  /**
   * Page parity: whether the page is the first or the second of its spread in reading order (in a right-to-left book the right or the left
   * one), or stands alone. Absent: `first` after a page that stands alone or is `second`, else `second`.
   */
  spread?: "first" | "second" | "alone";
  /** The picture continues across the fold on the next page: spreads always show the two together. */
  joins?: true;
  /** In reading order; absent: unknown. */
  panels?: readonly Panel[];
}

/** Position of a panel in an image of the strip. */
export interface StripPlace {
  /** Top of the panel, in the units of the image's `height`. */
  y: number;
  /** Index in `pages`. */
  page: number;
  /** Index in that page's `panels`. Absent: the page as a whole. */
  panel?: number;
}

/** An image of the strip. The next one follows below it, after its `gap`. */
export interface StripImage {
  width: number;
  height: number;
  /** White above it, in the unit of its `width`. Absent: none. */
  gap?: number;
  renditions: readonly Rendition[];
  /** From top to bottom; absent: none (a title). */
  places?: readonly StripPlace[];
}

export interface Manifest {
  /** Version of this format. */
  reader: 1;
  /** Key under which the browser stores place and bookmarks. Absent: the manifest's address without query and fragment. */
  id?: string;
  title: string;
  /** Language of the words in the book (BCP 47): `ja`, `en`. */
  language: string;
  direction: Direction;
  /** The first page is the cover, if there is one. */
  pages: readonly Page[];
  /** The book as one column to scroll (webtoon). Absent: mode `strip` shows the pages below each other. */
  strip?: readonly StripImage[];
  /**
   * Default mode of a book with a strip on a phone in portrait: `pages` if it was drawn as pages and has a strip as an alternative. Absent:
   * `strip`.
   */
  opens?: "pages" | "strip";
}

/** Limits of a manifest. A larger one is refused with an error that names the field, before anything is shown. */
export const LIMITS = {
  /** Size of the file in bytes. */
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
  /** Maximum width or height, and maximum distance of a corner from its page's top left corner. */
  size: 100_000,
} as const;
