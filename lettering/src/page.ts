// Input and output of the lettering: a page's panels with their texts, frames and boxes to keep clear, and the texts as outlines. Lengths
// are in units of 0.1 mm of a printed B5 page; page coordinates start at the trimmed page's top left corner.

import type { OwnFontName, OwnFonts } from "./font-names.ts";
import type { Box, Point } from "./geometry.ts";

export type Language = "ja" | "en";

/** The direction of reading: `rtl` for a right-bound book. */
export type Direction = "rtl" | "ltr";

export const VOICES = ["speech", "shout", "whisper", "thought", "unease", "machine", "phone", "cry"] as const;
/** How a text is said; it decides the balloon's form and the typeface. */
export type Voice = (typeof VOICES)[number];

/** Forms of a balloon: those of the voices, a caption's box, and letters without a balloon. */
export const SHAPES = [...VOICES, "caption", "none"] as const;
export type Shape = (typeof SHAPES)[number];

/** Typefaces that a person can choose. */
export const FONTS = [
  "antique",
  "gothic",
  "reggae",
  "dela",
  "rocknroll",
  "comic",
  "comicItalic",
  "bangers",
] as const;
/** One of these, or one of the page's own fonts; where the page does not have that file, the lettering decides. */
export type Font = (typeof FONTS)[number] | OwnFontName;

/** How much thinner or thicker than the typeface's own the strokes of letters are. */
export const WEIGHTS = ["light", "bold", "heavy"] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Characters of a text; offsets in UTF-16 units. */
export interface TextRange {
  readonly at: number;
  readonly length: number;
}

/** What a person chose for a text. Absent fields are decided by the lettering. */
export interface TextSet {
  readonly shape?: Shape | undefined;
  readonly font?: Font | undefined;
  /** In points; it is kept even where the text then does not fit. */
  readonly size?: number | undefined;
  readonly weight?: Weight | undefined;
  /** Extent of the balloon in units; a balloon is never smaller than its letters. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** The tip of the tail on the page; `bend`: sideways displacement of its middle, positive to the right of its direction. */
  readonly tail?:
    | "none"
    | { readonly x: number; readonly y: number; readonly bend?: number | undefined }
    | undefined;
  /** Whether the balloon is joined to that of the text before it. */
  readonly join?: boolean | undefined;
  /** Characters with emphasis marks (圏点); leaning and bold in English. */
  readonly emphasis?: readonly TextRange[] | undefined;
}

/** What a person chose for a sound. */
export interface SoundSet {
  /** The middle of its letters on the page. */
  readonly at?: Point | undefined;
  /** Degrees clockwise, in addition to the slope of its letters. */
  readonly angle?: number | undefined;
  /** Of its letters, in points. */
  readonly size?: number | undefined;
  readonly font?: Font | undefined;
  readonly weight?: Weight | undefined;
  /** Whether its letters stand below each other. */
  readonly vertical?: boolean | undefined;
}

/** A reading (ruby, ルビ) over some characters of a text; offsets in UTF-16 units. */
export interface Ruby {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** A text of a panel: a line in a balloon, or a caption. */
export interface Word {
  /** Unique in the panel. */
  readonly id: string;
  readonly kind: "balloon" | "caption";
  /** A caption that is a chapter's heading, in larger letters. */
  readonly heading?: true | undefined;
  readonly voice: Voice;
  /** Null where the speaker is unknown. */
  readonly speaker: string | null;
  /** Id of the line of which the text is a piece: the pieces of one line are joined. */
  readonly unit?: string | null | undefined;
  /** Copied to the lettered text. */
  readonly guessed: boolean;
  readonly text: string;
  readonly ruby: readonly Ruby[];
  /** Middle of the text on the page, where a person chose it; absent where the lettering finds the place. */
  readonly at?: Point | undefined;
  readonly set?: TextSet | undefined;
}

/** A sound (描き文字) of a panel. */
export interface Sound {
  readonly text: string;
  /** 1 (faint) to 5 (deafening). */
  readonly loudness: number;
  /** Whether the sound is hard, which gives it hard shapes. */
  readonly hard: boolean;
  readonly set?: SoundSet | undefined;
}

export interface Panel {
  /** Unique on the page. */
  readonly id: string;
  readonly frame: {
    /** On the page, clockwise from the top left. */
    readonly corners: readonly Point[];
    /** The picture continues over the fold on the facing page. */
    readonly crosses?: true | undefined;
  };
  readonly words: { readonly texts: readonly Word[]; readonly sounds: readonly Sound[] };
  /** The greatest share of the panel that its words should cover, 0 to 1. */
  readonly cover: number;
  /** Characters in the picture, and their horizontal position: 0 is the panel's left edge, 1 its right edge. */
  readonly figures: readonly { readonly character: string; readonly side: number }[];
  /** The panel shows an impact: its loudest hard sounds may cross the frame. */
  readonly strikes?: boolean | undefined;
  /** Title of the 4-koma strip that begins with this panel; it stands above the panel. */
  readonly title?: string | undefined;
}

/** A page around its panels. The same page with the same seed gives the same bytes. */
export interface PageBrief {
  readonly number: number;
  readonly language: Language;
  readonly direction: Direction;
  readonly seed: number;
  /** Whether 。 and 、 are omitted in Japanese balloons. */
  readonly dropPunctuation?: boolean | undefined;
  /** Fonts that a person supplied, by name. */
  readonly fonts?: OwnFonts | undefined;
}

/** A face that balloons keep off and at which tails point; `character` is its owner's id among the speakers. */
export interface Face {
  readonly character: string;
  readonly box: Box;
  readonly mouth: Point;
}

/** A box to keep clear. `weight`: how much it matters, above 0; 1, also where absent, means that no part of it should be covered. */
export interface Keep extends Box {
  readonly weight?: number | undefined;
}

/** A text as drawn. */
export interface LetteredText {
  /** `k2/w1`, `k2/s1`, `k1/title`: panel and word, panel and sound, or the strip title above a panel. */
  id: string;
  panel: string;
  kind: "balloon" | "caption" | "sound" | "title";
  voice: Voice;
  /** The form of the balloon, where a person chose another one than that of its kind and voice. */
  shape?: Shape | undefined;
  speaker: string | null;
  guessed: boolean;
  text: string;
  /** The broken lines (columns in vertical text). */
  lines: string[];
  vertical: boolean;
  /** Size of the letters in units (12 pt = 42.3). */
  fontSize: number;
  /** Box around the whole shape without its tail. */
  box: Box;
  /** Box around the letters. */
  textBox: Box;
  /** SVG path of the balloon with its tail; null for letters without a balloon. */
  outline: string | null;
  /** Id of the text whose outline encloses this one too, where two lines are in joined balloons. */
  within?: string | undefined;
  /** Tip of the tail; null without a tail. */
  tail: Point | null;
  /** SVG path of all letters. */
  glyphs: string;
  /** Width of the white edge around the letters in units; 0 inside balloons. */
  edge: number;
}
