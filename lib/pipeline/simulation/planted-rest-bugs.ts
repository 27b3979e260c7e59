// Bugs to plant into how a step rests while its model has no room.
import { amended, type PlantedBug, scheduleBug } from "./infection.ts";

/** What taking a slot again answers with. */
const isResumed = (value: unknown): value is { leftMs: number } =>
  typeof value === "object" && value !== null && "leftMs" in value;

export const REST_BUGS: readonly PlantedBug[] = [
  scheduleBug(
    "wakes without a slot",
    "goes on after a rest although all slots are taken",
    () => (decide, current) => {
      const { inFlight } = current.schedule;
      const honest = decide(current);
      const { value } = honest;
      if (!isResumed(value) || value.leftMs === 0) return honest;
      const hidden = Object.fromEntries(
        Object.entries(inFlight).filter(([, { restsUntil }]) => restsUntil === undefined),
      );
      const resting = Object.fromEntries(Object.entries(inFlight).filter(([id]) => hidden[id] === undefined));
      const change = decide({ ...current, schedule: { ...current.schedule, inFlight: resting } });
      return amended(change, (after) => ({ ...after, inFlight: { ...after.inFlight, ...hidden } }));
    },
  ),
  scheduleBug("rests for ever", "never takes a slot again after a rest", () => (decide, current) => {
    const change = decide(current);
    const { value } = change;
    if (!isResumed(value) || change.schedule === undefined) return change;
    return amended(change, (after) => ({ ...after, inFlight: current.schedule.inFlight }));
  }),
];
