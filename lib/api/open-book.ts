// The public view of a shared book: without its owner, its story's text and its costs.
import type { ClientSession } from "../pipeline/client-documents.ts";

export function openBook(session: ClientSession, token: string) {
  const { title, description, tags = [], params, createdAt, publishedAt, status } = session;
  const { language, direction } = params;
  return { token, title, description, tags, language, direction, createdAt, publishedAt, status };
}
