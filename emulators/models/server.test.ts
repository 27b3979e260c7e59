// The strict server, asked by the vendor's own client and by hand.
import { GoogleGenAI } from "@google/genai";
import { loadImage } from "@napi-rs/canvas";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Offer } from "./account.ts";
import { fateOf, PROFILES } from "./profile.ts";
import { type ModelServer, type ModelServerOptions, startModelServer } from "./server.ts";

const OFFERS: Offer[] = [
  {
    ...{ id: "text-1", kind: "text", method: "generateContent" },
    ...{ input: 1_000_000, output: 2_000_000, imageOutput: 0, imageTokens: {}, pieceMicros: {} },
  },
  {
    ...{ id: "image-1", kind: "image", method: "generateContent" },
    ...{ input: 0, output: 0, imageOutput: 60_000_000, imageTokens: { "1K": 1_120 }, pieceMicros: {} },
  },
  {
    ...{ id: "imagen-1", kind: "image", method: "predict" },
    ...{ input: 0, output: 0, imageOutput: 0, imageTokens: {}, pieceMicros: { "1K": 40_000 } },
  },
];

const AnswerSchema = z.object({
  error: z
    .object({
      code: z.int(),
      status: z.string(),
      message: z.string(),
      details: z.array(z.object({ retryDelay: z.string() })).optional(),
    })
    .optional(),
  predictions: z.array(z.object({ mimeType: z.string() })).optional(),
  candidates: z
    .array(z.object({ content: z.object({ parts: z.array(z.object({ text: z.string() })) }) }))
    .optional(),
});

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  server = await startModelServer({ offers: OFFERS, ...options });
  return server;
}

const client = (running: ModelServer) =>
  new GoogleGenAI({ apiKey: "test", vertexai: false, httpOptions: { baseUrl: running.url } });

