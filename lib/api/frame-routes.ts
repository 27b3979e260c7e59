// The schemas of the routes that change the frames of a page, and that have pictures drawn for changed frames.
import { z } from "@hono/zod-openapi";
import {
  BaseHash,
  changeDoesNotFit,
  conflict,
  previewed,
  revised,
  versionConflict,
} from "./feedback-routes.ts";
import { FrameEdits, RefitPanels } from "./frame-requests.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  CountedFromOne,
  optionalBody,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const CHANGED = {
  200: revised,
  ...SESSION_PROBLEMS,
  409: conflict,
  412: versionConflict,
  422: changeDoesNotFit,
};

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
