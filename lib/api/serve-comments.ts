// Serves the routes for comments on a book.
import { type ArrangeParts, arrangeComments } from "./comment-places.ts";
import { commentRoute, commentsRoute, deleteCommentRoute } from "./comment-routes.ts";
import { type Comment, type CommentStore, planComment, planDeletion } from "./comments.ts";
import type { Api } from "./identity.ts";
import { ApiProblem } from "./problems.ts";
import type { ReadOwnedSession } from "./read-owned-session.ts";
import type { SessionReader } from "./session-reader.ts";

export interface CommentParts {
  comments: CommentStore;
  sessions: Pick<SessionReader, "readPages">;
  schedules: ArrangeParts["schedules"];
  readOwn: ReadOwnedSession;
  /** An unguessable text of at most 64 characters of `[\w-]`. */
  newToken: () => string;
}

export function serveComments(
  app: Api,
  { comments, sessions, schedules, readOwn, newToken }: CommentParts,
): void {
  app.openapi(commentsRoute, async (context) => {
    const { sessionId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const author = context.get("author");
    const pages = await arrangeComments({ comments, schedules }, sessionId);
    const all = pages.flatMap(({ page, comments }) => comments.map((one) => shown(one, { page, author })));
    return context.json({ comments: all }, 200);
  });

  app.openapi(commentRoute, async (context) => {
    const { sessionId, page } = context.req.valid("param");
    const { text, panel } = context.req.valid("json");
    const { version } = await readOwn(context, sessionId);
    const [found] = await sessions.readPages(sessionId, page);
    if (found === undefined) {
      throw new ApiProblem(404, "page-not-found", `There is no page ${page}, or it is not made yet.`);
    }
    if (panel !== undefined && !found.panels.some(({ id }) => id === panel)) {
      const detail = `Page ${page} has no panel ${panel}; GET …/pages lists them.`;
      throw new ApiProblem(422, "invalid-request", detail, { field: "panel" });
    }
    await arrangeComments({ comments, schedules }, sessionId);
    const [author, role, name] = [context.get("author"), context.get("role"), context.get("memberName")];
    const written = {
      ...{ commentId: newToken(), text, by: author, role, version },
      ...(panel !== undefined && { panel }),
      ...(name !== undefined && { name }),
    };
    const comment = await comments.update({ sessionId, page }, (known, now) =>
      planComment(known, written, now),
    );
    return context.json(shown(comment, { page, author }), 201);
  });

  app.openapi(deleteCommentRoute, async (context) => {
    const { sessionId, page, commentId } = context.req.valid("param");
    await readOwn(context, sessionId);
    const who = { commentId, by: context.get("author"), role: context.get("role") };
    await comments.update({ sessionId, page }, (known) => planDeletion(known, who));
    return context.body(null, 204);
  });
}

function shown(
  { by, placed: _placed, ...comment }: Comment,
  { page, author }: { page: number; author: string },
) {
  return { ...comment, page, mine: by === author };
}
