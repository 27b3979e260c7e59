// The person's text in Firestore, sealed with its session's own key.
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { StoryVault } from "../pipeline/story-vault.ts";
import type { Documents } from "./documents.ts";
import { storyPath } from "./firestore-paths.ts";
import { patiently } from "./firestore-transaction.ts";
import type { SessionSeals } from "./session-seals.ts";
import { parseStory, STORY_FIELD } from "./story-document.ts";

/** What is encrypted besides the story: prompts and other texts about pictures. */
const PICTURE_FIELD = "picture";

export function firestoreStoryVault({ read }: Pick<Documents, "read">, seals: SessionSeals): StoryVault {
  return {
    async read(sessionId) {
      const [document] = await patiently(() => read([storyPath(sessionId)]));
      const story = parseStory(document?.content);
      if (story === undefined) throw new SessionMissingError(sessionId);
      const { ownerId, sealed } = story;
      const seal = await seals.of({ ownerId, sessionId }, story);
      return seal.open(sealed, { ownerId, sessionId, field: STORY_FIELD });
    },
    seal: async (session, text) => (await seals.of(session)).seal(text, { ...session, field: PICTURE_FIELD }),
    open: async (session, sealed) =>
      (await seals.of(session)).open(sealed, { ...session, field: PICTURE_FIELD }),
  };
}
