// Comments on a book, each pinned to a panel or to a page: the documents `sessions/{id}/comments/{nnn}`, one for each page, their store, and
// the pure functions that change them.
import * as z from "zod";
import { ApiProblem } from "./problems.ts";
import { type Role, RoleSchema } from "./roles.ts";

/** On one page. */
export const MOST_COMMENTS = 100;
/** In characters. */
export const LONGEST_COMMENT = 500;

const CommentSchema = z.object({
  commentId: z.string().min(1).max(128),
  /** Absent: the whole page. */
  panel: z.string().max(8).optional(),
  /** Plain text. */
  text: z.string().min(1).max(LONGEST_COMMENT),
  /** As in `ApiEnv.author`. */
  by: z.string().max(128),
  /** The author's role and name when it was written. */
  role: RoleSchema,
  name: z.string().max(60).optional(),
  at: z.iso.datetime(),
  /** The version of the book that its author saw. */
  version: z.int().positive(),
  /** The version in whose order of pages it was put on its page; absent: in that of `version`. */
  placed: z.int().positive().optional(),
});
export type Comment = z.infer<typeof CommentSchema>;

export const PageCommentsSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  page: z.int().positive(),
  /** Oldest first. */
  comments: z.array(CommentSchema).max(MOST_COMMENTS),
});
export type PageComments = z.infer<typeof PageCommentsSchema>;

export interface CommentPlace {
  sessionId: string;
  page: number;
}

/** All throw `BusyError` when the store is down. */
export interface CommentStore {
  /** By page; pages without comments may be missing. */
  list(sessionId: string): Promise<PageComments[]>;
  /**
   * Runs `decide` in a transaction, possibly more than once. Returned comments replace those of the page. Throws `SessionMissingError` if
   * there is no such session, and what `decide` throws.
   */
  update<T>(
    place: CommentPlace,
    decide: (known: readonly Comment[], now: number) => { comments?: Comment[]; value: T },
  ): Promise<T>;
  /** As `update`, for all pages: the returned ones are replaced. */
  arrange(sessionId: string, decide: (pages: readonly PageComments[]) => PageComments[]): Promise<void>;
}

export function planComment(known: readonly Comment[], written: Omit<Comment, "at">, now: number) {
  if (known.length >= MOST_COMMENTS) {
    const detail = `A page has at most ${MOST_COMMENTS} comments; delete some.`;
    throw new ApiProblem(409, "too-many-comments", detail);
  }
  const comment: Comment = { ...written, at: new Date(now).toISOString() };
  return { comments: [...known, comment], value: comment };
}

/** Only the owner deletes comments of others. Deleting one that is gone changes nothing. */
export function planDeletion(
  known: readonly Comment[],
  { commentId, by, role }: { commentId: string; by: string; role: Role },
): { comments?: Comment[]; value: undefined } {
  const found = known.find((one) => one.commentId === commentId);
  if (found === undefined) return { value: undefined };
  if (found.by !== by && role !== "owner") {
    throw new ApiProblem(403, "role-too-low", "Only its author and the book's owner can delete a comment.");
  }
  return { comments: known.filter((one) => one !== found), value: undefined };
}
