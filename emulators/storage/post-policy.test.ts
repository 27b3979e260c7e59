// Uploads by HTML form: Google's client signs the policy, and the test sends the form like a browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bucket, type GenerateSignedPostPolicyV4Options, Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../database.ts";
import { textOf } from "./contract-storage.ts";
import { type RunningStorage, startStorage } from "./server.ts";
import { writeKeyFile } from "./service-account.ts";

let server: RunningStorage;
let bucket: Bucket;
let folder: string;
let ahead = 0;

beforeAll(async () => {
  const clock = () => Date.now() + ahead;
  server = await startStorage({ db: openDatabase("memory"), dataDir: "memory", clock });
  folder = mkdtempSync(join(tmpdir(), "post-policy-"));
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", writeKeyFile(server.serviceAccount, folder));
  vi.stubEnv("STORAGE_EMULATOR_HOST", server.endpoint);
  bucket = new Storage({ projectId: "forms" }).bucket("form-uploads");
  await bucket.create();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await server.close();
});

type Settings = Omit<GenerateSignedPostPolicyV4Options, "expires">;

/** The status and the error code of a form whose fields were changed after the policy was signed. */
async function send(name: string, settings: Settings, changes: Record<string, string> = {}, content = "ink") {
  const expires = Date.now() + 60_000;
  const [{ url, fields }] = await bucket.file(name).generateSignedPostPolicyV4({ expires, ...settings });
  const form = new FormData();
  for (const [key, value] of Object.entries({ ...fields, ...changes })) form.append(key, value);
  form.append("file", new Blob([content]), "page.png");
  const answer = await fetch(url, { method: "POST", body: form });
  return [answer.status, /<Code>(.+?)<\/Code>/.exec(await answer.text())?.[1]];
}

test("a form that its policy allows is stored with its metadata fields", async () => {
  const fields = { "x-goog-meta-page": "1", "content-type": "image/png" };
  expect(await send("one.png", { fields })).toEqual([204, undefined]);
  expect(await textOf(bucket, "one.png")).toBe("ink");
  const [metadata] = await bucket.file("one.png").getMetadata();
  expect(metadata).toMatchObject({ contentType: "image/png", metadata: { page: "1" } });
});

test("a form that its policy does not allow is refused, and nothing is stored", async () => {
  expect(await send("two", {}, { key: "other" })).toEqual([403, "AccessDenied"]);
  expect(await send("two", {}, { "x-goog-meta-extra": "1" })).toEqual([403, "AccessDenied"]);
  const conditions = [["starts-with", "$x-goog-meta-kind", "ma"]];
  expect(await send("two", { conditions }, { "x-goog-meta-kind": "book" })).toEqual([403, "AccessDenied"]);
  const range = { conditions: [["content-length-range", 2, 5]] };
  expect(await send("two", range, {}, "123456")).toEqual([400, "EntityTooLarge"]);
  expect(await send("two", range, {}, "1")).toEqual([400, "EntityTooSmall"]);
  expect(await bucket.file("two").exists()).toEqual([false]);
});

test("a modified or expired policy is refused", async () => {
  const policy = Buffer.from(JSON.stringify({ conditions: [], expiration: "2100-01-01T00:00:00Z" }));
  expect(await send("three", {}, { policy: policy.toString("base64") })).toEqual([
    403,
    "SignatureDoesNotMatch",
  ]);
  ahead = 120_000;
  expect(await send("three", {})).toEqual([403, "AccessDenied"]);
  ahead = 0;
  expect(
    await send(
      "three",
      { conditions: [["starts-with", "$x-goog-meta-kind", "ma"]] },
      { "x-goog-meta-kind": "manga" },
    ),
  ).toEqual([204, undefined]);
});
