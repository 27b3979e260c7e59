// The timeline's contract on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeEventReader } from "../api/event-reader-contract.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreEventReader } from "./firestore-event-reader.ts";
import { firestoreProjector } from "./firestore-projector.ts";

let client: ContractClient;

beforeAll(async () => {
  client = await connectFirestore();
});

afterAll(() => client.close());

describeEventReader("a timeline on Firestore", () => ({
  reader: firestoreEventReader(contractDatabase(client)),
  projector: firestoreProjector(contractDatabase(client)),
  newId: randomUUID,
}));
