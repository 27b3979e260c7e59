// The person's text in Firestore, sealed for its owner and its session.
import type { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { StoryVault } from "../pipeline/story-vault.ts";
import { orBusy } from "./firestore-errors.ts";
import { storyPath } from "./firestore-paths.ts";
import type { Seal } from "./seal.ts";

/** What a sealed story says that it is. */
export const STORY_FIELD = "story";

const StorySchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  sealed: z.instanceof(Uint8Array),
});

export function firestoreStoryVault(db: Firestore, seal: Seal): StoryVault {
  return {
    async read(sessionId) {
      const document = await orBusy(() => db.doc(storyPath(sessionId)).get());
      if (!document.exists) throw new SessionMissingError(sessionId);
      const { ownerId, sealed } = StorySchema.parse(document.data());
      return seal.open(sealed, { ownerId, sessionId, field: STORY_FIELD });
    },
  };
}
