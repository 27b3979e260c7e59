// Starts sessions for given owners through the functions' own wiring, as the API does after authentication.
import * as z from "zod";
import { stories } from "../../../functions/stories.ts";
import { commands } from "../../../functions/wiring.ts";
import { planGeneration } from "../../../lib/api/generation.ts";
import { GenerateRequestSchema } from "../../../lib/api/session-routes.ts";
import { contentHash } from "../../../lib/pipeline/canonical-json.ts";
import { BusyError } from "../../../lib/pipeline/errors.ts";
import { answerJson, registerFunction } from "../../../lib/registered-functions.ts";
import { painterOf } from "./campaign-painter.ts";
import { reach } from "./current-delivery.ts";

const StartSchema = z.object({
  ...{ ownerId: z.string(), key: z.string(), text: z.string(), seed: z.int(), pages: z.int() },
  /** Whether the book has sheets and is drawn by the artist that returns images. */
  isPainted: z.boolean(),
});
export type CampaignStart = z.infer<typeof StartSchema>;

/**
 * True for about a tenth of the stories, for all owners: their panels are drawn in batches, which takes a minute or two. Programs have no
 * tiers, so the API would refuse it.
 */
const isInBatches = (text: string) => Number.parseInt(contentHash(text).slice(-4), 16) % 10 === 0;

registerFunction("start", async (request, response) => {
  const { ownerId, key, text, seed, pages, isPainted } = StartSchema.parse(request.body);
  const wanted = { text, seed, pages, models: "simulated", formats: ["csv"] };
  const { story, params } = await planGeneration(GenerateRequestSchema.parse(wanted), await stories());
  try {
    // Repeating owner and key after a lost answer returns the same session.
    const started = await commands().startSession({
      ownerId,
      text: story.text,
      params: {
        ...params,
        ...(isPainted && {
          sheets: true as const,
          models: { ...params.models, artist: painterOf(params.models.artist) },
        }),
        ...(isInBatches(text) && { tier: "final" as const, slow: true as const }),
      },
      idempotencyKey: key,
    });
    reach("answering");
    answerJson(response, 200, started);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    response.writeHead(503).end();
  }
});
