// Stores dead letters under their message ids, so that a repeated one is stored once.
import type { DeadLetterStore } from "../pipeline/dead-letters.ts";
import type { Documents } from "./documents.ts";
import { deadLetterPath } from "./firestore-paths.ts";
import { patiently } from "./firestore-transaction.ts";

export function firestoreDeadLetters({ begin }: Pick<Documents, "begin">): DeadLetterStore {
  return {
    async keep(letter) {
      const commit = begin();
      commit.set(deadLetterPath(letter.id), { schemaVersion: 1, ...letter });
      await patiently(() => commit.send());
    },
  };
}
