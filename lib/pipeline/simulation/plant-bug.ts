// Plants bugs into the services of a simulated world. They modify the arguments and results of the real deciders at the ports, so that
// deployed code contains nothing of them.
import type { Memo } from "../memo.ts";
import type { Schedule } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import type { Services } from "../services.ts";
import type { StepRecord } from "../step-record.ts";
import type { Worker } from "./worker.ts";
import type { World } from "./world.ts";

export interface BugHooks {
  /** The services with the bug for a worker. */
  wrapServices?(services: Services, worker: Worker): Services;
  /** The cache of answers with the bug for a worker. */
  wrapMemo?(memo: Memo): Memo;
  /** Whether messages are acknowledged before the work is done. */
  answersEarly?: boolean;
  neverSweeps?: boolean;
}

export interface PlantedBug {
  name: string;
  does: string;
  /** Plants it into one world. */
  plant(world: World): BugHooks;
}

export interface Current {
  schedule: Schedule;
  record: StepRecord | undefined;
  now: number;
}

export type Decide = <T>(
  decide: (current: Current) => Change<T>,
  current: Current,
  step: string | undefined,
) => Change<T>;
export type DecideStep = <T extends Change<unknown>>(
  decide: (record: StepRecord | undefined, now: number) => T,
  record: StepRecord | undefined,
  now: number,
) => T;

/** Wraps the deciders of schedule transactions. */
export function onSchedule(services: Services, between: Decide): Services {
  const { schedules } = services;
  return {
    ...services,
    schedules: {
      ...schedules,
      update: (sessionId, step, decide) =>
        schedules.update(sessionId, step, (current) => between(decide, current, step)),
    },
  };
}

/** Wraps the deciders of step-document transactions. */
function onStep(services: Services, between: DecideStep): Services {
  const { schedules } = services;
  return {
    ...services,
    schedules: {
      ...schedules,
      updateStep: (sessionId, step, decide) =>
        schedules.updateStep(sessionId, step, (record, now) => between(decide, record, now)),
    },
  };
}

export const scheduleBug = (name: string, does: string, between: (worker: Worker) => Decide): PlantedBug => ({
  name,
  does,
  plant: () => ({ wrapServices: (services, worker) => onSchedule(services, between(worker)) }),
});

export const stepBug = (name: string, does: string, between: (worker: Worker) => DecideStep): PlantedBug => ({
  name,
  does,
  plant: () => ({ wrapServices: (services, worker) => onStep(services, between(worker)) }),
});

export const isClaim = (value: unknown) =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "claimed";

export const kindOf = (value: unknown) =>
  typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;

/** The record as if the worker's claim were the last one. */
export function asOwn(
  record: StepRecord | undefined,
  { claim }: Worker,
  step: string | undefined,
): StepRecord | undefined {
  if (record === undefined || claim === undefined || claim.step !== step) return record;
  return { ...record, fence: claim.fence, release: claim.release };
}

/** A change that writes a modified schedule and reports it as the decided one. */
export function amended<T>(change: Change<T>, amend: (schedule: Schedule) => Schedule): Change<T> {
  if (change.schedule === undefined) return change;
  const schedule = amend(change.schedule);
  const { value } = change;
  if (typeof value === "object" && value !== null && "after" in value) value.after = schedule;
  return { ...change, schedule };
}
