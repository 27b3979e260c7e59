// The contract of a book's people on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describePeople, type PeopleUnderTest } from "../api/people-contract.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreComments } from "./firestore-comments.ts";
import { firestoreEraser } from "./firestore-eraser.ts";
import { firestorePeople } from "./firestore-people.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { firestoreSessionSeals } from "./session-seals.ts";

let client: ContractClient;
let stores: PeopleUnderTest;

beforeAll(async () => {
  client = await connectFirestore();
  const database = contractDatabase(client);
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  stores = {
    people: firestorePeople(database),
    comments: firestoreComments(database),
    schedules: firestoreScheduleStore(database, seals),
    eraser: firestoreEraser(database),
    newId: randomUUID,
  };
});

afterAll(() => client.close());

describePeople("people on Firestore", () => stores);
