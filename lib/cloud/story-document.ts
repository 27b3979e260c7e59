// The document of a session's story: the text, sealed, and beside it the session's own key, wrapped.
// Both go with it when the session is deleted, and whatever else that key sealed is lost with them.
import * as z from "zod";
import { upcast } from "./upcast.ts";

/** What a sealed story says that it is. */
export const STORY_FIELD = "story";

const BytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "must be bytes");
const WrappedKeySchema = z.object({ by: z.string(), bytes: BytesSchema });

export const StoryDocumentSchema = z.object({
  schemaVersion: z.literal(2),
  ownerId: z.string(),
  sealed: BytesSchema,
  /** Null in sessions of before there were keys of their own: the service's key sealed it. */
  key: WrappedKeySchema.nullable(),
});
export type StoryDocument = z.infer<typeof StoryDocumentSchema>;

/** Undefined when there is none. */
export function parseStory(content: object | undefined): StoryDocument | undefined {
  return content && StoryDocumentSchema.parse(upcast("story", content));
}
