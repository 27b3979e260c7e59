// The routes of a book's own fonts: the owner supplies a font with its licence, and takes it away again.
import { z } from "@hono/zod-openapi";
import { OwnFontIdSchema } from "../manga/hand-lettering.ts";
import { FONT_STATEMENT, MOST_OWN_FONTS } from "../manga/own-font-bounds.ts";
import { OwnFontSchema } from "../manga/own-fonts.ts";
import { FontRefusedError } from "../pipeline/refusals.ts";
import type { RevisionCommands } from "../pipeline/revisions.ts";
import { readChange } from "./change-request.ts";
import { changeDoesNotFit, conflict, REVISED, revised, versionConflict } from "./feedback-routes.ts";
import type { Api } from "./identity.ts";
import { FONTS } from "./limit-rules.ts";
import type { Limits } from "./limits.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  json,
  NO_FIELDS,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";
import type { SessionReader } from "./session-reader.ts";

/** Characters of 10 MB in base64, and some more, so that the error can state that the font is too large. */
const MOST_BASE64 = 13_400_000;
/** Own fonts of all books of a person. */
const MOST_OF_OWNER = 40;
/** Books in which those are counted: the newest. */
const COUNTED_BOOKS = 100;

const path = `${SESSION_PATH}/fonts` as const;
const responses = { ...SESSION_PROBLEMS, 409: conflict, 412: versionConflict };

const addFontRoute = apiRoute({
  method: "post",
  path,
  request: {
    headers: ChangeHeaders,
    params: SessionPath,
    body: body(
      z
        .strictObject({
          file: z.string().max(MOST_BASE64).describe("A TTF or OTF file of at most 10 MB, in base64."),
          licence: z
            .string()
            .trim()
            .min(1)
            .max(200)
            .describe("The licence under which you may use the font."),
          confirmed: z
            .literal(true)
            .describe(`You confirm: "${FONT_STATEMENT}" The book stores the sentence and the time.`),
        })
        .openapi("OwnFontRequest"),
    ),
  },
  responses: {
    ...responses,
    200: json(
      z.object({ ...REVISED, font: OwnFontSchema }).openapi("FontAdded"),
      `The font's id is a typeface of lettering edits and styles from now on. A book has at most ${MOST_OWN_FONTS} own fonts.`,
    ),
    422: problem("The font cannot be used: `font-unusable`, and `reason` says why; or a field is not valid."),
  },
});

const removeFontRoute = apiRoute({
  method: "delete",
  path: `${path}/{fontId}`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath.extend({ fontId: OwnFontIdSchema }),
    body: NO_FIELDS,
  },
  responses: {
    ...responses,
    200: revised,
    409: problem(
      "Texts are set in the font (`font-in-use`), or the session was cancelled or is being changed.",
    ),
    422: changeDoesNotFit,
  },
});

interface FontParts {
  revisions: Pick<RevisionCommands, "addFont" | "removeFont">;
  sessions: Pick<SessionReader, "list">;
  limits: Pick<Limits, "mostRunning" | "spend">;
  readOwn: ReadOwnedSession;
}

export function serveFonts(app: Api, { revisions, sessions, limits, readOwn }: FontParts): void {
  app.openapi(addFontRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    const { file: base64, licence } = context.req.valid("json");
    const { ownerId: by } = await readOwn(context, sessionId);
    await limits.spend(context, FONTS, [by]);
    await checkOwner(context.get("owners"), sessionId);
    const file = Buffer.from(base64, "base64");
    const change = readChange(context, context.req.valid("header"), { base64, licence });
    const mostRunning = limits.mostRunning(context);
    const made = await revisions.addFont({ sessionId, by, ...change, mostRunning, file, licence });
    return context.json({ sessionId, ...made }, 200);
  });

  app.openapi(removeFontRoute, async (context) => {
    const { sessionId, fontId: font } = context.req.valid("param");
    const change = readChange(context, context.req.valid("header"), undefined);
    const { ownerId: by } = await readOwn(context, sessionId);
    const mostRunning = limits.mostRunning(context);
    const made = await revisions.removeFont({ sessionId, by, ...change, mostRunning, font });
    return context.json({ sessionId, ...made }, 200);
  });

  /** Throws `FontRefusedError` where the person's other books have as many fonts as a person may. */
  async function checkOwner(owners: readonly string[], sessionId: string): Promise<void> {
    const books = await sessions.list({ owners, limit: COUNTED_BOOKS });
    const fonts = books
      .filter((one) => one.sessionId !== sessionId)
      .flatMap(({ params }) => params.fonts ?? []);
    if (new Set(fonts.map(({ id }) => id)).size < MOST_OF_OWNER) return;
    const message = `your ${COUNTED_BOOKS} newest books have ${MOST_OF_OWNER} own fonts; take one away first`;
    throw new FontRefusedError("too-many-of-owner", message);
  }
}
