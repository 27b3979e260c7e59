// Serves the offline artist's vocabulary: suggestions for the studio's fields, and how the artist draws a given word. Books accept any
// words; the answers are hints.
import { z } from "@hono/zod-openapi";
import { OpenWordSchema } from "../manga/staging.ts";
import { type ArtistVocabulary, type Drawable, VocabularyFieldSchema } from "../models/vocabulary.ts";
import type { Api } from "./identity.ts";
import { apiRoute, body, FOR_EVERYBODY, json } from "./route-parts.ts";

const PATH = "/api/v1/vocabulary";

/** The only artist with a fixed vocabulary; hosted ones take any words. */
const ARTIST = "offline";

/** Maximum number of words in a request: the fields of a panel with its people. */
const MOST_WORDS = 64;

/** Seconds for which browsers cache the suggestions. They change only with a new version of the service. */
const KEPT_SECONDS = 3_600;

const suggestionsRoute = apiRoute({
  method: "get",
  path: PATH,
  security: FOR_EVERYBODY,
  responses: {
    200: json(
      z
        .object({
          artist: z.literal(ARTIST).describe("The artist whose vocabulary this is."),
          fields: z
            .record(z.string(), z.array(z.string()))
            .describe("Words that it draws as described, by field."),
          unread: z
            .array(VocabularyFieldSchema)
            .describe("Fields that it does not read: they do not affect the picture."),
        })
        .openapi("Vocabulary"),
      "Words to suggest in text fields. Other words are allowed too.",
    ),
  },
});

const WordSchema = z.strictObject({
  field: VocabularyFieldSchema,
  word: OpenWordSchema,
  of: OpenWordSchema.optional().describe(
    "The thing that the word describes; for clothes and beards, the kind of their wearer.",
  ),
});

const RenderingSchema = z.object({
  rendering: z.enum(["as-told", "nearest", "left-out"]),
  as: z.string().optional().describe("What is drawn instead, in words; only with `nearest`."),
});
type Rendering = z.infer<typeof RenderingSchema>;

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
          artist: z.literal(ARTIST),
          words: z.array(
            WordSchema.extend({
              ...RenderingSchema.shape,
            }),
          ),
        })
        .openapi("VocabularyAnswer"),
      "How the artist draws each word, in the order of the request.",
    ),
  },
});

interface VocabularyParts {
  /** Loaded at the first request. */
  vocabulary: () => Promise<ArtistVocabulary>;
}

export function serveVocabulary(app: Api, { vocabulary }: VocabularyParts): void {
  app.openapi(suggestionsRoute, async (context) => {
    const { suggestionsFor, unread } = await vocabulary();
    const fields = VocabularyFieldSchema.options.map((field) => [field, [...suggestionsFor(field)]]);
    context.header("cache-control", `public, max-age=${KEPT_SECONDS}`);
    return context.json({ artist: ARTIST, fields: Object.fromEntries(fields), unread: [...unread] }, 200);
  });
  app.openapi(renderingsRoute, async (context) => {
    const { canDraw } = await vocabulary();
    const words = context.req
      .valid("json")
      .words.map((one) => ({ ...one, ...renderingOf(canDraw(one.field, one.word, one.of)) }));
    return context.json({ artist: ARTIST, words }, 200);
  });
}

function renderingOf(drawn: Drawable): Rendering {
  if (drawn === "nothing") return { rendering: "left-out" };
  return drawn === "as told" ? { rendering: "as-told" } : { rendering: "nearest", as: drawn.as };
}
