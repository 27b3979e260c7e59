// Serves shared books: their page, manifest, pictures, files and oEmbed. Every request checks that the token still opens the book; browsers
// may cache, but must revalidate.
import type { Context } from "hono";
import { BOOK_FILES } from "../manga/export-formats.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { Services } from "../pipeline/services.ts";
import type { AddressSigner } from "./address-signer.ts";
import { bookHashes } from "./book-files.ts";
import type { Api, ApiEnv } from "./identity.ts";
import { openBook } from "./open-book.ts";
import { ApiProblem } from "./problems.ts";
import type { Library } from "./session-reader.ts";
import { sharedBooks } from "./shared-books.ts";
import {
  closedPage,
  embedFrame,
  oembedAddress,
  PAGE_POLICY,
  pageAddress,
  previewPicture,
  readerAddress,
  sharedPage,
} from "./shared-page.ts";
import {
  DownloadFormatSchema,
  oembedRoute,
  SHARED_PATH,
  type SharedBookAnswer,
  sharedFileRoute,
  sharedPictureRoute,
  sharedReaderRoute,
  sharedRoute,
} from "./shared-routes.ts";
import { streamOf } from "./stream-of.ts";

export interface SharedParts {
  services: Pick<Services, "schedules" | "blobs">;
  sessions: Library;
  signer: Pick<AddressSigner, "size">;
}

/** Browsers revalidate their copy each time; shared caches store nothing. */
const ASKED_EACH_TIME = "private, no-cache";

export function serveShared(app: Api, { services, sessions, signer }: SharedParts): void {
  const { blobs, schedules } = services;
  const books = sharedBooks({ library: sessions, schedules, blobs });

  app.openapi(sharedRoute, async (context) => {
    const { token } = context.req.valid("param");
    const session = await books.find(token);
    const origin = originOf(context);
    const answer: SharedBookAnswer = {
      ...openBook(session, token),
      pages: session.pages,
      links: {
        page: pageAddress(origin, token),
        reader: readerAddress(origin, token),
        oembed: oembedAddress(origin, token),
      },
      files: await filesOf(session, origin, token),
    };
    return shown(context, session).json(answer, 200);
  });

  app.openapi(sharedReaderRoute, async (context) => {
    const { token } = context.req.valid("param");
    const { session, manifest } = await books.open(token);
    // Spread into new arrays for the response type. The reader component validates the manifest.
    return shown(context, session).json({ ...manifest, pages: [...manifest.pages] }, 200);
  });

  app.openapi(sharedPictureRoute, async (context) => {
    const { token, picture } = context.req.valid("param");
    const { session, pictures } = await books.open(token);
    const [hash = "", extension] = picture.split(".");
    if (!pictures.has(hash)) throw new ApiProblem(404, "picture-not-found", "The book has no such picture.");
    shown(context, session).header("etag", `"${hash}"`);
    if (context.req.header("if-none-match") === `"${hash}"`) return context.body(null, 304);
    const bytes = await blobs.get(session.sessionId, hash);
    return context.body(new Uint8Array(bytes), 200, { "content-type": `image/${extension}` });
  });

  app.openapi(sharedFileRoute, async (context) => {
    const { token, format } = context.req.valid("param");
    const session = await books.find(token);
    const [hash] = (await bookHashesOf(session, format)) ?? [];
    if (hash === undefined)
      throw new ApiProblem(404, "export-not-made", `There is no ${format} of the book.`);
    const { name, contentType } = BOOK_FILES[format];
    return shown(context, session).body(streamOf(blobs.getStream(session.sessionId, hash)), 200, {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name}"`,
    });
  });

  app.openapi(oembedRoute, async (context) => {
    const { url, format, maxwidth, maxheight } = context.req.valid("query");
    // "If the provider cannot return a response in the requested format": oEmbed 1.0, section 2.3.5.
    if (format !== "json") throw new ApiProblem(501, "format-unsupported", "oEmbed answers are JSON here.");
    const origin = originOf(context);
    const token = tokenIn(url, origin);
    const { session, manifest } = await books.open(token);
    const { title } = manifest;
    const width = Math.min(EMBEDDED.width, maxwidth ?? EMBEDDED.width);
    const height = Math.min(EMBEDDED.height, maxheight ?? EMBEDDED.height);
    const picture = previewPicture(manifest, origin, token);
    const thumbnail = picture && {
      thumbnail_url: picture.url,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    };
    return shown(context, session).json(
      {
        ...{ version: "1.0" as const, type: "rich" as const, title, width, height },
        ...{ provider_name: "Mekuri", provider_url: `${origin}/` },
        html: embedFrame(pageAddress(origin, token), { title, width, height }),
        ...thumbnail,
        // Consumers must not cache it, because a book may be closed at any moment.
        cache_age: 0,
      },
      200,
    );
  });

  app.get("/shared/:token", async (context) => {
    context.header("content-security-policy", PAGE_POLICY);
    const token = context.req.param("token");
    try {
      const { session, manifest } = await books.open(token);
      const isFindable = mayBeIndexed(session);
      const { description } = session;
      const html = sharedPage({ origin: originOf(context), token, manifest, description, isFindable });
      return shown(context, session).html(html, 200);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== 404) throw error;
      context.header("x-robots-tag", "noindex");
      return context.html(closedPage(), 404);
    }
  });

  async function bookHashesOf(
    session: ClientSession,
    format: (typeof DownloadFormatSchema.options)[number],
  ): Promise<string[] | undefined> {
    const schedule = await schedules.read(session.sessionId);
    return schedule && bookHashes(blobs, schedule, format);
  }

  async function filesOf(
    session: ClientSession,
    origin: string,
    token: string,
  ): Promise<SharedBookAnswer["files"]> {
    const { sessionId } = session;
    const files: SharedBookAnswer["files"] = {};
    for (const format of DownloadFormatSchema.options) {
      const [hash] = (await bookHashesOf(session, format)) ?? [];
      if (hash === undefined) continue;
      const url = `${origin}${SHARED_PATH}/${encodeURIComponent(token)}/files/${format}`;
      files[format] = { url, bytes: await signer.size({ sessionId, hash }) };
    }
    return files;
  }
}

