// Comments in Firestore: `sessions/{id}/comments/{nnn}`, one document for each page. People of the book listen to them by `firestore.rules`.
import { type CommentStore, PageCommentsSchema } from "../api/comments.ts";
import { isDocumentId } from "../api/document-id.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { COMMENTS, commentsPath, pageCommentsPath, sessionPath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

export function firestoreComments(database: Database): CommentStore {
  return {
    async list(sessionId) {
      if (!isDocumentId(sessionId)) return [];
      const pages = (await database.client()).collection(commentsPath(sessionId)).orderBy("page");
      const { docs } = await orBusy(() => pages.get());
      return docs.map((document) => PageCommentsSchema.parse(document.data()));
    },
    update({ sessionId, page }, decide) {
      return transact(database, async (tx) => {
        if (!isDocumentId(sessionId)) throw new SessionMissingError(sessionId);
        const at = pageCommentsPath(sessionId, page);
        // Read in the transaction, so that nothing is written for a session that is being deleted.
        const [stored, session] = await tx.read([at, sessionPath(sessionId)]);
        if (session?.content === undefined) throw new SessionMissingError(sessionId);
        const known = stored?.content ? PageCommentsSchema.parse(stored.content).comments : [];
        const { comments, value } = decide(known, session.readAt);
        const changed = { schemaVersion: 1, sessionId, page, comments };
        if (comments !== undefined) tx.set(at, PageCommentsSchema.parse(changed));
        return value;
      });
    },
    arrange(sessionId, decide) {
      return transact(database, async (tx) => {
        if (!isDocumentId(sessionId)) throw new SessionMissingError(sessionId);
        const [session] = await tx.read([sessionPath(sessionId)], ["sessionId"]);
        if (session?.content === undefined) throw new SessionMissingError(sessionId);
        const where = [["page", "GREATER_THAN", 0]] as const;
        const stored = await tx.find({ collection: COMMENTS, below: sessionPath(sessionId), where });
        const known = stored.map(({ content }) => PageCommentsSchema.parse(content));
        for (const page of decide(known.toSorted((a, b) => a.page - b.page))) {
          tx.set(pageCommentsPath(sessionId, page.page), PageCommentsSchema.parse(page));
        }
      });
    },
  };
}
