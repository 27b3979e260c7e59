// Serves the routes that show and change a book's pages as data.
import { upgradeResult } from "../manga/earlier/upgrade-result.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { loadJson } from "../pipeline/store-result.ts";
import type { AddressSigner } from "./address-signer.ts";
import { authorOf, readChange, textEdit } from "./change-request.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
import {
  changeStoryboardRoute,
  changeTextsRoute,
  renameRoute,
  storyboardRoute,
  swapPanelsRoute,
  versionPageRoute,
} from "./page-routes.ts";
import { addressedRenditions, picturesOf } from "./pictures.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import type { SessionReader } from "./session-reader.ts";

export interface PageParts {
  revisions: RevisionCommands;
  sessions: SessionReader;
  blobs: BlobStore;
  signer: AddressSigner;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function servePages(
  app: Api,
  { revisions, sessions, blobs, signer, limits, readOwn }: PageParts,
): void {
  app.openapi(storyboardRoute, async (context) => {
    const { sessionId, page: number } = context.req.valid("param");
    await readOwn(context, sessionId);
    const [page] = await sessions.readPages(sessionId, number);
    if (page?.storyboard === undefined) throw notPlanned(number);
    try {
      const { preview: _preview, ...board } = StoryboardPageSchema.parse(
        upgradeResult("storyboard", await loadJson(blobs, sessionId, page.storyboard)),
      );
      return context.json({ ...board, hash: page.storyboard }, 200);
    } catch (error) {
      // The storyboard is being planned again right now.
      if (error instanceof BlobMissingError) throw notPlanned(number);
      throw error;
    }
  });

  app.openapi(changeStoryboardRoute, async (context) => {
    const { sessionId, page } = context.req.valid("param");
    const patch = context.req.valid("json");
    const { base } = context.req.valid("query");
    const change = readChange(context, context.req.valid("header"), patch);
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const step = { phase: "storyboard", of: "page", page } as const;
    const revised = await revisions.editStep({ sessionId, by, ...change, mostRunning, step, patch, base });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(changeTextsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { texts } = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), texts);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const edits = texts.map(({ page, balloonId, ...rest }) => textEdit({ page, balloonId }, rest));
    const revised = await revisions.editTexts({
      ...{ sessionId, ...authorOf(context), ...change, mostRunning, edits },
      bindsOnDemand: true,
    });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(swapPanelsRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { with: other } = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), other);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const pair = { a: { page, panel }, b: { page: other.page ?? page, panel: other.panel } };
    const revised = await revisions.swapPanels({
      sessionId,
      ...authorOf(context),
      ...change,
      mostRunning,
      ...pair,
    });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(renameRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { from, to } = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), { from, to });
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const revised = await revisions.renamePerson({ sessionId, by, ...change, mostRunning, from, to });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(versionPageRoute, async (context) => {
    const { sessionId, version, page: number } = context.req.valid("param");
    await readOwn(context, sessionId);
    const then = await revisions.pageOfVersion(sessionId, { version, page: number });
    const pictures = picturesOf(signer, sessionId);
    const [image, renditions] = await Promise.all([
      pictures.ofOptional(then.image),
      addressedRenditions(then.renditions, pictures),
    ]);
    const panels = await Promise.all(
      then.panels.map(async ({ id, image, takes }) => ({
        id,
        image: await pictures.ofOptional(image),
        takes: await Promise.all(takes.map(pictures.of)),
      })),
    );
    return context.json({ number, image, renditions, panels, expiresAt: pictures.expiresAt() }, 200);
  });
}

function notPlanned(page: number): ApiProblem {
  return new ApiProblem(404, "page-not-planned", `Page ${page} has no storyboard yet.`);
}
