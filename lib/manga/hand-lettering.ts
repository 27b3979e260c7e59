// What a person sets on a text or a sound by hand: form and extent of its balloon, tail, typeface, size, weight, emphasis; place, angle and
// size of a sound; typeface, size and weight of a person's lines and of all lines. A field that is absent is decided by the lettering.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { EXTENT, MOST_RANGES, SIZES } from "./hand-set.ts";
import { PAPER } from "./paper.ts";
import { VoiceSchema } from "./plot.ts";

/** Forms of a balloon: those of the voices, a caption's box, and letters without a balloon. */
export const ShapeSchema = z.enum([...VoiceSchema.options, "caption", "none"]);
export type Shape = z.infer<typeof ShapeSchema>;

export const ShippedFontSchema = z.enum([
  "antique",
  "gothic",
  "reggae",
  "dela",
  "rocknroll",
  "comic",
  "comicItalic",
  "bangers",
]);

/** A font that the book's owner supplied (`own-fonts.ts`): `own-` and the sha-256 of its file. */
export const OwnFontIdSchema = z
  .templateLiteral(["own-", z.string().regex(/^[0-9a-f]{64}$/)])
  .meta({ maxLength: 68, pattern: "^own-[0-9a-f]{64}$" });
export type OwnFontId = z.infer<typeof OwnFontIdSchema>;

export const FontSchema = z.union([ShippedFontSchema, OwnFontIdSchema]);

export const WeightSchema = z.enum(["light", "bold", "heavy"]);

/** A place on the page or its bleed. */
export const PlaceOnPageSchema = z.object({
  x: z
    .number()
    .min(-PAPER.bleed)
    .max(PAPER.width + PAPER.bleed),
  y: z
    .number()
    .min(-PAPER.bleed)
    .max(PAPER.height + PAPER.bleed),
});

export const TailSchema = z.union([
  z.literal("none"),
  /** Its tip on the page. */
  PlaceOnPageSchema.extend({
    /** Sideways displacement of its middle in units, positive to the right of its direction; absent: a slight sag. */
    bend: z.number().min(-600).max(600).optional(),
  }),
]);

/** Characters of a text; offsets in UTF-16 units. */
export const RangeSchema = z.object({ at: z.int().min(0).max(500), length: z.int().min(1).max(500) });
export type TextRange = z.infer<typeof RangeSchema>;

export const TextSetSchema = z.object({
  shape: ShapeSchema.optional(),
  font: FontSchema.optional(),
  /** In points; kept even where the text then does not fit. */
  size: z.number().min(SIZES.word.least).max(SIZES.word.most).optional(),
  weight: WeightSchema.optional(),
  /** Extent of the balloon in units; it is never smaller than its letters. */
  width: z.number().min(EXTENT.least).max(EXTENT.most).optional(),
  height: z.number().min(EXTENT.least).max(EXTENT.most).optional(),
  tail: TailSchema.optional(),
  /** Whether the balloon is joined to that of the text before it; absent: the lettering decides. */
  join: z.boolean().optional(),
  /** Characters with emphasis marks (圏点); leaning and bold in English. */
  emphasis: z.array(RangeSchema).max(MOST_RANGES).optional(),
});
export type TextSet = z.infer<typeof TextSetSchema>;

/** Typeface, size and weight of many lines. */
export const LetterStyleSchema = TextSetSchema.pick({ font: true, size: true, weight: true });
export type LetterStyle = z.infer<typeof LetterStyleSchema>;

/** Most people of a book who have a style. */
const MOST_STYLES = 200;

/** Lettering styles of a book. A line's own choice wins, then its speaker's style, then the book's. */
export const LetterStylesSchema = z.object({
  /** Of all lines. */
  book: LetterStyleSchema.optional(),
  /** Of all lines of a person, by the person's id. */
  people: z
    .record(CharacterIdSchema, LetterStyleSchema)
    .refine((people) => Object.keys(people).length <= MOST_STYLES, "too many people have a style")
    .optional(),
});
export type LetterStyles = z.infer<typeof LetterStylesSchema>;

export const SoundSetSchema = z.object({
  /** The middle of its letters on the page. */
  at: PlaceOnPageSchema.optional(),
  /** Degrees clockwise, in addition to the slope of its letters. */
  angle: z.number().min(-180).max(180).optional(),
  /** Of its letters, in points. */
  size: z.number().min(SIZES.sound.least).max(SIZES.sound.most).optional(),
  font: FontSchema.optional(),
  weight: WeightSchema.optional(),
  /** Whether its letters stand below each other. */
  vertical: z.boolean().optional(),
});
export type SoundSet = z.infer<typeof SoundSetSchema>;
