// The route that letters a finished book again: other words, another language or reading direction, without new pictures.
import { z } from "@hono/zod-openapi";
import { DirectionSchema, LanguageSchema, storyLanguage } from "../manga/language.ts";
import { CsvError, type CsvLine, readLetteringCsv } from "../manga/lettering-csv.ts";
import { isHostedId } from "../manga/model-ids.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { readChange } from "./change-request.ts";
import { REVISED } from "./feedback-routes.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  json,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const ReletterRequestSchema = z
  .strictObject({
    csv: z
      .string()
      .min(1)
      .max(500_000)
      .optional()
      .describe("An edited `lettering.csv`; texts without a row stay unchanged, or are translated."),
    language: LanguageSchema.optional(),
    direction: DirectionSchema.optional().describe(
      "A changed direction mirrors every page's layout; the panels' pictures stay.",
    ),
    redraw: z
      .boolean()
      .default(false)
      .describe(
        "Draws panels again in which the speakers would stand in the wrong order; each costs one picture.",
      ),
  })
  .refine(
    ({ csv, language, direction }) => csv !== undefined || language !== undefined || direction !== undefined,
    "one of csv, language and direction is needed",
  )
  .openapi("ReletterRequest");

const reletterRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/reletter`,
  request: { params: SessionPath, headers: ChangeHeaders, body: body(ReletterRequestSchema) },
  responses: {
    200: json(
      z
        .object({
          ...REVISED,
          /** Panels in which the speakers' order in the picture differs from their order of speech in the new reading direction. */
          outOfOrder: z.array(
            z.object({
              page: z.int().positive(),
              panel: z.string(),
              /** Ids of the speakers in their order of speech. */
              speakers: z.array(z.string()),
            }),
          ),
        })
        .openapi("Relettered"),
      "Accepted: pages are lettered and bound again, nothing else.",
    ),
    ...SESSION_PROBLEMS,
    409: problem("The book is not finished, or is being changed; try again."),
    412: problem("The book is no longer at the version of `If-Match`; `current` is its version."),
    422: problem(
      "A row is not valid (`detail` names its line and column), or a text without a row cannot be translated.",
    ),
  },
});

interface ReletterParts {
  revisions: RevisionCommands;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function serveReletter(app: Api, { revisions, limits, readOwn }: ReletterParts): void {
  app.openapi(reletterRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const body = context.req.valid("json");
    const { csv, ...wanted } = body;
    const change = readChange(context, context.req.valid("header"), body);
    const { ownerId: by, params, status } = await readOwn(context, sessionId);
    if (status !== "completed") {
      throw new ApiProblem(
        409,
        "book-not-ready",
        `The book is ${status}; only a finished book can be lettered again.`,
      );
    }
    // Programs read a story only in its own language.
    const canTranslate = isHostedId(params.models.reader);
    const { language = params.language } = wanted;
    if (csv === undefined && ![params.language, storyLanguage(params)].includes(language) && !canTranslate) {
      const detail = `language: ${params.models.reader} does not translate; give the words as a CSV`;
      throw new ApiProblem(422, "language-mismatch", detail, { field: "language" });
    }
    const lines = csv === undefined ? undefined : linesOf(csv);
    const mostRunning = limits.mostRunning(context);
    const request = { sessionId, by, ...change, mostRunning, lines, translates: canTranslate, ...wanted };
    return context.json({ sessionId, ...(await revisions.reletter(request)) }, 200);
  });
}

function linesOf(csv: string): CsvLine[] {
  try {
    return readLetteringCsv(csv);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ApiProblem(422, "invalid-edit", error.message, { field: "csv" });
  }
}
