// The route that draws a book's panels again with a better model, each based on its current picture.
import { z } from "@hono/zod-openapi";
import type { Tier } from "../manga/tier.ts";
import { artistOfTier, requireSlow } from "../models/tiers.ts";
import { today } from "../models/today.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { readChange } from "./change-request.ts";
import { REVISED } from "./feedback-routes.ts";
import { problemOfTier } from "./generation.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
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

const TierRequestSchema = z
  .strictObject({
    tier: z
      .literal("final")
      .describe(
        "Draws the panels marked `kept` again with the best image model; if none is marked, all panels. Each result is a new take, drawn with the present picture as reference. No other picture changes.",
      ),
    slow: z.boolean().default(false).describe("Uses the vendor's half-price mode: a picture takes minutes."),
  })
  .openapi("TierRequest");

const tierRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/tier`,
  request: { params: SessionPath, headers: ChangeHeaders, body: body(TierRequestSchema) },
  responses: {
    200: json(
      z
        .object({
          ...REVISED,
          /** Id of the artist. */
          artist: z.string(),
        })
        .openapi("TierChanged"),
      "The panels are drawn again.",
    ),
    ...SESSION_PROBLEMS,
    409: problem("The session was cancelled, or the key was used for another request."),
    412: problem("The book has a newer version than `If-Match` states."),
    422: problem("The session's artist is not in the catalog, or there is no panel yet."),
  },
});

interface TierParts {
  revisions: RevisionCommands;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function serveTiers(app: Api, { revisions, limits, readOwn }: TierParts): void {
  app.openapi(tierRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const asked = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), asked);
    const { ownerId: by, params } = await readOwn(context, sessionId);
    const artist = drawnBy(params.models.artist, asked);
    const mostRunning = limits.mostRunning(context);
    const slow = asked.slow || undefined;
    const revised = await revisions.drawFinal({ sessionId, by, ...change, mostRunning, artist, slow });
    return context.json({ sessionId, ...revised, artist }, 200);
  });
}

/** The id of the tier's artist. Throws `ApiProblem` (422). */
function drawnBy(artist: string, { tier, slow }: { tier: Tier; slow: boolean }): string {
  try {
    const best = artistOfTier(artist, tier, { today: today() });
    if (slow) requireSlow([best], today());
    return best;
  } catch (error) {
    throw problemOfTier(error);
  }
}
