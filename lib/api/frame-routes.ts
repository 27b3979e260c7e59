// The schemas of the routes that change the frames of a page, and that have pictures drawn for changed frames.
import { z } from "@hono/zod-openapi";
import { BaseHash, previewed } from "./feedback-routes.ts";
import { FrameEdits, PageOrder, RefitPanels } from "./frame-requests.ts";
import { CHANGED } from "./page-routes.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  CountedFromOne,
  optionalBody,
  SESSION_PATH,
  SessionPath,
} from "./route-parts.ts";

export const changeFramesRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/{page}/frames`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath.extend({ page: CountedFromOne }),
    body: body(
      z.strictObject({ edits: FrameEdits, base: BaseHash.optional(), previewed }).openapi("FramesRequest"),
    ),
  },
  responses: CHANGED,
});

export const orderPagesRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/order`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath,
    body: body(
      z
        .strictObject({
          order: PageOrder,
          base: BaseHash.optional().describe("Hash of the plot whose pages the caller saw."),
          previewed,
        })
        .openapi("PageOrderRequest"),
    ),
  },
  responses: CHANGED,
});

export const refitRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/refit`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath,
    body: optionalBody(z.strictObject({ panels: RefitPanels, previewed }).openapi("RefitRequest")),
  },
  responses: CHANGED,
});
