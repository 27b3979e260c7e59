// Acknowledged publishes survive SIGKILL. The emulator runs in a child process, which the test kills.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PubSub } from "@google-cloud/pubsub";
import { afterEach, expect, test } from "vitest";
import { pushEndpoint } from "./push-endpoint.ts";

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const PROGRAM = `
  const { openDatabase } = await import(${JSON.stringify(new URL("../database.ts", import.meta.url).href)});
  const { startPubSub } = await import(${JSON.stringify(new URL("./server.ts", import.meta.url).href)});
  const { host } = await startPubSub({ db: openDatabase(process.argv[1]) });
  console.log(host);
`;

async function emulatorProcess(folder: string): Promise<{ process: ChildProcess; client: PubSub }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  cleanups.push(() => child.kill("SIGKILL"));
  const [host] = await once(createInterface(child.stdout), "line");
  const client = new PubSub({ projectId: "demo-durable", apiEndpoint: host, emulatorMode: true });
  cleanups.push(() => client.close());
  return { process: child, client };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("after SIGKILL published and outstanding messages are delivered, and acknowledged ones are not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-pubsub-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const endpoint = await pushEndpoint(({ text }) => (text === "done" ? 204 : undefined));
  cleanups.push(() => endpoint.close());

  const first = await emulatorProcess(folder);
  const [topic] = await first.client.createTopic("work");
  await topic.createSubscription("push", {
    pushConfig: { pushEndpoint: endpoint.url },
    ackDeadlineSeconds: 600,
  });
  await topic.createSubscription("pull");
  const publisher = first.client.topic("work", { batching: { maxMessages: 1 } });
  await publisher.publishMessage({ data: Buffer.from("done") });
  await endpoint.arrival(1);
  await publisher.publishMessage({ data: Buffer.from("under way") });
  await endpoint.arrival(2);
  const ids = await Promise.all(
    Array.from({ length: 50 }, (_, n) => publisher.publishMessage({ data: Buffer.from(`m${n}`) })),
  );
  await killed(first.process);
  const arrivedBefore = endpoint.arrivals.length;

  const second = await emulatorProcess(folder);
  await endpoint.arrival(arrivedBefore + 51);
  const again = endpoint.arrivals.slice(arrivedBefore).map(({ envelope }) => envelope.message.messageId);
  expect(again).toEqual(expect.arrayContaining(ids));
  expect(endpoint.arrivals.filter(({ text }) => text === "under way")).toHaveLength(2);
  expect(endpoint.arrivals.filter(({ text }) => text === "done")).toHaveLength(1);

  const pulled = new Set<string>();
  const subscription = second.client.subscription("pull");
  await new Promise<void>((resolve) => {
    subscription.on("message", (message) => {
      pulled.add(message.data.toString());
      message.ack();
      if (pulled.size === 52) resolve();
    });
  });
  await subscription.close();
});
