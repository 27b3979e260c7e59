// Result of phase 6 for a page: each balloon, caption and sound with its shape and glyph outlines in page units, which can be drawn without
// fonts, and the composed page.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { BoxSchema, PointSchema } from "./geometry.ts";
import { ShapeSchema } from "./hand-lettering.ts";
import { VoiceSchema } from "./plot.ts";
import { QualityFindingSchema } from "./quality.ts";
import { RenditionsSchema } from "./rendition.ts";
import { PanelSchema } from "./storyboard.ts";
import { StripSchema } from "./strip-image.ts";

export const LetteredTextSchema = z.object({
  /** `k2/w1`, `k2/s1`, `k1/title`: panel and word, panel and sound, or the strip title above a panel. */
  id: z.string(),
  panel: z.string(),
  kind: z.enum(["balloon", "caption", "sound", "title"]),
  voice: VoiceSchema,
  /** The form of the balloon, where a person chose one. */
  shape: ShapeSchema.optional(),
  speaker: CharacterIdSchema.nullable(),
  guessed: z.boolean(),
  text: z.string(),
  /** The broken lines (columns in vertical text). */
  lines: z.array(z.string()),
  vertical: z.boolean(),
  /** Size of the letters in units (12 pt = 42.3). */
  fontSize: z.number().positive(),
  /** Box around the whole shape without its tail. */
  box: BoxSchema,
  /** Box around the letters. */
  textBox: BoxSchema,
  /** SVG path of the balloon with its tail; null for letters without a balloon. */
  outline: z.string().nullable(),
  /** Id of the text whose outline encloses this one too, where a speaker's two lines are in joined balloons. */
  within: z.string().optional(),
  /** Tip of the tail; null without a tail. */
  tail: PointSchema.nullable(),
  /** SVG path of all letters. */
  glyphs: z.string(),
  /** Width of the white edge around the letters in units; 0 inside balloons. */
  edge: z.number().nonnegative(),
});
export type LetteredText = z.infer<typeof LetteredTextSchema>;

export const LetteringPageSchema = z.object({
  number: z.int().positive(),
  texts: z.array(LetteredTextSchema),
  /** The panels as lettered, where they differ from the storyboard: other words, or a mirrored page. */
  panels: z.array(PanelSchema).optional(),
  /** Present where a budget ended the search for places. */
  limits: z.array(QualityFindingSchema).optional(),
  /** sha-256 of the stored image of the composed page, and its size in pixels. */
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** A separate step makes the page's files for screens (`PageRenditions`). Absent in results from before these steps existed. */
  renditionsApart: z.literal(true).optional(),
  /** Present in older results only, which hold the page's renditions and strip themselves. */
  renditions: RenditionsSchema.optional(),
  strip: StripSchema.optional(),
});
export type LetteringPage = z.infer<typeof LetteringPageSchema>;
