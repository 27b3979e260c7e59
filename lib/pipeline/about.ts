// What a person states about a book, apart from its content, and who may see it. It causes no work.
import { dueAt } from "./advance.ts";
import { project } from "./project.ts";
import { BookWithdrawnError } from "./refusals.ts";
import type { About, Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";

export type Visibility = About["visibility"];

/** Absent fields stay; null removes a field. */
export interface AboutChange {
  title?: string | undefined;
  description?: string | null | undefined;
  tags?: string[] | undefined;
  visibility?: Visibility | undefined;
  findable?: boolean | undefined;
}

/** Throws `BusyError`, `SessionMissingError` for an unknown session, and `BookWithdrawnError` for opening a withdrawn book. */
export async function changeAbout(
  services: Services,
  { sessionId, change, newToken }: { sessionId: string; change: AboutChange; newToken: () => string },
): Promise<Schedule> {
  const token = newToken();
  return updateAbout(services, sessionId, (about, now) => planAbout(about, change, { now, token }));
}

/**
 * Closes a book for everybody but its owner, with an operator's reason, or lets its owner open it again (`reason` undefined). Repeating it
 * changes nothing. Throws as `changeAbout` does.
 */
export function withdrawBook(
  services: Services,
  { sessionId, reason }: { sessionId: string; reason: string | undefined },
): Promise<Schedule> {
  return updateAbout(services, sessionId, (about = { visibility: "private" }, now) => {
    const { withdrawn, ...rest } = about;
    if (reason === undefined) return rest;
    const closed = planAbout(rest, { visibility: "private" }, { now, token: "" });
    return { ...closed, withdrawn: withdrawn?.reason === reason ? withdrawn : { at: now, reason } };
  });
}

async function updateAbout(
  services: Services,
  sessionId: string,
  plan: (about: About | undefined, now: number) => About,
): Promise<Schedule> {
  const lookMs = services.settings.timings.unclaimedMs;
  const after = await services.schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const about = plan(schedule.about, now);
    const next: Schedule = { ...schedule, about, seq: schedule.seq + 1, updatedAt: now };
    const changed = { ...next, dueAt: dueAt(next, now + lookMs) };
    return { schedule: changed, value: changed };
  });
  await project(services, after, { urgent: true });
  return after;
}

/** A closed book loses its token: links with that token stay invalid when it is opened again. */
function planAbout(
  before: About | undefined,
  change: AboutChange,
  { now, token }: { now: number; token: string },
): About {
  const known = before ?? { visibility: "private" };
  const visibility = change.visibility ?? known.visibility;
  const { withdrawn } = known;
  if (withdrawn !== undefined && visibility !== "private") throw new BookWithdrawnError(withdrawn.reason);
  const about: About = { visibility, ...(withdrawn && { withdrawn }) };
  const title = change.title ?? known.title;
  const description = change.description === undefined ? known.description : change.description;
  const tags = change.tags ?? known.tags;
  if (title !== undefined) about.title = title;
  if (description !== undefined && description !== null) about.description = description;
  if (tags !== undefined) about.tags = tags;
  if (visibility === "private") return about;
  if (change.findable ?? known.findable) about.findable = true;
  about.shareToken = known.shareToken ?? token;
  if (visibility === "public") about.publishedAt = known.publishedAt ?? now;
  return about;
}
