// The pictures that a picture step sends: chosen once for an input and stored in the step's document before the first paid call, so that
// each later attempt asks the same question and finds its answer remembered. Pure decider, and the function that calls it.
import { type Held, isHeld } from "./claim.ts";
import { MOST_INPUTS, MOST_REFERENCES, type Reference } from "./reference.ts";
import type { ScheduleStore, StepChange } from "./schedule-store.ts";
import type { StepRecord } from "./step-record.ts";
import { StepAborted } from "./watch.ts";

interface Choice extends Held {
  input: string;
  chosen: readonly Reference[];
}

/** Stores the choice, unless one is stored for the same input already. Undefined where the claim is no longer the last one. */
export function planReferences(
  record: StepRecord | undefined,
  { input, chosen, ...claim }: Choice,
): StepChange<readonly Reference[] | undefined> {
  if (!isHeld(record, claim)) return { value: undefined };
  const kept = keptFor(record, input);
  if (kept !== undefined) return { value: kept };
  const list = chosen.slice(0, MOST_REFERENCES);
  const references = [...(record.references ?? []), { input, list }].slice(-MOST_INPUTS);
  return { step: { ...record, references }, value: list };
}

const keptFor = ({ references = [] }: Pick<StepRecord, "references">, input: string) =>
  references.find((kept) => kept.input === input)?.list;

export interface ReferenceParts extends Held {
  schedules: Pick<ScheduleStore, "updateStep">;
  sessionId: string;
  step: string;
  input: string;
  /** The step's document as its claim wrote it. */
  record: StepRecord;
}

/**
 * Gives the stored choice for the step's input; otherwise makes, stores and gives one. Throws `StepAborted` where the claim was lost, and
 * what the store throws.
 */
export function openReferences({ schedules, sessionId, step, input, record, ...claim }: ReferenceParts) {
  return async (choose: () => Promise<readonly Reference[]>): Promise<readonly Reference[]> => {
    const kept = keptFor(record, input);
    if (kept !== undefined) return kept;
    const chosen = await choose();
    const { release, fence } = claim;
    const list = await schedules.updateStep(sessionId, step, (now) =>
      planReferences(now, { release, fence, input, chosen }),
    );
    if (list === undefined) throw new StepAborted("lease-lost");
    return list;
  };
}
