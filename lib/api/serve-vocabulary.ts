// Serves what the offline artist draws of the book's open words: suggestions for the studio's fields, and what becomes of a word that
// somebody types. Any word may be written into a book; the answers are hints.
import { z } from "@hono/zod-openapi";
import { OpenWordSchema } from "../manga/staging.ts";
import { type ArtistVocabulary, VocabularyFieldSchema } from "../models/vocabulary.ts";
import type { Api } from "./identity.ts";
import { apiRoute, body, FOR_EVERYBODY, json } from "./route-parts.ts";

const PATH = "/api/v1/vocabulary";

/** Words of one request: as many as the fields of a panel with its people. */
const MOST_WORDS = 64;

/** Seconds that browsers keep the suggestions: they change with the service's version alone. */
const KEPT_SECONDS = 3_600;

const suggestionsRoute = apiRoute({
  method: "get",
  path: PATH,
  security: FOR_EVERYBODY,
  responses: {
    200: json(
      z
        .object({
          artist: z.string().describe("Whose words these are: the artist of a session's `models`."),
          fields: z
            .record(z.string(), z.array(z.string()))
            .describe("Words that it draws as told, by field."),
        })
        .openapi("Vocabulary"),
      "Words to suggest in fields of text. Other words may be written as well.",
    ),
  },
});

const WordSchema = z.strictObject({ field: VocabularyFieldSchema, word: OpenWordSchema });

const renderingsRoute = apiRoute({
  method: "post",
  path: PATH,
  request: {
    body: body(
      z.strictObject({ words: z.array(WordSchema).min(1).max(MOST_WORDS) }).openapi("VocabularyRequest"),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          artist: z.string(),
          words: z.array(
            WordSchema.extend({
              rendering: z.enum(["as-told", "nearest", "left-out"]),
              as: z.string().optional().describe("What is drawn in its place; of `nearest` alone."),
            }),
          ),
        })
        .openapi("VocabularyAnswer"),
      "What the artist makes of each word, in the order of the request.",
    ),
  },
});

interface VocabularyParts {
  /** Loaded when somebody first asks. */
  vocabulary: () => Promise<ArtistVocabulary>;
}

export function serveVocabulary(app: Api, { vocabulary }: VocabularyParts): void {
  app.openapi(suggestionsRoute, async (context) => {
    const { artist, suggestions } = await vocabulary();
    const fields = Object.fromEntries(Object.entries(suggestions).map(([name, words]) => [name, [...words]]));
    context.header("cache-control", `public, max-age=${KEPT_SECONDS}`);
    return context.json({ artist, fields }, 200);
  });
  app.openapi(renderingsRoute, async (context) => {
    const { artist, renderingOf } = await vocabulary();
    const { words } = context.req.valid("json");
    const answers = words.map(({ field, word }) => ({ field, word, ...renderingOf(field, word) }));
    return context.json({ artist, words: answers }, 200);
  });
}
