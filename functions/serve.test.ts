// A function as the cloud runs it: a process of its own, with a graceful shutdown.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningSuite, startSuite } from "../emulators/suite.ts";
import { newSigningKeys } from "../lib/api/token-keys.ts";

let suite: RunningSuite;
let folder: string;
let keysFile: string;

beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  folder = mkdtempSync(join(tmpdir(), "mekuri-serve-"));
  keysFile = join(folder, "keys.json");
  writeFileSync(keysFile, JSON.stringify(await newSigningKeys(Date.now())));
});
afterAll(async () => {
  await suite.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

interface Served {
  origin: string;
  child: ChildProcess;
  stderr: () => string;
}

async function serve(target: string, more: Record<string, string> = {}): Promise<Served> {
  const port = await freePort();
  const script = fileURLToPath(new URL("serve.ts", import.meta.url));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script], {
    env: {
      ...{ PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
      METADATA_SERVER_DETECTION: "none",
      ...suite.env,
      ...{ FUNCTION_TARGET: target, PORT: String(port), MEKURI_LOG_LEVEL: "error", ...more },
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (chunk) => {
    told += chunk;
  });
  const origin = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const isUp = await fetch(`${origin}/robots.txt`).then(
      () => true,
      () => new Promise((resolve) => setTimeout(resolve, 50, false)),
    );
    if (isUp) break;
  }
  return { origin, child, stderr: () => told };
}

async function ended({ child }: Served): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

/** Resolves when the request has arrived: the server has asked for the body with `100 Continue`. */
async function beginLogin(origin: string): Promise<{ status: Promise<number | undefined> }> {
  const body = JSON.stringify({ email: "nobody@example.com", password: "correct horse" });
  const outgoing = request(`${origin}/api/v1/auth/login`, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      expect: "100-continue",
    },
  });
  outgoing.flushHeaders();
  await once(outgoing, "continue");
  const status = once(outgoing, "response").then(([answer]) => {
    answer.resume();
    return answer.statusCode;
  });
  outgoing.end(body);
  return { status };
}

describe("a function in a process of its own", () => {
  it("answers all requests in flight when SIGTERM arrives, and then ends", async () => {
    const auth = await serve("auth", {
      MEKURI_SIGNING_KEYS_FILE: keysFile,
      MEKURI_LOOPBACK_LIMIT_FACTOR: "100",
    });
    // Each hash takes a fifth of a second, two run at a time: when the first is answered, the others are in progress.
    const logins = await Promise.all(Array.from({ length: 3 }, () => beginLogin(auth.origin)));
    await Promise.race(logins.map(({ status }) => status));
    auth.child.kill("SIGTERM");
    expect(await Promise.all(logins.map(({ status }) => status))).toEqual(Array(3).fill(401));
    expect(await ended(auth)).toBe(0);
    await expect(fetch(auth.origin)).rejects.toThrow();
  }, 60_000);

  it("reports the state of the stores without any key and without a sign-in", async () => {
    const health = await serve("health");
    const ready = await fetch(`${health.origin}/health/live`);
    expect(await ready.json()).toEqual({ status: "ok" });
    const response = await fetch(`${health.origin}/health/detailed`);
    const details = await response.json();
    expect(details).toMatchObject({ limits: { counted: "shared" } });
    const { dependencies } = details as { dependencies: { name: string; status: string }[] };
    // The emulator suite is new, so it has no bucket and no topics yet.
    expect(dependencies.map(({ name, status }) => [name, status])).toEqual([
      ["firestore", "ok"],
      ["storage", "down"],
      ["pubsub", "down"],
      ["redis", "ok"],
    ]);
    expect((await fetch(`${health.origin}/health/ready`)).status).toBe(503);
    const text = JSON.stringify(details);
    expect(text).not.toContain(suite.env.UPSTASH_REDIS_REST_TOKEN);
    expect(text).not.toMatch(/127\.0\.0\.1|\.ts|secret/i);
    health.child.kill("SIGTERM");
    expect(await ended(health)).toBe(0);
  }, 60_000);

  it("does not start in the cloud with an auth emulator, whose tokens are unsigned", async () => {
    const auth = await serve("auth", { MEKURI_SIGNING_KEYS_FILE: keysFile, K_SERVICE: "auth" });
    expect(await ended(auth)).toBe(1);
    expect(auth.stderr()).toContain("FIREBASE_AUTH_EMULATOR_HOST is set");
  }, 60_000);

  it("fails to start with an unknown function name", async () => {
    const none = await serve("nothing");
    expect(await ended(none)).toBe(1);
    expect(none.stderr()).toContain("FUNCTION_TARGET must be one of manga, auth, health");
  }, 60_000);
});
