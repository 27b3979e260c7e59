// Audits every committed change of a schedule: recorded results, releases, decisions, and omissions.
import { type Flight, isLive, type Result, type Schedule } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import type { StepRecord } from "../step-record.ts";
import { wishAudit } from "./audit-wishes.ts";
import { bookParams, type Entry } from "./reference-book.ts";
import type { Standing } from "./wanted.ts";
import { excuse, type Worker } from "./worker.ts";
import { type BookWorld, nameOf, violate } from "./world.ts";

export interface Commit {
  worker: Worker;
  /** The step of the transaction. */
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
  /** Audits a change just before it is written. */
  commit(commit: Commit): void;
  /** Audits a schedule that was just created. */
  created(worker: Worker, schedule: Schedule): void;
  wasReleased(step: string, input: string): boolean;
  /** The input of a release of a step. */
  inputOf(step: string, release: number): string | undefined;
  /** The last release of a step. */
  lastRelease(step: string): number | undefined;
  /** Number of results of a step that were recorded or put in place. */
  taken(step: string): number;
  isComplete(schedule: Schedule): boolean;
}

export function scheduleAudit(world: BookWorld): ScheduleAudit {
  const { reference, weather, wishes } = world;
  const wished = wishAudit(world);
  /** Input of each step's last result, and number of results recorded. */
  const recorded = new Map<string, { input: string; count: number }>();
  const released = new Set<string>();
  const inputs = new Map<string, string>();
  const lastReleases = new Map<string, number>();

  function checkState({ worker, before, after }: Written): void {
    const who = nameOf(worker);
    const hasLeft = after.leftBatches !== undefined && after.leftBatches.length > 0;
    const isRest =
      (after.dueAt === null) !== hasLeft &&
      after.seq === before.seq &&
      after.results === before.results &&
      !isLive(after.state);
    // Booking a left step's cost or ending its batch is invisible to clients if the cost stays the same.
    const isBooking =
      after.seq === before.seq &&
      (after.unbooked !== before.unbooked || after.leftBatches !== before.leftBatches) &&
      (["results", "inFlight", "state", "costMicros", "dueAt"] as const).every(
        (field) => after[field] === before[field],
      );
    if (!isRest && !isBooking && after.seq !== before.seq + 1)
      violate(world, "seq-not-raised", `${who}: ${before.seq} to ${after.seq}`);
    if (after.epoch < before.epoch || after.releases < before.releases) {
      violate(world, "seq-not-raised", `${who} set back the epoch or the releases`);
    }
    if (after.costMicros < before.costMicros) violate(world, "cost-lost", `${who} set back the cost`);
    const [from, to] = [before.state, after.state];
    if (isLive(from) || from.status === to.status) return;
    const isReopened = worker.role === "person" && after.epoch > before.epoch;
    // A cancelled session stays cancelled; only an earlier complete version can be restored.
    const isReturn = worker.intent?.what === "restore" && to.status === "completed";
    if (!isReopened || (from.status === "cancelled" && !isReturn))
      violate(world, "state-resurrected", `${who} turned ${from.status} into ${to.status}`);
  }

  function checkResults({ worker, step: named, before, record, change, after }: Written): void {
    for (const [step, result] of Object.entries(after.results)) {
      if (result === before.results[step]) continue;
      checkTaken({ worker, step, result, named, before, record, settledFence: change.step?.settledFence });
      wished.taken({ worker, before, after }, step, result);
    }
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

  /** Users put results in place, so the same input may run again. */
  function notePut({ before, after }: Written): void {
    for (const step of new Set([...Object.keys(before.results), ...Object.keys(after.results)])) {
      const result = after.results[step];
      if (result === before.results[step]) continue;
      recorded.set(step, { input: result?.input ?? "", count: (recorded.get(step)?.count ?? 0) + 1 });
    }
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
      checkRelease(worker, after, { step, input });
      noteReleased(worker, after, { step, input, release });
    }
  }

  function noteReleased(
    worker: Worker,
    { sessionId }: Schedule,
    { step, input, release }: { step: string; input: string; release: number },
  ): void {
    released.add(`${step} ${input}`);
    inputs.set(`${step} ${release}`, input);
    lastReleases.set(step, release);
    worker.releases.set(`${sessionId} ${step}`, release);
  }

  function settleClaim(worker: Worker, isTaken: boolean): void {
    if (!isTaken) excuse(worker, "session");
    if (worker.claim !== undefined) worker.claim.unrecordedCalls = 0;
  }

  function checkRelease(
    worker: Worker,
    after: Schedule,
    { step, input }: { step: string; input: string },
  ): void {
    const standing = wishes.standing(after.results);
    const { done, ready } = standing;
    const what = `${nameOf(worker)} releases ${step}`;
    const awaited = awaitedBy(after, standing, step);
    if (done.has(step)) violate(world, "released-twice", `${what}, which is done`);
    else if (!ready.has(step)) violate(world, "released-early", what);
    else if (awaited !== undefined) violate(world, "released-early", `${what} before ${awaited}`);
    else {
      const wrong = wishes.link(after.results, step, input);
      if (wrong !== undefined) violate(world, "input-astray", `${what}: ${wrong}`);
    }
    const pool = poolOf(reference.entry(step));
    if (restingPools(after, ({ epoch }) => epoch === after.epoch).has(pool)) {
      violate(world, "slots-exceeded", `${what} into a slot of ${pool} that a step at rest comes back to`);
    }
    if (!isLive(after.state)) violate(world, "released-early", `${what} when it is ${after.state.status}`);
  }

  /**
   * The first page without pictures, and the slots that later pages leave to it: one for each picture that waits only for portraits in
   * progress, minus those portraits.
   */
  function slotsInFront(
    schedule: Schedule,
    { stands }: Standing,
  ): { page: string; slots: number } | undefined {
    const { inFlight, results } = schedule;
    const undrawn = reference
      .entries(wishes.now.wanted.params.pages)
      .filter(
        ({ step, phase }) =>
          phase === "artwork" &&
          stands.has(`storyboard/${pageOf(step)}`) &&
          !stands.has(step) &&
          inFlight[step] === undefined,
      );
    const [first] = undrawn;
    if (first === undefined) return undefined;
    const page = pageOf(first.step);
    const isUnderWay = (step: string) => {
      const flight = inFlight[step];
      const isPortrait = reference.entry(step)?.isImage === true;
      const isAwake = flight?.restsUntil === undefined && flight?.parkedSince === undefined;
      return isPortrait && isAwake && wishes.isFor(results, step, flight?.input);
    };
    const awaiting = undrawn
      .filter(({ step }) => pageOf(step) === page)
      .map(({ reads }) => reads.map(({ step }) => step).filter((step) => !stands.has(step)))
      .filter((missing) => missing.length > 0 && missing.every(isUnderWay));
    const freed = new Set(awaiting.flat().filter((step) => inFlight[step]?.slot === undefined));
    return { page, slots: Math.max(0, awaiting.length - freed.size) };
  }

  /** What a step waits for: a sheet that is to be drawn, or the running panel of its scene while none of the scene is drawn. */
  function awaitedBy(
    { inFlight, results }: Schedule,
    { ready, stands }: Standing,
    step: string,
  ): string | undefined {
    const { awaits = [], scene } = reference.entry(step) ?? {};
    const sheet = awaits.find((one) => ready.has(one));
    if (sheet !== undefined || scene === undefined) return sheet;
    const others = reference
      .entries(wishes.now.wanted.params.pages)
      .filter((one) => one.scene === scene && one.step !== step);
    if (others.some((one) => stands.has(one.step))) return undefined;
    return others.find((one) => wishes.isFor(results, one.step, inFlight[one.step]?.input))?.step;
  }

  function checkSlots(schedule: Schedule): void {
    const used = poolsOf(schedule);
    for (const [pool, count] of used) {
      const limit = pool === "images" ? weather.limits.images : weather.limits.others;
      if (count > limit) violate(world, "slots-exceeded", `${count} of ${pool} in flight, ${limit} allowed`);
    }
    if (!isLive(schedule.state)) return;
    const standing = wishes.standing(schedule.results);
    const { ready } = standing;
    const front = slotsInFront(schedule, standing);
    const resting = restingPools(schedule, (_flight, step) => ready.has(step));
    for (const step of ready) {
      const pool = poolOf(reference.entry(step));
      // It would wait for the room that a resting step of its pool waits for.
      if (resting.has(pool)) continue;
      const limit = pool === "images" ? weather.limits.images : weather.limits.others;
      const isPanel = step.startsWith("artwork/") && reference.entry(step)?.isAside === false;
      const isLater = isPanel && front !== undefined && pageOf(step) > front.page;
      if (awaitedBy(schedule, standing, step) !== undefined) continue;
      if (
        (used.get(pool) ?? 0) + (isLater ? front.slots : 0) >= limit ||
        schedule.inFlight[step] !== undefined
      )
        continue;
      violate(world, "left-behind", `${step} is ready and was not released`);
    }
  }

  /** Pools in which a counted step rests or waits for a slot. */
  function restingPools(
    { inFlight }: Schedule,
    counts: (flight: Flight, step: string) => boolean,
  ): Set<string> {
    const resting = Object.entries(inFlight).filter(
      ([step, flight]) =>
        (flight.restsUntil !== undefined || flight.slot === "wanted") && counts(flight, step),
    );
    return new Set(resting.map(([step]) => poolOf(reference.entry(step))));
  }

  const poolOf = (entry: Entry | undefined) => (entry?.isImage ? "images" : (entry?.phase ?? "none"));

  function poolsOf(schedule: Schedule): Map<string, number> {
    const used = new Map<string, number>();
    for (const [step, { restsUntil, parkedSince, slot }] of Object.entries(schedule.inFlight)) {
      if (restsUntil !== undefined || parkedSince !== undefined || slot !== undefined) continue;
      const pool = poolOf(reference.entry(step));
      used.set(pool, (used.get(pool) ?? 0) + 1);
    }
    return used;
  }

  function noteSlots({ before, after }: Written): void {
    world.slotless.clear();
    for (const [step, { slot }] of Object.entries(after.inFlight)) {
      if (slot !== undefined) world.slotless.add(step);
      if (slot === "wanted" && before.inFlight[step]?.slot !== "wanted") world.tally.met.queued += 1;
    }
  }

  function isComplete({ results, params }: Schedule): boolean {
    const { done, passed } = wishes.standing(results);
    const { pages } = bookParams(weather.book, params);
    return (
      reference.entries(pages).every(({ step }) => done.has(step)) &&
      params.review.every((phase) => passed.has(phase))
    );
  }

  return {
    isComplete,
    taken: (step) => recorded.get(step)?.count ?? 0,
    wasReleased: (step, input) => released.has(`${step} ${input}`),
    inputOf: (step, release) => inputs.get(`${step} ${release}`),
    lastRelease: (step) => lastReleases.get(step),
    created(worker, schedule) {
      const running = [...world.live.values()].filter((ownerId) => ownerId === schedule.ownerId).length;
      if (running >= (weather.mostRunning ?? Number.POSITIVE_INFINITY)) {
        violate(world, "place-exceeded", `${schedule.ownerId} starts a session beside ${running} others`);
      }
      world.live.set(schedule.sessionId, schedule.ownerId);
      const params = bookParams(weather.book, schedule.params);
      wishes.now = { ...wishes.now, wanted: { ...wishes.now.wanted, params } };
      for (const [step, { release, input }] of Object.entries(schedule.inFlight)) {
        checkRelease(worker, schedule, { step, input });
        noteReleased(worker, schedule, { step, input, release });
      }
    },
    commit(commit) {
      const after = commit.change.schedule;
      if (after === undefined) return;
      const written: Written = { ...commit, after };
      checkState(written);
      if (commit.worker.role === "person" && commit.step === undefined) {
        wished.commanded(written);
        notePut(written);
      } else checkResults(written);
      wished.gates(written);
      checkFlights(written);
      checkSlots(after);
      noteSlots(written);
      const { state } = after;
      if (state.status === "completed" && isLive(commit.before.state)) {
        if (!isComplete(after))
          violate(world, "finished-early", `${nameOf(commit.worker)} completes an unfinished book`);
        wished.completed(commit.worker);
      }
      if (isLive(after.state)) world.live.set(after.sessionId, after.ownerId);
      else world.live.delete(after.sessionId);
      // A change that is invisible to clients needs no projection.
      if (after.seq > commit.before.seq) commit.worker.committed.set(after.sessionId, after.seq);
    },
  };
}

/** `p003` of `artwork/p003/k2`: page ids sort in page order. */
function pageOf(step: string): string {
  return step.split("/")[1] ?? "";
}
