// The lettering of a page with its glyph outlines, stored or as an edit would have it, so that the studio can show and drag balloons without
// fonts.
import { z } from "@hono/zod-openapi";
import { LONGEST_LINE, LONGEST_SAMPLE } from "../manga/font-samples.ts";
import { PAPER } from "../manga/geometry.ts";
import { FontSchema, WeightSchema } from "../manga/hand-lettering.ts";
import { type LetteredText, LetteredTextSchema, LetteringPageSchema } from "../manga/lettering.ts";
import { WordSchema } from "../manga/storyboard.ts";
import { BlobMissingError, type BlobStore } from "../pipeline/blob-store.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { textEdit } from "./change-request.ts";
import { BalloonId, TEXT_FIELDS } from "./feedback-routes.ts";
import type { Api } from "./identity.ts";
import { LetterEdits } from "./letter-requests.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import {
  apiRoute,
  body,
  CountedFromOne,
  json,
  MergePatch,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";
import type { SessionReader } from "./session-reader.ts";

const PageLetteringSchema = z
  .object({
    number: z.int().positive(),
    /** Width of the page in the outlines' unit, 0.1 mm. */
    width: z.number().positive(),
    height: z.number().positive(),
    texts: LetteringPageSchema.shape.texts,
  })
  .openapi("PageLettering");

const PagePath = SessionPath.extend({ page: CountedFromOne });

const letteringRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/pages/{page}/lettering`,
  request: { params: PagePath },
  responses: {
    200: json(PageLetteringSchema, "Every text: its balloon and letters as SVG paths."),
    ...SESSION_PROBLEMS,
  },
});

const previewRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/{page}/lettering/preview`,
  request: {
    params: PagePath,
    body: body(
      z
        .strictObject({
          changes: z
            .array(z.strictObject({ balloonId: BalloonId, ...TEXT_FIELDS }))
            .max(200)
            .default([])
            .describe("Changed texts of the page, as in `PATCH …/texts`. Without any: the page as it is."),
          patch: MergePatch.optional().describe(
            "A JSON merge patch (RFC 7386) of the page's storyboard, made before the texts are changed.",
          ),
          edits: LetterEdits.optional().describe(
            "Edits of the lettering, as in `POST …/lettering`, made after the texts are changed.",
          ),
        })
        .openapi("LetteringPreview"),
    ),
  },
  responses: {
    200: json(
      PageLetteringSchema,
      "Every text of the page as it is lettered after the edit. Nothing is changed, stored or bound.",
    ),
    ...SESSION_PROBLEMS,
    422: problem("The edit is not possible, or a model translates the words of the page."),
  },
});

const SampleSchema = LetteredTextSchema.pick({ glyphs: true, textBox: true }).extend({
  font: FontSchema,
  missing: z
    .array(z.string())
    .optional()
    .describe("Of an own font: the characters of the line that it lacks."),
});

const samplesRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/lettering/samples`,
  request: {
    params: SessionPath,
    body: body(
      z
        .strictObject({
          text: z.string().trim().min(1).max(LONGEST_SAMPLE),
          weight: WeightSchema.optional(),
          kind: WordSchema.shape.kind.optional(),
          line: z
            .string()
            .max(LONGEST_LINE)
            .optional()
            .describe(
              "The whole line, of which `text` is a part: its characters that own fonts lack are named.",
            ),
        })
        .openapi("LetteringSample"),
    ),
  },
  responses: {
    200: json(
      z.object({ samples: z.array(SampleSchema) }).openapi("LetteringSamples"),
      "The text in each typeface as the book's lettering sets it, as SVG paths in units of 0.1 mm.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export function serveLettering(
  app: Api,
  {
    sessions,
    blobs,
    revisions,
    readOwn,
  }: {
    sessions: SessionReader;
    blobs: BlobStore;
    revisions: Pick<RevisionCommands, "previewLettering" | "letterSamples">;
    readOwn: ReadOwnedSession;
  },
): void {
  app.openapi(previewRoute, async (context) => {
    const { sessionId, page } = context.req.valid("param");
    const { changes, patch, edits } = context.req.valid("json");
    await readOwn(context, sessionId);
    const texts = changes.map(({ balloonId, ...rest }) => textEdit({ page, balloonId }, rest));
    const edited = await revisions.previewLettering(sessionId, { page, patch, texts, edits });
    return context.json(pageOf(page, [...edited]), 200);
  });

  app.openapi(samplesRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const set = await revisions.letterSamples(sessionId, context.req.valid("json"));
    const samples = set.map(({ font, text: { glyphs, textBox }, missing }) => ({
      ...{ font, glyphs, textBox },
      ...(missing && { missing: [...missing] }),
    }));
    return context.json({ samples }, 200);
  });

  app.openapi(letteringRoute, async (context) => {
    const { sessionId, page: number } = context.req.valid("param");
    await readOwn(context, sessionId);
    const page = (await sessions.readPages(sessionId)).find((one) => one.number === number);
    if (page?.lettering === undefined) throw notLettered(number);
    try {
      const { texts } = LetteringPageSchema.parse(await loadJson(blobs, sessionId, page.lettering));
      return context.json(pageOf(number, texts), 200);
    } catch (error) {
      // The page is being lettered again right now.
      if (error instanceof BlobMissingError) throw notLettered(number);
      throw error;
    }
  });
}

function pageOf(number: number, texts: LetteredText[]) {
  const { width, height } = PAPER;
  return { number, width, height, texts };
}

function notLettered(page: number): ApiProblem {
  return new ApiProblem(404, "page-not-lettered", `Page ${page} is not lettered yet.`);
}
