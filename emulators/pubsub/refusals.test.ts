// Uncovered methods are refused by name. The test calls every method of the protocol.
import { createRequire } from "node:module";
import { PubSub } from "@google-cloud/pubsub";
import {
  type Client,
  credentials,
  makeClientConstructor,
  type ServiceDefinition,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import { fromJSON } from "@grpc/proto-loader";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import type { RunningService } from "../service.ts";
import { startPubSub } from "./server.ts";

const definitions = fromJSON(createRequire(import.meta.url)("@google-cloud/pubsub/build/protos/protos.json"));
const SERVICES = ["Publisher", "Subscriber", "SchemaService"].map((name) => `google.pubsub.v1.${name}`);

const REFUSED = [
  "Publisher/DetachSubscription",
  "Publisher/ListTopicSnapshots",
  ...["CreateSnapshot", "DeleteSnapshot", "GetSnapshot", "ListSnapshots", "Seek", "UpdateSnapshot"].map(
    (method) => `Subscriber/${method}`,
  ),
  ...[
    ...["CommitSchema", "CreateSchema", "DeleteSchema", "DeleteSchemaRevision", "GetSchema"],
    ...["ListSchemaRevisions", "ListSchemas", "RollbackSchema", "ValidateMessage", "ValidateSchema"],
  ].map((method) => `SchemaService/${method}`),
];

let service: RunningService;
let pubsub: PubSub;

beforeAll(async () => {
  service = await startPubSub({ db: openDatabase("memory") });
  pubsub = new PubSub({ projectId: "p", apiEndpoint: service.host, emulatorMode: true });
});
afterAll(async () => {
  await pubsub.close();
  await service.close();
});

/** The error of a call with an empty request. */
function errorOf(
  client: Client,
  { path, requestSerialize, responseDeserialize }: ServiceDefinition[string],
): Promise<ServiceError | null> {
  return new Promise((resolve) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, resolve);
  });
}

test("exactly these methods are uncovered, and they answer UNIMPLEMENTED with their name", async () => {
  const refused: string[] = [];
  for (const name of SERVICES) {
    const definition = definitions[name] as ServiceDefinition;
    const client = new (makeClientConstructor(definition, name))(service.host, credentials.createInsecure());
    for (const method of Object.values(definition)) {
      if (method.requestStream || method.responseStream) continue;
      const error = await errorOf(client, method);
      if (error?.code !== status.UNIMPLEMENTED) continue;
      expect(error.details).toBe(`The embedded Pub/Sub does not implement ${method.path.slice(1)}.`);
      refused.push(method.path.replace("/google.pubsub.v1.", ""));
    }
    client.close();
  }
  expect(refused.sort()).toEqual(REFUSED.sort());
});

describe("Google's client gets an error that names", () => {
  test.each(["getPolicy", "setPolicy", "testPermissions"] as const)("IAM's %s", async (method) => {
    const { iam } = pubsub.topic("t");
    const calls = {
      getPolicy: () => iam.getPolicy(),
      setPolicy: () => iam.setPolicy({ bindings: [] }),
      testPermissions: () => iam.testPermissions("pubsub.topics.get"),
    };
    const name = method.replace("Permissions", "IamPermissions").replace("Policy", "IamPolicy");
    await expect(calls[method]()).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
      details: `The embedded Pub/Sub does not implement google.iam.v1.IAMPolicy/${name.charAt(0).toUpperCase()}${name.slice(1)}.`,
    });
  });
});
