// Serves what a session has made so far: phase results, pages, the timeline.
import * as z from "zod";
import type { Manifest, Rendition } from "../../reader/manifest.ts";
import { CharacterSchema } from "../manga/cast.ts";
import { upgradeResult } from "../manga/earlier/upgrade-result.ts";
import { hashOf, type ReaderPage, readerManifest, withRenditions } from "../manga/reader-manifest.ts";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import type { ClientPage, ClientPhase, ClientSession } from "../pipeline/client-documents.ts";
import { resultKindOf } from "../pipeline/load-output.ts";
import { PHASES, type PhaseName, pageId } from "../pipeline/step-id.ts";
import { loadJson } from "../pipeline/store-result.ts";
import type { AddressSigner } from "./address-signer.ts";
import { EventCursorError, type EventReader } from "./event-reader.ts";
import type { Api } from "./identity.ts";
import { addressedRenditions, coverOf, type Picture, type Pictures, picturesOf } from "./pictures.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import {
  eventsRoute,
  type ListedPage,
  pagesRoute,
  phaseRoute,
  picturesRoute,
  readerRoute,
} from "./result-routes.ts";
import type { SessionReader } from "./session-reader.ts";
import { boundManifest } from "./shared-books.ts";

export interface ResultParts {
  sessions: SessionReader;
  events: EventReader;
  blobs: BlobStore;
  signer: AddressSigner;
  readOwn: ReadOwnedSession;
}

export function serveResults(app: Api, { sessions, events, blobs, signer, readOwn }: ResultParts): void {
  app.openapi(phaseRoute, async (context) => {
    const { sessionId, phase: number } = context.req.valid("param");
    const session = await readOwn(context, sessionId);
    const phase = PHASES[number - 1] ?? "concept";
    const progress = session.phases[phase];
    const document = await sessions.readPhase(sessionId, phase);
    // The phase's document may be newer than the session's. Clients that have seen it request its pictures here.
    if (progress.state === "waiting" && progress.done === 0 && document === undefined) {
      throw new ApiProblem(404, "phase-not-started", `The ${phase} of this session has not begun.`);
    }
    const pictures = picturesOf(signer, sessionId);
    const pages = isOfPages(phase) ? await sessions.readPages(sessionId) : [];
    const preview = await previewsOf(phase, { document, pages }, pictures);
    return context.json(
      {
        ...{ phase: number, name: phase, status: progress.state },
        ...{ done: progress.done, total: progress.total },
        output: isOfPages(phase) ? pagesOutput(phase, pages) : await bookOutput(sessionId, document),
        hash: isOfPages(phase) ? undefined : document?.hash,
        preview,
        startedAt: progress.startedAt,
        completedAt: progress.endedAt,
        processingTimeMs: progress.ms,
        gate: document?.gate,
        expiresAt: pictures.expiresAt(),
      },
      200,
    );
  });

  /** The result: in the document itself if small, else from the store. */
  async function bookOutput(sessionId: string, document: ClientPhase | undefined): Promise<unknown> {
    if (document?.output !== undefined || document?.hash === undefined) return document?.output;
    try {
      const stored = await loadJson(blobs, sessionId, document.hash);
      const kind = resultKindOf({ phase: document.phase, of: "book" });
      return kind === undefined ? stored : upgradeResult(kind, stored);
    } catch (error) {
      // It was just replaced or deleted.
      if (error instanceof BlobMissingError) return undefined;
      throw error;
    }
  }

  app.openapi(pagesRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { page, since } = context.req.valid("query");
    const session = await readOwn(context, sessionId);
    const pictures = picturesOf(signer, sessionId);
    const wanted = await sessions.readPages(sessionId, page);
    if (page !== undefined && wanted.length === 0) {
      throw new ApiProblem(404, "page-not-found", `There is no page ${page}, or it is not made yet.`);
    }
    const changed = wanted.filter(({ seq }) => since === undefined || seq > since);
    const pages = await Promise.all(changed.map((one) => listedPage(one, pictures)));
    const seq = Math.max(since ?? 0, ...wanted.map((one) => one.seq));
    const cover = {
      cover: await pictures.ofOptional(coverOf(session)),
      coverRenditions: await addressedRenditions(session.coverRenditions, pictures),
    };
    return context.json({ pages, seq, total: session.pages, ...cover, expiresAt: pictures.expiresAt() }, 200);
  });

  app.openapi(readerRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const session = await readOwn(context, sessionId);
    const stored = await storedManifest(session);
    const pictures = picturesOf(signer, sessionId);
    const addressed = async (rendition: Rendition): Promise<Rendition> => ({
      ...rendition,
      src: (await pictures.of(hashOf(rendition.src))).url,
    });
    // The URLs change, but the session id, under which place and bookmarks are kept, stays the same.
    const manifest = await withRenditions(stored, addressed);
    return context.json({ ...manifest, id: sessionId, title: session.title }, 200);
  });

  /** The manifest of the finished book; of an unfinished one, its pages so far. */
  async function storedManifest({ sessionId, title, params, result }: ClientSession): Promise<Manifest> {
    if (result !== undefined) return boundManifest(blobs, sessionId, result.hash);
    const [pages, cast] = await Promise.all([
      sessions.readPages(sessionId),
      sessions.readPhase(sessionId, "characters"),
    ]);
    const { language, direction } = params;
    const people = NamedSchema.safeParse(await bookOutput(sessionId, cast)).data?.characters ?? [];
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return readerManifest({ title, language, direction, names, pages: pages.flatMap(pageForReader) });
  }

  app.openapi(picturesRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { hashes } = context.req.valid("query");
    await readOwn(context, sessionId);
    const pictures = picturesOf(signer, sessionId);
    const given = await Promise.all([...new Set(hashes.split(","))].map(pictures.of));
    return context.json({ pictures: given, expiresAt: pictures.expiresAt() }, 200);
  });

  app.openapi(eventsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { cursor, limit } = context.req.valid("query");
    await readOwn(context, sessionId);
    try {
      return context.json(await events.list(sessionId, { after: cursor, limit }), 200);
    } catch (error) {
      if (!(error instanceof EventCursorError)) throw error;
      throw new ApiProblem(422, "invalid-cursor", `cursor: ${error.message}`, { field: "cursor" });
    }
  });
}

