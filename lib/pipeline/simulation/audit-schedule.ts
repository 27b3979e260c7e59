// Judges every committed change of a schedule: what it took, released, decided and left undone.
import { isLive, type Result, type Schedule } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import type { PhaseName } from "../step-id.ts";
import type { StepRecord } from "../step-record.ts";
import type { Entry } from "./reference-book.ts";
import { excuse, type Worker } from "./worker.ts";
import { nameOf, violate, type World } from "./world.ts";

export interface Commit {
  worker: Worker;
  /** The step that the transaction names. */
  step: string | undefined;
  before: Schedule;
  record: StepRecord | undefined;
  change: Change<unknown>;
}

/** A commit that wrote the schedule. */
interface Written extends Commit {
  after: Schedule;
}

export interface ScheduleAudit {
  /** Looks at a change just before it is written. */
  commit(commit: Commit): void;
  /** Looks at a schedule that was just created. */
  created(worker: Worker, schedule: Schedule): void;
  wasReleased(step: string, input: string): boolean;
  /** How many results of a step were taken. */
  taken(step: string): number;
  isComplete(schedule: Schedule): boolean;
}

export function scheduleAudit(world: World): ScheduleAudit {
  const { reference, weather } = world;
  /** The input of each step's last result, and how many were taken. */
  const recorded = new Map<string, { input: string; count: number }>();
  const released = new Set<string>();
  /** What a phase had given when its gate was decided. */
  const passed = new Map<PhaseName, string>();
  const entryOf = new Map(reference.entries.map((entry) => [entry.step, entry]));
  const entriesOf = Map.groupBy(reference.entries, ({ phase }) => phase);

  let standing: { of: Schedule; steps: Set<string> } | undefined;

  /** A result stands when it is the expected one and what its step reads stands, too. */
  function isDone(schedule: Schedule, step: string): boolean {
    const { results, params } = schedule;
    if (standing?.of.results !== results || standing.of.params !== params) {
      const expected = reference.expected(params);
      const steps = new Set<string>();
      for (const entry of reference.entries) {
        const isExpected = results[entry.step]?.output === expected.get(entry.step);
        if (isExpected && entry.reads.every((read) => steps.has(read.step))) steps.add(entry.step);
      }
      standing = { of: schedule, steps };
    }
    return standing.steps.has(step);
  }

  function outputsOf(schedule: Schedule, phase: PhaseName): string | undefined {
    const entries = entriesOf.get(phase) ?? [];
    if (!entries.every(({ step }) => isDone(schedule, step))) return undefined;
    return entries.map(({ step }) => schedule.results[step]?.output).join();
  }

  function isPassed(schedule: Schedule, phase: PhaseName): boolean {
    if (!schedule.params.review.includes(phase)) return true;
    const outputs = outputsOf(schedule, phase);
    return outputs !== undefined && passed.get(phase) === outputs;
  }

  function isReady(schedule: Schedule, { step, phase, reads }: Entry): boolean {
    if (isDone(schedule, step)) return false;
    return reads.every(({ step: read }) => {
      const readPhase = entryOf.get(read)?.phase ?? phase;
      return isDone(schedule, read) && (readPhase === phase || isPassed(schedule, readPhase));
    });
  }

  function checkState({ worker, before, after }: Written): void {
    const who = nameOf(worker);
    const isRest =
      after.dueAt === null &&
      after.seq === before.seq &&
      after.results === before.results &&
      !isLive(after.state);
    if (!isRest && after.seq !== before.seq + 1)
      violate(world, "seq-not-raised", `${who}: ${before.seq} to ${after.seq}`);
    if (after.epoch < before.epoch || after.releases < before.releases) {
      violate(world, "seq-not-raised", `${who} set back the epoch or the releases`);
    }
    if (after.costMicros < before.costMicros) violate(world, "cost-lost", `${who} set back the cost`);
    const [from, to] = [before.state, after.state];
    if (isLive(from) || from.status === to.status) return;
    const isReopened =
      worker.role === "person" && isLive(to) && after.epoch > before.epoch && from.status !== "cancelled";
    if (!isReopened) violate(world, "state-resurrected", `${who} turned ${from.status} into ${to.status}`);
  }

  function checkResults({ worker, step: named, before, record, change, after }: Written): void {
    for (const [step, result] of Object.entries(after.results)) {
      const known = before.results[step];
      if (result === known) continue;
      if (named === undefined && worker.role === "person") noteEdit(step, known, result);
      else
        checkTaken({ worker, step, result, named, before, record, settledFence: change.step?.settledFence });
    }
  }

  function noteEdit(step: string, known: Result | undefined, result: Result): void {
    const to = world.edited.get(result.output);
    if (to !== undefined && known !== undefined) reference.edit(step, { of: known.output, to });
    standing = undefined;
  }

  function checkTaken(taken: {
    worker: Worker;
    step: string;
    result: Result;
    named: string | undefined;
    before: Schedule;
    record: StepRecord | undefined;
    settledFence: number | null | undefined;
  }): void {
    const { worker, step, result, before, record } = taken;
    const what = `${nameOf(worker)} records ${step}`;
    const flight = before.inFlight[step];
    const { claim } = worker;
    if (!isLive(before.state))
      violate(world, "recorded-after-end", `${what} when it is ${before.state.status}`);
    const isLast =
      taken.named === step &&
      claim?.step === step &&
      claim.fence === record?.fence &&
      claim.release === flight?.release &&
      taken.settledFence === claim.fence;
    if (!isLast)
      violate(world, "stale-record", `${what} with fence ${claim?.fence}, the last is ${record?.fence}`);
    const last = recorded.get(step);
    if (last?.input === result.input) violate(world, "recorded-twice", `${what} for the same input again`);
    recorded.set(step, { input: result.input, count: (last?.count ?? 0) + 1 });
  }

  function checkFlights({ worker, step: named, before, after }: Written): void {
    for (const [step, { release }] of Object.entries(before.inFlight)) {
      if (after.inFlight[step]?.release === release) continue;
      if (step !== named)
        violate(world, "flight-lost", `${nameOf(worker)} drops ${step} by a change of ${named}`);
      else if (worker.claim?.step === step) settleClaim(worker, after.results[step] !== before.results[step]);
    }
    for (const [step, { release, input }] of Object.entries(after.inFlight)) {
      if (before.inFlight[step]?.release === release) continue;
      checkRelease(worker, after, step);
      released.add(`${step} ${input}`);
      worker.owes.set(step, release);
    }
  }

  function settleClaim(worker: Worker, isTaken: boolean): void {
    if (!isTaken) excuse(worker, "session");
    if (worker.claim !== undefined) worker.claim.unrecordedCalls = 0;
  }

  function checkRelease(worker: Worker, after: Schedule, step: string): void {
    const entry = entryOf.get(step);
    const what = `${nameOf(worker)} releases ${step}`;
    if (isDone(after, step)) violate(world, "released-twice", `${what}, which is done`);
    else if (entry === undefined || !isReady(after, entry)) violate(world, "released-early", what);
    if (!isLive(after.state)) violate(world, "released-early", `${what} when it is ${after.state.status}`);
  }

  function checkGates({ worker, before, after }: Written): void {
    for (const phase of after.params.review) {
      const [old, gate] = [before.gates[phase], after.gates[phase]];
      if (old === gate) continue;
      const isSame = old !== undefined && old.revision === gate?.revision;
      if (isSame && old.decision !== undefined && old.decision !== gate.decision) {
        violate(world, "gate-decided-twice", `${nameOf(worker)} decides ${phase} again`);
      }
      const outputs = outputsOf(before, phase);
      if (gate?.decision !== undefined && outputs !== undefined) passed.set(phase, outputs);
    }
  }

  function checkSlots(schedule: Schedule): void {
    const used = poolsOf(schedule);
    for (const [pool, count] of used) {
      const limit = pool === "images" ? weather.limits.images : weather.limits.others;
      if (count > limit) violate(world, "slots-exceeded", `${count} of ${pool} in flight, ${limit} allowed`);
    }
    if (!isLive(schedule.state)) return;
    for (const entry of reference.entries) {
      const pool = poolOf(entry);
      const limit = pool === "images" ? weather.limits.images : weather.limits.others;
      if ((used.get(pool) ?? 0) >= limit || schedule.inFlight[entry.step] !== undefined) continue;
      if (isReady(schedule, entry))
        violate(world, "left-behind", `${entry.step} is ready and was not released`);
    }
  }

  const poolOf = ({ isImage, phase }: Entry) => (isImage ? "images" : phase);

  function poolsOf(schedule: Schedule): Map<string, number> {
    const used = new Map<string, number>();
    for (const step of Object.keys(schedule.inFlight)) {
      const entry = entryOf.get(step);
      if (entry !== undefined) used.set(poolOf(entry), (used.get(poolOf(entry)) ?? 0) + 1);
    }
    return used;
  }

  function isComplete(schedule: Schedule): boolean {
    return (
      reference.entries.every(({ step }) => isDone(schedule, step)) &&
      schedule.params.review.every((phase) => isPassed(schedule, phase))
    );
  }

  return {
    isComplete,
    taken: (step) => recorded.get(step)?.count ?? 0,
    wasReleased: (step, input) => released.has(`${step} ${input}`),
    created(worker, schedule) {
      for (const [step, { release, input }] of Object.entries(schedule.inFlight)) {
        checkRelease(worker, schedule, step);
        released.add(`${step} ${input}`);
        worker.owes.set(step, release);
      }
    },
    commit(commit) {
      const after = commit.change.schedule;
      if (after === undefined) return;
      const written: Written = { ...commit, after };
      checkState(written);
      checkResults(written);
      checkGates(written);
      checkFlights(written);
      checkSlots(after);
      const { state } = after;
      if (state.status === "completed" && isLive(commit.before.state) && !isComplete(after)) {
        violate(world, "finished-early", `${nameOf(commit.worker)} completes an unfinished book`);
      }
      commit.worker.committedSeq = after.seq;
    },
  };
}
