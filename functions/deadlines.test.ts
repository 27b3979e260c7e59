// Deadline, retry and cancellation through the real functions on the embedded suite, with models that take twelve seconds to answer.

import { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { suiteDatabase } from "../lib/cloud/contract-database.ts";
import { firestoreEventReader } from "../lib/cloud/firestore-event-reader.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import type { SessionCommands } from "../lib/pipeline/session.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

const CALL_MS = 12_000;

const lines: { message: string; at: number; sessionId: string; reason: unknown }[] = [];
let functions: HostedFunctions;
let commands: SessionCommands;
let db: Firestore;

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    for (const line of String(text)
      .split("\n")
      .filter((line) => line.startsWith("{"))) {
      const { message, reason, "logging.googleapis.com/labels": labels } = JSON.parse(line);
      lines.push({ message, at: Date.now(), sessionId: labels?.sessionId, reason });
    }
    return true;
  });
  functions = await hostFunctions({
    names: ["concept", "sweep"],
    // Session deadline: three seconds; a heartbeat each second.
    environment: { MEKURI_SESSION_DEADLINE_MINUTES: "0.05", MEKURI_LEASE_SECONDS: "3" },
  });
  commands = (await import("./wiring.ts")).commands();
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
}, 60_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await db?.terminate();
  await functions?.close();
});

async function start(text: string): Promise<string> {
  const { sessionId } = await commands.startSession({
    ...{ ownerId: "ann", text },
    params: {
      ...{ language: "en", direction: "ltr", style: "manga", seed: 1, pages: 1 },
      models: modelIds(parseModels("simulated")),
      ...{ review: [], reviewTimeoutMinutes: 30, formats: [] },
    },
  });
  return sessionId;
}

const WAIT = { timeout: 60_000, interval: 200 };

/** Sweeps until the session has this status; returns its document. */
const sweptUntil = (sessionId: string, status: string, epoch = 0) =>
  vi.waitFor(async () => {
    await functions.call("sweep");
    const session = await firestoreSessionReader(suiteDatabase(db)).read(sessionId);
    expect(session).toMatchObject({ status, epoch });
    return session;
  }, WAIT);

const linesOf = (sessionId: string, message: string) =>
  lines.filter((line) => line.sessionId === sessionId && line.message === message);

/** The log line of the `times`-th abort of the session's step. */
const aborted = (sessionId: string, times = 1) =>
  vi.waitFor(() => {
    const found = linesOf(sessionId, "concept was aborted");
    expect(found.length).toBeGreaterThanOrEqual(times);
    return found.at(-1);
  }, WAIT);

test("a session that exceeds its deadline fails, its call is aborted, and a retry continues it", async () => {
  const sessionId = await start("Rain fell on the harbour. “Wait!” said Mina. The cat ran away.");
  const startedAt = Date.now();
  const failed = await sweptUntil(sessionId, "failed");
  expect(failed?.error).toMatchObject({ code: "session-deadline", retryable: true });
  const line = await aborted(sessionId);
  expect(line?.reason).toBe("ended");
  expect((line?.at ?? 0) - startedAt).toBeLessThan(CALL_MS);

  await commands.retrySession(sessionId);
  expect((await sweptUntil(sessionId, "failed", 1))?.error).toMatchObject({ code: "session-deadline" });
  await aborted(sessionId, 2);
  const { events } = await firestoreEventReader(suiteDatabase(db)).list(sessionId, { limit: 100 });
  const told = events.filter(({ step }) => step === "session").map(({ kind, number }) => `${kind} ${number}`);
  expect(told).toEqual(["session-started 0", "session-failed 0", "session-retried 1", "session-failed 1"]);
  const starts = events.filter(({ kind }) => kind === "started").map(({ step, number }) => [step, number]);
  expect(starts).toEqual(
    expect.arrayContaining([
      ["concept", 1],
      ["concept", 2],
    ]),
  );
  expect(linesOf(sessionId, "concept is made")).toEqual([]);
}, 120_000);

test("a cancelled session's call is aborted, not waited for", async () => {
  const sessionId = await start("Snow fell on the hills. “Stop!” said Ken. The fox looked back.");
  await vi.waitFor(async () => {
    const { events } = await firestoreEventReader(suiteDatabase(db)).list(sessionId, { limit: 100 });
    expect(events.map(({ kind }) => kind)).toContain("started");
  }, WAIT);
  const cancelledAt = Date.now();
  expect(await commands.cancelSession(sessionId)).toBe("cancelled");
  const line = await aborted(sessionId);
  expect(line?.reason).toBe("ended");
  expect((line?.at ?? 0) - cancelledAt).toBeLessThan(CALL_MS - 1_000);
}, 120_000);
