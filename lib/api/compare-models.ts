// Compares the models for one story before a session starts: what each set costs, how long it takes, and why one cannot make the book. Each
// set is planned as a session would be, so the figures are those of its own estimate.
import { z } from "@hono/zod-openapi";
import { isHostedId } from "../manga/model-ids.ts";
import { AUTO } from "../models/auto-models.ts";
import { isOwn } from "../models/hosted/access.ts";
import { parseHostedId, takesReferences } from "../models/hosted/settings.ts";
import { isCloud } from "../models/local-models.ts";
import { LISTED_SETS } from "../models/model-sets.ts";
import type { StoryReader } from "../models/story-reader.ts";
import { type GenerationSettings, planGeneration, usableStory } from "./generation.ts";
import type { Api } from "./identity.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadingQueue } from "./reading-queue.ts";
import { apiRoute, body, json, problem } from "./route-parts.ts";
import { GenerateRequestSchema, NoticesSchema } from "./session-routes.ts";

const LIMITS = ["translate", "strips", "references", "follow-words"] as const;

const ComparedSchema = z.object({
  name: z.string().describe("Value for `models` of a request."),
  /** Present for models that can make this book. */
  estimate: z
    .object({
      pages: z.int(),
      seconds: z.number(),
      priceMicros: z.int(),
      enoughMicros: z.int(),
      notices: NoticesSchema,
    })
    .optional(),
  /** Present for the others: why not, and what to do. */
  reason: z.string().optional(),
  readsAt: z
    .enum(["here", "own", "vendor"])
    .optional()
    .describe("Where the story is read: by this service, a server of your own, or the model's vendor."),
  drawsAt: z.enum(["here", "own", "vendor"]).optional().describe("Where the pictures are drawn."),
  cannot: z
    .array(z.enum(LIMITS))
    .describe(
      "`translate`: the book's language is the story's. `strips`: no 4-koma. `references`: pictures are drawn without sheets of people and places. `follow-words`: only known words are drawn.",
    ),
});

const compareRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/compare",
  request: {
    body: body(
      GenerateRequestSchema.pick({
        ...{ text: true, pages: true, language: true, style: true, budgetMicros: true, formats: true },
      }).openapi("CompareRequest"),
    ),
  },
  responses: {
    200: json(
      z.object({ models: z.array(ComparedSchema) }).openapi("ComparedModels"),
      "Every set of models of the capabilities with its price and time for this story. Nothing is started, stored or paid.",
    ),
    422: problem("A field is not valid, or the story cannot be read in time; `detail` says what to do."),
    429: problem("Too many requests, or too many of your stories are waiting to be read; see `Retry-After`."),
    503: problem("Too many stories are being read; `Retry-After` says when to try again."),
  },
});

interface CompareParts {
  settings?: GenerationSettings | undefined;
  readings: ReadingQueue;
}

export function serveComparison(app: Api, { settings, readings }: CompareParts): void {
  app.openapi(compareRoute, async (context) => {
    const request = GenerateRequestSchema.parse(context.req.valid("json"));
    const asker = { ownerId: context.get("ownerId"), signal: context.req.raw.signal };
    const names = [...LISTED_SETS, ...(isCloud() ? [] : [AUTO])];
    const models = await readings.read(asker, async (reader) => {
      const story = await usableStory(request.text, reader);
      // The story is counted once for all.
      const counted: StoryReader = { ...reader, survey: async () => ({ kind: "usable", ...story }) };
      return Promise.all(names.map((name) => compared({ ...request, models: name }, counted, settings)));
    });
    return context.json({ models }, 200);
  });
}

async function compared(
  request: z.infer<typeof GenerateRequestSchema>,
  reader: StoryReader,
  settings: GenerationSettings | undefined,
): Promise<z.infer<typeof ComparedSchema>> {
  const { models: name } = request;
  try {
    const { params, estimate } = await planGeneration(request, reader, settings);
    const { pages, seconds, priceMicros, enoughMicros, notices } = estimate;
    const ids = params.models;
    return {
      ...{ name, estimate: { pages, seconds, priceMicros, enoughMicros, notices } },
      ...{ readsAt: placeOf(ids.reader), drawsAt: placeOf(ids.artist) },
      cannot: LIMITS.filter((limit) => HAS_LIMIT[limit](ids)),
    };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { name, reason: error.message, cannot: [] };
  }
}

interface Ids {
  reader: string;
  director: string;
  artist: string;
}

const HAS_LIMIT: Record<(typeof LIMITS)[number], (ids: Ids) => boolean> = {
  translate: ({ reader }) => !isHostedId(reader),
  strips: ({ reader, director }) => isHostedId(reader) || isHostedId(director),
  references: ({ artist }) => isHostedId(artist) && !takesReferences(artist),
  "follow-words": ({ artist }) => !isHostedId(artist),
};

function placeOf(id: string): "here" | "own" | "vendor" {
  const hosted = parseHostedId(id);
  if (hosted === undefined) return "here";
  return isOwn(hosted.adapter) ? "own" : "vendor";
}
