// Recording and replaying with the vendor's client. The model server stands in for Google.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError, GoogleGenAI } from "@google/genai";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PROFILES } from "./profile.ts";
import { type Recorder, type RecorderOptions, startRecorder } from "./recorder.ts";
import { startModelServer } from "./server.ts";
import { TEST_OFFERS } from "./test-offers.ts";

const SECRET = "AIza-very-secret-key";

let folder: string;
let open: { close(): Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-fixtures-"));
});
afterEach(async () => {
  await Promise.all(open.map((running) => running.close()));
  open = [];
  rmSync(folder, { recursive: true });
});

async function start(options: Partial<RecorderOptions> = {}): Promise<Recorder> {
  const recorder = await startRecorder({ folder, ...options });
  open.push(recorder);
  return recorder;
}

async function upstream(profile: (typeof PROFILES)[keyof typeof PROFILES] = PROFILES.instant) {
  const server = await startModelServer({ offers: TEST_OFFERS, profile });
  open.push(server);
  return server;
}

function ask(recorder: Recorder, contents: string, apiKey = SECRET): Promise<string | undefined> {
  const client = new GoogleGenAI({ apiKey, vertexai: false, httpOptions: { baseUrl: recorder.url } });
  return client.models.generateContent({ model: "text-1", contents }).then(({ text }) => text);
}

const fixtures = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));

describe("the recorder", () => {
  it("forwards requests, and later replays the same answers for any key", async () => {
    const google = await upstream();
    const recording = await start({ upstream: google.url });
    const told = await ask(recording, "Hello");
    expect(google.counts()).toMatchObject({ requests: 1, errors: {} });
    const replaying = await start();
    expect(await ask(replaying, "Hello", "another key")).toBe(told);
    expect(google.counts().requests).toBe(1);
  });

  it("stores no key, even if the prompt contains it", async () => {
    const google = await upstream();
    await ask(await start({ upstream: google.url }), `my key is ${SECRET}`);
    expect(fixtures()).toHaveLength(1);
    expect(fixtures().join()).not.toContain(SECRET);
    expect(fixtures().join()).toContain("my key is REDACTED");
  });

  it("stores no project name of Vertex AI", async () => {
    const google = await upstream();
    const recording = await start({ upstream: google.url });
    const path =
      "/v1/projects/my-real-project/locations/global/publishers/google/models/text-1:generateContent";
    const body = JSON.stringify({ contents: [{ role: "user", parts: [{ text: "Hello" }] }] });
    const headers = { "content-type": "application/json", authorization: "Bearer ya29.very-secret-token" };
    const response = await fetch(`${recording.url}${path}`, { method: "POST", headers, body });
    expect(response.status).toBe(200);
    expect(fixtures().join()).not.toMatch(/my-real-project|ya29/);
    const replaying = await start();
    const elsewhere = path.replace("my-real-project", "other").replace("global", "us-central1");
    const again = await fetch(`${replaying.url}${elsewhere}`, { method: "POST", headers, body });
    expect(await again.json()).toEqual(await response.json());
  });

  it("refuses a request that was not recorded, and says how to record it", async () => {
    const replaying = await start();
    const asked = ask(replaying, "never asked");
    await expect(asked).rejects.toThrow(ApiError);
    await expect(asked).rejects.toThrow(/was not recorded.*npm run models -- record/);
  });

  it("also stores failures, and replays the answers to one request in order", async () => {
    const failing = await upstream({ ...PROFILES.troubled, busy: 1 });
    const calm = await upstream();
    const first = await start({ upstream: failing.url });
    await expect(ask(first, "Hello")).rejects.toMatchObject({ status: 429 });
    const replaying = await start();
    await expect(ask(replaying, "Hello")).rejects.toMatchObject({ status: 429 });
    // A new run of the recorder replaces the stored failure.
    await ask(await start({ upstream: calm.url }), "Hello");
    expect(await ask(await start(), "Hello")).toBe("OK");
  });

  it("reports that Google cannot be reached, and stores nothing", async () => {
    const recording = await start({ upstream: "http://127.0.0.1:9" });
    await expect(ask(recording, "Hello")).rejects.toMatchObject({ status: 503 });
    expect(fixtures()).toEqual([]);
  });
});
