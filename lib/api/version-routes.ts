// The schemas of the routes that list, compare and restore the versions of a book.
import { z } from "@hono/zod-openapi";
import {
  apiRoute,
  ChangeHeaders,
  CountedFromOne,
  json,
  NO_FIELDS,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const VersionSchema = z
  .object({
    number: z.int().positive(),
    /** What started the version: the session's start, or a change of the previous version. */
    what: z.string(),
    /** The changed step, if the change was to one step. */
    step: z.string().optional(),
    /** The version that was restored. */
    of: z.int().positive().optional(),
    by: z.string(),
    at: z.iso.datetime(),
    /** Whether the book was bound when the version ended. */
    complete: z.boolean(),
    current: z.boolean(),
  })
  .openapi("Version");

export const listVersionsRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/versions`,
  request: { params: SessionPath },
  responses: {
    200: json(z.object({ versions: z.array(VersionSchema) }), "The latest hundred versions, oldest first."),
    ...SESSION_PROBLEMS,
  },
});

const ComparisonSchema = z
  .object({
    a: z.int().positive(),
    b: z.int().positive(),
    differences: z.array(
      z.object({
        /** Path of the value, `storyboard/p002/panels/0/words/texts/0/text`; pictures and files by their steps: `artwork/p001/k2`. */
        path: z.string(),
        /** Absent if version `a` has no value. */
        old: z.unknown().optional(),
        /** Absent if version `b` has no value. */
        new: z.unknown().optional(),
      }),
    ),
    /** Number of further differences that are not listed. */
    more: z.int().nonnegative(),
  })
  .openapi("VersionComparison");

export const compareVersionsRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/versions/compare`,
  request: { params: SessionPath, query: z.object({ a: CountedFromOne, b: CountedFromOne }) },
  responses: {
    200: json(ComparisonSchema, "The differences of the two versions."),
    ...SESSION_PROBLEMS,
    422: problem("Not a number of a version."),
  },
});

export const restoreVersionRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/versions/{version}/restore`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath.extend({ version: CountedFromOne }),
    body: NO_FIELDS,
  },
  responses: {
    200: json(
      z.object({ sessionId: z.string(), status: z.string(), version: z.int().positive() }),
      "The restored version becomes a new version; existing results are used again.",
    ),
    ...SESSION_PROBLEMS,
    412: problem("The book is no longer at the version of `If-Match`; `current` is its version."),
    409: problem(
      "The session was cancelled and that version is incomplete, or the session is being changed; try again.",
    ),
    422: problem("Not a number of a version."),
  },
});
