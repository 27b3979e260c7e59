// Documents through the JSON API and through Google's client, on the embedded emulator, or on the one that FIRESTORE_EMULATOR_HOST names.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CONTRACT_PROJECT,
  type ContractClient,
  connectFirestore,
} from "../../emulators/firestore/contract-client.ts";
import { officialContractDocuments } from "./contract-database.ts";
import type { Documents } from "./documents.ts";
import { firestoreDocuments } from "./firestore-documents.ts";
import { isChanged, isPassing, isThere } from "./firestore-errors.ts";

let client: ContractClient;
let documents: Documents;

beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

const newPath = () => client.collection().doc().path;
const read = async (path: string) => (await client.firestore.doc(path).get()).data();

async function create(path: string, content: object): Promise<string> {
  const commit = documents.begin();
  commit.create(path, content);
  const [time] = await commit.send();
  if (time === undefined) throw new Error("a commit of one write gave no time");
  return time;
}

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
/** JSON values that a document may hold: no array directly in an array, and no key that begins and ends with two underscores. */
const { map: contents } = fc.letrec<{ value: unknown; map: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      numbers,
    ),
    fc.array(tie("map"), { maxLength: 3 }),
    tie("map"),
  ),
  map: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 12 }).filter((key) => !/^__.*__$/.test(key)),
    tie("value"),
    { noNullPrototype: true, maxKeys: 5 },
  ),
}));

