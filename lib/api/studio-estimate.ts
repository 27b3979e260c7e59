// What the studio says about a text before anything starts: how long it is, who appears and where, and what a book of it takes.
import { z } from "@hono/zod-openapi";
import { countCharacters } from "../manga/decode-story.ts";
import { LanguageSchema } from "../manga/language.ts";
import { segmentStory } from "../manga/segment.ts";
import { PlaceSchema } from "../manga/staging.ts";
import type { Story } from "../manga/story.ts";
import { lexiconOf } from "../models/offline/author/lexicons.ts";
import { peopleOf } from "../models/offline/author/people.ts";
import { readSetting } from "../models/offline/author/settings.ts";
import { planGeneration } from "./generation.ts";
import type { Api } from "./identity.ts";
import { apiRoute, body, json } from "./route-parts.ts";
import { GenerateRequestSchema } from "./session-routes.ts";

const MOST_PLACES = 6;

const ReadingSchema = z
  .object({
    characters: z.int().nonnegative(),
    /** Of the text as it was recognised. */
    language: LanguageSchema,
    pages: z.int().positive(),
    seconds: z.number().nonnegative(),
    priceMicros: z.int().nonnegative(),
    /** Spoken lines. */
    lines: z.int().nonnegative(),
    /** Who appears, by a quick look; the writer of the book may see it otherwise. */
    people: z.array(z.object({ name: z.string(), kind: z.string() })),
    places: z.array(PlaceSchema),
  })
  .openapi("StoryEstimate");

const estimateRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/estimate",
  request: {
    body: body(
      GenerateRequestSchema.pick({ text: true, pages: true, language: true, models: true }).openapi(
        "EstimateRequest",
      ),
    ),
  },
  responses: { 200: json(ReadingSchema, "What a book of this story takes; nothing is started or kept.") },
});

export function serveEstimates(app: Api): void {
  app.openapi(estimateRoute, async (context) => {
    const request = GenerateRequestSchema.parse(context.req.valid("json"));
    const { text, params, estimate } = planGeneration(request);
    const language = params.storyLanguage ?? params.language;
    const story = segmentStory(text, language);
    const people = await peopleOf(story);
    return context.json(
      {
        characters: countCharacters(text),
        language,
        ...estimate,
        lines: story.units.filter(({ kind }) => kind === "speech").length,
        people: people.map(({ name, kind }) => ({ name, kind })),
        places: placesOf(story),
      },
      200,
    );
  });
}

function placesOf({ units, language }: Story): z.infer<typeof PlaceSchema>[] {
  const lexicon = lexiconOf(language);
  const found = new Map<string, z.infer<typeof PlaceSchema>>();
  for (const { kind, text } of units) {
    if (kind === "speech") continue;
    const { place } = readSetting(text, lexicon);
    if (place === undefined) continue;
    const called = place.name || place.kind;
    if (!found.has(called)) found.set(called, place);
  }
  return [...found.values()].slice(0, MOST_PLACES);
}
