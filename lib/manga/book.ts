// What phase 7 gives, and what `book.json` holds: the whole book as data.
import * as z from "zod";
import { FaceSchema } from "./artwork.ts";
import { CastSchema } from "./cast.ts";
import { DirectionSchema, LanguageSchema } from "./language.ts";
import { LetteredTextSchema } from "./lettering.ts";
import { MadeBySchema, ModelIdsSchema } from "./model-ids.ts";
import { PlaceSchema } from "./place.ts";
import { SceneSchema } from "./plot.ts";
import { QualityReportSchema } from "./quality.ts";
import { RenditionsSchema } from "./rendition.ts";
import { PanelSchema } from "./storyboard.ts";
import { StripSchema } from "./strip-image.ts";
import { StyleSchema } from "./style.ts";
import { KeptTierSchema } from "./tier.ts";

/** Where a unit of the story went: the panels that tell it, or nowhere. */
export const SentencePlaceSchema = z.object({
  unit: z.string(),
  kind: z.enum(["narration", "speech", "heading"]),
  text: z.string(),
  /** `p001/k2`; empty when it is in `leftOut`. */
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
  /** The same page for screens. Absent in books of before there were renditions. */
  renditions: RenditionsSchema.optional(),
  /** Its panels as one column to scroll. Absent in books of before there were strips. */
  strip: StripSchema.optional(),
});

export type BookPage = z.infer<typeof BookPageSchema>;

/** The cover, and which of the book's own pictures it shows. */
export const BookCoverSchema = z.object({
  page: z.int().positive(),
  panel: z.string(),
  /** Of that picture, in its own units. */
  faces: z.array(FaceSchema),
  /** sha-256 of the cover's PNG. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** The same cover for screens. Absent in books of before there were renditions. */
  renditions: RenditionsSchema.optional(),
});
export type BookCover = z.infer<typeof BookCoverSchema>;

/** A picture that panels were made after. */
export const BookSheetSchema = z.object({
  /** The step that drew it: `characters/c1`, `characters/c1.o2`, `artwork/place.l1`, `artwork/style`. */
  step: z.string(),
  /** Stored picture (sha-256). */
  image: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  /** A person gave it. */
  own: z.literal(true).optional(),
});
export type BookSheet = z.infer<typeof BookSheetSchema>;

/** What made the picture that a panel shows, where a model was asked for it. */
export const BookTakeSchema = z.object({
  /** `p003/k2`. */
  panel: z.string(),
  /** 0 for the first picture, else the version of the book that asked for this one. */
  take: z.int().nonnegative(),
  /**
   * `drawn`: from the panel's data. `prompt`: by words of the person's own. `edit`: an earlier picture was changed. `final`: with the best
   * model, over the draft.
   */
  made: z.enum(["drawn", "prompt", "edit", "final"]),
  model: z.string(),
  /** `1K`, `2K`. */
  size: z.string(),
  /** The pictures that went along, in the order in which they were sent. */
  references: z.array(z.object({ role: z.string(), step: z.string(), sha256: z.string() })),
});
export type BookTake = z.infer<typeof BookTakeSchema>;

/** What one artist drew at one tier. */
export const DrawnBySchema = z.object({
  artist: z.string(),
  /** Absent: `standard`. */
  tier: KeptTierSchema,
  /** Panels (`p003/k2`) and sheets (`artwork/style`), in the book's order. */
  pictures: z.array(z.string()).min(1),
});
export type DrawnBy = z.infer<typeof DrawnBySchema>;

export const BookSchema = z.object({
  /** 2 since words are open; `earlier/book.ts` reads version 1. */
  schemaVersion: z.literal(2),
  sessionId: z.string(),
  createdAt: z.iso.datetime(),
  title: z.string(),
  language: LanguageSchema,
  direction: DirectionSchema,
  /** Name of the style that was asked for. */
  style: z.string(),
  /** How the book looks, in words. */
  artStyle: StyleSchema,
  /** Absent: in black and white. */
  colorMode: z.literal("color").optional(),
  /** Whether 。 and 、 are left out of its balloons. */
  dropPunctuation: z.literal(true).optional(),
  seed: z.int(),
  /** What read the story, directed and drew, as it was when the book was begun; of panels that are all `finals`, who drew these. */
  models: ModelIdsSchema,
  /**
   * How much its panels were to cost; absent: `standard`. Where single panels were drawn as `final` afterwards it holds for the others;
   * where all were, it is `final`.
   */
  tier: KeptTierSchema,
  /** Who drew which picture, of those that nobody gave. Absent where `models.artist` drew all at `tier`, and in books of before. */
  drawnBy: z.array(DrawnBySchema).optional(),
  /** Panels that were drawn anew with the best model, over their pictures of before: `p003/k2`. */
  finals: z.array(z.string()).optional(),
  /** What made each picture of a panel that a model drew; absent where none did, and in books of before it was told. */
  takes: z.array(BookTakeSchema).optional(),
  /** Present where parts of it were made by others than `models` names, another version of a program, too: all of that part, in order. */
  madeBy: MadeBySchema.optional(),
  cast: CastSchema,
  places: z.array(PlaceSchema),
  scenes: z.array(SceneSchema),
  pages: z.array(BookPageSchema),
  /** The pictures that panels were made after: people in their outfits, places, the style. Books of before there were sheets have none. */
  sheets: z.array(BookSheetSchema).optional(),
  /** Books of before there were covers have none. */
  cover: BookCoverSchema.optional(),
  /** What was checked, mended, and is still wrong, and how much is drawn from guesses. Books of before there were reports have none. */
  quality: QualityReportSchema.optional(),
  sentences: z.array(SentencePlaceSchema),
  /** Units of the story that found no room, or that say no more than who speaks, with their texts. */
  leftOut: z.array(z.object({ unit: z.string(), text: z.string() })),
});
export type Book = z.infer<typeof BookSchema>;
