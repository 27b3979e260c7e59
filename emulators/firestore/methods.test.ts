// Methods that other clients call and the Node client does not, over real gRPC.
import { on, once } from "node:events";
import { credentials, makeClientConstructor } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { startFirestore } from "./server.ts";
import { loadServiceDefinition } from "./service-definition.ts";

const DATABASE = "projects/p/databases/(default)";
const ROOT = `${DATABASE}/documents`;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const INVALID_ARGUMENT = 3;
const UNIMPLEMENTED = 12;

let service: RunningService;
let client: InstanceType<ReturnType<typeof makeClientConstructor>>;
beforeAll(async () => {
  service = await startFirestore({ db: openDatabase("memory") });
  const Client = makeClientConstructor(loadServiceDefinition(), "Firestore");
  client = new Client(service.host, credentials.createInsecure());
});
afterAll(() => {
  client.close();
  return service.close();
});

/** Calls a unary method and resolves with the decoded response. */
function call(method: string, request: object): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    client[method]?.(request, (error: Error | null, response: Record<string, unknown>) =>
      error === null ? resolve(response) : reject(error),
    );
  });
}

const one = { n: { integerValue: "1" } };

describe("single documents", () => {
  test("are created once, with a given or a generated id", async () => {
    const request = { parent: ROOT, collectionId: "made", documentId: "x", document: { fields: one } };
    const created = await call("createDocument", request);
    expect(created).toMatchObject({ name: `${ROOT}/made/x`, fields: one });
    await expect(call("createDocument", request)).rejects.toMatchObject({ code: ALREADY_EXISTS });
    const anonymous = await call("createDocument", { parent: ROOT, collectionId: "made", document: {} });
    expect(anonymous.name).toMatch(/\/made\/[A-Za-z0-9]{20}$/);
  });

  test("are read, updated through a mask, and deleted", async () => {
    const name = `${ROOT}/single/x`;
    await call("updateDocument", { document: { name, fields: { ...one, m: { stringValue: "keep" } } } });
    const updated = await call("updateDocument", {
      document: { name, fields: { n: { integerValue: "2" } } },
      updateMask: { fieldPaths: ["n"] },
      mask: { fieldPaths: ["n"] },
    });
    expect(updated.fields).toEqual({ n: { integerValue: "2" } });
    expect((await call("getDocument", { name })).fields).toEqual({
      n: { integerValue: "2" },
      m: { stringValue: "keep" },
    });
    await call("deleteDocument", { name });
    await expect(call("getDocument", { name })).rejects.toMatchObject({ code: NOT_FOUND });
  });

  test("are read in a transaction that BeginTransaction started", async () => {
    const name = `${ROOT}/begun/x`;
    await call("updateDocument", { document: { name, fields: one } });
    const { transaction } = await call("beginTransaction", { database: DATABASE, options: { readOnly: {} } });
    await call("updateDocument", { document: { name, fields: {} } });
    expect((await call("getDocument", { name, transaction })).fields).toEqual(one);
    await call("rollback", { database: DATABASE, transaction });
    await expect(call("getDocument", { name, transaction })).rejects.toThrow(/transaction has expired/);
  });
});