async function post(running: ModelServer, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${running.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-goog-api-key": "test", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: AnswerSchema.parse(await response.json()) };
}

const TEXT = "/v1beta/models/text-1:generateContent";
const HELLO = { contents: [{ role: "user", parts: [{ text: "Hello" }] }] };

describe("the local model server", () => {
  it("answers the vendor's client with JSON that fits the schema, and counts what it charged", async () => {
    const running = await serve();
    const schema = {
      type: "object",
      properties: {
        name: { type: "string" },
        ages: { type: "array", items: { type: "integer" }, minItems: 1 },
      },
      required: ["name", "ages"],
    };
    const response = await client(running).models.generateContent({
      model: "text-1",
      contents: "Hello",
      config: { responseMimeType: "application/json", responseJsonSchema: schema },
    });
    expect(JSON.parse(response.text ?? "")).toEqual({ name: "text", ages: [1] });
    const usage = response.usageMetadata;
    const micros = (usage?.promptTokenCount ?? 0) + 2 * (usage?.candidatesTokenCount ?? 0);
    expect(running.counts()).toMatchObject({ requests: 1, micros, models: { "text-1": { calls: 1 } } });
  });

  it("draws a picture of the asked shape, the same one for the same prompt", async () => {
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

  it("speaks Imagen's predict at Vertex AI's path", async () => {
    const running = await serve();
    const path = "/v1/projects/p/locations/us-central1/publishers/google/models/imagen-1:predict";
    const body = { instances: [{ prompt: "a cat" }], parameters: { sampleCount: 1, aspectRatio: "3:4" } };
    const answer = await post(running, path, body, { authorization: "Bearer token" });
    expect(answer.body.predictions).toMatchObject([{ mimeType: "image/png" }]);
    expect(running.counts().micros).toBe(40_000);
    expect((await post(running, path, body)).status).toBe(401);
  });

  it.each([
    ["a field that nobody knows", TEXT, { ...HELLO, model: "text-1" }, /Unknown name "model"/],
    ["a nested one", TEXT, { ...HELLO, generationConfig: { imageSize: "1K" } }, /at 'generationConfig'/],
    ["a role", TEXT, { contents: [{ role: "system", parts: [{ text: "x" }] }] }, /contents\.0\.role/],
    ["an empty part", TEXT, { contents: [{ role: "user", parts: [{}] }] }, /oneof field/],
    [
      "a type of image",
      TEXT,
      { contents: [{ role: "user", parts: [{ inlineData: { mimeType: "image/gif", data: "aaaa" } }] }] },
      /mimeType/,
    ],
    [
      "a keyword of schemas",
      TEXT,
      {
        ...HELLO,
        generationConfig: {
          responseMimeType: "application/json",
          responseJsonSchema: { type: "string", pattern: "a" },
        },
      },
      /Unknown name "pattern"/,
    ],
    [
      "a schema without its type",
      TEXT,
      { ...HELLO, generationConfig: { responseJsonSchema: {} } },
      /responseMimeType/,
    ],
    [
      "pictures from a writer",
      TEXT,
      { ...HELLO, generationConfig: { responseModalities: ["IMAGE"] } },
      /modalities/,
    ],
  ])("refuses %s as Google does", async (_what, path, body, message) => {
    const running = await serve();
    const answer = await post(running, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 400, status: "INVALID_ARGUMENT" });
    expect(answer.body.error?.message).toMatch(message);
    expect(running.counts().micros).toBe(0);
  });

  it("refuses an unknown header, model and method, and a call without a key", async () => {
    const running = await serve();
    expect((await post(running, TEXT, HELLO, { "x-made-up": "1" })).status).toBe(400);
    expect((await post(running, TEXT.replace("text-1", "text-2"), HELLO)).status).toBe(404);
    expect((await post(running, TEXT.replace("generateContent", "embedContent"), HELLO)).status).toBe(501);
    expect((await post(running, TEXT, HELLO, { "x-goog-api-key": "" })).status).toBe(403);
  });

  it("answers 429 beyond its quota and says when to come again", async () => {
    const running = await serve({ requestsPerMinute: 1 });
    await post(running, TEXT, HELLO);
    const { status, body } = await post(running, TEXT, HELLO);
    expect(status).toBe(429);
    expect(body.error?.details?.[0]?.retryDelay).toMatch(/^\d+s$/);
  });

  it("counts the most requests of a model that came within its window, refused ones too", async () => {
    const running = await serve({ requestsPerMinute: 1, windowMs: 3_600_000 });
    for (let asked = 0; asked < 3; asked += 1) await post(running, TEXT, HELLO);
    expect(running.counts()).toMatchObject({ busiest: { "text-1": 3 }, errors: { RESOURCE_EXHAUSTED: 2 } });
  });

  it("hands a question to whoever knows, and cuts the answer to the schema", async () => {
    const running = await serve({ answer: async ({ texts }) => ({ said: texts.at(-1), more: 1 }) });
    const schema = { type: "object", properties: { said: { type: "string" } }, required: ["said"] };
    const { body } = await post(running, TEXT, {
      ...HELLO,
      generationConfig: { responseMimeType: "application/json", responseJsonSchema: schema },
    });
    expect(JSON.parse(body.candidates?.[0]?.content.parts[0]?.text ?? "")).toEqual({ said: "Hello" });
  });
});

it("gives null where OpenAPI's subset allows it beside an enum", async () => {
  const running = await serve({ answer: async () => ({ holds: null }) });
  const responseSchema = {
    type: "OBJECT",
    properties: { holds: { type: "STRING", nullable: true, enum: ["sword", "umbrella"] } },
  };
  const generationConfig = { responseMimeType: "application/json", responseSchema };
  const { body } = await post(running, TEXT, { ...HELLO, generationConfig });
  expect(body.candidates?.[0]?.content.parts[0]?.text).toBe('{"holds":null}');
});

describe("a profile of failures", () => {
  it("fails the same calls for the same seed, as often as it says", () => {
    const fates = Array.from({ length: 2_000 }, (_, call) => fateOf(PROFILES.troubled, "text", 7, call));
    const share = (fault: string) => fates.filter((fate) => fate.fault === fault).length / fates.length;
    expect(share("busy")).toBeCloseTo(0.1, 1);
    expect(share("unavailable")).toBeCloseTo(0.05, 1);
    expect(share("refused")).toBeGreaterThan(0.015);
    expect(fateOf(PROFILES.troubled, "text", 7, 3)).toEqual(fates[3]);
  });

  it("takes about as long as was measured", () => {
    const waits = Array.from(
      { length: 1_000 },
      (_, call) => fateOf(PROFILES.measured, "image", 1, call).waitMs,
    ).toSorted((a, b) => a - b);
    expect(waits[500]).toBeGreaterThan(12_000);
    expect(waits[500]).toBeLessThan(14_500);
    expect(waits[950]).toBeGreaterThan(23_000);
    expect(waits[950]).toBeLessThan(27_000);
  });
});
