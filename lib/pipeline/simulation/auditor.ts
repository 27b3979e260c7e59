// The auditor of one book of a simulated world. It wraps the true stores for all users of the book, and checks what is written, published,
// paid and answered, and the final state.

import type { MemoEntry, MemoStore } from "../memo.ts";
import type { StepMessage } from "../message.ts";
import type { Schedule } from "../schedule.ts";
import type { Change, Seen, StepChange } from "../schedule-store.ts";
import type { Services } from "../services.ts";
import type { StepRecord } from "../step-record.ts";
import { auditEnd } from "./audit-end.ts";
import { scheduleAudit } from "./audit-schedule.ts";
import { stepAudit } from "./audit-steps.ts";
import type { Delivery } from "./broker.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { MOST_AT_ONCE } from "./weather.ts";
import type { Worker } from "./worker.ts";
import { type BookWorld, nameOf, violate } from "./world.ts";

export interface Auditor {
  ledger: Ledger;
  /** The true stores, audited for this worker. */
  watch(worker: Worker): Services;
  /** The persistent cache of answers, audited for this worker. */
  watchMemos(worker: Worker): MemoStore;
  /** Called when the worker acknowledges a message. */
  acknowledged(worker: Worker, message: StepMessage, delivery: Delivery): Promise<void>;
  /** Called when a dead letter was recorded; `since`: when the message became one. */
  deadLetterRecorded(letter: { id: string; message: StepMessage; since: number }): Promise<void>;
  /** Called when a user's command or a sweep ended without an error. */
  answered(worker: Worker): Promise<void>;
  /** Called when a user's command was refused: it must have changed nothing. */
  refused(worker: Worker, why: Error): void;
  /** Checks the final state of the session, when the world is at rest. */
  close(): Promise<void>;
}

