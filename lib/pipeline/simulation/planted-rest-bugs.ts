// Planted bugs in resting steps, whose model has no room.
import { amended, type PlantedBug, scheduleBug } from "./plant-bug.ts";

/** The value of taking a slot again. */
const isResumed = (value: unknown): value is { leftMs: number } =>
  typeof value === "object" && value !== null && "leftMs" in value;

export const REST_BUGS: readonly PlantedBug[] = [
  scheduleBug(
    "fills slots of who rests",
    "releases more while a step waits for room at the same model",
    () => (decide, current, step) => {
      const { inFlight } = current.schedule;
      const resting = Object.entries(inFlight).filter(
        ([id, { restsUntil }]) => restsUntil !== undefined && id !== step,
      );
      const honest = decide(current);
      if (resting.length === 0 || honest.schedule === undefined || isResumed(honest.value)) return honest;
      const awake = Object.fromEntries(
        Object.entries(inFlight).filter(([id]) => !resting.some(([rests]) => rests === id)),
      );
      const change = decide({ ...current, schedule: { ...current.schedule, inFlight: awake } });
      return amended(change, (after) => ({
        ...after,
        inFlight: { ...after.inFlight, ...Object.fromEntries(resting) },
      }));
    },
  ),
  scheduleBug(
    "wakes before its place",
    "goes on before the time that the model named",
    () => (decide, current, step) => {
      const honest = decide(current);
      if (step !== undefined || !isResumed(honest.value) || honest.value.leftMs === 0) return honest;
      return decide({ ...current, now: current.now + honest.value.leftMs });
    },
  ),
  scheduleBug(
    "comes late to its place",
    "rests longer than the model named",
    () => (decide, current, step) => {
      const change = decide(current);
      const flight = change.schedule?.inFlight[step ?? ""];
      if (flight?.restsUntil === undefined || step === undefined) return change;
      const late = { ...flight, restsUntil: flight.restsUntil + 6_000 };
      return amended(change, (after) => ({ ...after, inFlight: { ...after.inFlight, [step]: late } }));
    },
  ),
  scheduleBug("rests for ever", "never takes a slot again after a rest", () => (decide, current) => {
    const change = decide(current);
    const { value } = change;
    if (!isResumed(value) || change.schedule === undefined) return change;
    return amended(change, (after) => ({ ...after, inFlight: current.schedule.inFlight }));
  }),
];
