// Reads what clients may see of a session, as its document shows it.
import type { Firestore } from "@google-cloud/firestore";
import type { SessionReader } from "../api/session-reader.ts";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
import { BusyError } from "../pipeline/errors.ts";
import { sessionPath } from "./firestore-paths.ts";

export function firestoreSessionReader(db: Firestore): SessionReader {
  return {
    async read(sessionId) {
      // A slash would name another document.
      if (sessionId.includes("/")) return undefined;
      const document = await db
        .doc(sessionPath(sessionId))
        .get()
        .catch((error: unknown) => {
          throw new BusyError("Firestore did not give a session", undefined, { cause: error });
        });
      return document.exists ? ClientSessionSchema.parse(document.data()) : undefined;
    },
  };
}
