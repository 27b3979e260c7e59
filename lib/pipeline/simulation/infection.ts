// How bugs are planted into the services of a simulated world. They lie to the real deciders through the ports, so that
// nothing of them is in the code that is deployed.
import type { Memo } from "../memo.ts";
import type { Schedule } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import type { Services } from "../services.ts";
import type { StepRecord } from "../step-record.ts";
import type { Worker } from "./worker.ts";
import type { World } from "./world.ts";

export interface Infection {
  /** The services as the bug lets a worker see them. */
  infect?(services: Services, worker: Worker): Services;
  /** The memory of answers as the bug lets a worker use it. */
  infectMemo?(memo: Memo): Memo;
  /** Acknowledges before the work is done. */
  answersEarly?: boolean;
  neverSweeps?: boolean;
}

export interface PlantedBug {
  name: string;
  does: string;
  /** Plants it into one world. */
  plant(world: World): Infection;
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

/** Gets between transactions of the schedule and their deciders. */
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

/** Gets between transactions of a step's document and their deciders. */
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
  plant: () => ({ infect: (services, worker) => onSchedule(services, between(worker)) }),
});

export const stepBug = (name: string, does: string, between: (worker: Worker) => DecideStep): PlantedBug => ({
  name,
  does,
  plant: () => ({ infect: (services, worker) => onStep(services, between(worker)) }),
});

export const isClaim = (value: unknown) =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "claimed";

export const kindOf = (value: unknown) =>
  typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;

/** The record as if the worker's own claim were still the last. */
export function asOwn(
  record: StepRecord | undefined,
  { claim }: Worker,
  step: string | undefined,
): StepRecord | undefined {
  if (record === undefined || claim === undefined || claim.step !== step) return record;
  return { ...record, fence: claim.fence, release: claim.release };
}

/** A change that writes another schedule than it decided on, and says so. */
export function amended<T>(change: Change<T>, amend: (schedule: Schedule) => Schedule): Change<T> {
  if (change.schedule === undefined) return change;
  const schedule = amend(change.schedule);
  const { value } = change;
  if (typeof value === "object" && value !== null && "after" in value) value.after = schedule;
  return { ...change, schedule };
}
