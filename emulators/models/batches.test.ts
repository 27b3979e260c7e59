// Batches of the model server, by the vendor's client and by plain requests.
import { GoogleGenAI } from "@google/genai";
import { afterEach, describe, expect, it } from "vitest";
import { post, startTestServer } from "./ask-server.ts";
import type { ModelServer, ModelServerOptions } from "./server.ts";

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}) {
  const running = await startTestServer({ side: 64, ...options });
  server = running;
  const httpOptions = { baseUrl: running.url, apiVersion: "v1beta" };
  const { batches } = new GoogleGenAI({ apiKey: "test", vertexai: false, httpOptions });
  const create = (displayName: string, model = "image-1") =>
    batches.create({ model, src: [{ contents: "a cat" }], config: { displayName } });
  return { running, batches, create };
}

describe("a batch", () => {
  it("returns its answers when it is fetched by name, at half the price", async () => {
    const { running, batches, create } = await serve();
    const { name = "", state, displayName } = await create("row.1");
    expect({ state, displayName }).toEqual({ state: "JOB_STATE_PENDING", displayName: "row.1" });
    expect(running.counts().micros).toBe(0);
    const listed = [];
    for await (const one of await batches.list()) listed.push(one);
    expect(listed).toMatchObject([{ name, displayName: "row.1", state: "JOB_STATE_SUCCEEDED" }]);
    expect(listed[0]?.dest).toBeUndefined();
    const { dest } = await batches.get({ name });
    const [answer] = dest?.inlinedResponses ?? [];
    expect(answer?.response?.candidates?.[0]?.content?.parts?.[1]?.inlineData?.mimeType).toBe("image/png");
    expect(running.counts()).toMatchObject({
      micros: 33_600,
      models: { "image-1": { calls: 1, images: 1 } },
    });
  });

  it("is not idempotent: the same request creates and charges a second batch", async () => {
    const { running, batches, create } = await serve();
    for (const _again of [1, 2]) await batches.get({ name: (await create("row.1")).name ?? "" });
    expect(running.counts()).toMatchObject({ batches: { "row.1": 2 }, micros: 67_200 });
  });

  it("is cancelled asynchronously, without answers, and charged", async () => {
    const { running, batches, create } = await serve({ batchMs: Number.POSITIVE_INFINITY });
    const { name = "" } = await create("row.1");
    expect((await batches.get({ name })).state).toBe("JOB_STATE_RUNNING");
    await batches.cancel({ name });
    expect(await batches.get({ name })).toMatchObject({ state: "JOB_STATE_CANCELLED" });
    expect((await batches.get({ name })).dest).toBeUndefined();
    expect(running.counts().micros).toBe(33_600);
  });

  it("is not found after its deletion, but was processed and charged", async () => {
    const { running, batches, create } = await serve({ batchMs: Number.POSITIVE_INFINITY });
    const { name = "" } = await create("row.1");
    await batches.delete({ name });
    await expect(batches.get({ name })).rejects.toMatchObject({ status: 404 });
    expect(running.counts().micros).toBe(33_600);
  });

  it("expires after two days without answers, and appears late in lists", async () => {
    let now = 0;
    const clock = { now: () => now, batchMs: Number.POSITIVE_INFINITY, listLagMs: 5_000 };
    const { batches, create } = await serve(clock);
    const { name = "" } = await create("row.1");
    const count = async () => (await batches.list()).page.length;
    expect(await count()).toBe(0);
    now = 48 * 3_600_000;
    expect(await count()).toBe(1);
    expect((await batches.get({ name })).state).toBe("JOB_STATE_EXPIRED");
  });

  it("reports for each request whether it failed or was refused", async () => {
    const { batches, create } = await serve({ answer: async () => Promise.reject(new Error("no")) });
    await expect(create("row.1", "image-0")).rejects.toMatchObject({ status: 404 });
    await expect(create("row.1", "text-1")).rejects.toMatchObject({ status: 404 });
    expect((await batches.list()).page).toEqual([]);
  });
});

describe("a request for a batch", () => {
  const path = "/v1beta/models/image-1:batchGenerateContent";
  const request = { contents: [{ role: "user", parts: [{ text: "a cat" }] }] };
  const batch = (one: object, more: object = { displayName: "row.1" }) => ({
    batch: { ...more, inputConfig: { requests: { requests: [{ request: one }] } } },
  });

  it.each([
    ["without a name", batch(request, {}), "batch.display_name"],
    ["with an unknown field", batch(request, { displayName: "a", id: "b" }), 'Unknown name "id"'],
    ["with a service tier", batch({ ...request, serviceTier: "standard" }), "service_tier"],
    ["with a request that would be refused alone", batch({ contents: [] }), "contents"],
    [
      "with an unsupported aspect ratio",
      batch({ ...request, generationConfig: { imageConfig: { aspectRatio: "3:7" } } }),
      "aspect_ratio",
    ],
    [
      "of more than 20 MB",
      batch({ contents: [{ parts: [{ text: "x".repeat(21_000_000) }] }] }),
      "payload size",
    ],
  ])("is refused %s, and nothing is created", async (_what, body, message) => {
    const { running } = await serve();
    const answer = await post(running, path, body);
    expect(answer.status).toBe(400);
    expect(answer.message).toContain(message);
    expect(running.counts().batches).toEqual({});
  });

  it("needs v1beta, and at most a hundred batches may be active", async () => {
    const { running } = await serve({ batchMs: Number.POSITIVE_INFINITY });
    expect((await post(running, path.replace("v1beta", "v1"), batch(request))).status).toBe(404);
    const statuses = [];
    for (let n = 0; n < 101; n += 1) {
      statuses.push((await post(running, path, batch(request, { displayName: `row.${n}` }))).status);
    }
    expect([statuses.filter((one) => one === 200).length, statuses.at(-1)]).toEqual([100, 429]);
  });
});
