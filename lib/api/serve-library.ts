// Serves the routes for a book's title, rating and visibility, and the list of public books.
import type { ExportFormat } from "../manga/export-formats.ts";
import { changeAbout } from "../pipeline/about.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import { finishedBook, unboundFormats } from "../pipeline/export-asks.ts";
import { requestExport } from "../pipeline/exports.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Services } from "../pipeline/services.ts";
import type { AddressSigner } from "./address-signer.ts";
import type { Api } from "./identity.ts";
import { aboutRoute, type PublicBook, publicRoute } from "./library-routes.ts";
import type { Limits } from "./limits.ts";
import { cutPage, placeOf } from "./list-cursor.ts";
import { openBook } from "./open-book.ts";
import { coverOf, picturesOf } from "./pictures.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import type { Library, SessionReader } from "./session-reader.ts";

export interface LibraryParts {
  services: Services;
  sessions: SessionReader & Library;
  signer: AddressSigner;
  limits: Pick<Limits, "mostRunning">;
  /** An unguessable token. */
  newToken: () => string;
  readOwn: ReadOwnedSession;
}

export function serveLibrary(app: Api, parts: LibraryParts): void {
  const { services, sessions, signer, limits, newToken, readOwn } = parts;

  app.openapi(aboutRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const change = context.req.valid("json");
    await readOwn(context, sessionId);
    let unbound: readonly ExportFormat[] = [];
    if (change.visibility === "unlisted" || change.visibility === "public") {
      const schedule = await services.schedules.read(sessionId);
      if (schedule === undefined) throw new SessionMissingError(sessionId);
      if (finishedBook(schedule) === undefined) {
        throw new ApiProblem(409, "book-not-ready", "The book is not finished; it can be shared when it is.");
      }
      unbound = unboundFormats(schedule);
    }
    const mostRunning = limits.mostRunning(context);
    // Readers of a shared book see its files listed.
    for (const format of unbound) await requestExport(services, { sessionId, format, mostRunning });
    const { title, about } = await changeAbout(services, { sessionId, change, newToken });
    const { description, tags = [], visibility = "private", shareToken, findable = false } = about ?? {};
    const links = {
      shared: shareToken && `/api/v1/manga/shared/${shareToken}`,
      page: shareToken && `/shared/${shareToken}`,
    };
    const said = { title: about?.title ?? title, description, tags, visibility, findable };
    const supportUntil = about?.supportUntil && new Date(about.supportUntil).toISOString();
    return context.json({ sessionId, ...said, shareToken, supportUntil, links }, 200);
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
}
