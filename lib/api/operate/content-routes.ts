// The schemas of the routes by which an operator reads a book: only after its owner allowed it, or after breaking the glass with a reason
// that the owner sees.
import { z } from "@hono/zod-openapi";
import { LanguageSchema } from "../../manga/language.ts";
import { OPERATE_PATH } from "../operators.ts";
import { ListedPageSchema } from "../result-routes.ts";
import { apiRoute, body, json, problem, SessionPath } from "../route-parts.ts";
import { FOR_OPERATORS, Reason } from "./operate-routes.ts";

const SESSION = `${OPERATE_PATH}/sessions/{sessionId}`;

const Until = z.iso.datetime().openapi({ description: "Until when this operator may read the book." });

export const breakGlassRoute = apiRoute({
  method: "post",
  path: `${SESSION}/break-glass`,
  request: { params: SessionPath, body: body(Reason) },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({ until: Until }),
      "The book is open to this operator for an hour; its owner sees why.",
    ),
  },
});

export const contentRoute = apiRoute({
  method: "get",
  path: `${SESSION}/content`,
  request: { params: SessionPath },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z
        .object({
          title: z.string(),
          story: z.string(),
          language: LanguageSchema,
          pages: z.array(ListedPageSchema),
          until: Until,
          /** Whose decision opened it. */
          openedBy: z.enum(["owner", "operator"]),
          expiresAt: z.iso.datetime().optional(),
        })
        .openapi("OperatedContent"),
      "The story and the pages made so far; never cached.",
    ),
    403: problem("The owner has not allowed it (`content-closed`), or the account is suspended."),
  },
});
