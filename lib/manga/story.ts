// The user's text in units, to which all later phases refer. A unit is a sentence of narration, a whole spoken line, or a heading;
// `lib/manga/segment.ts` makes them.
import * as z from "zod";

/** Ruby: a reading beside `length` UTF-16 units of the text from `at`. */
export const RubySchema = z.object({
  at: z.int().nonnegative(),
  length: z.int().positive(),
  text: z.string().min(1),
});
export type Ruby = z.infer<typeof RubySchema>;

export const StoryUnitSchema = z.object({
  /** `u0001`, in the order of the text. */
  id: z.string().regex(/^u\d{4,}$/),
  kind: z.enum(["narration", "speech", "heading"]),
  /** As written; a spoken line without its quotation marks. */
  text: z.string().min(1),
  ruby: z.array(RubySchema),
  /** Index of its paragraph. */
  paragraph: z.int().nonnegative(),
  /** The name written before a line of a play script: `MINA: …`, `ミナ「…」`. */
  label: z.string().optional(),
  /**
   * What the text's marks or layout say beyond `kind`: writing on a thing, a quoted letter, verses, a sound in quotation marks, words that
   * are thought, and lines beside the story (`author`, `date`).
   */
  form: z.enum(["sign", "letter", "verse", "sound", "thought", "author", "date"]).optional(),
  /** A spoken line that continues the one before it, whose quote was left open at its paragraph's end. */
  continues: z.literal(true).optional(),
});
export type StoryUnit = z.infer<typeof StoryUnitSchema>;

/** A writer's note on a character beside the story: `Mina: 15, short hair`. */
const CastNoteSchema = z.object({
  name: z.string().min(1),
  notes: z.string(),
  /** The name's reading in kana. */
  reading: z.string().min(1).optional(),
  /** A person said this beside the story: whoever it is about is in the book. */
  given: z.literal(true).optional(),
});
export type CastNote = z.infer<typeof CastNoteSchema>;

export const StorySchema = z.object({
  language: z.enum(["ja", "en"]),
  /** The title from the story's first heading; absent where it has none. */
  title: z.string().optional(),
  /** Notes on the cast before the story; they are not units. */
  cast: z.array(CastNoteSchema).optional(),
  units: z.array(StoryUnitSchema).min(1),
});
export type Story = z.infer<typeof StorySchema>;

/** Length limits of a submitted story in Unicode code points. */
export const STORY_LIMITS = { min: 10, max: 50_000 } as const;
