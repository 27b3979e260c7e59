// Contract suite of rules by `@firebase/rules-unit-testing`, and a test in the form in which that library's users write tests.
import { expect, test } from "vitest";
import { describeRules } from "../../firestore/rules-contract.ts";
import { officialBench, officialLibrary } from "./official-bench.ts";

describeRules(officialBench);

test("a test with Google's library: rules disabled, assertFails, assertSucceeds, clearFirestore", async () => {
  const [{ assertFails, assertSucceeds, initializeTestEnvironment }, bench] = await Promise.all([
    officialLibrary(),
    officialBench(),
  ]);
  const [host = "", port] = bench.host.split(":");
  const rules = `rules_version = '2';
service cloud.firestore { match /databases/{d}/documents { match /notes/{n} {
  allow read: if resource.data.by == request.auth.uid;
} } }`;
  const environment = await initializeTestEnvironment({
    projectId: "demo-rules-by-hand",
    firestore: { host, port: Number(port), rules },
  });
  await environment.withSecurityRulesDisabled((context) =>
    context.firestore().doc("notes/n").set({ by: "ada" }),
  );
  const read = (uid: string) =>
    environment.authenticatedContext(uid).firestore().doc("notes/n").get({ source: "server" });
  await assertSucceeds(read("ada"));
  await assertFails(read("bob"));
  await assertFails(
    environment.unauthenticatedContext().firestore().doc("notes/n").get({ source: "server" }),
  );
  await environment.clearFirestore();
  let exists: unknown;
  await environment.withSecurityRulesDisabled(async (context) => {
    exists = Object(await context.firestore().doc("notes/n").get({ source: "server" })).exists;
  });
  expect(exists).toBe(false);
  await environment.cleanup();
  await bench.close();
});
