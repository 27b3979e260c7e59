// The real client over REST with a service account's key file: it sends a token that it signs with the account's key.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Firestore } from "@google-cloud/firestore";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { serviceAccountOf, writeKeyFile } from "../storage/service-account.ts";
import { startFirestore } from "./server.ts";

let service: RunningService;
let folder: string;
let firestore: Firestore;
beforeEach(async () => {
  const db = openDatabase("memory");
  service = await startFirestore({ db });
  folder = mkdtempSync(join(tmpdir(), "service-account-"));
  vi.stubEnv("FIRESTORE_EMULATOR_HOST", service.host);
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", writeKeyFile(await serviceAccountOf(db), folder));
  firestore = new Firestore({ projectId: "demo-rest", preferRest: true });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await firestore.terminate();
  await service.close();
  rmSync(folder, { recursive: true });
});

test("reads and writes as the owner", async () => {
  const document = firestore.doc("a/b");
  await document.set({ n: 1 });
  expect((await document.get()).data()).toEqual({ n: 1 });
  expect((await firestore.collection("a").where("n", "==", 1).get()).size).toBe(1);
});
