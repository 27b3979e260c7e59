// Returns the story of a book to its owner, to be read beside the book. It is stored encrypted, decrypted for each answer, and never
// cached.
import { z } from "@hono/zod-openapi";
import { GivenSchema } from "../manga/given.ts";
import { LanguageSchema, storyLanguage } from "../manga/language.ts";
import type { StoryVault } from "../pipeline/story-vault.ts";
import type { Api } from "./identity.ts";
import { STORY_READS } from "./limit-rules.ts";
import type { Limits } from "./limits.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import { apiRoute, json, SESSION_PATH, SESSION_PROBLEMS, SessionPath } from "./route-parts.ts";

const storyRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/story`,
  request: { params: SessionPath },
  responses: {
    200: json(
      z
        .object({
          text: z.string().describe("The stored text: Unicode NFC, line ends are LF."),
          /** Language of the story. */
          language: LanguageSchema,
          given: GivenSchema.optional().describe("What you corrected of the reading at the start."),
        })
        .openapi("Story"),
      "The story as its owner submitted it; never cached.",
    ),
    ...SESSION_PROBLEMS,
  },
});

interface StoryParts {
  stories: StoryVault;
  limits: Pick<Limits, "spend">;
  readOwn: ReadOwnedSession;
}

export function serveStories(app: Api, { stories, limits, readOwn }: StoryParts): void {
  app.openapi(storyRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { ownerId, params } = await readOwn(context, sessionId);
    await limits.spend(context, STORY_READS, [ownerId]);
    const text = await stories.read(sessionId);
    const said = await stories.readGiven(sessionId);
    const given = said === undefined ? undefined : GivenSchema.parse(JSON.parse(said));
    context.header("cache-control", "no-store");
    return context.json({ text, language: storyLanguage(params), ...(given && { given }) }, 200);
  });
}
