// Bugs to plant into how slots are counted, kept and given back.
import type { Schedule } from "../schedule.ts";
import { amended, kindOf, type PlantedBug, scheduleBug } from "./infection.ts";

export const SLOT_BUGS: readonly PlantedBug[] = [
  scheduleBug("slots not given back", "keeps a dropped step in flight", () => (decide, current, step) => {
    const change = decide(current);
    const flight = step === undefined ? undefined : current.schedule.inFlight[step];
    if (kindOf(change.value) !== "dropped" || flight === undefined || step === undefined) return change;
    return amended(change, (after) => ({ ...after, inFlight: { [step]: flight, ...after.inFlight } }));
  }),
  scheduleBug(
    "keeps too many slots",
    "releases no picture of a later page while any portrait is under way",
    () => (decide, current) => {
      const { inFlight } = current.schedule;
      const change = decide(current);
      const pictures = (schedule: Schedule) =>
        Object.keys(schedule.inFlight).filter((step) => step.startsWith("artwork/"));
      return amended(change, (after) => {
        const isUnderWay = Object.keys(after.inFlight).some((step) => step.startsWith("characters/"));
        const front = pictures(after).toSorted()[0]?.split("/")[1];
        if (!isUnderWay || front === undefined) return after;
        const held = pictures(after).filter(
          (step) => inFlight[step] === undefined && step.split("/")[1] !== front,
        );
        const kept = Object.entries(after.inFlight).filter(([step]) => !held.includes(step));
        return { ...after, inFlight: Object.fromEntries(kept) };
      });
    },
  ),
  scheduleBug("slots by epoch", "counts only what this epoch released", () => (decide, current, step) => {
    const { epoch, inFlight } = current.schedule;
    const old = Object.entries(inFlight).filter(([id, flight]) => flight.epoch < epoch && id !== step);
    const hidden = Object.fromEntries(old);
    const own = Object.fromEntries(Object.entries(inFlight).filter(([id]) => hidden[id] === undefined));
    const change = decide({ ...current, schedule: { ...current.schedule, inFlight: own } });
    return amended(change, (after) => ({ ...after, inFlight: { ...after.inFlight, ...hidden } }));
  }),
];
