// Selection of the session to resume, by the real client against the emulator.
import { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSuite, startSuite } from "../../emulators/suite.ts";
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import { SAMPLE_PARAMS } from "../../lib/pipeline/sample-session.ts";
import { PHASES } from "../../lib/pipeline/step-id.ts";
import { sessionToResume } from "./to-resume.ts";

let suite: RunningSuite;
let db: Firestore;

beforeAll(async () => {
  suite = await startSuite({ dataDir: "memory", ports: "auto", environment: {} });
  Object.assign(process.env, suite.env);
  db = new Firestore({ projectId: suite.env.GOOGLE_CLOUD_PROJECT });
});

afterAll(async () => {
  await db.terminate();
  await suite.close();
});

const phases = Object.fromEntries(
  PHASES.map((phase) => [phase, { state: "waiting", done: 0, total: 1, steps: 0 }]),
);

const at = (minute: number) => new Date(Date.UTC(2026, 3, 1, 9, minute));

async function put(
  sessionId: string,
  {
    ownerId,
    status,
    from,
    to,
  }: { ownerId: string; status: ClientSession["status"]; from: number; to?: number },
): Promise<void> {
  await db.doc(`sessions/${sessionId}`).set({
    ...{
      schemaVersion: 1,
      sessionId,
      ownerId,
      title: "",
      status,
      epoch: 0,
      seq: 1,
      phases,
      costMicros: 0,
    },
    ...{ params: { ...SAMPLE_PARAMS, storyHash: "0" }, pages: 1, panels: 1 },
    ...{ createdAt: at(from).toISOString(), updatedAt: at(to ?? from).toISOString() },
    ...(to !== undefined && { endedAt: at(to).toISOString() }),
  });
}

const found = async (ownerId: string, minute: number) =>
  (await sessionToResume(db, { ownerId, since: at(minute) }))?.sessionId;

test("the newest unfinished session is resumed, and ended ones are ignored", async () => {
  await put("old", { ownerId: "ann", status: "running", from: 0 });
  await put("new", { ownerId: "ann", status: "waiting", from: 1 });
  await put("done", { ownerId: "ann", status: "completed", from: 2, to: 4 });
  await put("another's", { ownerId: "ben", status: "running", from: 3 });
  expect(await found("ann", 3)).toBe("new");
});

test("a session that the service finished since the command started is the one to resume", async () => {
  await put("ended", { ownerId: "cho", status: "completed", from: 0, to: 4 });
  expect(await found("cho", 3)).toBe("ended");
  expect(await found("cho", 5)).toBeUndefined();
  expect(await found("nobody", 0)).toBeUndefined();
});
