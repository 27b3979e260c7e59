// Uncovered features are refused by name, and errors have Google's form.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUCKET_REFUSED, OBJECT_REFUSED } from "./attributes.ts";
import { type ContractStorage, openContractStorage } from "./contract-storage.ts";
import { REFUSED_LISTS } from "./json-api.ts";

let opened: ContractStorage;
let base: string;

beforeAll(async () => {
  opened = await openContractStorage();
  base = `${opened.endpoint}/storage/v1/b/${opened.bucket.name}`;
  await opened.bucket.file("a").save("x");
});

afterAll(() => opened.close());

async function expectRefusal(answer: Response, feature: string): Promise<void> {
  const message = `UNIMPLEMENTED: ${feature} is not covered by this Cloud Storage emulator.`;
  const errors = [{ message, domain: "global", reason: "notImplemented" }];
  expect([answer.status, await answer.json()]).toEqual([501, { error: { code: 501, message, errors } }]);
}

describe("answers 501 and the name of", () => {
  const RESOURCES = [
    "acl",
    "defaultObjectAcl",
    "iam",
    "notificationConfigs",
    "folders",
    "managedFolders",
    "anywhereCaches",
  ];

  test.each(RESOURCES)("a bucket's %s", async (resource) => {
    for (const [method, path] of [
      ["GET", ""],
      ["POST", ""],
      ["PUT", "/x"],
      ["DELETE", "/x"],
    ] as const) {
      const answer = await fetch(`${base}/${resource}${path}`, { method });
      await expectRefusal(answer, `${method} of a bucket's ${resource}`);
    }
  });

  test.each(["restore", "lockRetentionPolicy", "storageLayout", "relocate"])(
    "a bucket's method %s",
    async (method) => {
      await expectRefusal(
        await fetch(`${base}/${method}`, { method: "POST" }),
        `POST of a bucket's ${method}`,
      );
    },
  );

  test.each(["acl", "iam", "restore"])("an object's %s", async (resource) => {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(`${base}/o/a/${resource}`, { method });
      await expectRefusal(answer, `${method} of an object's ${resource}`);
    }
  });

  test.each(REFUSED_LISTS)("the option %s of a list of objects", async (option) => {
    await expectRefusal(await fetch(`${base}/o?${option}=true`), `objects.list with ${option}`);
  });

  test.each([...BUCKET_REFUSED])("a bucket's field %s", async (field) => {
    const init = { method: "PATCH", body: JSON.stringify({ [field]: { enabled: true } }) };
    await expectRefusal(await fetch(base, init), `bucket ${field}`);
    const body = JSON.stringify({ name: "not-made", [field]: { enabled: true } });
    const created = await fetch(`${opened.endpoint}/storage/v1/b?project=p`, { method: "POST", body });
    await expectRefusal(created, `bucket ${field}`);
    expect(await opened.storage.bucket("not-made").exists()).toEqual([false]);
  });

  test.each([...OBJECT_REFUSED])("an object's field %s", async (field) => {
    const body = JSON.stringify({ [field]: "x" });
    await expectRefusal(await fetch(`${base}/o/a`, { method: "PATCH", body }), `object ${field}`);
    await expectRefusal(
      await fetch(`${base}/o/a/copyTo/b/${opened.bucket.name}/o/b`, { method: "POST", body }),
      `object ${field}`,
    );
  });

  test.each([
    ["GET", "?softDeleted=true&generation=1", "buckets.get with softDeleted"],
    ["GET", "/o/a?softDeleted=true&generation=1", "objects.get with softDeleted"],
    ["GET", "/o?matchGlob=*&delimiter=/", "objects.list with matchGlob and delimiter"],
    ["POST", "/o/watch", "POST of an object"],
    ["POST", "/o", "POST of a bucket's objects"],
    ["POST", `/o/a/copyTo/b/x/o/y?destinationKmsKeyName=k`, "destinationKmsKeyName"],
    [
      "POST",
      `/o/a/copyTo/b/x/o/y?destinationPredefinedAcl=publicRead`,
      "destinationPredefinedAcl publicRead",
    ],
  ])("%s %s: %s", async (method, path, feature) => {
    await expectRefusal(await fetch(`${base}${path}`, { method }), feature);
  });

  test.each([
    ["GET", "/b?project=p&softDeleted=true", "buckets.list with softDeleted"],
    ["POST", "/b?project=p&enableObjectRetention=true", "enableObjectRetention"],
    ["POST", "/channels/stop", "POST /channels/stop"],
    ["GET", "/projects/p/hmacKeys", "GET /projects/p/hmacKeys"],
    ["GET", "/projects/p/serviceAccount", "GET /projects/p/serviceAccount"],
    ["POST", "/batch/storage/v1", "POST /batch/storage/v1"],
  ])("%s %s: %s", async (method, path, feature) => {
    await expectRefusal(await fetch(`${opened.endpoint}${path}`, { method }), feature);
  });

  test.each(["x-goog-encryption-key", "x-goog-copy-source-encryption-key"])("a key in %s", async (name) => {
    const init = { method: "POST", headers: { [name]: "a2V5" } };
    const answer = await fetch(`${base}/o/a/copyTo/b/${opened.bucket.name}/o/b`, init);
    await expectRefusal(answer, "customer-supplied encryption key");
  });
});

test("creating a bucket with an uncovered feature is refused", async () => {
  await expect(opened.bucket.setMetadata({ versioning: { enabled: true } })).rejects.toThrow(
    "bucket versioning",
  );
  const retention = { retentionPolicy: { retentionPeriod: 60 } };
  await expect(opened.bucket.setMetadata(retention)).rejects.toThrow("bucket retentionPolicy");
  const locked = opened.storage.createBucket("locked-objects", { enableObjectRetention: true });
  await expect(locked).rejects.toThrow("enableObjectRetention");
  await expect(opened.bucket.file("a").setMetadata({ temporaryHold: true })).rejects.toThrow("temporaryHold");
});

test("uploads with a public ACL or a customer-supplied key are refused", async () => {
  await expect(opened.bucket.file("p").save("x", { public: true, resumable: false })).rejects.toThrow(
    "publicRead",
  );
  const locked = opened.bucket.file("k").setEncryptionKey(Buffer.alloc(32, 1));
  await expect(locked.save("x", { resumable: false })).rejects.toThrow("customer-supplied encryption key");
});

test("an error in JSON names its code, reason and message", async () => {
  const answer = await fetch(`${base}/o/missing`);
  const message = `No such object: ${opened.bucket.name}/missing`;
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    error: { code: 404, message, errors: [{ message, domain: "global", reason: "notFound" }] },
  });
});

test("a body that is not JSON is refused with 400", async () => {
  const answer = await fetch(`${base}/o/a`, { method: "PATCH", body: "{" });
  expect(answer.status).toBe(400);
});
