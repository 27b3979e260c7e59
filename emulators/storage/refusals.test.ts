// What this emulator does not cover, it refuses by name; errors have the shape that Google's have.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractStorage, openContractStorage } from "./contract-storage.ts";

let opened: ContractStorage;
let base: string;

beforeAll(async () => {
  opened = await openContractStorage();
  base = `${opened.endpoint}/storage/v1/b/${opened.bucket.name}`;
  await opened.bucket.file("a").save("x");
});

afterAll(() => opened.close());

test.each([
  ["GET", "?softDeleted=true&generation=1", "buckets.get with softDeleted"],
  ["GET", "/iam", "GET of a bucket's iam"],
  ["GET", "/notificationConfigs", "GET of a bucket's notificationConfigs"],
  ["GET", "/o?versions=true", "objects.list with versions"],
  ["GET", "/o?matchGlob=**", "objects.list with matchGlob"],
  ["GET", "/o/a/acl", "GET of an object's acl"],
  ["POST", "/o/a/moveTo/o/b", "POST of an object's moveTo"],
])("%s %s answers 501 and says that %s is not covered", async (method, path, feature) => {
  const answer = await fetch(`${base}${path}`, { method });
  expect(answer.status).toBe(501);
  expect(await answer.json()).toMatchObject({
    error: { code: 501, message: expect.stringContaining(`UNIMPLEMENTED: ${feature}`) },
  });
});

test("a bucket is not given a feature that would have no effect", async () => {
  await expect(opened.bucket.setMetadata({ versioning: { enabled: true } })).rejects.toThrow(
    "bucket versioning",
  );
  const retention = { retentionPolicy: { retentionPeriod: 60 } };
  await expect(opened.bucket.setMetadata(retention)).rejects.toThrow("bucket retentionPolicy");
  const locked = opened.storage.createBucket("locked-objects", { enableObjectRetention: true });
  await expect(locked).rejects.toThrow("enableObjectRetention");
  await expect(opened.bucket.file("a").setMetadata({ temporaryHold: true })).rejects.toThrow("temporaryHold");
});

test("an upload is not made public, nor encrypted with a key of the caller's", async () => {
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
