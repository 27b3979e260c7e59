// The routes that change one sheet: the reference picture of a person's outfit, of a place or of the style.
import { z } from "@hono/zod-openapi";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { readChange } from "./change-request.ts";
import { changeDoesNotFit, conflict, EarlierTake, revised, versionConflict } from "./feedback-routes.ts";
import type { Api } from "./identity.ts";
import type { Limits } from "./limits.ts";
import { readPicture } from "./own-portraits.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  NO_FIELDS,
  optionalBody,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const SheetPath = SessionPath.extend({
  sheetId: z
    .string()
    .max(40)
    .regex(/^(?:characters\.c\d+(?:\.o\d+)?|artwork\.(?:style|place\.l\d+))$/)
    .describe(
      "The sheet's step, with a dot instead of the slash: `characters.c1`, `characters.c1.o2`, `artwork.place.l1`, `artwork.style`.",
    ),
});
const stepOf = (sheetId: string) => sheetId.replace(".", "/");

const request = { headers: ChangeHeaders, params: SheetPath };
const responses = {
  200: revised,
  ...SESSION_PROBLEMS,
  409: conflict,
  412: versionConflict,
  422: changeDoesNotFit,
};
const path = `${SESSION_PATH}/sheets/{sheetId}` as const;

const redrawSheetRoute = apiRoute({
  method: "post",
  path: `${path}/redraw`,
  request: {
    ...request,
    body: optionalBody(
      z
        .strictObject({
          take: EarlierTake,
        })
        .openapi("SheetRedrawRequest"),
    ),
  },
  responses,
});

const giveSheetRoute = apiRoute({
  method: "put",
  path: `${path}/picture`,
  request: {
    ...request,
    body: body(
      z
        .strictObject({
          // Twice the accepted size, so that the error can state the picture's size.
          image: z
            .base64()
            .max(1_400_000)
            .describe(
              "A PNG, JPEG or WebP of at most 512 KB, in base64. It replaces the drawn sheet until it is removed.",
            ),
        })
        .openapi("OwnSheet"),
    ),
  },
  responses,
});

const takeSheetAwayRoute = apiRoute({
  method: "delete",
  path: `${path}/picture`,
  request: { ...request, body: NO_FIELDS },
  responses,
});

interface SheetParts {
  revisions: RevisionCommands;
  limits: Pick<Limits, "mostRunning">;
  readOwn: ReadOwnedSession;
}

/** Serves the routes. A new sheet of a person's outfit has the panels with it drawn again; a sheet of a place or the style does not. */
export function serveSheets(app: Api, { revisions, limits, readOwn }: SheetParts): void {
  app.openapi(redrawSheetRoute, async (context) => {
    const { sessionId, sheetId } = context.req.valid("param");
    const { take } = context.req.valid("json") ?? {};
    const change = readChange(context, context.req.valid("header"), { take });
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const made = await revisions.redrawSheet({
      sessionId,
      by,
      ...change,
      mostRunning,
      step: stepOf(sheetId),
      take,
    });
    return context.json({ sessionId, ...made }, 200);
  });

  app.openapi(giveSheetRoute, async (context) => {
    const { sessionId, sheetId } = context.req.valid("param");
    const { image } = context.req.valid("json");
    const change = readChange(context, context.req.valid("header"), { image });
    const { ownerId: by } = await readOwn(context, sessionId);
    const step = stepOf(sheetId);
    const shape = step.startsWith("characters/") ? "portrait" : "place";
    const picture = await readPicture(image, { field: "image", of: step, shape });
    const mostRunning = limits.mostRunning(context);
    const made = await revisions.giveSheet({ sessionId, by, ...change, mostRunning, step, picture });
    return context.json({ sessionId, ...made }, 200);
  });

  app.openapi(takeSheetAwayRoute, async (context) => {
    const { sessionId, sheetId } = context.req.valid("param");
    const change = readChange(context, context.req.valid("header"), undefined);
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const made = await revisions.giveSheet({
      ...{ sessionId, by, ...change, mostRunning, step: stepOf(sheetId) },
      picture: undefined,
    });
    return context.json({ sessionId, ...made }, 200);
  });
}
