// Durability: acknowledged writes survive SIGKILL, time never goes back, and listeners resume.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { clientOf } from "./contract-client.ts";
import { startFirestore } from "./server.ts";
import { changesOf, querySnapshots } from "./snapshots.ts";

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firestore-durability-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

async function spawnEmulator(port = 0): Promise<{ host: string; kill(): Promise<void> }> {
  const program = fileURLToPath(new URL("durability-process.ts", import.meta.url));
  const child = spawn(process.execPath, [program, folder, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = await once(child.stdout, "data");
  return {
    host: String(line).trim(),
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

function portOf(host: string): number {
  return Number(host.split(":")[1]);
}

test("every acknowledged write survives SIGKILL in the middle of writing", async () => {
  const first = await spawnEmulator();
  const client = clientOf(first.host);
  const acknowledged: string[] = [];
  let killed: Promise<void> | null = null;
  async function writeUntilKilled(lane: number): Promise<void> {
    for (let n = 0; killed === null; n += 1) {
      const id = `${lane}-${n}`;
      // The client repeats calls that were in flight at the kill once the next emulator listens.
      await client
        .batch()
        .set(client.doc(`a/${id}`), { n })
        .set(client.doc(`b/${id}`), { n })
        .commit();
      acknowledged.push(id);
      if (acknowledged.length === 200) killed = first.kill();
    }
  }
  const lanes = Promise.all([0, 1, 2, 3].map(writeUntilKilled));
  await once(children[0] ?? process, "exit");
  const second = await spawnEmulator(portOf(first.host));
  await lanes;
  const [a, b] = await Promise.all([client.collection("a").get(), client.collection("b").get()]);
  expect(a.docs.map(({ id }) => id)).toEqual(acknowledged.sort());
  expect(b.docs.map(({ id }) => id)).toEqual(acknowledged);
  await Promise.all([client.terminate(), second.kill()]);
});

test("commit times increase across a restart even when the wall clock stands still or goes back", async () => {
  const times: bigint[] = [];
  for (const clock of [() => 2_000_000_000_000, () => 2_000_000_000_000, () => 1_900_000_000_000]) {
    const db = openDatabase(folder);
    const service = await startFirestore({ db, clock });
    const client = clientOf(service.host);
    const doc = client.doc("a/b");
    for (let n = 0; n < 3; n += 1) {
      const { writeTime } = await doc.set({ n: times.length });
      const { readTime } = await doc.get();
      for (const { seconds, nanoseconds } of [writeTime, readTime]) {
        times.push(BigInt(seconds) * 1_000_000n + BigInt(nanoseconds / 1000));
      }
    }
    await client.terminate();
    await service.close();
    db.close();
  }
  const rises = times.every((time, index) => index === 0 || time > (times[index - 1] ?? time));
  expect(times).toHaveLength(18);
  expect(rises).toBe(true);
});

test("a listener resumes after a restart and receives only what changed meanwhile", async () => {
  const first = await spawnEmulator();
  const client = clientOf(first.host);
  const collection = client.collection("pages");
  for (const id of ["kept", "changed", "deleted"]) await collection.doc(id).set({ n: 1 });
  const snapshots = querySnapshots(collection);
  expect((await snapshots.next()).size).toBe(3);
  await first.kill();

  const db = openDatabase(folder);
  const between = await startFirestore({ db });
  const other = clientOf(between.host);
  await other.doc("pages/changed").update({ n: 2 });
  await other.doc("pages/deleted").delete();
  await other.doc("pages/new").set({ n: 1 });
  await other.terminate();
  await between.close();
  db.close();

  const second = await spawnEmulator(portOf(first.host));
  expect(changesOf(await snapshots.next())).toEqual(["removed deleted", "added new", "modified changed"]);
  await collection.doc("kept").update({ n: 5 });
  expect(changesOf(await snapshots.next())).toEqual(["modified kept"]);
  snapshots.stop();
  await Promise.all([client.terminate(), second.kill()]);
});
