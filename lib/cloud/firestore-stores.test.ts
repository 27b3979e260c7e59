// The stores' contract on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeProgress } from "../pipeline/progress-contract.ts";
import { describeProtocol } from "../pipeline/protocol-contract.ts";
import { describeStores, type StoresUnderTest } from "../pipeline/stores-contract.ts";
import { contractDatabase, officialContractDocuments } from "./contract-database.ts";
import { firestoreDeadLetters } from "./firestore-dead-letters.ts";
import { pagePath, phasePath, sessionPath } from "./firestore-paths.ts";
import { firestoreProjector } from "./firestore-projector.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { firestoreStoryVault } from "./firestore-story-vault.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { scheduleMemory } from "./schedule-memory.ts";
import { firestoreSessionSeals, type SessionSeals } from "./session-seals.ts";
import { sessionSightings } from "./session-sightings.ts";

let client: ContractClient;
let stores: StoresUnderTest;
/** The same with the cache. */
let remembering: StoresUnderTest;
/** And by Google's own client. */
let official: StoresUnderTest;

beforeAll(async () => {
  client = await connectFirestore();
  const db = client.firestore;
  const database = contractDatabase(client);
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  const read = async (path: string) => (await db.doc(path).get()).data();
  stores = {
    schedules: firestoreScheduleStore(database, seals),
    stories: firestoreStoryVault(database, seals),
    projector: firestoreProjector(database),
    deadLetters: firestoreDeadLetters(database),
    newId: randomUUID,
    readSession: (sessionId) => read(sessionPath(sessionId)),
    readPage: (sessionId, page) => read(pagePath(sessionId, page)),
    readPhase: (sessionId, phase) => read(phasePath(sessionId, phase)),
    countEvents: async (sessionId) =>
      (
        await db
          .collection(`${sessionPath(sessionId)}/events`)
          .count()
          .get()
      ).data().count,
  };
  official = { ...stores, ...officialStores(seals) };
  const sightings = sessionSightings();
  const memory = scheduleMemory(database, { sightings });
  remembering = {
    ...stores,
    schedules: firestoreScheduleStore(database, seals, { sightings, memory }),
    projector: firestoreProjector(database, sightings),
  };
});

afterAll(() => client.close());

/** As the functions have them. */
function officialStores(seals: SessionSeals): Pick<StoresUnderTest, "schedules" | "stories" | "projector"> {
  const { firestore } = client;
  const database = { ...officialContractDocuments(client), client: async () => firestore };
  const sightings = sessionSightings();
  const memory = scheduleMemory(database, { sightings });
  return {
    schedules: firestoreScheduleStore(database, seals, { sightings, memory }),
    stories: firestoreStoryVault(database, seals),
    projector: firestoreProjector(database, sightings),
  };
}

describeStores("stores on Firestore by Google's client", () => official);
describeProtocol("the protocol on Firestore by Google's client", () => official);
describeProgress("progress on Firestore by Google's client", () => official);
describeStores("stores on Firestore that remember", () => remembering);
describeProtocol("the protocol on Firestore with stores that remember", () => remembering);
describeStores("stores on Firestore", () => stores);
describeProtocol("the protocol on Firestore", () => stores);
describeProgress("progress on Firestore", () => stores);
