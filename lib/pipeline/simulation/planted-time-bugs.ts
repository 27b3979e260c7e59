// Planted bugs in timing: too early, too late, or in place of something newer.
import { currentInput } from "../graph.ts";
import type { Result } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import { amended, type Current, kindOf, type PlantedBug, scheduleBug, stepBug } from "./plant-bug.ts";

const FOR_EVER_MS = 365 * 24 * 3_600_000;

/** Decides as if the step had no result; if no result is recorded then, decides normally. */
function asUnmade<T>(decide: (current: Current) => Change<T>, current: Current, step: string): Change<T> {
  const { [step]: _, ...results } = current.schedule.results;
  const change = decide({ ...current, schedule: { ...current.schedule, results } });
  return kindOf(change.value) === "taken" ? change : decide(current);
}

/** An edited result of the transaction's step, if there is one. */
function editedOf({ schedule }: Current, step: string | undefined): Result | undefined {
  const known = step === undefined ? undefined : schedule.results[step];
  return known?.edited === undefined ? undefined : known;
}

export const TIME_BUGS: readonly PlantedBug[] = [
  scheduleBug(
    "deadline overlooked",
    "lets a session go on after its deadline",
    ({ role }) =>
      (decide, current) => {
        if (role !== "sweep") return decide(current);
        const { schedule } = current;
        const change = decide({
          ...current,
          schedule: { ...schedule, deadlineAt: schedule.deadlineAt + FOR_EVER_MS },
        });
        return amended(change, (after) => ({ ...after, deadlineAt: after.deadlineAt - FOR_EVER_MS }));
      },
  ),
  stepBug(
    "comes back at once",
    "claims a step before the time that its last failure named",
    () => (decide, record, now) => decide(record && { ...record, notBefore: null }, now),
  ),
  scheduleBug(
    "late result over an edit",
    "takes a result for an input for which somebody has put another one there",
    () => (decide, current, step) => {
      const known = editedOf(current, step);
      const isForTheSame =
        known !== undefined && known.input === current.schedule.inFlight[step ?? ""]?.input;
      return step !== undefined && isForTheSame ? asUnmade(decide, current, step) : decide(current);
    },
  ),
  scheduleBug(
    "other way over an edit",
    "takes a late result in the place of an edit while nobody knows for which input the step is made next",
    () => (decide, current, step) => {
      if (step === undefined || editedOf(current, step) === undefined) return decide(current);
      const isUnknown = currentInput(current.schedule, step) === undefined;
      return isUnknown ? asUnmade(decide, current, step) : decide(current);
    },
  ),
];
