// In-memory `CommentStore` over the in-memory client documents, for tests.
import type { MemoryProjector } from "../pipeline/memory-projector.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import { type CommentStore, type PageComments, PageCommentsSchema } from "./comments.ts";

export function memoryComments(
  { sessions }: Pick<MemoryProjector, "sessions">,
  now: () => number,
): CommentStore {
  const pages = new Map<string, PageComments>();
  return {
    async list(sessionId) {
      // The comments of a deleted session are gone with it.
      const own = [...pages.values()].filter((one) => one.sessionId === sessionId && sessions.has(sessionId));
      return own.sort((a, b) => a.page - b.page);
    },
    async update({ sessionId, page }, decide) {
      if (!sessions.has(sessionId)) throw new SessionMissingError(sessionId);
      const key = `${sessionId}/${page}`;
      const { comments, value } = decide(pages.get(key)?.comments ?? [], now());
      const changed = { schemaVersion: 1, sessionId, page, comments };
      if (comments !== undefined) pages.set(key, PageCommentsSchema.parse(changed));
      return value;
    },
    async arrange(sessionId, decide) {
      if (!sessions.has(sessionId)) throw new SessionMissingError(sessionId);
      const own = [...pages.values()].filter((one) => one.sessionId === sessionId);
      for (const page of decide(own)) pages.set(`${sessionId}/${page.page}`, PageCommentsSchema.parse(page));
    },
  };
}
