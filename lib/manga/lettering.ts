// What phase 6 gives for a page: every balloon, caption and sound with its shape and its glyph outlines, in page units,
// so that a browser or a printer can draw them without fonts, and the composed page.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { BoxSchema, PointSchema } from "./geometry.ts";
import { VoiceSchema } from "./plot.ts";
import { QualityFindingSchema } from "./quality.ts";
import { RenditionsSchema } from "./rendition.ts";
import { PanelSchema } from "./storyboard.ts";
import { StripSchema } from "./strip-image.ts";

export const LetteredTextSchema = z.object({
  /** `k2/w1`, `k2/s1`, `k1/title`: panel and word, panel and sound, or the title of the strip that the panel begins. */
  id: z.string(),
  panel: z.string(),
  kind: z.enum(["balloon", "caption", "sound", "title"]),
  voice: VoiceSchema,
  speaker: CharacterIdSchema.nullable(),
  guessed: z.boolean(),
  text: z.string(),
  /** Lines (columns in vertical text) as they were broken. */
  lines: z.array(z.string()),
  vertical: z.boolean(),
  /** Size of the letters in units (12 pt = 42.3). */
  fontSize: z.number().positive(),
  /** Around the whole shape, tail not counted. */
  box: BoxSchema,
  /** Around the letters alone. */
  textBox: BoxSchema,
  /** SVG path of the balloon with its tail, null where letters stand alone. */
  outline: z.string().nullable(),
  /** The text before it in whose outline it stands, where one speaker's two lines are in balloons that are grown together. */
  within: z.string().optional(),
  /** Where the tail ends, null without one. */
  tail: PointSchema.nullable(),
  /** SVG path of all letters. */
  glyphs: z.string(),
  /** Width of a white edge around the letters; 0 inside balloons. */
  edge: z.number().nonnegative(),
});
export type LetteredText = z.infer<typeof LetteredTextSchema>;

export const LetteringPageSchema = z.object({
  number: z.int().positive(),
  texts: z.array(LetteredTextSchema),
  /** The panels as they were lettered, where that is not as the storyboard has them: other words, or the page turned. */
  panels: z.array(PanelSchema).optional(),
  /** Where a budget ended the search for places. */
  limits: z.array(QualityFindingSchema).optional(),
  /** Stored image of the composed page (sha-256), and its size in pixels. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** A step of its own makes what the page has for screens (`PageRenditions`). Absent in results of before there were such steps. */
  renditionsApart: z.literal(true).optional(),
  /** Results of before hold the page's renditions and strip themselves, if they were made at all. */
  renditions: RenditionsSchema.optional(),
  strip: StripSchema.optional(),
});
export type LetteringPage = z.infer<typeof LetteringPageSchema>;
