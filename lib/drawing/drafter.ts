// Port for drawing pages: layout, previews, lettering and composition.
// Every method is deterministic: the same input gives the same bytes.
import type { Artwork, Face, Keep } from "../manga/artwork.ts";
import type { Drawing } from "../manga/drawing.ts";
import type { Box } from "../manga/geometry.ts";
import type { OwnFontId } from "../manga/hand-lettering.ts";
import type { Direction, Language } from "../manga/language.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Makers } from "../manga/model-ids.ts";
import type { ReadFont } from "../manga/own-fonts.ts";
import type { PanelResolution, QualityFinding, QualityRepair } from "../manga/quality.ts";
import type { Frame, Panel, PanelDraft, SpreadHalf } from "../manga/storyboard.ts";

/** Font files by the ids of own fonts (`lib/manga/own-fonts.ts`). */
export type FontFiles = ReadonlyMap<OwnFontId, Uint8Array>;

export interface PageBrief {
  number: number;
  language: Language;
  direction: Direction;
  seed: number;
  /** Absent: in black and white. */
  colorMode?: "color" | undefined;
  /** Whether 。 and 、 are left out of Japanese balloons. */
  dropPunctuation?: boolean | undefined;
  /** The book's last page. Its foot has the credit line, so no panel bleeds below the frame. */
  last?: boolean | undefined;
  /** Own fonts in which its texts are set, by id. Only letters need them: `letter`, `proofread` and `column`. */
  fonts?: FontFiles | undefined;
  /** Set if the page shares a picture with its facing page. */
  spread?: SpreadHalf | undefined;
}

/** Input for `column`. */
export interface ColumnBrief extends PageBrief {
  /** A line below the last panel. */
  credit?: string | undefined;
  /** Default: 800, the width that webtoon readers show. */
  widthPx?: number | undefined;
}

export interface RoughBrief extends PageBrief {
  /** The kind of each character, from its design. A character without an entry is a person. */
  kinds: ReadonlyMap<string, string>;
  /** The label of each place, by its id. */
  places: ReadonlyMap<string, string>;
}

/** A panel's picture, ready to paint. `bytes` of an image are encoded (PNG, JPEG or WebP). */
export type PaintedArt =
  | { kind: "drawing"; drawing: Drawing }
  | { kind: "image"; bytes: Uint8Array; width: number; height: number };

/** An encoded image. */
export interface Raster {
  bytes: Uint8Array;
  contentType: "image/png" | "image/webp" | "image/jpeg";
  widthPx: number;
  heightPx: number;
}

/** One image of a scrolling column. `y`: the top of a panel, in pixels of this image. */
export interface ColumnImage extends Raster {
  places: { panel: string; y: number }[];
}

export interface LaidOutPage {
  /** In the panels' order. */
  frames: Frame[];
  /** The findings that a further layout resolved. */
  repairs: QualityRepair[];
  /** A finding if the search for a layout hit its budget. */
  limits: QualityFinding[];
  /** What the search took, counted as its budget is. */
  tries: number;
}

export interface LetteredPage {
  texts: LetteredText[];
  /** A finding for each search for text positions that hit its budget. */
  limits: QualityFinding[];
  /** What the search took, counted as its budget is. */
  tries: number;
}

export interface PageProof {
  panels: readonly Panel[];
  art: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;
  texts: readonly LetteredText[];
  page: PageBrief;
  /** Bound of the search for repairs, if lower than the budget of a page. */
  mostTries?: number | undefined;
}

export interface ProofreadPage {
  /** The same array as in the input if nothing was repaired. */
  texts: readonly LetteredText[];
  repairs: QualityRepair[];
  /** Faults that are left, and a finding for each search for repairs that hit its budget. */
  findings: QualityFinding[];
  /** What the search took, counted as its budget is. */
  tries: number;
}

/** A picture of the book: its panel, its faces and areas of interest, and its art. */
export interface PictureBrief {
  panel: Panel;
  faces: readonly Face[];
  keep: readonly Keep[];
  art: PaintedArt;
}

export interface CoverBrief extends PictureBrief {
  title: string;
  language: Language;
  /** Absent: in black and white. */
  colorMode?: "color" | undefined;
  models: Makers;
}

export interface PrintedPage {
  number: number;
  /** The composed page, encoded. */
  image: Uint8Array;
  panels: readonly Panel[];
  texts: readonly LetteredText[];
}

export interface Drafter {
  /** Whether a font file can be used, and its name. Accepts any bytes. */
  readFont(file: Uint8Array): Promise<ReadFont>;
  /** The characters of a text that fonts lack, by font. Other fonts set them. */
  missingIn(text: string, page: Pick<PageBrief, "fonts" | "language">): Promise<Map<OwnFontId, string[]>>;
  /** Lays out a page's panels in reading direction, and tries further layouts while words fail their checks. */
  layout(panels: readonly PanelDraft[], page: PageBrief): Promise<LaidOutPage>;
  /** A rough of the page: frames, figures as outlines, balloons as shapes with their text. */
  preview(panels: readonly Panel[], page: RoughBrief): Promise<Raster>;
  /** Places and sets every text and sound of the page. `art` gives faces and areas to keep clear for each panel id. */
  letter(
    panels: readonly Panel[],
    art: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>,
    page: PageBrief,
  ): Promise<LetteredPage>;
  /**
   * Paints the page: art clipped to its frames, frames, texts, page number. Trimmed page, `widthPx` wide, in grey tones or in colour.
   * `credit` is a small line at the foot of the page, for the last one: who wrote and drew the book.
   */
  compose(
    panels: readonly Panel[],
    art: ReadonlyMap<string, PaintedArt>,
    texts: readonly LetteredText[],
    page: PageBrief & { widthPx: number; credit?: string },
  ): Promise<Raster>;
  /** Checks a lettered page and repairs the faults of its words. Takes the same `page` as `letter`. */
  proofread(proof: PageProof): Promise<ProofreadPage>;
  /** A finding for each blank panel of the composed page. Throws the decoder's error for a broken image. */
  blankPanels(page: PrintedPage): Promise<QualityFinding[]>;
  /** The print resolution of each image panel; vector drawings have none. Throws the decoder's error for a broken image. */
  resolutions(
    panels: readonly Panel[],
    art: ReadonlyMap<string, PaintedArt>,
    page: number,
  ): Promise<PanelResolution[]>;
  /** The most detailed areas of an image that fills a panel, in units. Throws the decoder's error for a broken image. */
  busyAreas(image: Uint8Array, size: { width: number; height: number }): Promise<Box[]>;
  /** The trimmed cover, `widthPx` wide. Throws the decoder's error for a broken image. */
  cover(brief: CoverBrief, widthPx: number): Promise<Raster>;
  /**
   * A page or cover as WebP in each screen width, the smallest first; the last one has the full width. Throws the decoder's error
   * for a broken image.
   */
  renditions(image: Uint8Array): Promise<Raster[]>;
  /**
   * The page's panels as one scrolling column (a webtoon): a panel's width follows its weight, and its words are set again in type for
   * a phone. Returns WebP images from top to bottom, to be shown without gaps; no image cuts a panel. `marks`: the areas that words keep
   * clear, by panel. Throws the decoder's error for a broken image.
   */
  column(
    panels: readonly Panel[],
    art: ReadonlyMap<string, PaintedArt>,
    marks: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>,
    page: ColumnBrief,
  ): Promise<ColumnImage[]>;
  /** A drawing alone at screen size, its margin cut off. */
  rasterize(drawing: Drawing, widthPx: number, colorMode?: "color"): Promise<Raster>;
}
