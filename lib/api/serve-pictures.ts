// Serves the routes that change one panel's picture.
import { isHostedId } from "../manga/model-ids.ts";
import { abilitiesOf, ownReferencesOf, whyNoEdits, whyNoReferences } from "../models/hosted/settings.ts";
import type { WantedReference } from "../pipeline/plan-picture-edit.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import type { AddressSigner } from "./address-signer.ts";
import { authorOf, readChange } from "./change-request.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
import { readPicture } from "./own-portraits.ts";
import {
  changePromptRoute,
  editPictureRoute,
  giveReferencesRoute,
  keepPictureRoute,
  readPromptRoute,
  resetPromptRoute,
} from "./picture-routes.ts";
import { picturesOf } from "./pictures.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";

export interface PictureParts {
  revisions: RevisionCommands;
  signer: AddressSigner;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

export function servePictures(app: Api, { revisions, signer, limits, readOwn }: PictureParts): void {
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
    const { ownReferences: kept, ...prompt } = await revisions.promptOf(sessionId, { page, panel });
    const pictures = picturesOf(signer, sessionId);
    const ownReferences = await Promise.all(
      kept.map(async ({ use, blob }) => ({ use, ...(await pictures.of(blob)) })),
    );
    return context.json({ ...prompt, ownReferences, artist: abilitiesOf(params.models.artist) }, 200);
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

  app.openapi(giveReferencesRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { references } = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), { references });
    const { params } = await readOwn(context, sessionId);
    if (references.length > 0) refuseReferences(params.models.artist, references.length);
    const wanted: WantedReference[] = [];
    for (const [index, { use, image, hash = "" }] of references.entries()) {
      if (image === undefined) wanted.push({ use, hash });
      else {
        const field = `references.${index}.image`;
        const of = `reference ${index + 1}`;
        wanted.push({
          use,
          picture: await readPicture(image, { field, of, shape: "whole", code: "reference-unusable" }),
        });
      }
    }
    const mostRunning = limits.mostRunning(context);
    const asked = { sessionId, ...authorOf(context), ...change, mostRunning, page, panel };
    const revised = await revisions.giveReferences({ ...asked, references: wanted });
    return context.json({ sessionId, ...revised }, 200);
  });

  app.openapi(keepPictureRoute, async (context) => {
    const { sessionId, page, panelId: panel } = context.req.valid("param");
    const { kept } = context.req.valid("json");
    await readOwn(context, sessionId);
    await revisions.keepPicture({ sessionId, page, panel, kept });
    return context.json({ kept }, 200);
  });
}

/** Throws `ApiProblem` (422) for an artist that takes no reference pictures, or fewer: nothing is stored or paid then. */
function refuseReferences(artist: string, count: number): void {
  const most = ownReferencesOf(artist);
  if (count <= most) return;
  const reason = whyNoReferences(artist) ?? `${artist} takes at most ${most} reference pictures of yours`;
  throw new ApiProblem(422, "cannot", `${reason}.`, { reason: "not-supported" });
}
