// The port through which phases draw pages: layout, previews, lettering and composition.
// Everything here is deterministic: the same input gives the same bytes.
import type { Artwork, Face, Keep } from "../manga/artwork.ts";
import type { Drawing } from "../manga/drawing.ts";
import type { Box } from "../manga/geometry.ts";
import type { Direction, Language } from "../manga/language.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Makers } from "../manga/model-ids.ts";
import type { PanelResolution, QualityFinding, QualityRepair } from "../manga/quality.ts";
import type { Frame, Panel, PanelDraft, SpreadHalf } from "../manga/storyboard.ts";

export interface PageBrief {
  number: number;
  language: Language;
  direction: Direction;
  seed: number;
  /** Absent: in black and white. */
  colorMode?: "color" | undefined;
  /** Whether 。 and 、 are left out of Japanese balloons. */
  dropPunctuation?: boolean | undefined;
  /** The book's last page: its foot carries a line, so nothing bleeds below the frame. */
  last?: boolean | undefined;
  /** Where the page faces another one with which it shares a picture. */
  spread?: SpreadHalf | undefined;
}

/** A page for its column. */
export interface ColumnBrief extends PageBrief {
  /** A line below the last panel. */
  credit?: string | undefined;
  /** Absent: 800, as readers show it. */
  widthPx?: number | undefined;
}

export interface RoughBrief extends PageBrief {
  /** By character, as their design says it; who is not among them is a person. */
  kinds: ReadonlyMap<string, string>;
  /** What a panel's label calls each place, by its id. */
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

/** An image of a column to scroll, and where its panels begin: `y` in its pixels, from the top. */
export interface ColumnImage extends Raster {
  places: { panel: string; y: number }[];
}

export interface LaidOutPage {
  /** In the panels' order. */
  frames: Frame[];
  /** What the page was laid out anew for. */
  repairs: QualityRepair[];
  /** Where the budget ended the search for a layout. */
  limits: QualityFinding[];
  /** What the search took, counted as its budget is. */
  tries: number;
}

export interface LetteredPage {
  texts: LetteredText[];
  /** Where a budget ended the search for places. */
  limits: QualityFinding[];
  /** What the search took, counted as its budget is. */
  tries: number;
}

export interface PageProof {
  panels: readonly Panel[];
  art: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;
  texts: readonly LetteredText[];
  page: PageBrief;
  /** What the search for repairs may take, where that is less than a page's own budget. */
  mostTries?: number | undefined;
}

export interface ProofreadPage {
  /** The very texts that were handed in where nothing was mended. */
  texts: readonly LetteredText[];
  repairs: QualityRepair[];
  /** What is still wrong, and where the budget ended the search for repairs. */
  findings: QualityFinding[];
  /** What the search took, counted as its budget is. */
  tries: number;
}

/** One of the book's own pictures: its panel, the faces and whatever else it is about, and its art. */
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
  /** Places a page's panels in the direction of reading, anew where their words would not hold their checks. */
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
  /** Looks over a lettered page and mends what is wrong with its words; the same `page` as for `letter`. */
  proofread(proof: PageProof): Promise<ProofreadPage>;
  /** What shows nothing on the composed page. Throws what the decoder throws for a broken image. */
  blankPanels(page: PrintedPage): Promise<QualityFinding[]>;
  /** How finely the panels' images print; drawings are left out. Throws what the decoder throws for a broken image. */
  resolutions(
    panels: readonly Panel[],
    art: ReadonlyMap<string, PaintedArt>,
    page: number,
  ): Promise<PanelResolution[]>;
  /** The busiest parts of an image that fills a panel, in its units. Throws what the decoder throws for a broken image. */
  busyAreas(image: Uint8Array, size: { width: number; height: number }): Promise<Box[]>;
  /** The book's cover, trimmed, `widthPx` wide. Throws what the decoder throws for a broken image. */
  cover(brief: CoverBrief, widthPx: number): Promise<Raster>;
  /**
   * A page or cover as WebP in the widths that screens show it in, the smallest first; the last one has its full width. Throws what the
   * decoder throws for a broken image.
   */
  renditions(image: Uint8Array): Promise<Raster[]>;
  /**
   * The page's panels as one column to scroll (a webtoon): each as wide as it matters, its words set anew in type for a
   * phone. WebP images, from top to bottom, which stand below each other without a gap; a panel is never cut. `marks` is what words keep
   * off, by panel. Throws what the decoder throws for a broken image.
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
