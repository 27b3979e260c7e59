// The contract of reports and suspensions on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeModeration } from "../api/moderation-contract.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreModeration } from "./firestore-moderation.ts";
import { SUSPENDED_OWNERS } from "./firestore-paths.ts";

let client: ContractClient;

beforeAll(async () => {
  client = await connectFirestore();
});

afterAll(() => client.close());

describeModeration("moderation on Firestore", () => ({
  moderation: firestoreModeration(contractDatabase(client)),
  newId: randomUUID,
  refused: async () => (await client.firestore.doc(SUSPENDED_OWNERS).get()).data()?.owners ?? [],
}));
