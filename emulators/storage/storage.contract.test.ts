// Contract suite of buckets, metadata, preconditions and copies with Google's client.
// Runs against this suite's emulator, or unchanged against the one that STORAGE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import { type Bucket, IdempotencyStrategy, Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractStorage, codeOf, openContractStorage, textOf } from "./contract-storage.ts";

let opened: ContractStorage;
let endpoint: string;
let storage: Storage;
let bucket: Bucket;

beforeAll(async () => {
  opened = await openContractStorage();
  ({ endpoint, storage, bucket } = opened);
});

afterAll(() => opened.close());

describe("buckets", () => {
  test("a bucket keeps its cors, lifecycle and labels, and is found in the list", async () => {
    const name = `kept-${randomUUID()}`;
    await storage.createBucket(name, { location: "ASIA-NORTHEAST1" });
    await storage.bucket(name).setMetadata({
      cors: [{ origin: ["*"], method: ["GET"], maxAgeSeconds: 60 }],
      lifecycle: { rule: [{ action: { type: "Delete" }, condition: { age: 30 } }] },
      labels: { team: "manga" },
    });
    const [metadata] = await storage.bucket(name).getMetadata();
    expect(metadata).toMatchObject({
      name,
      location: "ASIA-NORTHEAST1",
      cors: [{ origin: ["*"] }],
      lifecycle: { rule: [{ condition: { age: 30 } }] },
      labels: { team: "manga" },
    });
    const [buckets] = await storage.getBuckets({ prefix: "kept-" });
    expect(buckets.map((found) => found.name)).toContain(name);
    await storage.bucket(name).delete();
    expect(await storage.bucket(name).exists()).toEqual([false]);
  });

  test("a patch merges iamConfiguration, and cleared labels and cors are absent", async () => {
    const [own] = await storage.createBucket(`patched-${randomUUID()}`, {
      labels: { team: "manga" },
      cors: [{ origin: ["*"], method: ["GET"] }],
    });
    await own.setMetadata({ iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } });
    await own.setMetadata({ iamConfiguration: { publicAccessPrevention: "enforced" } });
    await own.setMetadata({ labels: { team: null }, cors: [] });
    const [metadata] = await own.getMetadata();
    expect(metadata.iamConfiguration).toMatchObject({
      publicAccessPrevention: "enforced",
      uniformBucketLevelAccess: { enabled: true },
    });
    expect(metadata).not.toHaveProperty("labels");
    expect(metadata).not.toHaveProperty("cors");
  });

  test("unknown values of enumerated fields are refused with 400", async () => {
    const iamConfiguration = { publicAccessPrevention: "bogus" };
    expect(await codeOf(bucket.setMetadata({ iamConfiguration }))).toBe("400");
    expect(await codeOf(bucket.setMetadata({ storageClass: "BOGUS" }))).toBe("400");
    const save = bucket.file("bogus").save("x", { resumable: false, metadata: { storageClass: "BOGUS" } });
    expect(await codeOf(save)).toBe("400");
  });

  test("a name that is taken is refused with 409", async () => {
    expect(await codeOf(storage.createBucket(bucket.name))).toBe("409");
  });

  test("a bucket that does not exist answers 404 to every kind of request", async () => {
    const missing = storage.bucket(`missing-${randomUUID()}`);
    expect(await codeOf(missing.getMetadata())).toBe("404");
    expect(await codeOf(missing.getFiles())).toBe("404");
    expect(await codeOf(missing.file("a").download())).toBe("404");
    expect(await codeOf(missing.file("a").save("x", { resumable: false }))).toBe("404");
  });

  test("a bucket that holds objects is not deleted", async () => {
    const [full] = await storage.createBucket(`full-${randomUUID()}`);
    await full.file("a").save("x");
    expect(await codeOf(full.delete())).toBe("409");
  });
});

