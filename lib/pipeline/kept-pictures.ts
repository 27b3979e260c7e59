// Marks the panels of a draft that a person wants to keep, which are later drawn again by the best model. A mark causes no work.
import { dueAt } from "./advance.ts";
import type { PanelRef } from "./plan-page-change.ts";
import { panelNode } from "./plan-picture-edit.ts";
import { project } from "./project.ts";
import type { Services } from "./services.ts";

/** Throws `BusyError`, `SessionMissingError`, and `EditRefusedError` where there is no such panel. */
export async function keepPicture(
  services: Services,
  { sessionId, kept, ...at }: PanelRef & { sessionId: string; kept: boolean },
): Promise<void> {
  const lookMs = services.settings.timings.unclaimedMs;
  const after = await services.schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const { id } = panelNode(schedule, at);
    const { kept: before = [], ...rest } = schedule;
    if (before.includes(id) === kept) return { value: undefined };
    const marked = kept ? [...before, id] : before.filter((one) => one !== id);
    const next = {
      ...rest,
      ...(marked.length > 0 && { kept: marked }),
      seq: schedule.seq + 1,
      updatedAt: now,
    };
    const changed = { ...next, dueAt: dueAt(next, now + lookMs) };
    return { schedule: changed, value: changed };
  });
  if (after !== undefined) await project(services, after, { urgent: true });
}
