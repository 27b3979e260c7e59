// A picture that goes along with the question for another one.
import * as z from "zod";

/** A stored picture, and what it is good for: a person's sheet, a place, the style, the scene's anchor, our rough, the draft of before. */
export const ReferenceSchema = z.object({
  role: z.enum(["person", "place", "style", "anchor", "rough", "draft"]),
  /** The step that made it. */
  step: z.string(),
  /** Of the stored picture. */
  sha256: z.string(),
  contentType: z.string(),
});
export type Reference = z.infer<typeof ReferenceSchema>;

/** The most that a step may keep: what the model with most references takes. */
export const MOST_REFERENCES = 16;

/** Inputs whose references a step's document keeps: people change a book there and back. */
export const MOST_INPUTS = 6;

/** What a step's document keeps of them, by input, the latest last. */
export const KeptReferencesSchema = z.array(
  z.object({ input: z.string(), list: z.array(ReferenceSchema).max(MOST_REFERENCES) }),
);
