// The stored lettering of a page with its glyph outlines, so that the studio can show and drag balloons without fonts.
import { z } from "@hono/zod-openapi";
import { PAPER } from "../manga/geometry.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import { loadJson } from "../pipeline/store-result.ts";
import type { Api } from "./identity.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import {
  apiRoute,
  CountedFromOne,
  json,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";
import type { SessionReader } from "./session-reader.ts";

const letteringRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/pages/{page}/lettering`,
  request: { params: SessionPath.extend({ page: CountedFromOne }) },
  responses: {
    200: json(
      z
        .object({
          number: z.int().positive(),
          /** Width of the page in the outlines' unit, 0.1 mm. */
          width: z.number().positive(),
          height: z.number().positive(),
          texts: LetteringPageSchema.shape.texts,
        })
        .openapi("PageLettering"),
      "Every text: its balloon and letters as SVG paths.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export function serveLettering(
  app: Api,
  { sessions, blobs, readOwn }: { sessions: SessionReader; blobs: BlobStore; readOwn: ReadOwnedSession },
): void {
  app.openapi(letteringRoute, async (context) => {
    const { sessionId, page: number } = context.req.valid("param");
    await readOwn(context, sessionId);
    const page = (await sessions.readPages(sessionId)).find((one) => one.number === number);
    if (page?.lettering === undefined) throw notLettered(number);
    try {
      const { texts } = LetteringPageSchema.parse(await loadJson(blobs, sessionId, page.lettering));
      const { width, height } = PAPER;
      return context.json({ number, width, height, texts }, 200);
    } catch (error) {
      // The page is being lettered again right now.
      if (error instanceof BlobMissingError) throw notLettered(number);
      throw error;
    }
  });
}

function notLettered(page: number): ApiProblem {
  return new ApiProblem(404, "page-not-lettered", `Page ${page} is not lettered yet.`);
}
