// `npm run emulators` as a process: options, output, signals and exit statuses.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { MEKURI } from "../command/run-script.ts";

const cleanups: (() => unknown)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "mekuri-emulators-"));
  cleanups.push(() => rmSync(made, { recursive: true }));
  return made;
}

function run(...args: string[]) {
  const child = spawn(process.execPath, [MEKURI, "emulators", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
  });
  cleanups.push(() => child.kill("SIGKILL"));
  const stderr = text(child.stderr);
  const lines: string[] = [];
  const ready = new Promise<string[]>((resolve) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      lines.splice(0, lines.length, ...output.split("\n").slice(0, -1));
      if (lines.length >= 7) resolve(lines);
    });
  });
  return { child, stderr, ready, lines, exit: exitOf(child) };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, "exit");
  return code;
}

test("prints one export line for each variable when ready, and exits with 0 on a signal", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const { child, ready, lines, stderr, exit } = run("--ports", "auto", "--data", "memory");
    await ready;
    // The signal is sent twice, as Ctrl-C under npm does.
    child.kill(signal);
    child.kill(signal);
    expect(await exit).toBe(0);
    expect(lines.map((line) => /^export ([A-Z_]+)=[\w.:/-]+$/.exec(line)?.[1])).toEqual([
      "GOOGLE_CLOUD_PROJECT",
      "FIREBASE_AUTH_EMULATOR_HOST",
      "FIRESTORE_EMULATOR_HOST",
      "PUBSUB_EMULATOR_HOST",
      "STORAGE_EMULATOR_HOST",
      "UPSTASH_REDIS_REST_URL",
      "UPSTASH_REDIS_REST_TOKEN",
    ]);
    expect(await stderr).toBe("");
  }
});

test("exits with 2 for invalid options, and names them", async () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  const cases: [string[], RegExp][] = [
    [["--ports", "8080"], /--ports takes auto or default; got 8080/],
    [["--prots", "auto"], /--prots/],
    [["--data="], /--data needs a value/],
    [["--data", file], /is a file/],
    [["--data"], /--data/],
    [["start"], /start/],
  ];
  for (const [args, message] of cases) {
    const { exit, stderr, lines } = run(...args);
    expect([await exit, lines]).toEqual([2, []]);
    expect(await stderr).toMatch(message);
    expect(await stderr).toContain("Usage:");
  }
});

test("with strict indexes, refuses a query that the project's index file does not cover", async () => {
  const started = run("--ports", "auto", "--data", "memory", "--strict-indexes");
  const lines = await started.ready;
  const host = /FIRESTORE_EMULATOR_HOST=(\S+)/.exec(lines.join("\n"))?.[1];
  const order = { field: { fieldPath: "title" } };
  const where = {
    fieldFilter: { field: { fieldPath: "ownerId" }, op: "EQUAL", value: { stringValue: "a" } },
  };
  const structuredQuery = { from: [{ collectionId: "sessions" }], where, orderBy: [order] };
  const address = `http://${host}/v1/projects/demo-mekuri/databases/(default)/documents:runQuery`;
  const headers = { authorization: "Bearer owner" };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify({ structuredQuery }) });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("FAILED_PRECONDITION");
  started.child.kill("SIGTERM");
  expect(await started.exit).toBe(0);
});

test("exits with 1 if the folder is in use; a folder is free again after its holder was killed", async () => {
  const data = folder();
  const first = run("--ports", "auto", "--data", data);
  await first.ready;
  const second = run("--ports", "auto", "--data", data);
  expect(await second.exit).toBe(1);
  expect(await second.stderr).toContain(`in use by process ${first.child.pid}`);
  first.child.kill("SIGKILL");
  await first.exit;
  const third = run("--ports", "auto", "--data", data);
  const tokenOf = (lines: string[]) => lines.find((line) => line.includes("TOKEN"));
  expect(tokenOf(await third.ready)).toBe(tokenOf(await first.ready));
  third.child.kill("SIGTERM");
  expect(await third.exit).toBe(0);
});
