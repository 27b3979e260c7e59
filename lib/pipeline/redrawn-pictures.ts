// The review of the artwork and pictures that a person has drawn again after it. Pure.
import { survey } from "./graph.ts";
import type { BookChange } from "./plan-revision.ts";
import type { Schedule } from "./schedule.ts";
import { parseStepId } from "./step-id.ts";

/** The pictures that a change asks for one by one. */
function pictureSteps({
  takes = [],
  pointedAt = [],
  prompt,
  references,
  pictureEdit,
  earlier,
  pick,
}: BookChange): string[] {
  const single = [
    ...pointedAt,
    prompt?.step,
    references?.step,
    pictureEdit?.node.id,
    earlier?.step,
    pick?.step,
  ];
  return [...takes, ...single.filter((step) => step !== undefined)];
}

/**
 * Keeps the review of the artwork passed for panels that the person wants drawn again. If the change invalidates other panels too, the
 * review opens again for all.
 */
export function withRedrawn(schedule: Schedule, change: BookChange): Schedule {
  const gate = schedule.gates.artwork;
  const asked = pictureSteps(change).filter((step) => {
    const ref = parseStepId(step);
    return ref.of === "panel" && ref.phase === "artwork";
  });
  if (gate === undefined || asked.length === 0) return schedule;
  const redrawn = [...new Set([...(gate.redrawn ?? []), ...asked])];
  const put = (one: typeof gate): Schedule => ({ ...schedule, gates: { ...schedule.gates, artwork: one } });
  const input = survey(put({ ...gate, redrawn })).reviewInput("artwork");
  return input === undefined ? schedule : put({ ...gate, redrawn, input });
}
