// Reads a whole story before a session starts, for a person to correct what is found: people, places, and who says each line. It is always
// the free offline reader; the answer says whether the chosen reader is another one.
import { z } from "@hono/zod-openapi";
import { PersonSchema } from "../manga/concept.ts";
import { LanguageSchema } from "../manga/language.ts";
import { isHostedId } from "../manga/model-ids.ts";
import { PlaceSchema } from "../manga/place.ts";
import { type GenerationSettings, planGeneration } from "./generation.ts";
import type { Api } from "./identity.ts";
import { READINGS } from "./limit-rules.ts";
import type { Limits } from "./limits.ts";
import type { ReadingQueue } from "./reading-queue.ts";
import { apiRoute, body, json, problem } from "./route-parts.ts";
import { GenerateRequestSchema } from "./session-routes.ts";

/** The most lines of an answer; a request may correct half as many. */
const MOST_LINES = 2_000;

const SureSchema = z.number().min(0).max(1).describe("0 (a guess) to 1 (the text states it).");

const StoryReadingSchema = z
  .object({
    language: LanguageSchema,
    pages: z.int().positive(),
    people: z.array(
      PersonSchema.pick({ name: true, aliases: true, role: true, kind: true, age: true, sex: true }).extend({
        sure: SureSchema,
        lines: z.int().nonnegative().describe("Number of lines that the person says."),
      }),
    ),
    places: z.array(PlaceSchema.pick({ name: true, kind: true }).extend({ sure: SureSchema })),
    lines: z
      .array(
        z.object({
          unit: z.string().describe("Id of the line, for `given.speakers`."),
          text: z.string().describe("The line's beginning."),
          speaker: z.string().nullable().describe("Name of one of `people`; null: nobody of them."),
          sure: SureSchema,
          guessed: z.boolean().describe("Whether the text leaves open who says it."),
        }),
      )
      .describe(`The spoken lines in order, at most ${MOST_LINES}.`),
    linesInAll: z.int().nonnegative(),
    guesses: z
      .object({ people: z.int(), places: z.int(), lines: z.int() })
      .describe("How many of them are guessed."),
    reader: z.object({
      id: z.string().describe("The reader of the book."),
      isSame: z.boolean().describe("Whether it finds the same: true for the offline reader."),
      notice: z.string().optional().describe("Present for another reader."),
    }),
  })
  .openapi("StoryReading");

const readingRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/reading",
  request: {
    body: body(
      GenerateRequestSchema.pick({
        ...{ text: true, pages: true, language: true, models: true, style: true },
      }).openapi("ReadingRequest"),
    ),
  },
  responses: {
    200: json(
      StoryReadingSchema,
      "What the free reader finds in the story. Nothing is started, stored or paid. Corrections go into `given` of the request that starts the book.",
    ),
    400: problem("The body is no JSON, or `auto` was requested from a service in the cloud."),
    422: problem("A field is not valid, or the story cannot be read in time; `detail` says what to do."),
    429: problem(
      "Too many requests, more than 30 readings a minute, or too many of your stories are waiting to be read; see `Retry-After`.",
    ),
    503: problem("Too many stories are being read; `Retry-After` says when to try again."),
  },
});

interface ReadingParts {
  settings?: GenerationSettings | undefined;
  limits: Pick<Limits, "spend">;
  readings: ReadingQueue;
}

/** As for what is drawn (`facts.ts`). */
const SURE_ENOUGH = 0.7;
const isGuessed = ({ sure }: { sure: number }) => sure < SURE_ENOUGH;

export function serveReadings(app: Api, { settings, limits, readings }: ReadingParts): void {
  app.openapi(readingRoute, async (context) => {
    const request = GenerateRequestSchema.parse(context.req.valid("json"));
    const ownerId = context.get("ownerId");
    await limits.spend(context, READINGS, [ownerId]);
    const { signal } = context.req.raw;
    const { planned, found } = await readings.read({ ownerId, signal }, async (reader) => {
      const planned = await planGeneration(request, reader, settings);
      return { planned, found: await reader.findings(planned.story, signal) };
    });
    const { people, places, lines } = found;
    const { reader: id } = planned.params.models;
    const isSame = !isHostedId(id);
    const notice = `${id} reads the book and may find other people, places and speakers. It is told your corrections, and they hold in any case.`;
    return context.json(
      {
        ...{ language: planned.story.language, pages: planned.estimate.pages },
        ...{ people, places, lines: lines.slice(0, MOST_LINES), linesInAll: lines.length },
        guesses: {
          people: people.filter(isGuessed).length,
          places: places.filter(isGuessed).length,
          lines: lines.filter(({ guessed }) => guessed).length,
        },
        reader: { id, isSame, ...(isSame ? {} : { notice }) },
      },
      200,
    );
  });
}
