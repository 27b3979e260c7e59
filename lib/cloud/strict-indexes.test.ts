// The project's tests use a Firestore that refuses queries without an index in `firestore.indexes.json`.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";

let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

test("a query of sessions needs an index of the index file", async () => {
  const sessions = client.firestore.collection("sessions");
  const owned = sessions.where("ownerId", "==", "a").orderBy("createdAt", "desc");
  expect((await owned.get()).size).toBe(0);
  const uncovered = sessions.where("ownerId", "==", "a").orderBy("title");
  await expect(uncovered.get()).rejects.toMatchObject({ code: 9 });
});
