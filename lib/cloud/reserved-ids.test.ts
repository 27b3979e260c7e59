// Ids in addresses that Firestore does not accept as document ids, sent to every route with the real readers.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { UNUSABLE_IDS } from "../api/document-id-samples.ts";
import { writeCursor } from "../api/event-reader.ts";
import { ApiDocumentSchema, type Operation, operationsOf } from "../api/sample-requests.ts";
import { sampleService } from "../api/sample-service.ts";
import { contractDatabase } from "./contract-database.ts";
import { firestoreEventReader } from "./firestore-event-reader.ts";
import { firestoreSessionReader } from "./firestore-session-reader.ts";

let client: ContractClient;
let service: ReturnType<typeof sampleService>;
let operations: Operation[];

beforeAll(async () => {
  client = await connectFirestore();
  const database = contractDatabase(client);
  const readers = { sessions: firestoreSessionReader(database), events: firestoreEventReader(database) };
  service = sampleService(undefined, {}, readers);
  const document = ApiDocumentSchema.parse(await (await service.send("GET", "/openapi.json")).json());
  operations = operationsOf(document, "SESSION").filter(({ isOfSession }) => isOfSession);
});
afterAll(() => client.close());

/** In the form for an address: half of a surrogate pair has none, and an empty id is another route. */
const inAddress = UNUSABLE_IDS.filter((id) => id !== "" && id.isWellFormed()).map(encodeURIComponent);
const named = inAddress.map((id) => [id.slice(0, 16), id] as const);

test.each(named)("every route of a session answers 4xx for the session %s", async (_name, id) => {
  const answers = await Promise.all(
    operations.map(async ({ name, method, path, body }) => {
      const { status } = await service.send(method, path.replace("SESSION", id), body);
      return { name, status };
    }),
  );
  expect(answers.length).toBeGreaterThan(20);
  expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
  expect(service.errors).toEqual([]);
});

test("every list answers 4xx for a cursor that names such an id", async () => {
  const at = new Date(0).toISOString();
  for (const id of UNUSABLE_IDS) {
    const cursor = writeCursor({ at, id }).slice(0, 500);
    for (const list of ["/api/v1/manga/sessions", "/api/v1/manga/public"]) {
      expect((await service.send("GET", `${list}?cursor=${cursor}`)).status).toBe(422);
    }
  }
  expect(service.errors).toEqual([]);
});
