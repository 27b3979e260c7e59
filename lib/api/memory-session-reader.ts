// In-memory `SessionReader` over the in-memory client documents, for tests.
import { contentHash } from "../pipeline/canonical-json.ts";
import { type ListedSession, ListedSessionSchema } from "../pipeline/client-documents.ts";
import type { MemoryProjector } from "../pipeline/memory-projector.ts";
import type { Library, ListPlace, SessionReader } from "./session-reader.ts";

export function memorySessionReader({
  sessions,
  phases,
  pages,
}: Pick<MemoryProjector, "sessions" | "phases" | "pages">): SessionReader & Library {
  return {
    async read(sessionId) {
      return sessions.get(sessionId);
    },
    async list({ owners, status, after, limit }) {
      const own = [...sessions.values()].filter(
        (session) => owners.includes(session.ownerId) && (status === undefined || session.status === status),
      );
      return newestFirst(own, ({ createdAt }) => createdAt, after).slice(0, limit);
    },
    async listAll({ owner, status, order = "newest", after, limit }) {
      const found = [...sessions.values()].filter(
        (session) =>
          (owner === undefined || session.ownerId === owner) &&
          (status === undefined || session.status === status),
      );
      const listed = found.map((session) => ListedSessionSchema.parse(session));
      if (order === "newest") return newestFirst(listed, ({ createdAt }) => createdAt, after).slice(0, limit);
      if (order === "costliest") {
        const costOf = (micros: number | string) => String(micros).padStart(16, "0");
        const begin = after && { at: costOf(after.at), id: after.id };
        return newestFirst(listed, ({ costMicros }) => costOf(costMicros), begin).slice(0, limit);
      }
      const newest = newestFirst(listed, ({ createdAt }) => createdAt, undefined);
      const isLater = (session: ListedSession) =>
        after === undefined || `${session.createdAt} ${session.sessionId}` > `${after.at} ${after.id}`;
      return newest.reverse().filter(isLater).slice(0, limit);
    },
    async readPhase(sessionId, phase) {
      return phases.get(`${sessionId}/${phase}`);
    },
    async readPages(sessionId, only) {
      const own = [...pages].filter(
        ([key, { number }]) => key === `${sessionId}/${number}` && (only ?? number) === number,
      );
      return own.map(([, page]) => page).sort((a, b) => a.number - b.number);
    },
    async listPublic({ after, limit }) {
      const open = [...sessions.values()].filter(({ visibility }) => visibility === "public");
      return newestFirst(open, ({ publishedAt = "" }) => publishedAt, after).slice(0, limit);
    },
    async findShared(token) {
      return [...sessions.values()].find(
        ({ shareKey, visibility }) => shareKey === contentHash(token) && visibility !== "private",
      );
    },
  };
}

function newestFirst<T extends { sessionId: string }>(
  sessions: readonly T[],
  timeOf: (session: T) => string,
  after: ListPlace | undefined,
): T[] {
  const keyOf = (at: string, id: string) => `${at} ${id}`;
  const key = (session: T) => keyOf(timeOf(session), session.sessionId);
  const begin = after && keyOf(after.at, after.id);
  return sessions
    .filter((session) => begin === undefined || key(session) < begin)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1));
}
