// The auditor of a simulated world: stands between the true stores and everybody who uses them, and judges what is
// written, published, paid and answered, and at the end what is left.
import type { StepMessage } from "../message.ts";
import { clientPage, clientPhase, clientSession, stepsOfPage, stepsOfPhaseDocument } from "../projection.ts";
import { isLive, type Schedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import type { StepRecord } from "../step-record.ts";
import { scheduleAudit } from "./audit-schedule.ts";
import { stepAudit } from "./audit-steps.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import type { Worker } from "./worker.ts";
import { nameOf, violate, type World } from "./world.ts";

export interface Auditor {
  ledger: Ledger;
  /** The true stores, watched while this worker uses them. */
  watch(worker: Worker): Services;
  /** The worker acknowledges a message. `isElsewhere`: another copy of it is still on its way, or being handled. */
  acknowledged(worker: Worker, message: StepMessage, isElsewhere: boolean): Promise<void>;
  /** A person's command or a sweep came back without a failure. */
  answered(worker: Worker): void;
  /** Nothing moves any more: looks at what is left of the session. */
  close(sessionId: string): Promise<void>;
}

export function hireAuditor(world: World): Auditor {
  const { stores, clock } = world;
  const ledger = openLedger(world);
  const schedules = scheduleAudit(world);
  const auditStep = stepAudit(world, stores.settings);
  const created = new Set<string>();
  const steps = new Set<string>();

  function sawState(worker: Worker, state: Pick<Schedule["state"], "status"> | undefined): void {
    const { status } = state ?? { status: "cancelled" };
    const isOver = status === "completed" || status === "failed" || status === "cancelled";
    worker.look = isOver ? "ended" : "live";
  }

  function watchSchedules(worker: Worker): Services["schedules"] {
    const { schedules: base } = stores;
    return {
      ...base,
      async create(creation, build) {
        const started = await base.create(creation, (now) => {
          const built = build(now);
          schedules.created(worker, built.schedule);
          worker.committedSeq = built.schedule.seq;
          return built;
        });
        created.add(started.sessionId);
        if (created.size > 1) violate(world, "started-twice", `there are ${created.size} sessions`);
        return started;
      },
      async read(sessionId) {
        const schedule = await base.read(sessionId);
        sawState(worker, schedule?.state);
        return schedule;
      },
      async peek(sessionId) {
        const peeked = await base.peek(sessionId);
        sawState(worker, peeked);
        return peeked;
      },
      updateStep: async (sessionId, step, decide) => {
        const input = (await base.read(sessionId))?.inFlight[step]?.input;
        steps.add(step);
        return base.updateStep(sessionId, step, (before, now) => {
          const change = decide(before, now);
          auditStep({
            worker,
            step,
            before,
            after: change.step,
            value: change.value,
            input,
            era: schedules.taken(step),
            now,
          });
          return change;
        });
      },
      update: (sessionId, step, decide) =>
        base.update(sessionId, step, (current) => {
          const change = decide(current);
          schedules.commit({ worker, step, before: current.schedule, record: current.record, change });
          note(worker, step, change.schedule);
          return change;
        }),
    };
  }

  function note(worker: Worker, step: string | undefined, after: Schedule | undefined): void {
    if (after === undefined) return;
    world.note(() => {
      const flights = Object.entries(after.inFlight).map(([id, { release }]) => `${id}#${release}`);
      const what = step === undefined ? "the schedule" : step;
      return `${nameOf(worker)} writes ${what}: ${after.state.status}, seq ${after.seq}, in flight ${flights.join(" ") || "nothing"}`;
    });
  }

  function checkDuties(worker: Worker): void {
    if (worker.owes.size > 0) {
      const owed = [...worker.owes.keys()].join(", ");
      violate(world, "answered-before-publish", `${nameOf(worker)} answers and did not publish ${owed}`);
    }
    const shown = Math.max(0, ...[...created].map((id) => stores.projector.sessions.get(id)?.seq ?? 0));
    if (shown < worker.committedSeq) {
      const detail = `${nameOf(worker)} answers; it wrote ${worker.committedSeq}, people see ${shown}`;
      violate(world, "answered-before-shown", detail);
    }
  }

  return {
    ledger,
    watch(worker) {
      return {
        ...stores,
        schedules: watchSchedules(worker),
        publisher: {
          async publish(messages) {
            for (const { step, inputHash } of messages) {
              if (!schedules.wasReleased(step, inputHash)) {
                violate(world, "published-before-record", `${nameOf(worker)} publishes ${step}`);
              }
              worker.owes.delete(step);
            }
            await stores.publisher.publish(messages);
          },
        },
      };
    },
    async acknowledged(worker, { sessionId, step, inputHash }, isElsewhere) {
      checkDuties(worker);
      const flight = (await stores.schedules.read(sessionId))?.inFlight[step];
      if (flight === undefined || flight.input !== inputHash || isElsewhere) return;
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
    answered(worker) {
      // A start that could not publish is answered all the same: the session is there, and the sweep publishes.
      if (!worker.isTroubled) checkDuties(worker);
    },
    async close(sessionId) {
      const schedule = await stores.schedules.read(sessionId);
      if (schedule === undefined) return violate(world, "session-lost", sessionId);
      const records = await stores.schedules.readSteps(sessionId, [...steps]);
      checkEnd(world, schedule, schedules.isComplete(schedule));
      checkDocuments(world, schedule, records);
      ledger.settle(records, schedule.costMicros);
    },
  };
}

function checkEnd(world: World, schedule: Schedule, isComplete: boolean): void {
  const { state, inFlight } = schedule;
  const left = Object.keys(inFlight);
  if (left.length > 0) violate(world, "flight-stuck", `${left.join(", ")} never left flight`);
  if (isLive(state)) violate(world, "session-stuck", `the session is ${state.status}`);
  if (state.status === "completed" && !isComplete) {
    violate(world, "book-differs", "the book is not what it should be for what people last asked");
  }
  if (state.status !== "failed") return;
  const { code, message } = state.reason;
  if (code === "session-deadline") violate(world, "session-stuck", "the session ran into its deadline");
  const { crash, stray, standstill, broken, busy, hanging, refused, down } = world.weather.rates;
  const hasTrouble = crash + stray + standstill + broken + busy + hanging + down > 0;
  const causes: Record<string, boolean> = {
    refused: refused > 0,
    "dead-letter": world.tally.deadLetters > 0,
    "attempt-failed": broken > 0,
    "step-deadline": hanging + standstill > 0,
    lapsed: hasTrouble,
    busy: hasTrouble,
  };
  if (causes[code] !== true) violate(world, "failed-without-cause", `${code}: ${message}`);
}

/** What clients see must be what the schedule says, once nothing moves any more. */
function checkDocuments(world: World, schedule: Schedule, records: ReadonlyMap<string, StepRecord>): void {
  const { projector } = world.stores;
  const { sessionId } = schedule;
  const compare = (what: string, shown: object | undefined, wanted: object) => {
    const difference = firstDifference(shown, wanted);
    if (difference !== undefined) violate(world, "shown-otherwise", `${what}: ${difference}`);
  };
  const ofSteps = (ids: readonly string[]) => new Map([...records].filter(([id]) => ids.includes(id)));
  const session = clientSession(schedule, records.get("finish"));
  compare("the session", withoutTime(projector.sessions.get(sessionId)), withoutTime(session));
  for (const page of projector.pages.values()) {
    const wanted = clientPage(schedule, page.number, ofSteps(stepsOfPage(schedule, page.number)));
    compare(`page ${page.number}`, { ...page, seq: 0 }, { ...wanted, seq: 0 });
  }
  for (const shown of projector.phases.values()) {
    const wanted = clientPhase(schedule, shown.phase, ofSteps(stepsOfPhaseDocument(schedule, shown.phase)));
    compare(`phase ${shown.phase}`, { ...shown, seq: 0 }, { ...wanted, seq: 0 });
  }
}

function withoutTime(document: object | undefined): object {
  return { ...document, updatedAt: "" };
}

function firstDifference(shown: object | undefined, wanted: object): string | undefined {
  const seen: Record<string, unknown> = { ...shown };
  for (const [key, value] of Object.entries(wanted)) {
    const [a, b] = [JSON.stringify(seen[key]), JSON.stringify(value)];
    if (a !== b) return `${key} is shown as ${a} and should be ${b}`;
  }
  return undefined;
}
