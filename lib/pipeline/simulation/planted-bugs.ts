// Planted bugs in the services of a simulated world, each a plausible mistake, planted one at a time.
import { messageOf } from "../advance.ts";
import type { StepMessage } from "../message.ts";
import type { Schedule } from "../schedule.ts";
import type { Seen } from "../schedule-store.ts";
import {
  amended,
  asOwn,
  type BugHooks,
  type Decide,
  isClaim,
  kindOf,
  onSchedule,
  type PlantedBug,
  scheduleBug,
  stepBug,
} from "./plant-bug.ts";
import { BATCH_BUGS } from "./planted-batch-bugs.ts";
import { FEEDBACK_BUGS } from "./planted-feedback-bugs.ts";
import { MONEY_BUGS } from "./planted-money-bugs.ts";
import { REST_BUGS } from "./planted-rest-bugs.ts";
import { SHEET_BUGS } from "./planted-sheet-bugs.ts";
import { SLOT_BUGS } from "./planted-slot-bugs.ts";
import { TIME_BUGS } from "./planted-time-bugs.ts";

export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...BATCH_BUGS,
  ...FEEDBACK_BUGS,
  ...MONEY_BUGS,
  ...REST_BUGS,
  ...SHEET_BUGS,
  ...SLOT_BUGS,
  ...TIME_BUGS,
  stepBug(
    "no dedupe",
    "claims a step although somebody works on it",
    () => (decide, record, now) => decide(record && { ...record, leaseUntil: null }, now),
  ),
  stepBug(
    "done is forgotten",
    "claims a step although it has left flight",
    () => (decide, record, now) => decide(record && { ...record, settled: 0 }, now),
  ),
  scheduleBug(
    "no fence",
    "records although somebody else has claimed the step since",
    (worker) => (decide, current, step) =>
      decide({ ...current, record: asOwn(current.record, worker, step) }),
  ),
  stepBug("fence stands still", "claims without raising the fence", () => (decide, record, now) => {
    const change = decide(record, now);
    if (change.step === undefined || !isClaim(change.value) || record === undefined) return change;
    return { ...change, step: { ...change.step, fence: record.fence } };
  }),
  {
    name: "heartbeat without fence",
    does: "extends the lease of whoever claimed the step since",
    plant: () => ({
      wrapServices: (services, worker) => {
        const { schedules } = services;
        return {
          ...services,
          schedules: {
            ...schedules,
            updateStep: (sessionId, step, decide) =>
              schedules.updateStep(sessionId, step, (record, now) => {
                if (worker.claim?.step !== step || record === undefined) return decide(record, now);
                const honest = decide(record, now);
                if (honest.value !== false) return honest;
                const change = decide(asOwn(record, worker, step), now);
                if (change.step === undefined) return change;
                return { ...change, step: { ...change.step, fence: record.fence } };
              }),
          },
        };
      },
    }),
  },
  stepBug(
    "worker's own clock",
    "compares leases with the worker's clock",
    ({ skewMs }) =>
      (decide, record, now) =>
        decide(record, now + skewMs),
  ),
  {
    name: "wait goes unnoticed",
    does: "pays although the reservation took longer than the lease",
    plant: () => ({
      wrapServices: (services) => {
        const since = services.clock.now();
        return { ...services, clock: { ...services.clock, now: () => since } };
      },
    }),
  },
  stepBug("lease without expiry", "claims for ever", () => (decide, record, now) => {
    const change = decide(record, now);
    if (change.step === undefined || change.step.leaseUntil === null) return change;
    return { ...change, step: { ...change.step, leaseUntil: now + 365 * 24 * 3_600_000 } };
  }),
  stepBug(
    "attempts start over",
    "forgets how often a step was tried",
    () => (decide, record, now) => decide(record && { ...record, attempt: 0 }, now),
  ),
  stepBug(
    "failed, and got on",
    "gives back a failed attempt as if it had got on until its time was up",
    () => (decide, record, now) => {
      const change = decide(record, now);
      const isFailed = change.step?.leaseUntil === null && change.step.attempt === record?.attempt;
      if (!isFailed || change.step === undefined || kindOf(change.value) !== "again") return change;
      return { ...change, step: { ...change.step, attempt: change.step.attempt - 1, error: null } };
    },
  ),
  {
    name: "goes on and tells nobody",
    does: "does not publish its own step again",
    plant: () => ({
      wrapServices: (services, worker) => ({
        ...services,
        publisher: {
          publish: (messages) =>
            services.publisher.publish(messages.filter(({ step }) => step !== worker.claim?.step)),
        },
      }),
    }),
  },
  {
    name: "acknowledge before record",
    does: "answers first and works then",
    plant: () => ({ answersEarly: true }),
  },
  {
    name: "publish before record",
    does: "publishes what a transaction will release before it is committed",
    plant: () => ({
      wrapServices: (services) => {
        const { schedules, publisher } = services;
        return {
          ...services,
          schedules: {
            ...schedules,
            async update(sessionId, step, decide) {
              const schedule = await schedules.read(sessionId);
              const record = step && (await schedules.readSteps(sessionId, [step])).get(step);
              if (schedule !== undefined && step !== undefined) {
                const planned = decide({
                  schedule,
                  record: record || undefined,
                  now: schedule.updatedAt + 60_000,
                });
                await publisher.publish(newMessages(schedule, planned.schedule));
              }
              return schedules.update(sessionId, step, decide);
            },
          },
        };
      },
    }),
  },
  {
    name: "seen is believed",
    does: "records on what the claim has seen, whatever was written since",
    plant: () => ({
      wrapServices: (services) => {
        const { schedules } = services;
        let seen: Seen | undefined;
        return {
          ...services,
          schedules: {
            ...schedules,
            async readWith(sessionId, step, input) {
              seen = await schedules.readWith(sessionId, step, input);
              return seen;
            },
            updateStep: (sessionId, step, decide) =>
              schedules.updateStep(sessionId, step, (record, now) => {
                const change = decide(record, now);
                if (seen !== undefined && isClaim(change.value)) seen = { ...seen, record: change.step };
                return change;
              }),
            update: (sessionId, step, decide) =>
              schedules.update(sessionId, step, (current) => decide((step && seen) || current)),
          },
        };
      },
    }),
  },
  {
    name: "publish only the first",
    does: "publishes one of the steps that a record released",
    plant: () => ({
      wrapServices: (services) => ({
        ...services,
        publisher: { publish: (messages) => services.publisher.publish(messages.slice(0, 1)) },
      }),
    }),
  },
  {
    name: "fan-in by counter",
    does: "letters a page when as many records of its panels came as it has panels",
    plant: fanInByCounter,
  },
  { name: "sweep off", does: "never sweeps", plant: () => ({ neverSweeps: true }) },
  scheduleBug(
    "cut-off ignores input",
    "takes a result for current whatever it was made for",
    () => (decide, current, step) => {
      const change = decide(current);
      const flight = step === undefined ? undefined : current.schedule.inFlight[step];
      const after = change.schedule;
      const result = step === undefined ? undefined : current.schedule.results[step];
      if (step === undefined || after === undefined || flight === undefined || result === undefined)
        return change;
      // Keeps the earlier result under the new input.
      return amended(change, () => ({
        ...after,
        results: { ...after.results, [step]: { ...result, input: flight.input } },
      }));
    },
  ),
  scheduleBug(
    "gate decided twice",
    "takes a decision about a gate that was decided",
    (worker) => (decide, current) => {
      if (worker.role !== "person") return decide(current);
      const open = Object.entries(current.schedule.gates).map(([phase, { decision: _decision, ...gate }]) => [
        phase,
        gate,
      ]);
      return decide({ ...current, schedule: { ...current.schedule, gates: Object.fromEntries(open) } });
    },
  ),
  {
    name: "cancel not looked for",
    does: "makes paid calls without looking whether the session still runs",
    plant: () => ({
      wrapServices: (services) => ({
        ...services,
        schedules: {
          ...services.schedules,
          async peek(sessionId) {
            const seen = await services.schedules.peek(sessionId);
            return seen && { ...seen, status: "running" };
          },
        },
      }),
    }),
  },
  scheduleBug(
    "result taken after the end",
    "records results of a session that has ended",
    () => (decide, current) => {
      const { state } = current.schedule;
      if (state.status !== "cancelled" && state.status !== "failed") return decide(current);
      const change = decide({ ...current, schedule: { ...current.schedule, state: { status: "running" } } });
      return amended(change, (after) => ({ ...after, state }));
    },
  ),
  {
    name: "last change not shown",
    does: "leaves out what comes within a second of the last",
    plant: () => ({
      wrapServices: (services) => ({
        ...services,
        projector: {
          ...services.projector,
          async show(sessionId, shown) {
            const written = await services.projector.show(sessionId, shown);
            return written.kind === "early" ? { kind: "current" } : written;
          },
        },
      }),
    }),
  },
  scheduleBug("late cost forgotten", "records without what the step cost", () => (decide, current) => {
    const change = decide(current);
    return amended(change, (after) => ({ ...after, costMicros: current.schedule.costMicros }));
  }),
  {
    name: "paid before it is booked",
    does: "makes calls without a row in the ledger",
    plant: () => ({
      wrapServices: (services) => ({ ...services, ledger: { ...services.ledger, reserve: async () => {} } }),
    }),
  },
  {
    name: "dead worker's row left open",
    does: "does not count what a worker that died may have paid",
    plant: () => ({
      wrapServices: (services) => ({
        ...services,
        ledger: {
          ...services.ledger,
          close: async ({ step }) => ({ step, byFence: {} }),
          rest: async () => [],
        },
      }),
    }),
  },
  {
    name: "dead letter ignored",
    does: "keeps a dead letter and leaves its session as it is",
    plant: () => ({
      wrapServices: (services, worker) =>
        worker.role !== "dead-letter"
          ? services
          : onSchedule(services, (decide, current) => {
              const { value } = decide(current);
              if (typeof value === "object" && value !== null && "kind" in value) value.kind = "refused";
              return { value };
            }),
    }),
  },
];

