// The person's text in Firestore, sealed with its session's own key.
import type { Firestore } from "@google-cloud/firestore";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { StoryVault } from "../pipeline/story-vault.ts";
import { orBusy } from "./firestore-errors.ts";
import { storyPath } from "./firestore-paths.ts";
import type { SessionSeals } from "./session-seals.ts";
import { parseStory, STORY_FIELD } from "./story-document.ts";

export function firestoreStoryVault(db: Firestore, seals: SessionSeals): StoryVault {
  return {
    async read(sessionId) {
      const story = parseStory(await orBusy(() => db.doc(storyPath(sessionId)).get()));
      if (story === undefined) throw new SessionMissingError(sessionId);
      const { ownerId, sealed } = story;
      const seal = await seals.of({ ownerId, sessionId }, story);
      return seal.open(sealed, { ownerId, sessionId, field: STORY_FIELD });
    },
  };
}
