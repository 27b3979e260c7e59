// The schema of the route that changes the lettering of a page by hand.
import { z } from "@hono/zod-openapi";
import { BaseHash, previewed } from "./feedback-routes.ts";
import { LetterEdits } from "./letter-requests.ts";
import { CHANGED } from "./page-routes.ts";
import { apiRoute, body, ChangeHeaders, CountedFromOne, SESSION_PATH, SessionPath } from "./route-parts.ts";

export const changeLetteringRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/{page}/lettering`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath.extend({ page: CountedFromOne }),
    body: body(
      z
        .strictObject({ edits: LetterEdits, base: BaseHash.optional(), previewed })
        .openapi("LetteringRequest"),
    ),
  },
  responses: CHANGED,
});