describe("metadata", () => {
  test("custom metadata of more than 8 KiB is refused", async () => {
    const save = (bytes: number) => {
      const metadata = { metadata: { k: "a".repeat(bytes - 1) } };
      return bucket.file("large").save("x", { resumable: false, metadata });
    };
    expect(await codeOf(save(8192))).toBe("none");
    expect(await codeOf(save(8193))).toBe("400");
    await expect(save(2_100_000)).rejects.toThrow("Metadata part is too large");
  });

  test("is returned in the parts that `fields` selects", async () => {
    await bucket.file("parts").save("x");
    const answer = await fetch(
      `${endpoint}/storage/v1/b/${bucket.name}/o?prefix=parts&fields=kind,items(name,size)`,
    );
    expect(await answer.json()).toEqual({ kind: "storage#objects", items: [{ name: "parts", size: "1" }] });
    const path = await fetch(`${endpoint}/storage/v1/b/${bucket.name}/o?prefix=parts&fields=items/bucket`);
    expect(await path.json()).toEqual({ items: [{ bucket: bucket.name }] });
    const broken = await fetch(`${endpoint}/storage/v1/b/${bucket.name}/o?fields=items(name`);
    expect(broken.status).toBe(400);
  });

  test("a patch merges custom metadata, removes null and increments the metageneration", async () => {
    const file = bucket.file("notes.txt");
    await file.save("x", { metadata: { cacheControl: "public, max-age=60", metadata: { a: "1", b: "2" } } });
    const [patched] = await file.setMetadata({ contentLanguage: "ja", metadata: { b: null, c: "3" } });
    expect(patched).toMatchObject({
      metageneration: "2",
      cacheControl: "public, max-age=60",
      contentLanguage: "ja",
      metadata: { a: "1", c: "3" },
    });
    expect(patched.metadata).not.toHaveProperty("b");
  });

  test("names with slashes, spaces, percent signs and kana are kept", async () => {
    const name = "sessions/一 話/50%+?#&=.png";
    await bucket.file(name).save("x");
    expect((await bucket.file(name).getMetadata())[0]).toMatchObject({ name });
    expect(await textOf(bucket, name)).toBe("x");
  });
});