function newMessages(before: Schedule, after: Schedule | undefined): StepMessage[] {
  return Object.entries(after?.inFlight ?? {})
    .filter(([step, { release }]) => before.inFlight[step]?.release !== release)
    .map(([step, { input }]) => messageOf(before.sessionId, step, input));
}

function fanInByCounter(): BugHooks {
  const counts = new Map<string, number>();
  const count: Decide = (decide, current, step) => {
    const change = decide(current);
    const page = step?.startsWith("artwork/") ? step.split("/")[1] : undefined;
    if (page === undefined) return change;
    const key = `${current.schedule.sessionId} ${page}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const panels = current.schedule.results[`storyboard/${page}`]?.panels?.length ?? 0;
    const lettering = `lettering/${page}`;
    if ((counts.get(key) ?? 0) < panels) return change;
    return amended(change, (after) => {
      if (after.inFlight[lettering] !== undefined || after.results[lettering] !== undefined) return after;
      const release = after.releases + 1;
      const at = { epoch: after.epoch, at: current.now, by: step ?? "", checkAt: current.now + 30_000 };
      const flight = { release, input: `counted ${panels}`, ...at };
      return { ...after, releases: release, inFlight: { ...after.inFlight, [lettering]: flight } };
    });
  };
  return { wrapServices: (services) => onSchedule(services, count) };
}
