// The ledger's contract on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeLedger, type LedgerUnderTest } from "../pipeline/ledger-contract.ts";
import { firestoreLedger } from "./firestore-ledger.ts";
import { LEDGER, SPENDING_SWITCH } from "./firestore-paths.ts";

let client: ContractClient;
let ledger: LedgerUnderTest;

beforeAll(async () => {
  client = await connectFirestore();
  const db = client.firestore;
  ledger = {
    open: (limits) => firestoreLedger(db, { limits, stopped: undefined }),
    newId: randomUUID,
    async readRows(sessionId) {
      const { docs } = await db.collection(LEDGER).where("sessionId", "==", sessionId).get();
      return docs.map((document) => document.data());
    },
    async stopSpending(reason) {
      await db.doc(SPENDING_SWITCH).set({ isOff: reason !== undefined, ...(reason && { reason }) });
    },
  };
});

afterAll(() => client.close());

describeLedger("a ledger in Firestore", () => ledger);
