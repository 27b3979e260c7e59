// Serves the routes that change one panel's picture.
import { isHostedId } from "../manga/model-ids.ts";
import { abilitiesOf, whyNoEdits } from "../models/hosted/settings.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { authorOf, readChange } from "./change-request.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
import {
  changePromptRoute,
  editPictureRoute,
  keepPictureRoute,
  readPromptRoute,
  resetPromptRoute,
} from "./picture-routes.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";

export interface PictureParts {
  revisions: RevisionCommands;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function servePictures(app: Api, { revisions, limits, readOwn }: PictureParts): void {
  app.openapi(editPictureRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { region: corners, ...rest } = context.req.valid("json");
    const region = corners?.map(([x = 0, y = 0]): [number, number] => [x, y]);
    const wanted = { ...rest, ...(region && { region }) };
    const change = readChange(context, context.req.valid("header"), wanted);
    const { params } = await readOwn(context, sessionId);
    // Refused before anything is paid.
    const reason = whyNoEdits(params.models.artist);
    if (reason !== undefined) throw new ApiProblem(422, "cannot", `${reason}.`, { reason: "not-supported" });
    const mostRunning = limits.mostRunning(context);
    const taken = await revisions.editPicture({
      sessionId,
      ...authorOf(context),
      ...change,
      mostRunning,
      page,
      panel,
      ...wanted,
    });
    return context.json({ sessionId, ...taken }, 202);
  });

  app.openapi(readPromptRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { params } = await readOwn(context, sessionId);
    context.header("cache-control", "no-store");
    const prompt = await revisions.promptOf(sessionId, { page, panel });
    return context.json({ ...prompt, artist: abilitiesOf(params.models.artist) }, 200);
  });

  app.openapi(changePromptRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { prompt } = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), { prompt });
    const { params } = await readOwn(context, sessionId);
    if (!isHostedId(params.models.artist)) {
      const message =
        "the offline artist draws from the storyboard and reads no prompt: change the panel in the storyboard.";
      throw new ApiProblem(422, "cannot", message, { reason: "not-supported" });
    }
    const mostRunning = limits.mostRunning(context);
    const asked = { sessionId, ...authorOf(context), ...change, mostRunning, page, panel };
    return context.json({ sessionId, ...(await revisions.changePrompt({ ...asked, prompt })) }, 200);
  });

  app.openapi(resetPromptRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const change = readChange(context, context.req.valid("header"), undefined);
    await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const asked = { sessionId, ...authorOf(context), ...change, mostRunning, page, panel };
    return context.json(
      { sessionId, ...(await revisions.changePrompt({ ...asked, prompt: undefined })) },
      200,
    );
  });

  app.openapi(keepPictureRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { kept } = context.req.valid("json");
    await readOwn(context, sessionId);
    await revisions.keepPicture({ sessionId, page, panel, kept });
    return context.json({ kept }, 200);
  });
}