describe("preconditions", () => {
  test.each([true, false])(
    "ifGenerationMatch=0 is refused with 412 when it exists (resumable: %s)",
    async (resumable) => {
      const file = bucket.file(`once-${resumable}`);
      const options = { resumable, preconditionOpts: { ifGenerationMatch: 0 } };
      await file.save("first", options);
      expect(await codeOf(file.save("second", options))).toBe("412");
      expect(await textOf(bucket, file.name)).toBe("first");
    },
  );

  test("of many concurrent creates of one object only one succeeds", async () => {
    const options = { resumable: false, preconditionOpts: { ifGenerationMatch: 0 } };
    const writers = Array.from({ length: 8 }, (_, at) => bucket.file("race").save(`${at}`, options));
    const settled = await Promise.allSettled(writers);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("generation and metageneration guard deletes and patches", async () => {
    const conditional = new Storage({
      projectId: "contract",
      retryOptions: { autoRetry: false, idempotencyStrategy: IdempotencyStrategy.RetryNever },
    });
    const file = conditional.bucket(bucket.name).file("guarded");
    await file.save("x");
    const [{ generation }] = await file.getMetadata();
    expect(await codeOf(file.delete({ ifGenerationMatch: Number(generation) + 1 }))).toBe("412");
    expect(await codeOf(file.setMetadata({ contentType: "a/b" }, { ifMetagenerationMatch: 9 }))).toBe("412");
    await file.setMetadata({ contentType: "a/b" }, { ifMetagenerationMatch: 1 });
    await file.delete({ ifGenerationMatch: Number(generation) });
    expect(await file.exists()).toEqual([false]);
  });

  test("a read with a failing ifGenerationNotMatch answers 304", async () => {
    await bucket.file("fresh").save("x");
    const [{ generation }] = await bucket.file("fresh").getMetadata();
    const url = `${endpoint}/storage/v1/b/${bucket.name}/o/fresh`;
    expect((await fetch(`${url}?ifGenerationNotMatch=${generation}`)).status).toBe(304);
    expect((await fetch(`${url}?ifGenerationNotMatch=1`)).status).toBe(200);
    expect((await fetch(`${url}?ifMetagenerationNotMatch=1`)).status).toBe(304);
  });

  test("each write increases the generation", async () => {
    const generations: number[] = [];
    for (let write = 0; write < 3; write++) {
      await bucket.file("rising").save(`${write}`);
      const [{ generation }] = await bucket.file("rising").getMetadata();
      generations.push(Number(generation));
    }
    expect(generations).toEqual([...new Set(generations)].sort((a, b) => a - b));
  });
});

describe("copies", () => {
  test("a copy has the bytes and the metadata, and remains after its source is deleted", async () => {
    const source = bucket.file("original");
    await source.save("ink", { contentType: "text/plain", metadata: { metadata: { k: "v" } } });
    await source.copy(bucket.file("copy"));
    await source.delete();
    expect(await textOf(bucket, "copy")).toBe("ink");
    const [metadata] = await bucket.file("copy").getMetadata();
    expect(metadata).toMatchObject({ contentType: "text/plain", metadata: { k: "v" } });
  });

  test("a precondition on the target's generation refuses a copy", async () => {
    await bucket.file("from").save("1");
    await bucket.file("to").save("2");
    const copied = bucket
      .file("from")
      .copy(bucket.file("to"), { preconditionOpts: { ifGenerationMatch: 0 } });
    expect(await codeOf(copied)).toBe("412");
    expect(await textOf(bucket, "to")).toBe("2");
  });

  test("a move removes the source", async () => {
    await bucket.file("before").save("x");
    await bucket.file("before").move("after");
    expect(await bucket.file("before").exists()).toEqual([false]);
    expect(await textOf(bucket, "after")).toBe("x");
  });

  test("compose concatenates objects in the given order", async () => {
    await bucket.file("part-1").save("め");
    await bucket.file("part-2").save("くり");
    await bucket.combine(["part-1", "part-2"], "joined");
    expect(await textOf(bucket, "joined")).toBe("めくり");
    expect((await bucket.file("joined").getMetadata())[0]).toMatchObject({ componentCount: 2 });
  });
});

describe("moves", () => {
  test("a moved object has a new generation and its metadata", async () => {
    const file = bucket.file("moved/from");
    await file.save("ink", {
      resumable: false,
      contentType: "image/png",
      metadata: { metadata: { page: "1" } },
    });
    const [before] = await file.getMetadata();
    await file.moveFileAtomic("moved/to");
    const [after] = await bucket.file("moved/to").getMetadata();
    expect(await file.exists()).toEqual([false]);
    expect(after).toMatchObject({ contentType: "image/png", metadata: { page: "1" }, metageneration: "1" });
    expect(Number(after.generation)).toBeGreaterThan(Number(before.generation));
    expect(await textOf(bucket, "moved/to")).toBe("ink");
  });

  test("an existing target is replaced unless a precondition fails, and shared content is kept", async () => {
    for (const name of ["shared/a", "shared/b"]) await bucket.file(name).save("same", { resumable: false });
    await bucket.file("shared/c").save("other", { resumable: false });
    const onlyNew = { preconditionOpts: { ifGenerationMatch: 0 } };
    expect(await codeOf(bucket.file("shared/a").moveFileAtomic("shared/c", onlyNew))).toBe("412");
    expect([await textOf(bucket, "shared/a"), await textOf(bucket, "shared/c")]).toEqual(["same", "other"]);
    await bucket.file("shared/a").moveFileAtomic("shared/c");
    expect([await textOf(bucket, "shared/b"), await textOf(bucket, "shared/c")]).toEqual(["same", "same"]);
    await bucket.file("shared/b").moveFileAtomic("shared/c");
    expect(await textOf(bucket, "shared/c")).toBe("same");
  });

  test("a missing source, or one of another generation, is not moved", async () => {
    expect(await codeOf(bucket.file("moved/nothing").moveFileAtomic("moved/x"))).toBe("404");
    await bucket.file("moved/kept").save("x", { resumable: false });
    const url = `${endpoint}/storage/v1/b/${bucket.name}/o/moved%2Fkept/moveTo/o/moved%2Fx`;
    expect((await fetch(`${url}?ifSourceGenerationMatch=1`, { method: "POST" })).status).toBe(412);
    expect(await bucket.file("moved/kept").exists()).toEqual([true]);
  });
});
