// Web clients reconnect after the emulator was killed and restarted. Pages need no reload.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { CONTRACT_PROJECT, clientOf } from "../firestore/contract-client.ts";
import { CLIENTS, type Clients, startClients } from "./clients.ts";

let clients: Clients;
beforeAll(async () => {
  clients = await startClients();
}, 300_000);
afterAll(() => clients.close());

let folder: string;
let child: ChildProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "web-sdk-"));
});
afterEach(async () => {
  await clients.closeOpened();
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

async function spawnEmulator(port: number): Promise<string> {
  const program = fileURLToPath(new URL("../firestore/durability-process.ts", import.meta.url));
  child = spawn(process.execPath, [program, folder, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout ?? child, "data");
  return String(line).trim();
}

test("after the emulator was killed and restarted, every client reconnects and receives missed changes", async () => {
  const host = await spawnEmulator(0);
  const port = Number(host.split(":")[1]);
  const options = { host: "127.0.0.1", port, projectId: CONTRACT_PROJECT };
  const followers = await Promise.all(CLIENTS.map((client) => clients.open(client, options)));
  await Promise.all(followers.map((follower) => follower.followDocuments(["pages/one", "pages/two"])));
  const first = clientOf(host);
  await first.doc("pages/one").set({ n: 0 });
  await Promise.all(followers.map((follower) => follower.reached("pages/one", 0)));
  await first.terminate();
  child.kill("SIGKILL");
  await once(child, "exit");
  await spawnEmulator(port);
  const second = clientOf(host);
  await second.doc("pages/two").set({ n: 1 });
  await second.doc("pages/one").set({ n: 2 });
  await Promise.all(followers.map((follower) => follower.reached("pages/one", 2)));
  await second.terminate();
  for (const follower of followers) {
    expect(await follower.seen()).toEqual({ "pages/one": [0, 2], "pages/two": [1] });
  }
});
