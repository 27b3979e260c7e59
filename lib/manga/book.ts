// Result of phase 7 and content of `book.json`: the whole book as data.
import * as z from "zod";
import { FaceSchema } from "./artwork.ts";
import { CastSchema } from "./cast.ts";
import { LetterStylesSchema } from "./hand-lettering.ts";
import { DirectionSchema, LanguageSchema } from "./language.ts";
import { LetteredTextSchema } from "./lettering.ts";
import { MadeBySchema, ModelIdsSchema } from "./model-ids.ts";
import { OwnFontsSchema } from "./own-fonts.ts";
import { PlaceSchema } from "./place.ts";
import { SceneSchema } from "./plot.ts";
import { QualityReportSchema } from "./quality.ts";
import { RenditionsSchema } from "./rendition.ts";
import { PanelSchema } from "./storyboard.ts";
import { StripSchema } from "./strip-image.ts";
import { StyleSchema } from "./style.ts";
import { KeptTierSchema } from "./tier.ts";

/** For a unit of the story, the panels that tell it. */
export const SentencePlaceSchema = z.object({
  unit: z.string(),
  kind: z.enum(["narration", "speech", "heading"]),
  text: z.string(),
  /** Panel ids such as `p001/k2`; empty where the unit is in `leftOut`. */
  panels: z.array(z.string()),
});

export const BookPageSchema = z.object({
  number: z.int().positive(),
  panels: z.array(
    PanelSchema.extend({
      /** sha-256 of the artwork's data. */
      artwork: z.string(),
    }),
  ),
  texts: z.array(LetteredTextSchema),
  /** sha-256 of the composed page's PNG. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** The same page for screens. Absent in books from before renditions existed. */
  renditions: RenditionsSchema.optional(),
  /** The page's panels as one scrollable column. Absent in books from before strips existed. */
  strip: StripSchema.optional(),
});

export type BookPage = z.infer<typeof BookPageSchema>;

/** The cover, and the book's picture that it shows. */
export const BookCoverSchema = z.object({
  page: z.int().positive(),
  panel: z.string(),
  /** Faces in that picture, in its units. */
  faces: z.array(FaceSchema),
  /** sha-256 of the cover's PNG. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** The same cover for screens. Absent in books from before renditions existed. */
  renditions: RenditionsSchema.optional(),
});
export type BookCover = z.infer<typeof BookCoverSchema>;

/** The output of the step that makes the cover; a book without panels has none. */
export const CoverStepSchema = z.object({ cover: BookCoverSchema.optional() });

/** A reference picture (settei sheet) that was sent along when panels were drawn. */
export const BookSheetSchema = z.object({
  /** The step that drew it: `characters/c1`, `characters/c1.o2`, `artwork/place.l1`, `artwork/style`. */
  step: z.string(),
  /** sha-256 of the stored picture. */
  image: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  /** Present where a person uploaded the picture. */
  own: z.literal(true).optional(),
});
export type BookSheet = z.infer<typeof BookSheetSchema>;

/** How the picture of a panel was made, where a model made it. */
export const BookTakeSchema = z.object({
  /** `p003/k2`. */
  panel: z.string(),
  /** 0 for the first picture, else the version of the book in which this one was requested. */
  take: z.int().nonnegative(),
  /**
   * `drawn`: from the panel's data. `prompt`: from a person's own words. `edit`: by changing an earlier picture. `final`: by the best
   * model, over the draft.
   */
  made: z.enum(["drawn", "prompt", "edit", "final"]),
  model: z.string(),
  /** Size class of the picture: `1K`, `2K`. */
  size: z.string(),
  /** The reference pictures, in the order in which they were sent. */
  references: z.array(z.object({ role: z.string(), step: z.string(), sha256: z.string() })),
});
export type BookTake = z.infer<typeof BookTakeSchema>;

/** The pictures that one artist drew at one tier. */
export const DrawnBySchema = z.object({
  artist: z.string(),
  /** Absent: `standard`. */
  tier: KeptTierSchema,
  /** Panels (`p003/k2`) and sheets (`artwork/style`), in the book's order. */
  pictures: z.array(z.string()).min(1),
});
export type DrawnBy = z.infer<typeof DrawnBySchema>;

export const BookSchema = z.object({
  /** 2 since words may have free text; `earlier/book.ts` reads version 1. */
  schemaVersion: z.literal(2),
  sessionId: z.string(),
  createdAt: z.iso.datetime(),
  title: z.string(),
  language: LanguageSchema,
  direction: DirectionSchema,
  /** Name of the requested style. */
  style: z.string(),
  /** How the book looks, in words. */
  artStyle: StyleSchema,
  /** Absent: black and white. */
  colorMode: z.literal("color").optional(),
  /** Whether 。 and 、 are omitted in its balloons. */
  dropPunctuation: z.literal(true).optional(),
  /** Lettering styles of people and of the book. The `set` of a text has them, where it was lettered with one. */
  letterStyles: LetterStylesSchema.optional(),
  /** The owner's fonts in which its texts are set. Pages have their letters as outlines, so no file of the book contains a font. */
  fonts: OwnFontsSchema.optional(),
  seed: z.int(),
  /** Ids of the reader, director and artist at the book's start; where all panels are `finals`, the artist of those. */
  models: ModelIdsSchema,
  /**
   * Price tier of the panels; absent: `standard`. Panels drawn as `final` later do not count, unless all of them were: then it is `final`.
   */
  tier: KeptTierSchema,
  /**
   * Artist and tier of each picture that no person uploaded. Absent where `models.artist` drew all of them at `tier`, and in older books.
   */
  drawnBy: z.array(DrawnBySchema).optional(),
  /** Panels (`p003/k2`) that the best model drew again over their earlier pictures. */
  finals: z.array(z.string()).optional(),
  /** How each panel's picture was made by a model; absent where no model was used, and in older books. */
  takes: z.array(BookTakeSchema).optional(),
  /**
   * Present where a part of the book was made by other ids than `models` names, including other versions of a program: all ids of that
   * part, in order.
   */
  madeBy: MadeBySchema.optional(),
  cast: CastSchema,
  places: z.array(PlaceSchema),
  scenes: z.array(SceneSchema),
  pages: z.array(BookPageSchema),
  /** The reference pictures for panels: characters in their outfits, places, the style. Absent in books from before sheets existed. */
  sheets: z.array(BookSheetSchema).optional(),
  /** Absent in books from before covers existed. */
  cover: BookCoverSchema.optional(),
  /**
   * What was checked, repaired and remains wrong, and how many panels are drawn from guesses. Absent in books from before reports existed.
   */
  quality: QualityReportSchema.optional(),
  sentences: z.array(SentencePlaceSchema),
  /** Units of the story without room in the book, or that only say who speaks, with their texts. */
  leftOut: z.array(z.object({ unit: z.string(), text: z.string() })),
});
export type Book = z.infer<typeof BookSchema>;
