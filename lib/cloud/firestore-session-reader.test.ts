// The readers' and the eraser's contract on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeReaders, type ReadersUnderTest } from "../api/session-reader-contract.ts";
import { systemClock } from "../pipeline/clock.ts";
import { memoryLedger } from "../pipeline/memory-ledger.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreEraser } from "./firestore-eraser.ts";
import { IDEMPOTENCY, sessionPath } from "./firestore-paths.ts";
import { firestoreProjector } from "./firestore-projector.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { firestoreSessionReader } from "./firestore-session-reader.ts";
import { firestoreStoryVault } from "./firestore-story-vault.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { firestoreSessionSeals } from "./session-seals.ts";

let client: ContractClient;
let readers: ReadersUnderTest;

beforeAll(async () => {
  client = await connectFirestore();
  const db = client.firestore;
  const database = contractDatabase(client);
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  readers = {
    schedules: firestoreScheduleStore(database, seals),
    stories: firestoreStoryVault(database, seals),
    projector: firestoreProjector(database),
    ...{ ledger: memoryLedger(Date.now), clock: systemClock, newId: randomUUID },
    reader: firestoreSessionReader(contractDatabase(client)),
    eraser: firestoreEraser(database),
    async countDocuments(sessionId) {
      const at = db.doc(sessionPath(sessionId));
      const below = (await at.listCollections()).map((collection) => collection.get());
      const keys = db.collection(IDEMPOTENCY).where("sessionId", "==", sessionId).get();
      const found = await Promise.all([...below, keys]);
      return found.reduce((sum, { size }) => sum + size, Number((await at.get()).exists));
    },
  };
});

afterAll(() => client.close());

describeReaders("readers on Firestore", () => readers);
