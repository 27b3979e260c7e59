// Serves what people say about their books and who may see them, and the books that are open to others.
import { changeAbout } from "../pipeline/about.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import { finishedBook } from "../pipeline/export-asks.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Services } from "../pipeline/services.ts";
import type { AddressSigner } from "./address-signer.ts";
import { bookFiles } from "./book-files.ts";
import type { Api } from "./identity.ts";
import { aboutRoute, type PublicBook, publicRoute, type SharedBook, sharedRoute } from "./library-routes.ts";
import { cutPage, placeOf } from "./list-cursor.ts";
import { coverOf, picturesOf } from "./pictures.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwn } from "./read-own.ts";
import type { Library, SessionReader } from "./session-reader.ts";

export interface LibraryParts {
  services: Services;
  sessions: SessionReader & Library;
  signer: AddressSigner;
  /** An unguessable token. */
  newToken: () => string;
  readOwn: ReadOwn;
}

/** Formats that whoever sees a book may take with them, where they were made. */
const TAKEN_ALONG = ["pdf", "cbz", "epub"] as const;

export function serveLibrary(app: Api, parts: LibraryParts): void {
  const { services, sessions, signer, newToken, readOwn } = parts;

  app.openapi(aboutRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const change = context.req.valid("json");
    await readOwn(context, sessionId);
    if (change.visibility === "unlisted" || change.visibility === "public") {
      const schedule = await services.schedules.read(sessionId);
      if (schedule === undefined) throw new SessionMissingError(sessionId);
      if (finishedBook(schedule) === undefined) {
        throw new ApiProblem(409, "book-not-ready", "The book is not finished; it can be opened when it is.");
      }
    }
    const { title, about } = await changeAbout(services, { sessionId, change, newToken });
    const { description, tags = [], visibility = "private", shareToken } = about ?? {};
    const links = { shared: shareToken && `/api/v1/manga/shared/${shareToken}` };
    return context.json(
      { sessionId, title: about?.title ?? title, description, tags, visibility, shareToken, links },
      200,
    );
  });

  app.openapi(sharedRoute, async (context) => {
    const { token } = context.req.valid("param");
    const session = await sessions.findShared(token);
    const schedule = session && (await services.schedules.read(session.sessionId));
    if (session === undefined || schedule === undefined) {
      throw new ApiProblem(404, "book-not-found", "No book is open under this token.");
    }
    const { sessionId } = session;
    const pictures = picturesOf(signer, sessionId);
    const pages = await sessions.readPages(sessionId);
    const shown = pages.map(async ({ number, widthPx, heightPx, image, texts, panels }) => ({
      ...{ number, widthPx, heightPx },
      texts: texts.map(({ text }) => text),
      frames: panels.flatMap(({ frame }) => (frame === undefined ? [] : [frame])),
      image: await pictures.ofOptional(image),
    }));
    const book: SharedBook = {
      ...openBook(session, token),
      cover: await pictures.ofOptional(coverOf(session)),
      pages: await Promise.all(shown),
      files: await filesOf(schedule),
    };
    return context.json({ ...book, expiresAt: pictures.expiresAt() }, 200);
  });

  app.openapi(publicRoute, async (context) => {
    const { cursor, limit } = context.req.valid("query");
    const read = await sessions.listPublic({ after: placeOf(cursor), limit: limit + 1 });
    const { items, next } = cutPage(read, limit, ({ sessionId, publishedAt, createdAt }) => ({
      at: publishedAt ?? createdAt,
      id: sessionId,
    }));
    return context.json({ books: await Promise.all(items.map(publicBook)), next }, 200);
  });

  async function publicBook(session: ClientSession): Promise<PublicBook> {
    const { sessionId, shareToken = "" } = session;
    const shown = coverOf(session) ?? (await sessions.readPages(sessionId, 1))[0]?.image;
    const cover = await picturesOf(signer, sessionId).ofOptional(shown);
    return { ...openBook(session, shareToken), pages: session.pages, cover };
  }

  async function filesOf(schedule: Schedule): Promise<SharedBook["files"]> {
    const files: SharedBook["files"] = {};
    for (const format of TAKEN_ALONG) {
      const made = await bookFiles({ blobs: services.blobs, signer }, schedule, format);
      if (made?.url !== undefined) files[format] = { url: made.url, bytes: made.bytes };
    }
    return files;
  }
}

/** What others may know of a session: nothing of its owner, its story's text or its costs. */
function openBook(session: ClientSession, token: string) {
  const { title, description, tags = [], params, createdAt, publishedAt, status } = session;
  const { language, direction } = params;
  return { token, title, description, tags, language, direction, createdAt, publishedAt, status };
}
