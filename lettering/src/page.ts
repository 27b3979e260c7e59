// What the lettering is given and what it gives: a page's panels with their texts and frames, the boxes to keep clear, and the texts as
// outlines. Lengths are in units of 0.1 mm of a printed B5 page; page coordinates start at the trimmed page's top left corner.
import type { Box, Point } from "./geometry.ts";

export type Language = "ja" | "en";

/** The direction of reading: `rtl` for a right-bound book. */
export type Direction = "rtl" | "ltr";

export const VOICES = ["speech", "shout", "whisper", "thought", "unease", "machine", "phone", "cry"] as const;
/** How a text is said: it decides the balloon's form and the face of its letters. */
export type Voice = (typeof VOICES)[number];

/** A reading (ルビ) over some characters of a text, in UTF-16 units. */
export interface Ruby {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** A text of a panel: a line in a balloon, or a caption. */
export interface Word {
  /** Its own in the panel. */
  readonly id: string;
  readonly kind: "balloon" | "caption";
  /** A caption that is a chapter's heading, in larger letters. */
  readonly heading?: true | undefined;
  readonly voice: Voice;
  /** Null where nobody is known to say it. */
  readonly speaker: string | null;
  /** What it is a piece of: the pieces of one line are one turn. */
  readonly unit?: string | null | undefined;
  /** Handed through to the lettered text. */
  readonly guessed: boolean;
  readonly text: string;
  readonly ruby: readonly Ruby[];
  /** Where a person put its middle, on the page; absent where the lettering finds the place. */
  readonly at?: Point | undefined;
}

/** A sound (描き文字) of a panel. */
export interface Sound {
  readonly text: string;
  /** 1 (faint) to 5 (deafening). */
  readonly loudness: number;
  /** Hard sounds take hard shapes. */
  readonly hard: boolean;
}

export interface Panel {
  /** Its own on the page. */
  readonly id: string;
  readonly frame: {
    /** Clockwise from the top left, on the page. */
    readonly corners: readonly Point[];
    /** The picture runs over the fold, onto the page that faces this one. */
    readonly crosses?: true | undefined;
  };
  readonly words: { readonly texts: readonly Word[]; readonly sounds: readonly Sound[] };
  /** The greatest share of the panel that its words should cover, 0 to 1. */
  readonly cover: number;
  /** Who is in the picture, and where: 0 is the panel's left edge, 1 its right one. */
  readonly figures: readonly { readonly character: string; readonly side: number }[];
  /** Something strikes in it: its loudest hard sounds may break the frame. */
  readonly strikes?: boolean | undefined;
  /** Stands over the strip of 4-koma that the panel begins. */
  readonly title?: string | undefined;
}

/** The page around the panels. The same page with the same seed gives the same bytes. */
export interface PageBrief {
  readonly number: number;
  readonly language: Language;
  readonly direction: Direction;
  readonly seed: number;
  /** Whether 。 and 、 are left out of Japanese balloons. */
  readonly dropPunctuation?: boolean | undefined;
}

/** A face that balloons stay off and tails point at; `character` is who its owner is among the speakers. */
export interface Face {
  readonly character: string;
  readonly box: Box;
  readonly mouth: Point;
}

/** A box to keep clear, and how much it matters: above 0, and 1 (also where it is absent) where nothing of it should be covered. */
export interface Keep extends Box {
  readonly weight?: number | undefined;
}

/** A text as it is drawn. */
export interface LetteredText {
  /** `k2/w1`, `k2/s1`, `k1/title`: panel and word, panel and sound, or the title of the strip that the panel begins. */
  id: string;
  panel: string;
  kind: "balloon" | "caption" | "sound" | "title";
  voice: Voice;
  speaker: string | null;
  guessed: boolean;
  text: string;
  /** Lines (columns in vertical text) as they were broken. */
  lines: string[];
  vertical: boolean;
  /** Size of the letters in units (12 pt = 42.3). */
  fontSize: number;
  /** Around the whole shape, tail not counted. */
  box: Box;
  /** Around the letters alone. */
  textBox: Box;
  /** SVG path of the balloon with its tail, null where letters stand alone. */
  outline: string | null;
  /** The text before it in whose outline it stands, where two lines are in balloons that are grown together. */
  within?: string | undefined;
  /** Where the tail ends, null without one. */
  tail: Point | null;
  /** SVG path of all letters. */
  glyphs: string;
  /** Width of a white edge around the letters; 0 inside balloons. */
  edge: number;
}