/** Size of an embedded book without `maxwidth` and `maxheight`: a page and the reader's bars. */
const EMBEDDED = { width: 640, height: 900 } as const;

/** Whether search engines may index the book: never an unlisted one, a public one if its owner agrees. */
function mayBeIndexed({ visibility, findable }: ClientSession): boolean {
  return visibility === "public" && findable === true;
}

function shown(context: Context<ApiEnv>, session: ClientSession): Context<ApiEnv> {
  context.header("cache-control", ASKED_EACH_TIME);
  if (!mayBeIndexed(session)) context.header("x-robots-tag", "noindex");
  return context;
}

/** The origin as the browser sees it: Hosting and load balancers state the requested host in a header. */
function originOf({ req }: Context<ApiEnv>): string {
  const { protocol, host } = new URL(req.url);
  const named = req.header("x-forwarded-host") ?? host;
  const scheme = req.header("x-forwarded-proto")?.split(",")[0]?.trim() ?? protocol.slice(0, -1);
  // A forged header affects only the forger's own answer, because these answers are not cached.
  const isHost = /^[\w.-]+(?::\d{1,5})?$/.test(named);
  return `${scheme === "https" ? "https" : "http"}://${isHost ? named : host}`;
}

/** Throws `ApiProblem` (404) if the address is not that of a shared book of this service. */
function tokenIn(url: string, origin: string): string {
  const token = URL.canParse(url)
    ? /^\/shared\/([^/]{1,64})\/?$/.exec(new URL(url).pathname)?.[1]
    : undefined;
  if (token === undefined || new URL(url).host !== new URL(origin).host) {
    throw new ApiProblem(404, "book-not-found", "No book is shared at this address.");
  }
  return decodeURIComponent(token);
}