const NamedSchema = z.object({ characters: z.array(CharacterSchema.pick({ id: true, name: true })) });

/** A composed page in the reader's manifest. */
function pageForReader({
  number,
  image,
  widthPx,
  heightPx,
  renditions,
  rendering,
  panels,
  texts,
}: ClientPage): ReaderPage[] {
  if (image === undefined || widthPx === undefined || heightPx === undefined) return [];
  const framed = panels.flatMap(({ id, frame, people = [] }) =>
    frame === undefined ? [] : [{ id, frame, people: people.map(({ character }) => character) }],
  );
  const shown = rendering ? undefined : renditions;
  return [{ number, image, widthPx, heightPx, renditions: shown, panels: framed, texts }];
}

type PagePhase = Extract<PhaseName, "storyboard" | "artwork" | "lettering">;

function isOfPages(phase: PhaseName): phase is PagePhase {
  return phase === "storyboard" || phase === "artwork" || phase === "lettering";
}

/** The result of a phase of pages, page by page as far as they are made. */
function pagesOutput(phase: PagePhase, pages: readonly ClientPage[]) {
  return { pages: pages.map((page) => pageOutput(phase, page)) };
}

function pageOutput(phase: PagePhase, { number, state, panels, texts }: ClientPage) {
  if (phase === "storyboard") return { number, panels: panels.map(({ id, frame }) => ({ id, frame })) };
  if (phase === "artwork")
    return { number, panels: panels.map((panel) => ({ id: panel.id, state: panel.state })) };
  return { number, isDone: state === "done", texts };
}

interface Shown {
  document: ClientPhase | undefined;
  pages: readonly ClientPage[];
}

async function previewsOf(
  phase: PhaseName,
  { document, pages }: Shown,
  pictures: Pictures,
): Promise<Record<string, Picture>> {
  const hashes: Record<string, string | undefined> = { ...document?.previews };
  if (isOfPages(phase)) {
    for (const page of pages) {
      const id = pageId(page.number);
      if (phase === "storyboard") hashes[id] = page.preview;
      if (phase === "lettering") hashes[id] = page.image;
      if (phase === "artwork") {
        for (const panel of page.panels) hashes[`${id}/${panel.id}`] = panel.image;
      }
    }
  }
  const found = Object.entries(hashes).flatMap(([name, hash]) =>
    hash === undefined ? [] : [{ name, hash }],
  );
  const signed = await Promise.all(
    found.map(async ({ name, hash }) => [name, await pictures.of(hash)] as const),
  );
  return Object.fromEntries(signed);
}

export async function listedPage(page: ClientPage, pictures: Pictures): Promise<ListedPage> {
  const { number, state, widthPx, heightPx, texts } = page;
  const panels = page.panels.map(async ({ id, state, frame, image, guessed, choice }) => ({
    ...{ id, state, frame, guessed },
    image: await pictures.ofOptional(image),
    choice: choice && { ...choice, images: await Promise.all(choice.images.map(pictures.of)) },
  }));
  return {
    ...{ number, state, widthPx, heightPx, texts },
    image: await pictures.ofOptional(page.image),
    // While the page is rendered again, the stored renditions are those of the earlier image.
    renditions: await addressedRenditions(page.rendering ? undefined : page.renditions, pictures),
    preview: await pictures.ofOptional(page.preview),
    panels: await Promise.all(panels),
  };
}
