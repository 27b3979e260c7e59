// An owner's rows on Firestore: the embedded emulator, or the one that FIRESTORE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { type LedgerRow, LedgerRowSchema } from "../pipeline/ledger.ts";
import { contractDatabase } from "./contract-database.ts";
import { ledgerRowPath } from "./firestore-paths.ts";
import { firestoreUsageReader } from "./firestore-usage-reader.ts";

let client: ContractClient;

beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

async function write(ownerId: string, at: number, n: number): Promise<LedgerRow> {
  const call = { sessionId: `session-of-${ownerId}`, step: "artwork/p001/k1", fence: 1, n };
  const row = LedgerRowSchema.parse({
    ...{ ...call, ownerId, at, schemaVersion: 1, model: "m@1", state: "settled", upToMicros: 9, micros: n },
  });
  await client.firestore.doc(ledgerRowPath(call)).set(row);
  return row;
}

test("an owner's rows are listed from a time on, newest first, up to a limit", async () => {
  const [ann, bob] = [randomUUID(), randomUUID()];
  const rows = [await write(ann, 1_000, 1), await write(ann, 2_000, 2), await write(ann, 3_000, 3)];
  await write(bob, 3_000, 4);
  const reader = firestoreUsageReader(contractDatabase(client));
  expect(await reader.rowsOf(ann, 2_000, 10)).toEqual([rows[2], rows[1]]);
  expect(await reader.rowsOf(ann, 0, 2)).toEqual([rows[2], rows[1]]);
  expect(await reader.rowsOf(randomUUID(), 0, 10)).toEqual([]);
});