describe.each(["JSON API", "client"])("by Google's %s", (by) => {
  beforeAll(() => {
    const place = { projectId: CONTRACT_PROJECT, host: client.host };
    documents =
      by === "client" ? officialContractDocuments(place) : firestoreDocuments(place.projectId, place.host);
  });

  test("the client reads exactly what was written", async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        const path = newPath();
        const created = await create(path, content);
        const document = await client.firestore.doc(path).get();
        expect(document.data()).toEqual(content);
        const [stored] = await documents.read([path]);
        expect(stored).toMatchObject({ content, updateTime: created });
        expect(document.updateTime?.toMillis()).toBe(Date.parse(created));
        const commit = documents.begin();
        commit.set(path, { content, none: undefined });
        await commit.send();
        expect(await read(path)).toEqual({ content });
      }),
      { numRuns: 50 },
    );
  });

  test("an update changes only the named fields, with any names, and returns the times of its writes", async () => {
    const [path, other] = [newPath(), newPath()];
    const version = await create(path, { kept: 1, map: { "a/b": 1, "c`\\d": 2, last: 3 }, gone: true });
    const commit = documents.begin();
    commit.update(
      path,
      [
        { field: ["map", "a/b"], value: { deep: [1] } },
        { field: ["map", "c`\\d"], value: undefined },
        { field: ["map", "new one"], value: "n" },
        { field: ["gone"], value: undefined },
      ],
      version,
    );
    commit.set(other, { of: "the same commit" });
    const times = await commit.send();
    expect(await read(path)).toEqual({ kept: 1, map: { "a/b": { deep: [1] }, last: 3, "new one": "n" } });
    expect((await documents.read([path, other])).map(({ updateTime }) => updateTime)).toEqual(times);
  });

  test("documents are read in the requested order, with the requested fields, and with bytes", async () => {
    const [path, none] = [newPath(), newPath()];
    await client.firestore
      .doc(path)
      .set({ bytes: Buffer.from([0, 255]), list: [], at: new Date(5), "a b": 1 });
    const [missing, whole] = await documents.read([none, path]);
    expect(missing).toMatchObject({ content: undefined, updateTime: undefined });
    expect(whole?.content).toEqual({ bytes: Buffer.from([0, 255]), list: [], at: new Date(5), "a b": 1 });
    expect(Math.abs((missing?.readAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect((await documents.read([path], ["a b", "none"]))[0]?.content).toEqual({ "a b": 1 });
    expect(await documents.read([path, path])).toHaveLength(2);
  });

  test("existing, changed and missing documents are reported as by the client, and nothing of the commit is applied", async () => {
    const [path, other] = [newPath(), newPath()];
    const version = await create(path, { n: 1 });
    await expect(create(path, { n: 2 })).rejects.toSatisfy(isThere);
    const stale = async (at: string) => {
      const commit = documents.begin();
      commit.set(other, {});
      commit.update(at, [{ field: ["n"], value: 3 }], version);
      await commit.send();
    };
    await client.firestore.doc(path).update({ n: 2 });
    await expect(stale(path)).rejects.toSatisfy(isChanged);
    await expect(stale(newPath())).rejects.toSatisfy(isChanged);
    expect([await read(path), await read(other)]).toEqual([{ n: 2 }, undefined]);
  });

  test("a transaction reads, finds and writes without interference, and leaves nothing after a rollback", async () => {
    const collection = client.collection();
    const [first, second] = [collection.doc("a").path, collection.doc("b").path];
    await Promise.all([create(first, { n: 1, of: "x" }), create(second, { n: 2, of: "x" })]);
    const question = { collection: collection.id, where: [["of", "EQUAL", "x"]] } as const;
    const tx = documents.beginTransaction();
    const [[one], found] = await Promise.all([tx.read([first]), tx.find(question, ["n"])]);
    expect(one?.content).toEqual({ n: 1, of: "x" });
    expect(found.map(({ path, content }) => [path, content])).toEqual([
      [first, { n: 1 }],
      [second, { n: 2 }],
    ]);
    tx.update(first, [{ field: ["n"], value: 3 }]);
    tx.delete(second);
    let isOver = false;
    const other = client.firestore.doc(first).update({ late: isOver });
    void other.then(() => expect(isOver).toBe(true));
    const sent = tx.send();
    isOver = true;
    await Promise.all([sent, other]);
    expect([await read(first), await read(second)]).toEqual([{ n: 3, of: "x", late: false }, undefined]);
    const undone = documents.beginTransaction();
    await undone.read([first]);
    undone.set(first, {});
    await undone.rollback();
    await expect(undone.send()).rejects.toThrow();
    expect(await read(first)).toMatchObject({ n: 3 });
  });

  test("documents below another are found by fields above a number", async () => {
    const parent = client.collection().doc();
    for (const number of [1, 2, 3]) await parent.collection("pages").doc(`p${number}`).set({ number });
    const where = [["number", "GREATER_THAN", 1]] as const;
    const found = await documents.find({ collection: "pages", below: parent.path, where });
    expect(found.map(({ content }) => content)).toEqual([{ number: 2 }, { number: 3 }]);
  });

  test("a refused read is reported with its status, in a transaction too", async () => {
    const refused = { code: 3 };
    await expect(documents.read(["no/document/path"])).rejects.toMatchObject(refused);
    const tx = documents.beginTransaction();
    await expect(tx.read(["no/document/path"])).rejects.toMatchObject(refused);
    await expect(tx.send()).rejects.toMatchObject(refused);
    await tx.rollback();
  });
});

test("no answer, a broken one and a gateway's are transient; a value that JSON lacks is refused", async () => {
  const answers = ["", "<html>", "close"];
  const server = createServer((request, response) => {
    request.resume();
    const answer = answers.shift();
    if (answer === "close") response.destroy();
    else response.writeHead(502).end(answer);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const broken = firestoreDocuments(CONTRACT_PROJECT, `127.0.0.1:${port}`);
  for (const _ of [1, 2, 3]) await expect(broken.begin().send()).rejects.toSatisfy(isPassing);
  await new Promise((closed) => server.close(closed));
  await expect(broken.begin().send()).rejects.toSatisfy(isPassing);
  for (const value of [Number.NaN, () => 1, new Map(), Symbol("x")]) {
    expect(() => broken.begin().set("a/b", { value })).toThrow(TypeError);
  }
});
