// Keeps dead letters under their message ids, so that one that comes twice is kept once.
import type { Firestore } from "@google-cloud/firestore";
import type { DeadLetterStore } from "../pipeline/dead-letters.ts";
import { orBusy } from "./firestore-errors.ts";
import { deadLetterPath } from "./firestore-paths.ts";

/** `db` must ignore undefined properties. */
export function firestoreDeadLetters(db: Firestore): DeadLetterStore {
  return {
    async keep(letter) {
      await orBusy(() => db.doc(deadLetterPath(letter.id)).set({ schemaVersion: 1, ...letter }));
    },
  };
}
