// Reads sessions from the clients' documents.
import type { Query, QuerySnapshot } from "@google-cloud/firestore";
import { isDocumentId } from "../api/document-id.ts";
import type { Library, ListPlace, SessionReader } from "../api/session-reader.ts";
import { contentHash } from "../pipeline/canonical-json.ts";
import {
  type ClientPage,
  ClientPageSchema,
  ClientPhaseSchema,
  type ClientSession,
  ClientSessionSchema,
  type ListedSession,
  ListedSessionSchema,
} from "../pipeline/client-documents.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { pagePath, pagesPath, phasePath, SESSIONS, sessionPath } from "./firestore-paths.ts";
import { patiently } from "./firestore-transaction.ts";
import { upcast } from "./upcast.ts";

export function firestoreSessionReader({ read, client }: Database): SessionReader & Library {
  /** Undefined if there is none. */
  async function readOne(sessionId: string, path: string): Promise<object | undefined> {
    if (!isDocumentId(sessionId)) return undefined;
    const [document] = await patiently(() => read([path]));
    return document?.content;
  }

  async function inOrder(
    where: readonly (readonly [field: string, value: string | readonly string[]])[],
    by: readonly [field: "createdAt" | "publishedAt" | "costMicros", direction: "asc" | "desc"],
    { after, limit, fields = [] }: { after?: ListPlace | undefined; limit: number; fields?: string[] },
  ): Promise<QuerySnapshot> {
    const [field, direction] = by;
    const { FieldPath } = await import("@google-cloud/firestore");
    let query: Query = (await client()).collection(SESSIONS);
    for (const [own, value] of where)
      query = query.where(own, typeof value === "string" ? "==" : "in", value);
    const ordered = query.orderBy(field, direction).orderBy(FieldPath.documentId(), direction).limit(limit);
    const last = after && (field === "costMicros" ? Number(after.at) : after.at);
    const page = after === undefined ? ordered : ordered.startAfter(last, after.id);
    return orBusy(() => (fields.length === 0 ? page : page.select(...fields)).get());
  }

  return {
    async read(sessionId) {
      const session = await readOne(sessionId, sessionPath(sessionId));
      return session && ClientSessionSchema.parse(session);
    },
    async list({ owners, status, ...page }) {
      const [first, ...others] = owners;
      const own = ["ownerId", first !== undefined && others.length === 0 ? first : owners] as const;
      const where = status === undefined ? [own] : [own, ["status", status] as const];
      return sessionsOf(await inOrder(where, ["createdAt", "desc"], page));
    },
    async listAll({ owner, status, order = "newest", ...page }) {
      const where = Object.entries({ ownerId: owner, status }).filter(([, value]) => value !== undefined);
      const by = {
        newest: ["createdAt", "desc"],
        oldest: ["createdAt", "asc"],
        costliest: ["costMicros", "desc"],
      } as const;
      // A session's whole document has its parameters, results and exports: tens of kilobytes that an operator's list does not show.
      const fields = Object.keys(ListedSessionSchema.shape);
      const { docs } = await inOrder(where as [string, string][], by[order], { ...page, fields });
      return docs.map((document): ListedSession => ListedSessionSchema.parse(document.data()));
    },
    async readPhase(sessionId, phase) {
      const found = await readOne(sessionId, phasePath(sessionId, phase));
      return found && ClientPhaseSchema.parse(upcast("phase", found));
    },
    async readPages(sessionId, only) {
      if (only !== undefined) {
        const page = await readOne(sessionId, pagePath(sessionId, only));
        return page === undefined ? [] : [pageOf(page)];
      }
      if (!isDocumentId(sessionId)) return [];
      const pages = (await client()).collection(pagesPath(sessionId)).orderBy("number");
      const { docs } = await orBusy(() => pages.get());
      return docs.map((document) => pageOf(document.data()));
    },
    async listPublic(page) {
      return sessionsOf(await inOrder([["visibility", "public"]], ["publishedAt", "desc"], page));
    },
    async findShared(token) {
      const all = (await client()).collection(SESSIONS);
      const find = async (field: keyof ClientSession, value: string) =>
        sessionsOf(await orBusy(() => all.where(field, "==", value).limit(1).get()));
      const found = await find("shareKey", contentHash(token));
      // Documents from before `0004-owner-only` have the token itself.
      const [book] = found.length > 0 ? found : await find("shareToken", token);
      return book?.visibility === "private" ? undefined : book;
    },
  };
}

const pageOf = (document: object): ClientPage => ClientPageSchema.parse(upcast("page", document));

function sessionsOf({ docs }: QuerySnapshot): ClientSession[] {
  return docs.map((document) => ClientSessionSchema.parse(document.data()));
}
