// The person's text in Firestore, sealed with its session's own key.
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { StoryVault } from "../pipeline/story-vault.ts";
import type { Documents } from "./documents.ts";
import { storyPath } from "./firestore-paths.ts";
import { patiently } from "./firestore-transaction.ts";
import type { SessionSeals } from "./session-seals.ts";
import { GIVEN_FIELD, parseStory, STORY_FIELD } from "./story-document.ts";

/** What is encrypted besides the story: prompts and other texts about pictures. */
const PICTURE_FIELD = "picture";

export function firestoreStoryVault({ read }: Pick<Documents, "read">, seals: SessionSeals): StoryVault {
  async function opened(sessionId: string) {
    const [document] = await patiently(() => read([storyPath(sessionId)]));
    const story = parseStory(document?.content);
    if (story === undefined) throw new SessionMissingError(sessionId);
    const { ownerId } = story;
    return { story, ownerId, seal: await seals.of({ ownerId, sessionId }, story) };
  }

  return {
    async read(sessionId) {
      const { story, ownerId, seal } = await opened(sessionId);
      return seal.open(story.sealed, { ownerId, sessionId, field: STORY_FIELD });
    },
    async readGiven(sessionId) {
      const { story, ownerId, seal } = await opened(sessionId);
      return story.given && seal.open(story.given, { ownerId, sessionId, field: GIVEN_FIELD });
    },
    seal: async (session, text) => (await seals.of(session)).seal(text, { ...session, field: PICTURE_FIELD }),
    open: async (session, sealed) =>
      (await seals.of(session)).open(sealed, { ...session, field: PICTURE_FIELD }),
  };
}
