// The schemas of the routes that show and change pages as data: storyboards, several texts at once, panels that swap places, a person's
// name, and a page of an earlier version.
import { z } from "@hono/zod-openapi";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import {
  BalloonId,
  BaseHash,
  changeDoesNotFit,
  conflict,
  revised,
  TEXT_FIELDS,
  TEXT_SEEN,
  versionConflict,
} from "./feedback-routes.ts";
import { PictureRenditionsSchema, PictureSchema } from "./pictures.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  CountedFromOne,
  json,
  MergePatch,
  PanelId,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const PagePath = SessionPath.extend({ page: CountedFromOne });
const page = z.int().positive();

/** Answers common to all changes of a book. */
export const CHANGED = {
  200: revised,
  ...SESSION_PROBLEMS,
  409: conflict,
  412: versionConflict,
  422: changeDoesNotFit,
};

export const storyboardRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/pages/{page}/storyboard`,
  request: { params: PagePath },
  responses: {
    200: json(
      StoryboardPageSchema.omit({ preview: true }).extend({ hash: BaseHash }).openapi("PageStoryboard"),
      "The page's panels: picture, people and words of each.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export const changeStoryboardRoute = apiRoute({
  method: "patch",
  path: `${SESSION_PATH}/pages/{page}/storyboard`,
  request: {
    headers: ChangeHeaders,
    params: PagePath,
    query: z.object({ base: BaseHash.optional() }),
    body: body(
      MergePatch.describe(
        "A JSON merge patch (RFC 7386) of the page's storyboard. An open review stays open, so that several pages can be changed.",
      ),
    ),
  },
  responses: CHANGED,
});

export const changeTextsRoute = apiRoute({
  method: "patch",
  path: `${SESSION_PATH}/texts`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath,
    body: body(
      z
        .strictObject({
          texts: z
            .array(z.strictObject({ page, balloonId: BalloonId, ...TEXT_FIELDS, ...TEXT_SEEN }))
            .min(1)
            .max(2000),
        })
        .openapi("TextChanges"),
    ),
  },
  responses: CHANGED,
});

export const swapPanelsRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/{page}/panels/{panelId}/swap`,
  request: {
    headers: ChangeHeaders,
    params: PagePath.extend({ panelId: PanelId }),
    body: body(
      z
        .strictObject({
          with: z.strictObject({ page: page.optional().describe("Absent: the same page."), panel: PanelId }),
        })
        .openapi("SwapRequest"),
    ),
  },
  responses: CHANGED,
});

export const renameRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/rename`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath,
    body: body(
      z
        .strictObject({
          from: z.string().trim().min(1).max(60).describe("The name as the story spells it."),
          to: z.string().trim().min(1).max(60),
        })
        .openapi("RenameRequest"),
    ),
  },
  responses: CHANGED,
});

export const versionPageRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/versions/{version}/pages/{page}`,
  request: { params: PagePath.extend({ version: CountedFromOne }) },
  responses: {
    200: json(
      z
        .object({
          number: page,
          /** The composed page; absent if the version ended before the page was lettered. */
          image: PictureSchema.optional(),
          /** The page as WebP for screens, the smallest first; absent for pages lettered before renditions existed. */
          renditions: PictureRenditionsSchema.optional(),
          panels: z.array(
            z.object({
              id: PanelId,
              image: PictureSchema.optional(),
              /** The pictures from which `image` was chosen, in order: `redraw` with `version` and `pick` (from 1) shows one. */
              takes: z.array(PictureSchema),
            }),
          ),
          expiresAt: z.iso.datetime().optional(),
        })
        .openapi("VersionPage"),
      "The page's pictures as that version has them.",
    ),
    ...SESSION_PROBLEMS,
    422: problem("Not a number of a version or a page."),
  },
});
