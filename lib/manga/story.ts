// The person's text, cut into the units that every later phase points to.
// A unit is a sentence of narration, one whole spoken line, or a heading; `lib/manga/segment.ts` makes them.
import * as z from "zod";

/** Half-size reading printed beside `length` UTF-16 units of the text from `at`. */
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
  /** Index of the paragraph it stands in. */
  paragraph: z.int().nonnegative(),
  /** The name written before a line of a play script: `MINA: …`, `ミナ「…」`. */
  label: z.string().optional(),
  /**
   * What it is beyond its kind, where the text's marks or layout say so: words that are written on something, a letter that is given in
   * its own words, verses, a sound in quotation marks, words that are thought, and lines of the frame (`author`, `date`).
   */
  form: z.enum(["sign", "letter", "verse", "sound", "thought", "author", "date"]).optional(),
  /** A spoken line that goes on with the one before it: that quote was left open at the end of its paragraph. */
  continues: z.literal(true).optional(),
});
export type StoryUnit = z.infer<typeof StoryUnitSchema>;

/** What the writer says of somebody beside the story: `Mina: 15, short hair`. */
const CastNoteSchema = z.object({
  name: z.string().min(1),
  notes: z.string(),
  /** How the name is read, in kana. */
  reading: z.string().min(1).optional(),
});
export type CastNote = z.infer<typeof CastNoteSchema>;

export const StorySchema = z.object({
  language: z.enum(["ja", "en"]),
  /** The story's own title, where its first heading gives one. */
  title: z.string().optional(),
  /** Notes on the cast that stand before the story; they are no units of it. */
  cast: z.array(CastNoteSchema).optional(),
  units: z.array(StoryUnitSchema).min(1),
});
export type Story = z.infer<typeof StorySchema>;

/** A story that somebody hands in, in characters (Unicode code points). */
export const STORY_LIMITS = { min: 10, max: 50_000 } as const;