describe("listings", () => {
  test("come page by page in the order of names, also when documents are deleted between pages", async () => {
    for (const id of ["a", "b", "c", "d", "e"]) {
      await call("updateDocument", { document: { name: `${ROOT}/paged/${id}`, fields: one } });
    }
    const request = { parent: ROOT, collectionId: "paged", pageSize: 2 };
    const seen: unknown[] = [];
    let pageToken: unknown;
    do {
      const page = await call("listDocuments", {
        ...request,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      const documents = Array.isArray(page.documents) ? page.documents : [];
      seen.push(...documents.map(({ name }) => name.slice(-1)));
      await call("deleteDocument", { name: documents.at(-1).name });
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    expect(seen).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("of collections come page by page", async () => {
    const parent = `${ROOT}/parents/x`;
    for (const id of ["a", "b", "c"]) {
      await call("updateDocument", { document: { name: `${parent}/${id}/y/deeper/z`, fields: one } });
    }
    const first = await call("listCollectionIds", { parent, pageSize: 2 });
    expect(first.collectionIds).toEqual(["a", "b"]);
    const second = await call("listCollectionIds", { parent, pageSize: 2, pageToken: first.nextPageToken });
    expect(second.collectionIds).toEqual(["c"]);
    expect(second.nextPageToken).toBeUndefined();
  });
});

describe("Write", () => {
  test("commits batches in their order and answers each with a new token", async () => {
    const stream = client.write?.();
    const responses = on(stream, "data");
    const next = async () => (await responses.next()).value?.[0];
    stream.write({ database: DATABASE });
    const opened = await next();
    expect(opened).toMatchObject({ streamId: expect.any(String), streamToken: expect.any(String) });
    for (const n of ["1", "2"]) {
      const update = { name: `${ROOT}/written/x`, fields: { n: { integerValue: n } } };
      stream.write({ streamToken: opened.streamToken, writes: [{ update }] });
    }
    const [first, second] = [await next(), await next()];
    expect(first.writeResults).toHaveLength(1);
    expect(new Set([opened, first, second].map(({ streamToken }) => streamToken)).size).toBe(3);
    const found = await call("getDocument", { name: `${ROOT}/written/x` });
    expect(found.fields).toEqual({ n: { integerValue: "2" } });
    stream.end();
    await once(stream, "end");
  });

  test("ends with the error of the first batch that fails, and commits none after it", async () => {
    const stream = client.write?.();
    stream.resume().write({ database: DATABASE });
    const update = { name: `${ROOT}/written/y`, fields: {} };
    stream.write({ writes: [{ update, currentDocument: { exists: true } }] });
    stream.write({ writes: [{ update }] });
    const [error] = await once(stream, "error").catch((thrown) => [thrown]);
    expect(error).toMatchObject({ code: NOT_FOUND });
    await expect(call("getDocument", { name: update.name })).rejects.toMatchObject({ code: NOT_FOUND });
  });
});

describe("a request that cannot be served", () => {
  test("is refused by name if it is not covered", async () => {
    const listing = call("listDocuments", { parent: ROOT, collectionId: "x", orderBy: "n" });
    await expect(listing).rejects.toMatchObject({
      code: UNIMPLEMENTED,
      details: expect.stringContaining("orderBy"),
    });
    const stream = client.executePipeline?.({});
    const failed = await new Promise<unknown>((resolve) => stream.on("error", resolve));
    expect(failed).toMatchObject({
      code: UNIMPLEMENTED,
      details: expect.stringContaining("ExecutePipeline"),
    });
  });

  test.each([
    ["a name that is not a document's", { update: { name: `${ROOT}/odd`, fields: {} } }],
    ["another database", { delete: "projects/p/databases/other/documents/a/b" }],
    ["a reserved id", { delete: `${ROOT}/a/__reserved__` }],
    ["a reserved field", { update: { name: `${ROOT}/a/b`, fields: { __x__: { booleanValue: true } } } }],
    [
      "an array in an array",
      { update: { name: `${ROOT}/a/b`, fields: { x: { arrayValue: { values: [{ arrayValue: {} }] } } } } },
    ],
    [
      "a malformed field path",
      { update: { name: `${ROOT}/a/b`, fields: {} }, updateMask: { fieldPaths: ["a..b"] } },
    ],
    [
      "a transform without an operation",
      { update: { name: `${ROOT}/a/b` }, updateTransforms: [{ fieldPath: "x" }] },
    ],
  ])("is refused as an invalid argument: %s", async (_, write) => {
    const committing = call("commit", { database: DATABASE, writes: [write] });
    await expect(committing).rejects.toMatchObject({ code: INVALID_ARGUMENT });
  });
});
