// The model server by the vendor's client and by plain requests: its protocol, its pictures, and its counts.
import { GoogleGenAI } from "@google/genai";
import { loadImage } from "@napi-rs/canvas";
import { afterEach, describe, expect, it } from "vitest";
import { BEARER, drawing, json, pathOf, post, say, startTestServer } from "./ask-server.ts";
import { RawText } from "./generate.ts";
import { outcomeOf, PROFILES } from "./profile.ts";
import type { ModelServer, ModelServerOptions } from "./server.ts";

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  server = await startTestServer(options);
  return server;
}

const client = (running: ModelServer) =>
  new GoogleGenAI({ apiKey: "test", vertexai: false, httpOptions: { baseUrl: running.url } });

const TEXT = pathOf("text-1");
const SAID = { type: "object", properties: { said: { type: "string" } }, required: ["said"] };

describe("the local model server", () => {
  it("answers the vendor's client with JSON that fits the schema, and counts the charge", async () => {
    const running = await serve();
    const schema = {
      type: "object",
      properties: { name: { type: "string" }, ages: { type: "array", items: { type: "integer" } } },
      required: ["name", "ages"],
    };
    const response = await client(running).models.generateContent({
      model: "text-1",
      contents: "Hello",
      config: { responseMimeType: "application/json", responseJsonSchema: schema },
    });
    expect(JSON.parse(response.text ?? "")).toEqual({ name: "text", ages: [1] });
    const {
      promptTokenCount = 0,
      candidatesTokenCount = 0,
      thoughtsTokenCount = 0,
    } = response.usageMetadata ?? {};
    const micros = promptTokenCount + 2 * (candidatesTokenCount + thoughtsTokenCount);
    expect(running.counts()).toMatchObject({ requests: 1, micros, models: { "text-1": { calls: 1 } } });
  });

  it("draws a picture of the requested aspect ratio, and the same one for the same prompt", async () => {
    const running = await serve();
    const draw = async (prompt: string) => {
      const response = await client(running).models.generateContent({
        model: "image-1",
        contents: prompt,
        config: { responseModalities: ["IMAGE"], imageConfig: { aspectRatio: "16:9", imageSize: "1K" } },
      });
      return response.candidates?.[0]?.content?.parts?.[0]?.inlineData?.data ?? "";
    };
    const [first, again, other] = [await draw("a cat"), await draw("a cat"), await draw("a dog")];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    const image = await loadImage(Buffer.from(first, "base64"));
    expect(image.width / image.height).toBeCloseTo(16 / 9, 1);
    expect(running.counts().micros).toBe(3 * 67_200);
  });

  it("serves Imagen's predict at Vertex AI's path if it is enabled", async () => {
    const running = await serve({ imagen: true });
    const path = "/v1/projects/p/locations/global/publishers/google/models/imagen-1:predict";
    const body = { instances: [{ prompt: "a cat" }], parameters: { sampleCount: 1, aspectRatio: "3:4" } };
    const answer = await post(running, path, body, BEARER);
    expect(answer.body.predictions).toMatchObject([{ mimeType: "image/png" }]);
    expect(running.counts().micros).toBe(40_000);
    expect((await post(running, path, body)).status).toBe(401);
  });

  it.each([
    ["an unknown field", { ...say("x"), model: "text-1" }, 'Unknown name "model": Cannot find field.'],
    [
      "an unknown nested field, by the protocol buffer name of its parent",
      say("x", { thinkingConfig: { level: "LOW" } }),
      `Unknown name "level" at 'generation_config.thinking_config': Cannot find field.`,
    ],
    ["an unsupported role", { contents: [{ role: "system", parts: [{ text: "x" }] }] }, "contents[0].role"],
    ["an empty part", { contents: [{ role: "user", parts: [{}] }] }, "oneof field"],
    [
      "an unsupported image type",
      { contents: [{ role: "user", parts: [{ inlineData: { mimeType: "image/gif", data: "aaaa" } }] }] },
      "contents[0].parts[0].inline_data.mime_type",
    ],
    ["an unsupported schema keyword", json({ type: "string", const: "a" }), 'Unknown name "const"'],
    ["a schema without a media type", say("x", { responseJsonSchema: {} }), "responseMimeType"],
    ["pictures from a text model", say("x", { responseModalities: ["IMAGE"] }), "modalities"],
    ["an aspect ratio for a text model", say("x", { imageConfig: { aspectRatio: "1:1" } }), "imageConfig"],
  ])("refuses %s as Google does, and charges nothing", async (_what, body, message) => {
    const running = await serve();
    const answer = await post(running, TEXT, body);
    expect(answer.body.error).toMatchObject({ code: 400, status: "INVALID_ARGUMENT" });
    expect(answer.message).toContain(message);
    expect(running.counts().micros).toBe(0);
  });

  it("refuses an unknown header and method, and a call without a key", async () => {
    const running = await serve();
    expect((await post(running, TEXT, say("x"), { "x-made-up": "1" })).status).toBe(400);
    expect((await post(running, TEXT.replace("generateContent", "embedContent"), say("x"))).status).toBe(501);
    expect((await post(running, TEXT, say("x"), { "x-goog-api-key": "" })).status).toBe(403);
  });

  it("counts the largest number of requests within a window, including refused ones", async () => {
    const running = await serve({ requestsPerMinute: 1, windowMs: 3_600_000 });
    for (let asked = 0; asked < 3; asked += 1) await post(running, TEXT, say("x"));
    expect(running.counts()).toMatchObject({ busiest: { "text-1": 3 }, errors: { RESOURCE_EXHAUSTED: 2 } });
  });

  it("asks the Answerer, and reduces its answer to the schema", async () => {
    const running = await serve({ answer: async ({ texts }) => ({ said: texts.at(-1), more: 1 }) });
    expect(JSON.parse((await post(running, TEXT, json(SAID))).text)).toEqual({ said: "Hello" });
  });

  it("sends raw text unchanged, and any JSON in JSON mode without a schema", async () => {
    const raw = await serve({ answer: async () => new RawText('```json\n{"said":1}\n```') });
    expect((await post(raw, TEXT, json(SAID))).text).toBe('```json\n{"said":1}\n```');
    await raw.close();
    const free = await serve({ answer: async () => ({ anything: [1, "two"] }) });
    const asked = say("Answer in JSON.", { responseMimeType: "application/json" });
    expect((await post(free, TEXT, asked)).text).toBe('{"anything":[1,"two"]}');
  });

  it("answers null where OpenAPI's `nullable` allows it for an enum", async () => {
    const running = await serve({ answer: async () => ({ holds: null }) });
    const responseSchema = {
      type: "OBJECT",
      properties: { holds: { type: "STRING", nullable: true, enum: ["sword", "umbrella"] } },
    };
    const asked = say("x", { responseMimeType: "application/json", responseSchema });
    expect((await post(running, TEXT, asked)).text).toBe('{"holds":null}');
  });
});

