// A picture that is sent with the question for another one.
import * as z from "zod";

/** What a person's own reference picture is for. */
export const ReferenceUseSchema = z.enum(["pose", "person", "place", "object"]);
export type ReferenceUse = z.infer<typeof ReferenceUseSchema>;

/**
 * A stored picture and its role: a character's sheet, a place, the style, the scene's anchor, our rough, the earlier draft, or a picture that
 * the person added to the panel.
 */
export const ReferenceSchema = z.object({
  role: z.enum(["person", "place", "style", "anchor", "rough", "draft", "own"]),
  /** Of role `own` only. */
  use: ReferenceUseSchema.optional(),
  /** The step that made it; of role `own` the panel's. */
  step: z.string(),
  /** Of the stored picture. */
  sha256: z.string(),
  contentType: z.string(),
});
export type Reference = z.infer<typeof ReferenceSchema>;

/** The most references of a step: the limit of the model that takes most. */
export const MOST_REFERENCES = 16;

/** The number of inputs whose references a step's document keeps, because people change a book back and forth. */
export const MOST_INPUTS = 6;

/** The references in a step's document, by input, the latest last. */
export const KeptReferencesSchema = z.array(
  z.object({ input: z.string(), list: z.array(ReferenceSchema).max(MOST_REFERENCES) }),
);
