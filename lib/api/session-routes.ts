// The schemas of the routes that start, show, cancel and delete a session. Each schema is the validation, the types and the OpenAPI
// description.
import { z } from "@hono/zod-openapi";
import { DEFAULT_FORMATS, ExperimentSchema, ExportFormatSchema } from "../manga/export-formats.ts";
import { GivenSchema } from "../manga/given.ts";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import { ART_DIRECTION_LIMIT, STYLES } from "../manga/style-presets.ts";
import { TierSchema } from "../manga/tier.ts";
import { AUTO } from "../models/auto-models.ts";
import { ModelSetError, parseModels } from "../models/model-sets.ts";
import { ClientSessionSchema, OwnedSessionSchema } from "../pipeline/client-documents.ts";
import { PhaseSchema } from "../pipeline/step-id.ts";
import { PageQuery } from "./list-cursor.ts";
import { apiRoute, body, json, NO_FIELDS, problem, SessionPath } from "./route-parts.ts";

/** Name of a model set, whole or in parts, or `auto`. */
const ModelsSchema = z
  .string()
  .max(60)
  .superRefine((text, context) => {
    if (text === AUTO) return;
    try {
      parseModels(text);
    } catch (error) {
      if (!(error instanceof ModelSetError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  });

export const GenerateRequestSchema = z
  .strictObject({
    // A generous bound in code units. Characters are counted after the body is read.
    text: z.string().max(500_000).describe("The story: 10 to 50,000 characters, Japanese or English."),
    title: z.string().min(1).max(255).optional().describe("Absent: taken from the story."),
    pages: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe("Number of story pages; absent: as many as the story needs."),
    language: LanguageSchema.optional().describe("Absent: detected from the story."),
    direction: DirectionSchema.optional().describe("Reading direction; absent: that of the language."),
    style: z
      .enum(STYLES)
      .default("manga")
      .describe(
        "The book's style. `yonkoma`: as `manga`, in strips of four panels with a title each, two strips a page; only the offline reader writes them.",
      ),
    artDirection: z
      .string()
      .trim()
      .min(1)
      .max(ART_DIRECTION_LIMIT)
      .optional()
      .describe(
        "Art direction in your own words, in addition to the style. Artists follow it as far as they can.",
      ),
    colorMode: z
      .enum(["monochrome", "color"])
      .default("monochrome")
      .describe(
        "`color`: flat colours with cel shading instead of tones; the print PDF is then in colour at 350 dpi.",
      ),
    dropPunctuation: z
      .boolean()
      .default(false)
      .describe("Omits 。 and 、 in Japanese balloons: a line break or a space replaces them."),
    experimental: z
      .array(ExperimentSchema)
      .max(1)
      .default([])
      .describe(
        "`psd-vertical-text`: live text in PSD files is vertical where the lettering is; some programs crash on it.",
      ),
    genre: z.string().min(1).max(60).optional().describe("Absent: taken from the story."),
    review: z
      .array(PhaseSchema)
      .max(7)
      .default([])
      .describe("Phases to review: after each, the session waits for your feedback."),
    reviewTimeoutMinutes: z
      .int()
      .min(1)
      .max(1440)
      .optional()
      .describe(
        "Waiting time of a review in minutes; then the session continues. Absent: the service's default (30 unless configured).",
      ),
    seed: z
      .int()
      .min(0)
      .max(2_147_483_647)
      .default(0)
      .describe("The same story and seed give the same book."),
    models: ModelsSchema.default("offline").describe(
      "The reader, director and artist: a single name, or `WORDS[/DIRECTION]+PICTURES`, as in `gemini/code+offline`; the default of DIRECTION is `code`. The capabilities list the names. `auto`, only on your own machine: free programs with models that run there; `estimate.notices` names them.",
    ),
    tier: TierSchema.default("standard").describe(
      "Price level of the pictures. `draft`: each at 1K by the cheapest image model, without picture checks. `final`: by the best model. Programs and your own servers have only `standard`.",
    ),
    slow: z
      .boolean()
      .default(false)
      .describe("Uses the vendor's half-price mode: an answer takes minutes instead of seconds."),
    formats: z
      .array(ExportFormatSchema)
      .max(9)
      .default([...DEFAULT_FORMATS])
      .describe("Files to make at the end; others can be requested later."),
    given: GivenSchema.optional().describe(
      "Your corrections of what the reader finds (`POST /api/v1/manga/reading`): people, who says a line, places. They hold whichever model reads the story. Stored encrypted with the story.",
    ),
    portraits: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(60).describe("The person's name as in the story."),
          // Twice the accepted size, so that the error can state the picture's size.
          image: z
            .base64()
            .max(1_400_000)
            .describe(
              "A PNG, JPEG or WebP of at most 512 KB, in base64. Limit: 50 megapixels for a non-progressive JPEG or a lossy WebP, 16.8 for others.",
            ),
        }),
      )
      .max(8)
      .optional()
      .describe("Your own portraits of the story's people. Each replaces the portrait that would be drawn."),
    budgetMicros: z
      .int()
      .min(0)
      .max(1_000_000_000_000)
      .optional()
      .describe("Spending limit in micro-dollars. Absent: the service's limit, which always applies."),
    webhookUrl: z
      .string()
      .max(2000)
      .optional()
      .describe("An https address that receives a signed POST when the session has completed or failed."),
  })
  .openapi("GenerateRequest");

