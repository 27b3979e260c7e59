// A query's stream may break between two documents. The client then requests the documents after the last one by its fields: a query that
// does not fetch the field of its order would end the whole process at that point.
import { Firestore } from "@google-cloud/firestore";
import { Server, ServerCredentials, type ServerWritableStream, status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RunQueryRequest, RunQueryResponse } from "../../emulators/firestore/messages.ts";
import { loadServiceDefinition } from "../../emulators/firestore/service-definition.ts";
import { firestoreDocuments } from "./firestore-documents.ts";
import { firestoreScheduleStore } from "./firestore-schedule-store.ts";
import { localKeyWrapper } from "./key-wrapper.ts";
import { firestoreSessionSeals } from "./session-seals.ts";

const readTime = { seconds: "1", nanos: 0 };
const NAMES = ["first", "second", "third"];
let server: Server;
let db: Firestore;
let asked: RunQueryRequest[];

/** The documents of a query that are behind its cursor, with the fields that it selects. */
function answersTo({ parent, structuredQuery }: RunQueryRequest): RunQueryResponse[] {
  const [after] = structuredQuery?.startAt?.values ?? [];
  const rest =
    after === undefined ? NAMES : NAMES.slice("integerValue" in after ? Number(after.integerValue) : 0);
  const selected = structuredQuery?.select?.fields?.map(({ fieldPath }) => fieldPath) ?? [];
  return rest.map((sessionId) => {
    const number = NAMES.indexOf(sessionId) + 1;
    const all = { sessionId: { stringValue: sessionId }, dueAt: { integerValue: String(number) } };
    const fields = Object.fromEntries(Object.entries(all).filter(([name]) => selected.includes(name)));
    const name = `${parent}/sessions/${sessionId}/private/schedule`;
    return { document: { name, fields, createTime: readTime, updateTime: readTime }, readTime };
  });
}

beforeEach(async () => {
  asked = [];
  server = new Server();
  server.addService(loadServiceDefinition(), {
    RunQuery(call: ServerWritableStream<RunQueryRequest, RunQueryResponse>) {
      asked.push(call.request);
      const [first, ...rest] = answersTo(call.request);
      if (first !== undefined) call.write(first);
      if (asked.length === 1) {
        call.emit("error", { code: status.UNAVAILABLE, details: "the connection was lost" });
        return;
      }
      for (const answer of rest) call.write(answer);
      call.end();
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  db = new Firestore({ projectId: "demo-mekuri", host: `127.0.0.1:${port}`, ssl: false });
});

afterEach(async () => {
  await db.terminate();
  server.forceShutdown();
});

test("due sessions are read completely although the stream of the query breaks off", async () => {
  const database = { ...firestoreDocuments("demo-mekuri"), client: async () => db };
  const seals = firestoreSessionSeals(database, localKeyWrapper([Buffer.alloc(32, 7)]), undefined);
  expect(await firestoreScheduleStore(database, seals).due(0, 10, 5)).toEqual(NAMES);
  expect(asked).toHaveLength(2);
});
