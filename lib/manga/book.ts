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
import { PanelSchema } from "./storyboard.ts";
import { StyleSchema } from "./style.ts";

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
});
export type BookCover = z.infer<typeof BookCoverSchema>;

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
  /** What read the story, directed and drew, as it was when the book was begun. */
  models: ModelIdsSchema,
  /** Present where parts of it were made by other versions of a program than `models` names: all versions of that part, in order. */
  madeBy: MadeBySchema.optional(),
  cast: CastSchema,
  places: z.array(PlaceSchema),
  scenes: z.array(SceneSchema),
  pages: z.array(BookPageSchema),
  /** Books of before there were covers have none. */
  cover: BookCoverSchema.optional(),
  /** What was checked, mended, and is still wrong, and how much is drawn from guesses. Books of before there were reports have none. */
  quality: QualityReportSchema.optional(),
  sentences: z.array(SentencePlaceSchema),
  /** Units of the story that found no room, or that say no more than who speaks, with their texts. */
  leftOut: z.array(z.object({ unit: z.string(), text: z.string() })),
});
export type Book = z.infer<typeof BookSchema>;