/** Notices of an estimate. */
export const NoticesSchema = z
  .array(z.string())
  .optional()
  .describe(
    "With `auto`: the program, model and address to which the story is sent, and what was found but is not used.",
  );

const AcceptedSchema = z
  .object({
    sessionId: z.string(),
    status: z.string(),
    links: z.object({
      ...{ self: z.string(), cancel: z.string(), feedback: z.string() },
      ...{ pages: z.string(), events: z.string(), export: z.string() },
    }),
    estimate: z.object({
      seconds: z.number(),
      priceMicros: z.int(),
      enoughMicros: z.int().describe("A limit in micro-dollars that is enough to finish the book."),
      warning: z.string().optional().describe("Present if the effective limit is lower than `enoughMicros`."),
      notices: NoticesSchema,
    }),
  })
  .openapi("AcceptedSession");

const SessionStatusSchema = z.object({ sessionId: z.string(), status: z.string() }).openapi("SessionStatus");

export const generateRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/generate",
  request: {
    headers: z.object({ "idempotency-key": z.string().max(1_024).optional() }),
    body: body(GenerateRequestSchema),
  },
  responses: {
    202: json(AcceptedSchema, "The session is accepted; listen to its document."),
    400: problem(
      "The body is no JSON, the idempotency key is malformed, or `auto` was requested from a service in the cloud.",
    ),
    409: problem("A request with this idempotency key is still being answered."),
    422: problem(
      "A field is not valid, the story cannot be read in time, or the key was used for another request.",
    ),
    503: problem(
      "The service's budget or number of sessions for this hour or day is used up, too many stories are being read, or a store of the service is unavailable. `Retry-After` says when to try again.",
    ),
  },
});

export const listRoute = apiRoute({
  method: "get",
  path: "/api/v1/manga/sessions",
  request: { query: PageQuery.extend({ status: ClientSessionSchema.shape.status.optional() }) },
  responses: {
    200: json(
      z.object({
        sessions: z.array(ClientSessionSchema),
        /** Cursor of the next page; absent on the last. */
        next: z.string().optional(),
      }),
      "Your sessions, newest first.",
    ),
  },
});

export const deleteRoute = apiRoute({
  method: "delete",
  path: "/api/v1/manga/sessions/{sessionId}",
  request: { params: SessionPath },
  responses: {
    204: { description: "The session and everything made for it are deleted." },
    404: problem("No such session."),
  },
});

export const readRoute = apiRoute({
  method: "get",
  path: "/api/v1/manga/sessions/{sessionId}",
  request: { params: SessionPath },
  responses: {
    200: json(
      z.union([OwnedSessionSchema, ClientSessionSchema]),
      "The session's document. Its owner also gets its `shareToken`, the deliveries of its webhook, why it was withdrawn, and all settings.",
    ),
    404: problem("No such session."),
  },
});

export const cancelRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/sessions/{sessionId}/cancel",
  request: { params: SessionPath, body: NO_FIELDS },
  responses: {
    200: json(SessionStatusSchema, "Cancelled: no further model call is made."),
    404: problem("No such session."),
    409: problem("The session has ended already."),
  },
});
