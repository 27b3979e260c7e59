// What a person states about a book, apart from its content, and who may see it. It causes no work.
import { dueAt } from "./advance.ts";
import { project } from "./project.ts";
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

/** Throws `BusyError`, and `SessionMissingError` for an unknown session. */
export async function changeAbout(
  services: Services,
  { sessionId, change, newToken }: { sessionId: string; change: AboutChange; newToken: () => string },
): Promise<Schedule> {
  const token = newToken();
  const lookMs = services.settings.timings.unclaimedMs;
  const after = await services.schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const about = planAbout(schedule.about, change, { now, token });
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
  const about: About = { visibility };
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
