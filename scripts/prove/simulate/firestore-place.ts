// Worlds on the Firestore stores and the embedded emulator with the world's virtual time. Calls are serialised, and time stands still
// during one, so that a seed is deterministic. Two processes share the database: each remembers its own writes, and may be outdated about
// the other's.
import { connectFirestoreAt } from "../../../emulators/firestore/contract-client.ts";
import { contractDatabase } from "../../../lib/cloud/contract-database.ts";
import type { Database } from "../../../lib/cloud/documents.ts";
import { firestoreProjector } from "../../../lib/cloud/firestore-projector.ts";
import { firestoreScheduleStore } from "../../../lib/cloud/firestore-schedule-store.ts";
import { firestoreSessionReader } from "../../../lib/cloud/firestore-session-reader.ts";
import { firestoreStoryVault } from "../../../lib/cloud/firestore-story-vault.ts";
import { localKeyWrapper } from "../../../lib/cloud/key-wrapper.ts";
import { scheduleMemory } from "../../../lib/cloud/schedule-memory.ts";
import { firestoreSessionSeals } from "../../../lib/cloud/session-seals.ts";
import { sessionSightings } from "../../../lib/cloud/session-sightings.ts";
import type { WorldPlace, WorldStores } from "../../../lib/pipeline/simulation/world-stores.ts";
import { PHASES } from "../../../lib/pipeline/step-id.ts";
import type { VirtualClock } from "../../../lib/pipeline/virtual-clock.ts";

const PROCESSES = 2;
const DAY_MS = 24 * 3_600_000;
const START_MS = Date.UTC(2026, 3, 1, 9);

/** Calls that a process answers from memory. */
const AT_HAND = new Set(["knownViews", "shownSeq"]);

export interface FirestorePlace {
  /** The stores of the next world. */
  next(): WorldPlace;
  close(): Promise<void>;
}

/** `remembers`: whether the stores use the schedule memory. */
export async function openFirestorePlace({ remembers = true } = {}): Promise<FirestorePlace> {
  let clock: Pick<VirtualClock, "now"> = { now: () => START_MS };
  let worlds = 0;
  const client = await connectFirestoreAt(() => clock.now());
  const database = contractDatabase(client);
  return {
    next() {
      worlds += 1;
      // No world takes a day, and the emulator's time never goes back. Each world begins at the same hour.
      const days = Math.ceil((clock.now() - START_MS) / DAY_MS) + 1;
      return {
        startMs: START_MS + days * DAY_MS,
        prefix: `w${worlds}-`,
        stores(worldClock) {
          clock = worldClock;
          return storesOf(database, worldClock, remembers);
        },
      };
    },
    close: client.close,
  };
}

function storesOf(database: Database, { now }: VirtualClock, remembers: boolean): WorldStores {
  const { inTurn, idle } = openTurns();
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  const processes = Array.from({ length: PROCESSES }, () => {
    const sightings = sessionSightings(now);
    const memory = remembers ? scheduleMemory(database, { sightings, now }) : undefined;
    return {
      schedules: inTurn(firestoreScheduleStore(database, seals, { sightings, ...(memory && { memory }) })),
      stories: inTurn(firestoreStoryVault(database, seals)),
      projector: inTurn(firestoreProjector(database, sightings)),
    };
  });
  const [first] = processes;
  if (first === undefined) throw new RangeError("there is no process");
  const reader = inTurn(firestoreSessionReader(database));
  return {
    ...first,
    instanceOf: (workerId) => processes[workerId % PROCESSES] ?? first,
    idle,
    shown: {
      session: reader.read,
      pages: (sessionId) => reader.readPages(sessionId),
      async phases(sessionId) {
        const phases = await Promise.all(PHASES.map((phase) => reader.readPhase(sessionId, phase)));
        return phases.filter((phase) => phase !== undefined);
      },
    },
  };
}

/** Serialises the calls of several ports together. */
function openTurns(): { inTurn<Port extends object>(port: Port): Port; idle(): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  let pending = 0;

  function take(call: () => Promise<unknown>): Promise<unknown> {
    pending += 1;
    const own = last.then(call);
    const over = () => {
      pending -= 1;
    };
    last = own.then(over, over);
    return own;
  }

  return {
    inTurn: (port) =>
      new Proxy(port, {
        get(target, key, receiver) {
          const call: unknown = Reflect.get(target, key, receiver);
          if (typeof call !== "function" || AT_HAND.has(String(key))) return call;
          return (...parameters: unknown[]) => take(async () => Reflect.apply(call, target, parameters));
        },
      }),
    async idle() {
      while (pending > 0) {
        await last;
        // Lets callers that waited for the result continue.
        await new Promise(setImmediate);
      }
    },
  };
}
