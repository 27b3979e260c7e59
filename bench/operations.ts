// Counts a session's operations of Firestore and Pub/Sub, at the calls of the emulator's Firestore. Runs the pipeline's own code on the
// real stores, with minimal phases, because a phase's work uses neither. It is an upper bound: every change is projected at once here, but
// the service projects a session at most once a second.
import { randomUUID } from "node:crypto";
import { Firestore } from "@google-cloud/firestore";
import { LIST_METHODS, UNARY_METHODS } from "../emulators/firestore/methods.ts";
import { startSuite } from "../emulators/suite.ts";
import { contractDatabase } from "../lib/cloud/contract-database.ts";
import type { Database } from "../lib/cloud/documents.ts";
import { firestoreDeadLetters } from "../lib/cloud/firestore-dead-letters.ts";
import { firestoreLedger } from "../lib/cloud/firestore-ledger.ts";
import { firestoreProjector } from "../lib/cloud/firestore-projector.ts";
import { firestoreScheduleStore } from "../lib/cloud/firestore-schedule-store.ts";
import { firestoreStoryVault } from "../lib/cloud/firestore-story-vault.ts";
import { localKeyWrapper } from "../lib/cloud/key-wrapper.ts";
import { scheduleMemory } from "../lib/cloud/schedule-memory.ts";
import { firestoreSessionSeals, type SessionSeals } from "../lib/cloud/session-seals.ts";
import { sessionSightings } from "../lib/cloud/session-sightings.ts";
import { systemClock } from "../lib/pipeline/clock.ts";
import { createRunner } from "../lib/pipeline/handle.ts";
import { memoryBlobs, memoryPublisher } from "../lib/pipeline/memory-stores.ts";
import { SAMPLE_PARAMS, type SampleBook, samplePhases } from "../lib/pipeline/sample-session.ts";
import type { Services } from "../lib/pipeline/services.ts";
import { createSessionCommands } from "../lib/pipeline/session.ts";
import { DEFAULT_SETTINGS } from "../lib/pipeline/settings.ts";

export interface Operations {
  steps: number;
  /** Documents read and written in Firestore, as billed. */
  reads: number;
  writes: number;
  /** Bytes of all writes as JSON. */
  writtenBytes: number;
  messages: number;
}

export interface BookSize {
  pages: number;
  panels: number;
  people: number;
}

/** Upper bound of the operations of a book with five panels a page and three people, by its number of panels. */
export function formulaOf(panels: number): Pick<Operations, "reads" | "writes" | "messages"> {
  return {
    reads: (57 * panels) / 5 + 25,
    writes: (62 * panels) / 5 + 64,
    // Steps besides the panels: three a page, five a book, and three portraits.
    messages: (8 * panels) / 5 + 8,
  };
}

export interface OperationsBench {
  count(size: BookSize): Promise<Operations>;
  close(): Promise<void>;
}

export async function openOperations(): Promise<OperationsBench> {
  const counts = { reads: 0, writes: 0, writtenBytes: 0 };
  const restore = countCalls(counts);
  const suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  const db = new Firestore({
    ...{ projectId: suite.env.GOOGLE_CLOUD_PROJECT, ignoreUndefinedProperties: true, ssl: false },
    host: suite.env.FIRESTORE_EMULATOR_HOST,
  });
  const { GOOGLE_CLOUD_PROJECT: projectId = "", FIRESTORE_EMULATOR_HOST: host = "" } = suite.env;
  const database = contractDatabase({ firestore: db, projectId, host });
  const keys = localKeyWrapper([Buffer.alloc(32, 7)]);
  const seals = firestoreSessionSeals(database, keys, undefined);
  return {
    async count({ pages, panels, people }) {
      const publisher = memoryPublisher();
      const blobs = memoryBlobs();
      /** New services for each step: in the cloud the next step runs in another process, which has no cached state. */
      const services = () => ({
        ...storesOf(database, seals),
        ...{ stories: firestoreStoryVault(database, seals), deadLetters: firestoreDeadLetters(database) },
        ledger: firestoreLedger(database, { limits: { sessionMicros: 0, dayMicros: 0 }, stopped: undefined }),
        ...{ blobs, publisher, clock: systemClock, random: Math.random, newId: randomUUID },
        settings: { ...DEFAULT_SETTINGS, timings: { ...DEFAULT_SETTINGS.timings, projectionMs: 0 } },
      });
      const characters = Array.from({ length: people }, (_, index) => `c${index + 1}`);
      const book: SampleBook = { characters, pages, panels, durationMs: () => 0, renditions: true };
      const phases = samplePhases(book);
      Object.assign(counts, { reads: 0, writes: 0, writtenBytes: 0 });
      const params = { ...SAMPLE_PARAMS, coverApart: true as const };
      const request = { ownerId: randomUUID(), text: "Once upon a time.", params };
      const { sessionId } = await createSessionCommands(services()).startSession(request);
      let messages = 0;
      for (let message = publisher.queue.shift(); message; message = publisher.queue.shift()) {
        messages += 1;
        const runner = createRunner({ ...services(), phases, tools: { runs: [], clock: systemClock } });
        const answer = await runner.handle(message, { isFirst: true });
        if (answer !== "ack") throw new Error(`${message.step} was answered with ${answer}`);
      }
      const counted = { ...counts };
      const schedule = await services().schedules.read(sessionId);
      if (schedule?.state.status !== "completed") throw new Error(`it ended as ${schedule?.state.status}`);
      return { steps: Object.keys(schedule.results).length, ...counted, messages };
    },
    async close() {
      await db.terminate();
      await suite.close();
      restore();
    },
  };
}

/** Counts the Firestore calls of this process's emulator suites, until the returned function is called. */
function countCalls(counts: { reads: number; writes: number; writtenBytes: number }): () => void {
  const unary: Record<string, (typeof UNARY_METHODS)[string]> = UNARY_METHODS;
  const list: Record<string, (typeof LIST_METHODS)[string]> = LIST_METHODS;
  const before = { ...unary };
  const listBefore = { ...list };
  for (const name of ["Commit", "BatchWrite"]) {
    const real = before[name];
    if (real === undefined) throw new Error(`the suite's Firestore has no ${name}`);
    unary[name] = (engine, request) => {
      const writes = "writes" in request && Array.isArray(request.writes) ? request.writes : [];
      counts.writes += writes.length;
      counts.writtenBytes += JSON.stringify(writes).length;
      return real(engine, request);
    };
  }
  for (const [name, real] of Object.entries(listBefore)) {
    list[name] = async (engine, request) => {
      const responses = await real(engine, request);
      const billed = responses.filter(
        (response) => "found" in response || "document" in response || "missing" in response,
      );
      counts.reads += name === "BatchGetDocuments" ? billed.length : Math.max(1, billed.length);
      return responses;
    };
  }
  const { GetDocument: get } = before;
  if (get !== undefined) {
    unary.GetDocument = (engine, request) => {
      counts.reads += 1;
      return get(engine, request);
    };
  }
  return () => {
    Object.assign(unary, before);
    Object.assign(list, listBefore);
  };
}

/** The stores as one process opens them. */
function storesOf(database: Database, seals: SessionSeals): Pick<Services, "schedules" | "projector"> {
  const sightings = sessionSightings();
  const memory = scheduleMemory(database, { sightings });
  return {
    schedules: firestoreScheduleStore(database, seals, { sightings, memory }),
    projector: firestoreProjector(database, sightings),
  };
}
