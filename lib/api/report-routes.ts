// The schema of the route that reports a shared book.
import { z } from "@hono/zod-openapi";
import { MOST_REPORT_WORDS, REPORT_REASONS } from "./moderation.ts";
import { apiRoute, body, FOR_EVERYBODY, json, problem } from "./route-parts.ts";

/** Not below the path of shared books, which pages of all origins may call. */
export const reportRoute = apiRoute({
  method: "post",
  path: "/api/v1/manga/reports",
  security: FOR_EVERYBODY,
  request: {
    body: body(
      z.strictObject({
        token: z.string().min(1).max(64).openapi({ description: "Of the shared book." }),
        reason: z.enum(REPORT_REASONS),
        words: z.string().max(MOST_REPORT_WORDS).optional(),
      }),
    ),
  },
  responses: {
    202: json(z.object({ received: z.literal(true) }), "Operators see the report; it is not answered."),
    404: problem("No book is shared with this token."),
  },
});
