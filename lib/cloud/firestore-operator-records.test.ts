// The contract of the records of operators on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeOperatorRecords } from "../api/operate/operator-records-contract.ts";
import { dayOf } from "../pipeline/service-windows.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreDeadLetters } from "./firestore-dead-letters.ts";
import { firestoreLedger } from "./firestore-ledger.ts";
import { firestoreOperatorRecords } from "./firestore-operator-records.ts";

let client: ContractClient;
/** The ledger reads the switch again with each reservation. */
let time = 0;

beforeAll(async () => {
  client = await connectFirestore();
});

afterAll(() => client.close());

describeOperatorRecords("records of operators in Firestore", () => {
  const database = contractDatabase(client);
  const limits = { sessionMicros: 1_000_000, dayMicros: 1_000_000 };
  return {
    records: firestoreOperatorRecords(database),
    ledger: firestoreLedger(database, { limits, stopped: undefined, now: () => (time += 60_000) }),
    deadLetters: firestoreDeadLetters(database),
    newId: randomUUID,
    today: () => dayOf(Date.now()),
  };
});
