// The schemas of the routes that start, show, cancel and delete a session. Each schema is the validation, the types and the OpenAPI
// description.
import { z } from "@hono/zod-openapi";
import { DEFAULT_FORMATS, ExperimentSchema, ExportFormatSchema } from "../manga/export-formats.ts";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import { ART_DIRECTION_LIMIT, STYLES } from "../manga/style-presets.ts";
import { TierSchema } from "../manga/tier.ts";
import { AUTO } from "../models/auto-models.ts";
import { ModelSetError, parseModels } from "../models/model-sets.ts";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
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
    title: z.string().min(1).max(255).optional().describe("Absent: it is found in the story."),
    pages: z.int().min(1).max(100).optional().describe("Story pages; absent: as many as the story needs."),
    language: LanguageSchema.optional().describe("Absent: it is recognised."),
    direction: DirectionSchema.optional().describe("How it is read; absent: as its language is."),
    style: z
      .enum(STYLES)
      .default("manga")
      .describe(
        "How the book looks. `yonkoma`: as `manga`, in strips of four panels with a title each, two a page; the offline reader alone writes them.",
      ),
    artDirection: z
      .string()
      .trim()
      .min(1)
      .max(ART_DIRECTION_LIMIT)
      .optional()
      .describe(
        "How the book is to look, in your own words, beside the style; artists take of it what they can.",
      ),
    colorMode: z
      .enum(["monochrome", "color"])
      .default("monochrome")
      .describe(
        "`color`: flat colours with cel shading instead of tones; print is in colour at 350 dpi then.",
      ),
    dropPunctuation: z
      .boolean()
      .default(false)
      .describe("Japanese balloons without 。 and 、: where they stood a line ends, or there is a space."),
    experimental: z
      .array(ExperimentSchema)
      .max(1)
      .default([])
      .describe(
        "`psd-vertical-text`: live text in PSD files is vertical where its letters are; some programs crash on it.",
      ),
    genre: z.string().min(1).max(60).optional().describe("Absent: it is found in the story."),
    review: z
      .array(PhaseSchema)
      .max(7)
      .default([])
      .describe("Phases after which you want to be asked; the session waits for your feedback."),
    reviewTimeoutMinutes: z
      .int()
      .min(1)
      .max(1440)
      .optional()
      .describe(
        "How long it waits, then it goes on. Absent: the service's own, 30 unless it is set otherwise.",
      ),
    seed: z.int().min(0).max(2_147_483_647).default(0).describe("The same gives the same book."),
    models: ModelsSchema.default("offline").describe(
      "What reads, directs and draws: a single name, or `WORDS[/DIRECTION]+PICTURES`, as in `gemini/code+offline`; without DIRECTION, `code` directs. The capabilities list the names. `auto`, on one's own machine alone: programs with models that run there and cost nothing; `estimate.notices` says which.",
    ),
    tier: TierSchema.default("standard").describe(
      "How much its pictures may cost. `draft`: each at 1K by the cheapest image model, looked at by nobody. `final`: by the best one. Programs and servers of one's own have `standard` alone.",
    ),
    slow: z
      .boolean()
      .default(false)
      .describe("Asks models in their vendor's half-price lane: minutes an answer instead of seconds."),
    formats: z
      .array(ExportFormatSchema)
      .max(9)
      .default([...DEFAULT_FORMATS])
      .describe("Files to bind at the end; others can be asked for afterwards."),
    portraits: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(60).describe("Whom it shows, as the story calls them."),
          // Twice the accepted size, so that the error can state the picture's size.
          image: z
            .base64()
            .max(1_400_000)
            .describe(
              "A PNG, JPEG or WebP of at most 512 KB, in base64. It may have 50 megapixels as a JPEG that is not progressive or a lossy WebP, 16.8 as anything else.",
            ),
        }),
      )
      .max(8)
      .optional()
      .describe("Pictures of your people. Each stands for the portrait that would be drawn."),
    budgetMicros: z
      .int()
      .min(0)
      .max(1_000_000_000_000)
      .optional()
      .describe(
        "The most that it may cost, in micro-dollars. Absent: the service's limit, which holds anyway.",
      ),
    webhookUrl: z
      .string()
      .max(2000)
      .optional()
      .describe("An https address that is told by a signed POST when the session is complete or has failed."),
  })
  .openapi("GenerateRequest");

/** Notices of an estimate. */
export const NoticesSchema = z
  .array(z.string())
  .optional()
  .describe(
    "With `auto`: to which program, model and address the story is sent, and what was found and is not used.",
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
      enoughMicros: z.int().describe("A limit, in micro-dollars, with which the book can be finished."),
      warning: z.string().optional().describe("The limit that holds is lower than that."),
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
      "The body is no JSON, the idempotency key is malformed, or `auto` was asked of a service in the cloud.",
    ),
    409: problem("A request with this idempotency key is still being answered."),
    422: problem(
      "A field is unusable, the story cannot be read in time, or the key was used for another request.",
    ),
    503: problem(
      "The service has given out what all sessions may cost in this hour or on this day, or as many have started as may; or too many stories are being read. `Retry-After` says when to come again. Or a store of the service is down.",
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
      "Your sessions, the newest first.",
    ),
  },
});

export const deleteRoute = apiRoute({
  method: "delete",
  path: "/api/v1/manga/sessions/{sessionId}",
  request: { params: SessionPath },
  responses: {
    204: { description: "It is gone, with everything that was made of it." },
    404: problem("No such session."),
  },
});

export const readRoute = apiRoute({
  method: "get",
  path: "/api/v1/manga/sessions/{sessionId}",
  request: { params: SessionPath },
  responses: {
    200: json(ClientSessionSchema, "The session as its document shows it."),
    404: problem("No such session."),
  },
});

export const cancelRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/sessions/{sessionId}/cancel",
  request: { params: SessionPath, body: NO_FIELDS },
  responses: {
    200: json(SessionStatusSchema, "Cancelled: no new call is made for it."),
    404: problem("No such session."),
    409: problem("The session has ended already."),
  },
});
