// The document of a session's story: the encrypted text, and the session's own wrapped key. Both are deleted with the session, and
// everything else encrypted with that key becomes unreadable.
import * as z from "zod";
import { upcast } from "./upcast.ts";

/** The form of a sealed story. */
export const STORY_FIELD = "story";
/** The form of what the person said beside the story. */
export const GIVEN_FIELD = "given";

const BytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "must be bytes");
const WrappedKeySchema = z.object({ by: z.string(), bytes: BytesSchema });

export const StoryDocumentSchema = z.object({
  schemaVersion: z.literal(2),
  ownerId: z.string(),
  sealed: BytesSchema,
  /** What the person said beside the text, sealed; absent where they said nothing. */
  given: BytesSchema.optional(),
  /** Null in sessions from before session keys: the service's key encrypted the story. */
  key: WrappedKeySchema.nullable(),
});
export type StoryDocument = z.infer<typeof StoryDocumentSchema>;

/** Undefined when there is none. */
export function parseStory(content: object | undefined): StoryDocument | undefined {
  return content && StoryDocumentSchema.parse(upcast("story", content));
}
