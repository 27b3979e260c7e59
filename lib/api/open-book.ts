// What others may know of a book that is opened to them: nothing of its owner, its story's text or its costs.
import type { ClientSession } from "../pipeline/client-documents.ts";

export function openBook(session: ClientSession, token: string) {
  const { title, description, tags = [], params, createdAt, publishedAt, status } = session;
  const { language, direction } = params;
  return { token, title, description, tags, language, direction, createdAt, publishedAt, status };
}
