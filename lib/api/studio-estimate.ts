// Analyses a text for the studio before a session starts: length, people, places, and the estimate of the book.
import { z } from "@hono/zod-openapi";
import { LanguageSchema } from "../manga/language.ts";
import { PlaceSchema } from "../manga/place.ts";
import { TierSchema } from "../manga/tier.ts";
import { type GenerationSettings, planGeneration } from "./generation.ts";
import type { Api } from "./identity.ts";
import type { ReadingQueue } from "./reading-queue.ts";
import { apiRoute, body, json, problem } from "./route-parts.ts";
import { GenerateRequestSchema, NoticesSchema } from "./session-routes.ts";

const ReadingSchema = z
  .object({
    characters: z.int().nonnegative(),
    /** Detected language of the text. */
    language: LanguageSchema,
    pages: z.int().positive(),
    neededPages: z.int().positive().describe("Pages that the story needs, whatever number was requested."),
    /** The requested tier. */
    tier: TierSchema,
    seconds: z.number().nonnegative(),
    priceMicros: z.int().nonnegative(),
    enoughMicros: z
      .int()
      .nonnegative()
      .describe("A limit in micro-dollars that is enough to finish the book."),
    warning: z.string().optional().describe("Present if the effective limit is lower than `enoughMicros`."),
    notices: NoticesSchema,
    /** Number of lines of dialogue. */
    lines: z.int().nonnegative(),
    /** People found by a quick reading; the phases' reader may find others. */
    people: z.array(z.object({ name: z.string(), kind: z.string() })),
    places: z.array(PlaceSchema.pick({ name: true, kind: true })),
    readCharacters: z
      .int()
      .nonnegative()
      .describe("Number of characters from the start in which people and places were searched."),
  })
  .openapi("StoryEstimate");

const estimateRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/estimate",
  request: {
    body: body(
      GenerateRequestSchema.pick({
        ...{ text: true, pages: true, language: true, models: true },
        ...{ style: true, budgetMicros: true, tier: true, slow: true, formats: true },
      }).openapi("EstimateRequest"),
    ),
  },
  responses: {
    200: json(
      ReadingSchema,
      "Estimate of time and cost of a book of this story. Nothing is started or stored.",
    ),
    400: problem("The body is no JSON, or `auto` was requested from a service in the cloud."),
    422: problem("A field is not valid, or the story cannot be read in time; `detail` says what to do."),
    429: problem("Too many requests, or too many of your stories are waiting to be read; see `Retry-After`."),
    503: problem("Too many stories are being read; `Retry-After` says when to try again."),
  },
});

interface EstimateParts {
  settings?: GenerationSettings | undefined;
  readings: ReadingQueue;
}

export function serveEstimates(app: Api, { settings, readings }: EstimateParts): void {
  app.openapi(estimateRoute, async (context) => {
    const request = GenerateRequestSchema.parse(context.req.valid("json"));
    const asker = { ownerId: context.get("ownerId"), signal: context.req.raw.signal };
    const { planned, glimpse } = await readings.read(asker, async (reader) => {
      const planned = await planGeneration(request, reader, settings);
      return { planned, glimpse: await reader.glimpse(planned.story) };
    });
    const { story, estimate, neededPages } = planned;
    const { characters: readCharacters, people, places } = glimpse;
    const { characters, language, lines } = story;
    const { tier } = request;
    return context.json(
      { characters, language, tier, ...estimate, neededPages, lines, people, places, readCharacters },
      200,
    );
  });
}
