// Counts the requests of a simulated pipeline to its stores, in the operations that the adapters of `lib/cloud` make for each call.
import type { Shown } from "../../../lib/pipeline/projector.ts";
import type { Sample } from "../../../lib/pipeline/sample-session.ts";
import type { Schedule } from "../../../lib/pipeline/schedule.ts";

const FRESH_MS = 1_000;

export interface Counted {
  /** Documents of Firestore, read and written. */
  reads: number;
  writes: number;
  /** Messages published. */
  messages: number;
  /** Objects stored. */
  objects: number;
  /** When each session's schedule was written. */
  scheduleWrites: Map<string, number[]>;
  /** Milliseconds of requests by phase. */
  requestMs: Map<string, number>;
}

function documentsIn({ session, phases = [], pages = [], events = [] }: Shown = {}): number {
  return Number(session !== undefined) + phases.length + pages.length + events.length;
}

/** Gets between the sample's services and its runner; count from the start on. */
export function countOperations({ services, clock }: Pick<Sample, "services" | "clock">): Counted {
  const counted: Counted = {
    ...{ reads: 0, writes: 0, messages: 0, objects: 0 },
    ...{ scheduleWrites: new Map(), requestMs: new Map() },
  };
  const count = (reads: number, writes: number) => {
    counted.reads += reads;
    counted.writes += writes;
  };
  const { schedules, projector, ledger, publisher, blobs } = services;

  /** Schedules that were read or written here, and when: `lib/cloud/schedule-memory.ts` decides on them for a second. */
  const known = new WeakMap<Schedule, number>();
  const { create, read, readWith, peek, readSteps, updateStep, update } = schedules;
  Object.assign(schedules, {
    ...{ create: counting(create, 2, 4), read: counting(read, 1, 0), peek: counting(peek, 1, 0) },
    readWith: async (...given: Parameters<typeof readWith>) => {
      count(2, 0);
      const seen = await readWith(...given);
      if (seen !== undefined) known.set(seen.schedule, clock.now());
      return seen;
    },
    readSteps: (id: string, steps: readonly string[]) => {
      count(steps.length, 0);
      return readSteps(id, steps);
    },
    // A first claim of a step that a read did not find is made without another read.
    updateStep: (...[id, step, decide]: Parameters<typeof updateStep>) => {
      const observed: typeof decide = (record, now) => {
        const change = decide(record, now);
        count(record === undefined ? 0 : 1, change.step === undefined ? 0 : 1);
        return change;
      };
      return updateStep(id, step, observed);
    },
    update: (...[id, step, decide]: Parameters<typeof update>) => {
      const observed: typeof decide = (current) => {
        const change = decide(current);
        const written = Number(change.schedule !== undefined) + Number(change.step !== undefined);
        const isKnown = clock.now() - (known.get(current.schedule) ?? Number.NEGATIVE_INFINITY) <= FRESH_MS;
        count(isKnown ? 0 : step === undefined ? 1 : 2, written + documentsIn(change.shown));
        if (change.schedule !== undefined) {
          known.set(change.schedule, clock.now());
          const times = counted.scheduleWrites.get(id) ?? [];
          counted.scheduleWrites.set(id, times);
          times.push(clock.now());
        }
        return change;
      };
      return update(id, step, observed);
    },
  });

  const { show } = projector;
  projector.show = async (sessionId, shown) => {
    const write = await show(sessionId, shown);
    const { phases = [], pages = [], events = [] } = shown;
    // For a new page the session's document is read too.
    const session = Number(write.kind === "written");
    count(session + phases.length + 2 * pages.length, session + documentsIn({ phases, pages, events }));
    return write;
  };

  // A row and its session's account, each time.
  Object.assign(ledger, { reserve: counting(ledger.reserve, 2, 2), settle: counting(ledger.settle, 2, 2) });

  const { publish } = publisher;
  publisher.publish = (messages) => {
    counted.messages += messages.length;
    return publish(messages);
  };
  const { put } = blobs;
  blobs.put = (...given) => {
    counted.objects += 1;
    return put(...given);
  };
  return counted;

  function counting<Given extends unknown[], T>(work: (...given: Given) => T, reads: number, writes: number) {
    return (...given: Given): T => {
      count(reads, writes);
      return work(...given);
    };
  }
}
