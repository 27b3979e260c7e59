// Reads a session's timeline from `sessions/{id}/events`.
import { isDocumentId } from "../api/document-id.ts";
import { type EventReader, pageOf, readCursor } from "../api/event-reader.ts";
import { ClientEventSchema } from "../pipeline/client-documents.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { eventsPath } from "./firestore-paths.ts";

export function firestoreEventReader({ client }: Pick<Database, "client">): EventReader {
  return {
    async list(sessionId, { after, limit }) {
      const from = after === undefined ? undefined : readCursor(after);
      if (!isDocumentId(sessionId)) return { events: [], next: undefined };
      const { FieldPath } = await import("@google-cloud/firestore");
      const ordered = (await client())
        .collection(eventsPath(sessionId))
        .orderBy("at")
        .orderBy(FieldPath.documentId())
        .limit(limit + 1);
      const page = from === undefined ? ordered : ordered.startAfter(from.at, from.id);
      const { docs } = await orBusy(() => page.get());
      return pageOf(
        docs.map((document) => ClientEventSchema.parse(document.data())),
        limit,
      );
    },
  };
}
