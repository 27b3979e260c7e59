// Stories encrypted with the service's own key get a key of their session: see `session-seals.ts`.
import { randomBytes } from "node:crypto";
import type { QueryDocumentSnapshot } from "@google-cloud/firestore";
import { PRIVATE_COLLECTION } from "../firestore-paths.ts";
import { SealBrokenError, sealer } from "../seal.ts";
import { sealWithSessionKey } from "../session-seals.ts";
import { parseStory, STORY_FIELD } from "../story-document.ts";
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  about: "gives each session without a key a key of its own, and seals its story with it",
  // This collection also has only schedules, of which one field at most is read.
  documents: (db) =>
    db.collectionGroup(PRIVATE_COLLECTION).select("schemaVersion", "ownerId", "sealed", "key"),
  async up(document, { keys, serviceKey }) {
    if (!isStory(document) || document.get("schemaVersion") !== 1) return undefined;
    const { story, session } = storyOf(document);
    const purpose = { ...session, field: STORY_FIELD };
    const text = serviceSeal(serviceKey).open(story.sealed, purpose);
    const key = randomBytes(32);
    const sealed = sealWithSessionKey(key, serviceKey).seal(text, purpose);
    return { schemaVersion: 2, sealed, key: await keys.wrap(key, session) };
  },
  async down(document, { keys, serviceKey }) {
    if (!isStory(document)) return undefined;
    const { story, session } = storyOf(document);
    if (story.key === null) return undefined;
    const purpose = { ...session, field: STORY_FIELD };
    const seal = sealWithSessionKey(await keys.unwrap(story.key, session), serviceKey);
    const sealed = serviceSeal(serviceKey).seal(seal.open(story.sealed, purpose), purpose);
    return { schemaVersion: 1, sealed, key: null };
  },
};

const isStory = ({ ref }: QueryDocumentSnapshot) => ref.id === "story";

function storyOf(document: QueryDocumentSnapshot) {
  const story = parseStory(document.data());
  const sessionId = document.ref.parent.parent?.id;
  if (story === undefined || sessionId === undefined)
    throw new RangeError(`${document.ref.path} is not a story`);
  return { story, session: { ownerId: story.ownerId, sessionId } };
}

function serviceSeal(serviceKey: Uint8Array | undefined) {
  if (serviceKey === undefined) {
    throw new SealBrokenError(
      "this migration needs the service's own key: set MEKURI_DATA_KEY in addition to MEKURI_KMS_KEY",
    );
  }
  return sealer(serviceKey);
}
