// Planted bugs in counting, keeping and returning slots.
import type { Flight, Schedule } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import { amended, kindOf, type PlantedBug, scheduleBug } from "./plant-bug.ts";

/** The values of returning a slot and of taking one again. */
const slotIn = (value: unknown) =>
  typeof value === "object" && value !== null && "slot" in value ? value.slot : undefined;

/** A change that is not written, and reports that the step holds its slot. */
const asHeld = <T>({ value }: Change<T>, before: Schedule): Change<T> => {
  if (typeof value === "object" && value !== null)
    Object.assign(value, { slot: "held", after: before, released: [] });
  return { value };
};

const withSlots = (schedule: Schedule, change: (step: string, flight: Flight) => Flight): Schedule => ({
  ...schedule,
  inFlight: Object.fromEntries(
    Object.entries(schedule.inFlight).map(([step, flight]) => [step, change(step, flight)]),
  ),
});

export const SLOT_BUGS: readonly PlantedBug[] = [
  scheduleBug(
    "looks in its slot",
    "gives no slot back while a picture is looked at",
    () => (decide, current) => {
      const change = decide(current);
      return slotIn(change.value) === "returned" ? asHeld(change, current.schedule) : change;
    },
  ),
  scheduleBug(
    "mends without a slot",
    "has a picture mended without a slot of its own",
    () => (decide, current) => {
      const change = decide(current);
      const slot = slotIn(change.value);
      return slot === "full" || slot === "held" ? asHeld(change, current.schedule) : change;
    },
  ),
  scheduleBug(
    "mends in a slot too many",
    "takes a slot again where others have all of them",
    () => (decide, current, step) => {
      const change = decide(current);
      if (slotIn(change.value) !== "full" || step === undefined) return change;
      Object.assign(Object(change.value), { slot: "held" });
      return amended(change, (after) =>
        withSlots(after, (id, { slot, ...flight }) =>
          id === step || slot === undefined ? flight : { ...flight, slot },
        ),
      );
    },
  ),
  scheduleBug(
    "fills the slot of a mend",
    "releases more while a mend waits for a slot",
    () => (decide, current, step) => {
      const { schedule } = current;
      const waits = ([id, { slot }]: [string, Flight]) => slot === "wanted" && id !== step;
      const waiting = new Set(
        Object.entries(schedule.inFlight)
          .filter(waits)
          .map(([id]) => id),
      );
      const honest = decide(current);
      if (waiting.size === 0 || honest.schedule === undefined || slotIn(honest.value) !== undefined)
        return honest;
      const marked =
        (slot: "returned" | "wanted") =>
        (id: string, flight: Flight): Flight =>
          waiting.has(id) ? { ...flight, slot } : flight;
      const change = decide({ ...current, schedule: withSlots(schedule, marked("returned")) });
      return amended(change, (after) => withSlots(after, marked("wanted")));
    },
  ),
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
