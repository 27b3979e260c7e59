// Publishing by HTTP on the embedded Pub/Sub, and through transient failures.
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PubSub } from "@google-cloud/pubsub";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "../../emulators/database.ts";
import { pushEndpoint } from "../../emulators/pubsub/push-endpoint.ts";
import { startPubSub } from "../../emulators/pubsub/server.ts";
import { officialTopics } from "./official-topics.ts";
import { pubsubTopics } from "./pubsub-requests.ts";

const projectId = "demo-topics";
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listening(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each(["JSON API", "client"])(
  "a message arrives as it was published, with its trace, by Google's %s",
  async (by) => {
    const service = await startPubSub({ db: openDatabase("memory") });
    cleanups.push(() => service.close());
    const client = new PubSub({ projectId, apiEndpoint: service.host, emulatorMode: true });
    cleanups.push(() => client.close());
    const push = await pushEndpoint();
    cleanups.push(() => push.close());
    const [topic] = await client.createTopic("work");
    await topic.createSubscription("told", { pushConfig: { pushEndpoint: push.url } });
    const topics =
      by === "client" ? officialTopics(async () => client) : pubsubTopics(projectId, service.host);
    await topics.look("work");
    await topics.publish("work", { json: { say: "漫画" }, traceparent: "00-trace" });
    await topics.publish("work", { json: [1] });
    const { text, envelope } = await push.arrival(1);
    expect(JSON.parse(text)).toEqual({ say: "漫画" });
    expect(envelope.message.attributes).toEqual({ traceparent: "00-trace" });
    expect((await push.arrival(2)).text).toBe("[1]");
    await expect(topics.publish("nowhere", { json: {} })).rejects.toMatchObject({ code: 404 });
    await expect(topics.look("nowhere")).rejects.toMatchObject({ code: 404 });
  },
);

test("a briefly overloaded service is asked again; a refusal is final", async () => {
  const statuses = [503, 429, 200, 403];
  const asked: (string | undefined)[] = [];
  const routed = new Set<unknown>();
  const topics = pubsubTopics(
    projectId,
    await listening((request, response) => {
      asked.push(request.url);
      routed.add(request.headers["x-goog-request-params"]);
      expect(request.headers["x-goog-api-client"]).toMatch(/^gl-node\/[\d.]+ /);
      response.writeHead(statuses.shift() ?? 500).end("{}");
    }),
  );
  await topics.publish("work", { json: {} });
  await expect(topics.publish("work", { json: {} })).rejects.toMatchObject({ code: 403 });
  expect([...routed]).toEqual([`topic=projects%2F${projectId}%2Ftopics%2Fwork`]);
  expect(asked).toEqual(Array(4).fill(`/v1/projects/${projectId}/topics/work:publish`));
});

test("a connection that breaks is made again", async () => {
  let broken = 0;
  const topics = pubsubTopics(
    projectId,
    await listening((request, response) => {
      if (broken++ === 0) request.socket.destroy();
      else response.end("{}");
    }),
  );
  await topics.publish("work", { json: {} });
  expect(broken).toBe(2);
});
