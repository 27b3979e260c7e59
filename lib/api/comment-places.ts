// Where comments belong after the pages of their book were put in another order: they go with their page, as its pictures do. Each comment
// names the version whose page numbers its place is of, so a repeated or an interrupted arrangement moves nothing twice.
import { pageIn } from "../pipeline/page-places.ts";
import { versionsOf } from "../pipeline/plan-revision.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import type { ScheduleStore } from "../pipeline/schedule-store.ts";
import { type Comment, type CommentStore, MOST_COMMENTS, type PageComments } from "./comments.ts";

export interface ArrangeParts {
  comments: Pick<CommentStore, "list" | "arrange">;
  schedules: Pick<ScheduleStore, "read">;
}

/** Puts each comment on the page that it was written on. May be repeated. Throws `BusyError`. */
export async function arrangeComments(
  { comments, schedules }: ArrangeParts,
  sessionId: string,
): Promise<PageComments[]> {
  const pages = await comments.list(sessionId);
  if (pages.length === 0) return pages;
  const schedule = await schedules.read(sessionId);
  if (schedule === undefined || planArrangement(pages, schedule).length === 0) return pages;
  await comments.arrange(sessionId, (known) => planArrangement(known, schedule));
  return comments.list(sessionId);
}

/** The pages whose comments change. A comment for which its page has no room stays where it is. */
export function planArrangement(pages: readonly PageComments[], schedule: Schedule): PageComments[] {
  const [first] = pages;
  const versions = versionsOf(schedule);
  const latest = versions.at(-1)?.number ?? 1;
  const placed = pages.flatMap(({ page, comments }) =>
    comments.map((comment) => ({ comment, page, to: pageIn(versions, page, versionOf(comment)) })),
  );
  const moving = placed.filter(({ page, to }) => page !== to);
  if (first === undefined || moving.length === 0) return [];
  const changed = new Map<number, Comment[]>();
  const on = (page: number) => changed.get(page) ?? [];
  for (const { page } of placed) changed.set(page, []);
  for (const { comment, page, to } of placed) if (page === to) changed.set(page, [...on(page), comment]);
  for (const { comment, page, to } of moving) {
    const hasRoom = on(to).length < MOST_COMMENTS;
    const there = hasRoom ? to : page;
    changed.set(there, [...on(there), hasRoom ? { ...comment, placed: latest } : comment]);
  }
  return [...changed].map(([page, comments]) => ({
    ...{ schemaVersion: 1, sessionId: first.sessionId, page },
    comments: comments.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }));
}

const versionOf = ({ version, placed = 0 }: Comment) => Math.max(version, placed);
