// The ledger's contract on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { describeLedger, type LedgerUnderTest } from "../pipeline/ledger-contract.ts";
import { describeServiceLimits } from "../pipeline/service-limits-contract.ts";
import { ServiceWindowsSchema } from "../pipeline/service-windows.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreLedger } from "./firestore-ledger.ts";
import {
  dayBudgetPath,
  LEDGER,
  SERVICE_WINDOWS,
  SPENDING_SWITCH,
  SUSPENDED_OWNERS,
  userPath,
} from "./firestore-paths.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { firestoreSessionSeals } from "./session-seals.ts";

let client: ContractClient;
let ledger: LedgerUnderTest;

beforeAll(async () => {
  client = await connectFirestore();
  const db = client.firestore;
  ledger = {
    open: (limits) => firestoreLedger(contractDatabase(client), { limits, stopped: undefined }),
    newId: randomUUID,
    async readRows(sessionId) {
      const { docs } = await db.collection(LEDGER).where("sessionId", "==", sessionId).get();
      return docs.map((document) => document.data());
    },
    async stopSpending(reason) {
      await db.doc(SPENDING_SWITCH).set({ isOff: reason !== undefined, ...(reason && { reason }) });
    },
    setSuspended: async (owners) => void (await db.doc(SUSPENDED_OWNERS).set({ owners })),
  };
});

afterAll(() => client.close());

describeLedger("a ledger in Firestore", () => ledger);

describeServiceLimits("a ledger in Firestore where the service has limits", () => {
  const database = contractDatabase(client);
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  return {
    open: (limits) => ({
      schedules: firestoreScheduleStore(database, seals, { limits }),
      ledger: firestoreLedger(database, { limits, stopped: undefined }),
    }),
    newId: randomUUID,
    async readWindows() {
      const windows = (await client.firestore.doc(SERVICE_WINDOWS).get()).data();
      return windows && ServiceWindowsSchema.parse(windows);
    },
    clearWindows: async () => void (await client.firestore.doc(SERVICE_WINDOWS).delete()),
    setDayLimit: async (ownerId, dayLimit) =>
      void (await client.firestore.doc(userPath(ownerId)).set({ dayLimit })),
  };
});

const limits = { sessionMicros: 1_000, dayMicros: 1_000 };
const callOf = (n: number) => ({
  ...{ sessionId: randomUUID(), ownerId: randomUUID(), step: "plot", fence: 1, n, model: "m" },
  ...{ upToMicros: 10, budgetMicros: undefined },
});

test("a changed switch is noticed within five seconds, and not read at every call", async () => {
  let now = 0;
  const own = firestoreLedger(contractDatabase(client), { limits, stopped: undefined, now: () => now });
  await own.reserve(callOf(1));
  await ledger.stopSpending("too dear");
  now += 4_999;
  await own.reserve(callOf(2));
  now += 1;
  await expect(own.reserve(callOf(3))).rejects.toThrow("too dear");
  await ledger.stopSpending(undefined);
  now += 5_000;
  await own.reserve(callOf(4));
});

test("the setting stops all spending without a read of the store", async () => {
  const own = firestoreLedger(contractDatabase(client), { limits, stopped: "MEKURI_SPENDING is off" });
  await expect(own.reserve(callOf(1))).rejects.toThrow(/MEKURI_SPENDING is off/);
});

test("an owner's daily limit can be raised by changing only its document", async () => {
  const own = firestoreLedger(contractDatabase(client), {
    limits: { ...limits, dayMicros: 5 },
    stopped: undefined,
  });
  const call = callOf(1);
  await expect(own.reserve(call)).rejects.toMatchObject({ code: "budget-day" });
  const { day } = await own.readDay(call.ownerId);
  const budget = { schemaVersion: 1, ownerId: call.ownerId, day, allottedMicros: 0, limitMicros: 50 };
  await client.firestore.doc(dayBudgetPath(call.ownerId, day)).set(budget);
  await own.reserve(call);
  expect(await own.readDay(call.ownerId)).toMatchObject({ allottedMicros: 13, limitMicros: 50 });
});
