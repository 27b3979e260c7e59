// What a person states about a book, apart from its content, and who may see it. It causes no work.
import { dueAt } from "./advance.ts";
import { project } from "./project.ts";
import { BookWithdrawnError } from "./refusals.ts";
import { type About, MOST_OPENINGS, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";

export type Visibility = About["visibility"];

/** Absent fields stay; null removes a field. */
export interface AboutChange {
  title?: string | undefined;
  description?: string | null | undefined;
  tags?: string[] | undefined;
  visibility?: Visibility | undefined;
  findable?: boolean | undefined;
  /** Lets operators read the book for `SUPPORT_MS`, or no more. */
  support?: boolean | undefined;
}

/** How long operators may read a book after its owner allowed it. */
const SUPPORT_MS = 72 * 3_600_000;
/** How long an operator may read a book that they opened without being asked to. */
const OPENED_MS = 3_600_000;

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

/** An operator opens a book without being asked to, for an hour; its owner sees the reason. Throws as `changeAbout` does. */
export async function openForOperator(
  services: Services,
  { sessionId, by, reason }: { sessionId: string; by: string; reason: string },
): Promise<Schedule> {
  return updateAbout(services, sessionId, (about = { visibility: "private" }, now) => {
    const opening = { at: now, until: now + OPENED_MS, by, reason };
    return { ...about, openings: [...(about.openings ?? []), opening].slice(-MOST_OPENINGS) };
  });
}

/** Until when an operator may read a book, and by whose decision; undefined if not now. */
export function openTo(
  { about }: Pick<Schedule, "about">,
  operator: string,
  now: number,
): { until: number; by: "owner" | "operator" } | undefined {
  const { supportUntil = 0, openings = [] } = about ?? {};
  if (supportUntil > now) return { until: supportUntil, by: "owner" };
  const until = Math.max(0, ...openings.filter(({ by }) => by === operator).map((one) => one.until));
  return until > now ? { until, by: "operator" } : undefined;
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
  const { withdrawn, openings } = known;
  const supportUntil =
    change.support === undefined ? known.supportUntil : change.support ? now + SUPPORT_MS : undefined;
  if (withdrawn !== undefined && visibility !== "private") throw new BookWithdrawnError(withdrawn.reason);
  const about: About = { visibility, ...(withdrawn && { withdrawn }), ...(openings && { openings }) };
  if (supportUntil !== undefined) about.supportUntil = supportUntil;
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
