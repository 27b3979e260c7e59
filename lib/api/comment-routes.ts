// The routes for comments on a book.
import { z } from "@hono/zod-openapi";
import { LONGEST_COMMENT, MOST_COMMENTS } from "./comments.ts";
import { RoleSchema } from "./roles.ts";
import {
  apiRoute,
  body,
  CountedFromOne,
  json,
  PanelId,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
} from "./route-parts.ts";

const CommentSchema = z
  .object({
    commentId: z.string(),
    page: z.int().positive(),
    panel: z.string().optional().describe("Absent: the whole page."),
    text: z.string().describe("Plain text."),
    name: z.string().optional().describe("The author's name, if they gave one."),
    role: RoleSchema.describe("The author's role when it was written."),
    at: z.iso.datetime(),
    version: z.int().positive().describe("The book's version when it was written."),
    mine: z.boolean().describe("The caller wrote it."),
  })
  .openapi("Comment");

export const commentsRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/comments`,
  request: { params: SessionPath },
  responses: {
    200: json(
      z.object({ comments: z.array(CommentSchema) }).openapi("Comments"),
      `All comments by page, oldest first; at most ${MOST_COMMENTS} on each.`,
    ),
    ...SESSION_PROBLEMS,
  },
});

export const commentRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/{page}/comments`,
  request: {
    params: SessionPath.extend({ page: CountedFromOne }),
    body: body(
      z
        .strictObject({
          text: z.string().trim().min(1).max(LONGEST_COMMENT),
          panel: PanelId.optional().describe("Absent: the whole page."),
        })
        .openapi("CommentRequest"),
    ),
  },
  responses: {
    201: json(CommentSchema, "The comment."),
    409: problem("The page has too many comments."),
    ...SESSION_PROBLEMS,
  },
});

export const deleteCommentRoute = apiRoute({
  method: "delete",
  path: `${SESSION_PATH}/pages/{page}/comments/{commentId}`,
  request: {
    params: SessionPath.extend({ page: CountedFromOne, commentId: z.string().min(1).max(64) }),
  },
  responses: {
    204: { description: "The comment is gone. Its author and the book's owner may delete it." },
    ...SESSION_PROBLEMS,
  },
});
