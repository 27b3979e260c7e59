// Counts the store operations of a simulated pipeline, as many as the adapters of `lib/cloud` make for each call.
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
  /** The times at which each session's schedule was written, in milliseconds. */
  scheduleWrites: Map<string, number[]>;
  /** Milliseconds of requests by phase. */
  requestMs: Map<string, number>;
}

function documentsIn({ session, phases = [], pages = [], events = [] }: Shown = {}): number {
  return Number(session !== undefined) + phases.length + pages.length + events.length;
}

/** Wraps the sample's services, so that each call of the runner is counted. Call it before the first session starts. */
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

  /**
   * When each schedule was last read or written by this process. `lib/cloud/schedule-memory.ts` uses a schedule for a second without reading
   * it again.
   */
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
    // The first claim of a step has no record yet, and is made without a read.
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
    // A new page makes the adapter read the session's document too.
    const session = Number(write.kind === "written");
    count(session + phases.length + 2 * pages.length, session + documentsIn({ phases, pages, events }));
    return write;
  };

  // Each operation reads and writes two documents: the row, and the account of its session.
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
