// Reads what clients may see of sessions, as their documents show it.
import { FieldPath, type Firestore, type Query, type QuerySnapshot } from "@google-cloud/firestore";
import type { Library, ListPlace, SessionReader } from "../api/session-reader.ts";
import {
  ClientPageSchema,
  ClientPhaseSchema,
  type ClientSession,
  ClientSessionSchema,
} from "../pipeline/client-documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { pagePath, pagesPath, phasePath, SESSIONS, sessionPath } from "./firestore-paths.ts";

export function firestoreSessionReader(db: Firestore): SessionReader & Library {
  /** A slash would name another document. */
  const isId = (sessionId: string) => !sessionId.includes("/");

  async function newestFirst(
    query: Query,
    timeField: string,
    { after, limit }: { after?: ListPlace | undefined; limit: number },
  ): Promise<ClientSession[]> {
    const ordered = query.orderBy(timeField, "desc").orderBy(FieldPath.documentId(), "desc").limit(limit);
    const page = after === undefined ? ordered : ordered.startAfter(after.at, after.id);
    return sessionsOf(await orBusy(() => page.get()));
  }

  return {
    async read(sessionId) {
      if (!isId(sessionId)) return undefined;
      const document = await orBusy(() => db.doc(sessionPath(sessionId)).get());
      return document.exists ? ClientSessionSchema.parse(document.data()) : undefined;
    },
    list({ ownerId, status, ...page }) {
      const own = db.collection(SESSIONS).where("ownerId", "==", ownerId);
      return newestFirst(status === undefined ? own : own.where("status", "==", status), "createdAt", page);
    },
    async readPhase(sessionId, phase) {
      if (!isId(sessionId)) return undefined;
      const document = await orBusy(() => db.doc(phasePath(sessionId, phase)).get());
      return document.exists ? ClientPhaseSchema.parse(document.data()) : undefined;
    },
    async readPages(sessionId, only) {
      if (!isId(sessionId)) return [];
      if (only !== undefined) {
        const document = await orBusy(() => db.doc(pagePath(sessionId, only)).get());
        return document.exists ? [ClientPageSchema.parse(document.data())] : [];
      }
      const { docs } = await orBusy(() => db.collection(pagesPath(sessionId)).orderBy("number").get());
      return docs.map((document) => ClientPageSchema.parse(document.data()));
    },
    listPublic: (page) =>
      newestFirst(db.collection(SESSIONS).where("visibility", "==", "public"), "publishedAt", page),
    async findShared(token) {
      const found = await orBusy(() =>
        db.collection(SESSIONS).where("shareToken", "==", token).limit(1).get(),
      );
      return sessionsOf(found).find(({ visibility }) => visibility !== "private");
    },
  };
}

function sessionsOf({ docs }: QuerySnapshot): ClientSession[] {
  return docs.map((document) => ClientSessionSchema.parse(document.data()));
}
