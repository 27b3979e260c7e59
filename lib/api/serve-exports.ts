// Serves the routes that request a file of a finished book and return its URL.
import type { Context } from "hono";
import {
  BookNotReadyError,
  type ExportState,
  exportState,
  finishedBook,
  unboundFormats,
} from "../pipeline/export-asks.ts";
import { boundOnDemand, requestExport } from "../pipeline/exports.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Services } from "../pipeline/services.ts";
import type { AddressSigner } from "./address-signer.ts";
import { allBookFiles, attachmentName, bookFiles } from "./book-files.ts";
import { archiveRoute, exportFileRoute, exportRoute } from "./export-routes.ts";
import type { Api, ApiEnv } from "./identity.ts";
import type { Limits } from "./limits.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import { may } from "./roles.ts";
import { sessionLink } from "./route-parts.ts";
import { streamOf } from "./stream-of.ts";

export interface ExportParts {
  services: Services;
  signer: AddressSigner;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function serveExports(app: Api, { services, signer, limits, readOwn }: ExportParts): void {
  app.openapi(exportRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { format } = context.req.valid("json");
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const { state } = await orNotReady(() => requestExport(services, { sessionId, format, mostRunning }));
    const links = { file: `${sessionLink(sessionId)}/exports/${format}` };
    if (state === "done") return context.json({ sessionId, format, state, links }, 200);
    return context.json({ sessionId, format, state: "running" as const, links }, 202);
  });

  app.openapi(exportFileRoute, async (context) => {
    const { sessionId, format } = context.req.valid("param");
    await readOwn(context, sessionId);
    const found = await services.schedules.read(sessionId);
    if (found === undefined) throw new SessionMissingError(sessionId);
    const mostRunning = limits.mostRunning(context);
    // Reading a file that exists is reading; having one made is a change of the book.
    const schedule = mayMake(context)
      ? await boundOnDemand(services, found, { formats: [format], mostRunning })
      : found;
    const state = await orNotReady(async () => exportState(schedule, format));
    const files = await bookFiles({ blobs: services.blobs, signer }, schedule, format);
    if (files === undefined) throw notThere(format, state);
    return context.json(files, 200);
  });

  app.openapi(archiveRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { title, createdAt } = await readOwn(context, sessionId);
    const seen = await services.schedules.read(sessionId);
    if (seen === undefined) throw new SessionMissingError(sessionId);
    const mostRunning = limits.mostRunning(context);
    const schedule = mayMake(context)
      ? await boundOnDemand(services, seen, { formats: seen.params.formats, mostRunning })
      : seen;
    const isWhole = finishedBook(schedule) === undefined || unboundFormats(schedule).length === 0;
    if (!isWhole && !mayMake(context)) throw notMade("complete set of files");
    const running = schedule.params.formats.find(
      (format) => finishedBook(schedule) !== undefined && exportState(schedule, format).state === "running",
    );
    if (running !== undefined) throw notThere(running, { state: "running" });
    const found = await allBookFiles(services.blobs, schedule);
    if (found === undefined) throw notFinished();
    const { streamZip } = await import("../export/stream-zip.ts");
    const files = found.map(({ name, hash }) => ({
      name,
      open: () => services.blobs.getStream(sessionId, hash),
    }));
    return context.body(streamOf(streamZip(files, createdAt)), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="book.zip"; filename*=UTF-8''${encodeURIComponent(attachmentName(title))}.zip`,
    });
  });
}

/** Whether the caller may have files made. */
function mayMake(context: Context<ApiEnv>): boolean {
  return may(context.get("role"), "letter");
}

async function orNotReady<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof BookNotReadyError)) throw error;
    throw notFinished();
  }
}

function notFinished(): ApiProblem {
  const detail = "The book is not finished; its files are made from the finished book.";
  return new ApiProblem(409, "book-not-ready", detail);
}

function notThere(format: string, state: ExportState): ApiProblem {
  if (state.state === "running") {
    const detail = `${format} is being made; the session's document shows when it is ready.`;
    return new ApiProblem(409, "export-running", detail, {}, { "retry-after": "2" });
  }
  if (state.state === "failed") {
    const detail = `${format} could not be made: ${state.error.message}; POST …/export tries again.`;
    return new ApiProblem(409, "export-failed", detail);
  }
  return notMade(format);
}

function notMade(what: string): ApiProblem {
  const detail = `There is no ${what} of the current book; POST …/export makes it.`;
  return new ApiProblem(404, "export-not-made", detail);
}
