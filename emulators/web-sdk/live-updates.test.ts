// Live updates with the real web SDK in Chromium, with each transport, and in Node. All clients must receive every change of a
// server's writes in order, whatever happens to the connection.
import type { Firestore } from "@google-cloud/firestore";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { CONTRACT_PROJECT, clientOf } from "../firestore/contract-client.ts";
import { startFirestore } from "../firestore/server.ts";
import { parseRules } from "../rules/parser.ts";
import type { RulesFile } from "../rules/syntax-tree.ts";
import { CLIENTS, type Client, type Clients, startClients } from "./clients.ts";

const LISTENERS = 50;

/** WEB_SDK_CAMPAIGN=1 runs ten times as many writes with five pages, and waits through long pauses. */
const isCampaign = process.env.WEB_SDK_CAMPAIGN === "1";
const WRITES = isCampaign ? 500 : 50;
const PAGES = isCampaign ? 5 : 1;
const IDLE_MS = 45_000;

let clients: Clients;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  clients = await startClients();
}, 300_000);
afterAll(() => clients.close());
afterEach(async () => {
  await clients.closeOpened();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(rules?: RulesFile): Promise<{ port: number; server: Firestore }> {
  const service = await startFirestore({ db: openDatabase("memory"), ...(rules && { rules }) });
  const server = clientOf(service.host);
  cleanups.push(
    () => service.close(),
    () => server.terminate(),
  );
  return { port: service.port, server };
}

const open = (client: Client, port: number) =>
  clients.open(client, { host: "127.0.0.1", port, projectId: CONTRACT_PROJECT });

const REFUSE_ALL = parseRules(
  "rules_version = '2'; service cloud.firestore { match /{document=**} { allow read, write: if false; } }",
  "cloud.firestore",
);

const inOrder = (count: number) => Array.from({ length: count }, (_, n) => n);

describe.each(CLIENTS)("a client (%s)", (client) => {
  test("receives every change of every document that it listens to, in order", async () => {
    const { port, server } = await start();
    const followers = await Promise.all(Array.from({ length: PAGES }, () => open(client, port)));
    const paths = Array.from({ length: LISTENERS }, (_, index) => `pages/p${index}`);
    await Promise.all(followers.map((follower) => follower.followDocuments(paths)));
    // Some documents change often, others rarely.
    const last = new Map<string, number>();
    for (let write = 0; write < WRITES; write += 1) {
      const path = paths[(write * write) % LISTENERS] ?? "";
      const n = (last.get(path) ?? -1) + 1;
      last.set(path, n);
      await server.doc(path).set({ n, at: Date.now() });
    }
    for (const follower of followers) {
      await Promise.all([...last].map(([path, n]) => follower.reached(path, n)));
      expect(await follower.seen()).toEqual(
        Object.fromEntries([...last].map(([path, n]) => [path, inOrder(n + 1)])),
      );
    }
  }, 120_000);

  test.runIf(isCampaign)(
    "receives a change after a long silence",
    async () => {
      const { port, server } = await start();
      const follower = await open(client, port);
      await follower.followDocuments(["pages/one"]);
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      await server.doc("pages/one").set({ n: 0, at: Date.now() });
      await follower.reached("pages/one", 0);
      const [latencyMs] = await follower.latencies();
      expect(latencyMs).toBeLessThan(1_000);
    },
    IDLE_MS * 2,
  );

  test.runIf(isCampaign)("receives a change within 50 milliseconds in the median", async () => {
    const { port, server } = await start();
    const follower = await open(client, port);
    await follower.followDocuments(["pages/one"]);
    for (let n = 0; n < 20; n += 1) {
      await server.doc("pages/one").set({ n, at: Date.now() });
      await follower.reached("pages/one", n);
    }
    const sorted = (await follower.latencies()).toSorted((a, b) => a - b);
    console.log(`${client}: milliseconds from write to page`, sorted);
    expect(sorted).toHaveLength(20);
    expect(sorted[10]).toBeLessThanOrEqual(50);
  });

  test("receives a query's changes when documents enter it and change", async () => {
    const { port, server } = await start();
    const follower = await open(client, port);
    await server.doc("lines/a").set({ n: 0 });
    await follower.followCollection("lines");
    await server.doc("lines/b").set({ n: -1 });
    await server.doc("lines/b").set({ n: 1 });
    await server.doc("lines/a").set({ n: 1 });
    await follower.reached("lines/a", 1);
    expect(await follower.seen()).toEqual({ "lines/a": [0, 1], "lines/b": [1] });
  });

  test("writes with every method of the SDK", async () => {
    const { port } = await start();
    const follower = await open(client, port);
    expect(await follower.writeEveryWay("written")).toEqual({
      set: { n: 1, list: ["a"], zero: -0, text: "めくり", isTimed: true, isMinusZero: true },
      updated: { n: 3, list: ["a", "b"], zero: -0, text: "めくり", map: { inner: null } },
      addedExists: false,
      transacted: 6,
      count: 2,
      batched: [true],
      missingCode: "not-found",
    });
  });

  test("receives missed changes after it was offline", async () => {
    const { port, server } = await start();
    const follower = await open(client, port);
    await follower.followDocuments(["pages/one"]);
    await server.doc("pages/one").set({ n: 0 });
    await follower.reached("pages/one", 0);
    await follower.setOnline(false);
    await server.doc("pages/one").set({ n: 1 });
    await server.doc("pages/one").set({ n: 2 });
    await follower.setOnline(true);
    await follower.reached("pages/one", 2);
    await server.doc("pages/one").set({ n: 3 });
    await follower.reached("pages/one", 3);
    expect(await follower.seen()).toEqual({ "pages/one": [0, 2, 3] });
  });

  test.runIf(client !== "Node")("receives missed changes after the browser lost its network", async () => {
    const { port, server } = await start();
    const follower = await open(client, port);
    await follower.followDocuments(["pages/one"]);
    await server.doc("pages/one").set({ n: 0 });
    await follower.reached("pages/one", 0);
    const cutOff = follower.cutOff("pages/one");
    await follower.setConnected?.(false);
    await cutOff;
    await server.doc("pages/one").set({ n: 1 });
    await server.doc("pages/one").set({ n: 2 });
    await follower.setConnected?.(true);
    await follower.reached("pages/one", 2);
    await server.doc("pages/one").set({ n: 3 });
    await follower.reached("pages/one", 3);
    expect(await follower.seen()).toEqual({ "pages/one": [0, 2, 3] });
  });

  test("is refused by rules in every method, while the server client is not", async () => {
    const { port, server } = await start(REFUSE_ALL);
    await server.doc("pages/one").set({ n: 1 });
    const follower = await open(client, port);
    expect(await follower.refusals("pages/one")).toEqual(Array(5).fill("permission-denied"));
  });
});