export function createAuditor(world: BookWorld): Auditor {
  const { stores, clock } = world;
  const ledger = openLedger(world);
  const schedules = scheduleAudit(world);
  const auditStep = stepAudit(world, stores.settings);
  const steps = new Set<string>();
  /** Releases whose message became a dead letter while a worker ran them; if that worker dies, the sweep must handle them. */
  const spared = new Set<string>();

  function sawState(worker: Worker, state: Pick<Schedule["state"], "status"> | undefined): void {
    const { status } = state ?? { status: "cancelled" };
    const isOver = status === "completed" || status === "failed" || status === "cancelled";
    const unused = Math.min((worker.look?.unused ?? 0) + 1, MOST_AT_ONCE);
    worker.look = { state: isOver ? "ended" : "live", at: clock.now(), unused };
  }

  function watchSchedules(worker: Worker): Services["schedules"] {
    const { schedules: base } = stores.instanceOf?.(worker.id) ?? stores;
    return {
      ...base,
      async create(creation, build) {
        const started = await base.create(creation, (now) => {
          const built = build(now);
          schedules.created(worker, built.schedule);
          worker.committed.set(creation.sessionId, built.schedule.seq);
          return built;
        });
        world.sessionIds.add(started.sessionId);
        const count = world.sessionIds.size;
        if (count > 1) violate(world, "started-twice", `there are ${count} sessions`);
        return started;
      },
      async read(sessionId) {
        const schedule = await base.read(sessionId);
        sawState(worker, schedule?.state);
        if (worker.role === "person" && schedule !== undefined) {
          worker.saw = { ...world.wishes.now, results: schedule.results };
        }
        return schedule;
      },
      async peek(sessionId) {
        const peeked = await base.peek(sessionId);
        sawState(worker, peeked);
        return peeked;
      },
      updateStep: async (sessionId, step, decide) => {
        steps.add(step);
        let last: { before: StepRecord | undefined; now: number; change: StepChange<unknown> } | undefined;
        const value = await base.updateStep(sessionId, step, (before, now) => {
          const change = decide(before, now);
          last = { before, now, change };
          return change;
        });
        if (last !== undefined) judgeStep(worker, step, last);
        return value;
      },
      async update(sessionId, step, decide) {
        let last: { current: Seen; change: Change<unknown> } | undefined;
        const value = await base.update(sessionId, step, (current) => {
          const change = decide(current);
          last = { current, change };
          return change;
        });
        // The last decision is the committed one: a store may decide on remembered state first, and then on the stored state.
        if (last !== undefined) judge(worker, step, last);
        return value;
      },
    };
  }

  function judgeStep(
    worker: Worker,
    step: string,
    { before, now, change }: { before: StepRecord | undefined; now: number; change: StepChange<unknown> },
  ): void {
    const { step: after, value } = change;
    const input = after && schedules.inputOf(step, after.release);
    auditStep({ worker, step, before, after, value, input, era: schedules.taken(step), now });
  }

  function judge(
    worker: Worker,
    step: string | undefined,
    { current, change }: { current: Seen; change: Change<unknown> },
  ): void {
    schedules.commit({ worker, step, before: current.schedule, record: current.record, change });
    // A claim that is given back together with its slot.
    if (
      step !== undefined &&
      change.step !== undefined &&
      change.step.attempt < (current.record?.attempt ?? 0)
    ) {
      judgeStep(worker, step, { before: current.record, now: current.now, change });
    }
    checkRests(worker, current, change.schedule);
    note(worker, step, change.schedule);
    if (worker.role === "dead-letter" && step !== undefined) noteSpared(step, current);
  }

  /** The model reserves a slot for a step from the stated time on, for a few seconds. */
  function checkRests(
    worker: Worker,
    { schedule, now }: { schedule: Schedule; now: number },
    after: Schedule | undefined,
  ): void {
    if (after === undefined) return;
    for (const [step, { release, restsUntil }] of Object.entries(after.inFlight)) {
      const was = schedule.inFlight[step];
      if (was?.release !== release || was.restsUntil === restsUntil) continue;
      const what = `${nameOf(worker)} ${restsUntil === undefined ? "wakes" : "rests"} ${step}`;
      if (restsUntil === undefined && (was.restsUntil ?? now) > now) {
        violate(world, "place-missed", `${what} ${(was.restsUntil ?? now) - now} ms too early`);
      }
      const isNamed = was.parkedSince === undefined;
      if (restsUntil !== undefined && isNamed && restsUntil - now !== worker.namedMs) {
        violate(world, "place-missed", `${what} for ${restsUntil - now} ms, ${worker.namedMs} were named`);
      }
    }
  }

  function noteSpared(step: string, { schedule, record, now }: Seen): void {
    const release = schedule.inFlight[step]?.release;
    const isHeld = record?.release === release && (record?.leaseUntil ?? 0) > now;
    if (release !== undefined && isHeld) spared.add(`${step}#${release}`);
  }

  /** Time at which an answer was cached, and its owner. */
  function noteRemembered(entry: MemoEntry | undefined): void {
    if (entry === undefined) return;
    const { ownerId, sessionId } = entry;
    const [, text = ""]: string[] = JSON.parse(Buffer.from(entry.sealed).toString("utf8"));
    const { value }: { value: string } = JSON.parse(text);
    const key = `${ownerId} ${world.answers.get(value)?.question ?? sessionId}`;
    if (!world.remembered.has(key)) world.remembered.set(key, clock.now());
  }

  function note(worker: Worker, step: string | undefined, after: Schedule | undefined): void {
    if (after === undefined) return;
    world.note(() => {
      const flights = Object.entries(after.inFlight).map(([id, { release }]) => `${id}#${release}`);
      const what = step === undefined ? "the schedule" : step;
      return `${nameOf(worker)} writes ${what}: ${after.state.status}, seq ${after.seq}, in flight ${flights.join(" ") || "nothing"}`;
    });
  }

  async function checkDuties(worker: Worker): Promise<void> {
    const owed = [...worker.releases].filter(
      ([step, release]) => (world.published.get(step) ?? -1) < release,
    );
    if (owed.length > 0) {
      const steps = owed.map(([step]) => step).join(", ");
      violate(world, "answered-before-publish", `${nameOf(worker)} answers and nobody published ${steps}`);
    }
    for (const [sessionId, committed] of worker.committed) {
      const shown = (await stores.shown.session(sessionId))?.seq ?? 0;
      if (shown >= committed) continue;
      const detail = `${nameOf(worker)} answers; it wrote ${committed}, people see ${shown}`;
      violate(world, "answered-before-shown", detail);
    }
  }

  return {
    ledger,
    watchMemos: (worker) => ({
      ...world.memos,
      async create(id, entry) {
        const standing = await world.memos.create(id, entry);
        noteRemembered(standing);
        if (standing === entry && worker.claim !== undefined) {
          worker.claim.kept += 1;
          worker.claim.unrecordedCalls -= 1;
        }
        return standing;
      },
    }),
    watch(worker) {
      return {
        ...stores,
        schedules: watchSchedules(worker),
        publisher: {
          async publish(messages) {
            for (const { sessionId, step, inputHash } of messages) {
              if (!schedules.wasReleased(step, inputHash)) {
                violate(world, "published-before-record", `${nameOf(worker)} publishes ${step}`);
              }
              // The sweep publishes for a worker that stands still, whose duty is then done.
              world.published.set(`${sessionId} ${step}`, schedules.lastRelease(step) ?? -1);
            }
            await stores.publisher.publish(messages);
          },
        },
      };
    },
    async acknowledged(worker, { sessionId, step, inputHash }, { sentAt, isElsewhere }) {
      await checkDuties(worker);
      const flight = (await stores.schedules.read(sessionId))?.inFlight[step];
      if (flight === undefined || flight.input !== inputHash || isElsewhere) return;
      // Handled by the sweep.
      if (flight.parkedSince !== undefined) return;
      // A message of an earlier release is irrelevant.
      if (sentAt < flight.at) return;
      if (spared.has(`${step}#${flight.release}`)) return;
      const record = (await stores.schedules.readSteps(sessionId, [step])).get(step);
      const isHeld = record?.release === flight.release && (record.leaseUntil ?? 0) > clock.now();
      if (!isHeld || worker.claim?.fence === record.fence) {
        violate(
          world,
          "answered-before-record",
          `${nameOf(worker)} acknowledges ${step}, which is in flight`,
        );
      }
    },
    async deadLetterRecorded({ id, message: { sessionId, step, inputHash }, since }) {
      if (!stores.deadLetters.letters.has(id)) violate(world, "dead-letter-ignored", `${step}'s is not kept`);
      const flight = (await stores.schedules.read(sessionId))?.inFlight[step];
      if (flight === undefined || flight.input !== inputHash || flight.at >= since) return;
      if (spared.has(`${step}#${flight.release}`)) return;
      violate(world, "dead-letter-ignored", `${step} is in flight, and nobody works on it`);
    },
    async answered(worker) {
      // A start that failed to publish is answered normally, because the session exists and the sweep publishes.
      if (!worker.isTroubled) await checkDuties(worker);
    },
    refused(worker, why) {
      if (worker.committed.size === 0) return;
      violate(world, "refused-but-changed", `${nameOf(worker)} wrote, and was refused: ${why.message}`);
    },
    async close() {
      const [sessionId] = world.sessionIds;
      if (sessionId === undefined) return;
      const schedule = await stores.schedules.read(sessionId);
      if (schedule === undefined) return violate(world, "session-lost", sessionId);
      const records = await stores.schedules.readSteps(sessionId, [...steps]);
      await auditEnd(world, { schedule, records, isComplete: schedules.isComplete(schedule) });
      ledger.settle(records, schedule.costMicros);
    },
  };
}