describe("a profile", () => {
  it("fails the same calls for the same seed, at its rate", () => {
    const outcomes = Array.from({ length: 2_000 }, (_, call) =>
      outcomeOf(PROFILES.troubled, "text", 7, call),
    );
    const share = (fault: string) =>
      outcomes.filter((outcome) => outcome.fault === fault).length / outcomes.length;
    expect(share("busy")).toBeCloseTo(0.1, 1);
    expect(share("unavailable")).toBeCloseTo(0.1, 1);
    expect(outcomeOf(PROFILES.troubled, "text", 7, 3)).toEqual(outcomes[3]);
  });

  it("has about the measured latencies", () => {
    const waits = Array.from(
      { length: 1_000 },
      (_, call) => outcomeOf(PROFILES.measured, "image", 1, call).waitMs,
    ).toSorted((a, b) => a - b);
    expect(waits[500]).toBeGreaterThan(12_000);
    expect(waits[500]).toBeLessThan(14_500);
    expect(waits[950]).toBeGreaterThan(23_000);
    expect(waits[950]).toBeLessThan(27_000);
  });

  it("rows 10 and 19: the overloaded hour has clusters of 503 and single answers after 120 s", () => {
    const outcomes = Array.from({ length: 1_000 }, (_, call) =>
      outcomeOf(PROFILES["bad-hour"], "image", 1, call + 1),
    );
    const lost = Array.from(
      { length: 100 },
      (_, run) =>
        outcomes.slice(run * 10, run * 10 + 10).filter(({ fault }) => fault === "unavailable").length,
    );
    expect(lost.filter((count) => count >= 7).length).toBeGreaterThan(35);
    expect(lost.filter((count) => count === 0).length).toBeGreaterThan(35);
    const waits = outcomes.map(({ waitMs }) => waitMs);
    expect(Math.max(...waits)).toBeGreaterThan(110_000);
    expect(waits.filter((ms) => ms >= 16_000 && ms <= 29_000).length).toBeGreaterThan(900);
  });

  it("can be run with scaled latencies", async () => {
    const text = { p50Ms: 60_000, p95Ms: 60_000 };
    const running = await serve({ profile: { ...PROFILES.instant, text, busy: 1 }, timeFactor: 0.001 });
    const { body } = await post(running, TEXT, say("x"));
    expect(body.error?.details?.at(-1)).toMatchObject({ retryDelay: "0.008s" });
  });

  it("sends pictures of all of Google's media types", async () => {
    const running = await serve({ profile: { ...PROFILES.instant, mixedTypes: true } });
    const types = new Set<string | undefined>();
    for (let prompt = 0; prompt < 12; prompt += 1) {
      const { parts } = await post(running, pathOf("image-1"), drawing(`cat ${prompt}`));
      types.add(parts[0]?.inlineData?.mimeType);
    }
    expect([...types].toSorted()).toEqual(["image/jpeg", "image/png", "image/webp"]);
  });
});
