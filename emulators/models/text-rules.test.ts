// Google's refusals of text requests, and the endings of its answers. Row numbers count the rows of docs/develop/model-facts.md.
import { GoogleGenAI } from "@google/genai";
import { afterEach, describe, expect, it } from "vitest";
import { BEARER, json, pathOf, post, say, startTestServer, vertexPathOf } from "./ask-server.ts";
import { offersOn } from "./google-offers.ts";
import { PROFILES } from "./profile.ts";
import type { ModelServer, ModelServerOptions } from "./server.ts";
import { tokensOf } from "./tokens.ts";

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  server = await startTestServer(options);
  return server;
}

/** All models of the catalog on a day. */
const serveOn = (today: string, options: Partial<ModelServerOptions> = {}) =>
  serve({ offers: offersOn(today), ...options });

const DAY = "2026-11-29";
const TEXT = pathOf("text-1");
const thinking = (thinkingConfig: Record<string, unknown>) => say("Hello", { thinkingConfig });

describe("row 1: thinking levels depend on the model", () => {
  it.each([
    ["gemini-3.8-flash", ["LOW", "MEDIUM", "HIGH"]],
    ["gemini-3.7-flash", ["LOW", "MEDIUM", "HIGH"]],
    ["gemini-3.1-pro-preview", ["LOW", "MEDIUM", "HIGH"]],
    ["gemini-3.5-flash-lite", ["MINIMAL", "LOW", "MEDIUM", "HIGH"]],
  ])("%s accepts %j", async (model, levels) => {
    const running = await serveOn(DAY);
    for (const thinkingLevel of ["MINIMAL", "LOW", "MEDIUM", "HIGH"]) {
      const { status, message } = await post(running, pathOf(model), thinking({ thinkingLevel }));
      expect([thinkingLevel, status]).toEqual([thinkingLevel, levels.includes(thinkingLevel) ? 200 : 400]);
      if (status === 400) expect(message).toMatch(/^Thinking level MINIMAL is not supported for this model/);
    }
  });

  it("a 2.5 model accepts a budget and no level", async () => {
    const running = await serve();
    const level = await post(running, pathOf("text-0"), thinking({ thinkingLevel: "LOW" }));
    expect([level.status, level.message]).toEqual([400, "Thinking level is not supported for this model."]);
    const budget = await post(running, pathOf("text-0"), thinking({ thinkingBudget: 100 }));
    expect(budget.status).toBe(200);
    expect(budget.body.usageMetadata?.thoughtsTokenCount).toBeLessThanOrEqual(100);
  });
});

describe("row 6: thoughts count towards maxOutputTokens", () => {
  const story = `"${"A long sentence that goes on. ".repeat(400)}"`;
  const told = (maxOutputTokens: number, thinkingLevel = "LOW") =>
    say("Tell it.", { maxOutputTokens, thinkingConfig: { thinkingLevel } });

  it("are reported and charged like text", async () => {
    const running = await serve();
    const { body, text } = await post(running, TEXT, told(8_000));
    const usage = body.usageMetadata;
    expect(usage?.thoughtsTokenCount).toBeGreaterThanOrEqual(300);
    expect(usage?.thoughtsTokenCount).toBeLessThanOrEqual(900);
    expect(usage?.totalTokenCount).toBe(
      (usage?.promptTokenCount ?? 0) + tokensOf(text) + (usage?.thoughtsTokenCount ?? 0),
    );
    expect(running.counts().models["text-1"]).toMatchObject({
      thoughtTokens: usage?.thoughtsTokenCount,
      micros: (usage?.promptTokenCount ?? 0) + 2 * (tokensOf(text) + (usage?.thoughtsTokenCount ?? 0)),
    });
  });

  it("grow with the level", async () => {
    const running = await serve();
    const spent = async (level: string) =>
      (await post(running, TEXT, told(8_000, level))).body.usageMetadata?.thoughtsTokenCount ?? 0;
    const [low, medium, high] = [await spent("LOW"), await spent("MEDIUM"), await spent("HIGH")];
    expect(low).toBeLessThan(medium);
    expect(medium).toBeLessThan(high);
  });

  it("leave the remaining tokens for the answer, which may be cut inside a string", async () => {
    const running = await serve({ answer: async () => story });
    const { text, finishReason, body } = await post(running, TEXT, told(1_500));
    const thoughts = body.usageMetadata?.thoughtsTokenCount ?? 0;
    expect(finishReason).toBe("MAX_TOKENS");
    expect(story.startsWith(text)).toBe(true);
    expect(text.endsWith('"')).toBe(false);
    expect(thoughts + (body.usageMetadata?.candidatesTokenCount ?? 0)).toBe(1_500);
  });

  it("can leave no tokens for an answer", async () => {
    const { text, finishReason, body } = await post(await serve(), TEXT, told(200));
    expect([text, finishReason]).toEqual(["", "MAX_TOKENS"]);
    expect(body.usageMetadata?.thoughtsTokenCount).toBe(200);
  });

  it("a limit above the model's maximum is refused", async () => {
    const { status, message } = await post(await serve(), TEXT, told(8_193));
    expect([status, message]).toEqual([400, expect.stringContaining("maxOutputTokens value of 8193")]);
  });
});

describe("row 7: versions of the API differ", () => {
  it("refuses fields that v1 lacks as the transcoder does", async () => {
    const running = await serve();
    const cached = { ...say("x"), cachedContent: "cachedContents/1" };
    const stable = await post(running, TEXT, cached);
    expect(stable.body.error).toMatchObject({
      code: 400,
      message: 'Invalid JSON payload received. Unknown name "cachedContent": Cannot find field.',
      details: [{ "@type": "type.googleapis.com/google.rpc.BadRequest" }],
    });
    expect((await post(running, pathOf("text-1", "v1beta"), cached)).status).toBe(403);
    const { message } = await post(running, TEXT, say("x", { speechConfig: {} }));
    expect(message).toContain(`Unknown name "speechConfig" at 'generation_config'`);
  });

  it("some models are served by one version only", async () => {
    const offers = offersOn(DAY).map((offer) => ({
      ...offer,
      services: { gemini: { versions: ["v1beta"] } },
    }));
    const running = await serve({ offers });
    const { status, message } = await post(running, pathOf("gemini-3.8-flash"), say("x"));
    expect([status, message]).toEqual([404, expect.stringContaining("is not found for API version v1,")]);
    expect((await post(running, pathOf("gemini-3.8-flash", "v1beta"), say("x"))).status).toBe(200);
  });
});

describe("row 8: models are retired", () => {
  it("answers 404 from the day of retirement on", async () => {
    const before = await serveOn("2026-11-30");
    expect((await post(before, vertexPathOf("gemini-2.5-flash"), say("x"), BEARER)).status).toBe(200);
    await before.close();
    const after = await serveOn("2026-12-01");
    const { status, message } = await post(after, pathOf("gemini-2.5-flash"), say("x"));
    expect([status, message]).toEqual([404, expect.stringContaining("Call ListModels")]);
  });

  it("refuses new keys from the day on which a model is closed to them", async () => {
    const open = await serveOn("2026-09-17");
    expect((await post(open, pathOf("gemini-2.5-flash"), say("x"))).status).toBe(200);
    await open.close();
    const closed = await serveOn("2026-09-18");
    const { status, message } = await post(closed, pathOf("gemini-2.5-flash"), say("x"));
    expect([status, message]).toEqual([404, expect.stringContaining("no longer available to new users")]);
  });
});

it.each(["gemini-3.8-flash", "gemini-nano-banana-2.1"])(
  "row 9: Vertex AI has %s at global and 404 elsewhere",
  async (model) => {
    const running = await serveOn(DAY);
    const body = model.includes("banana") ? say("a cat", { responseModalities: ["IMAGE"] }) : say("x");
    expect((await post(running, vertexPathOf(model), body, BEARER)).status).toBe(200);
    const regional = await post(running, vertexPathOf(model, "us-central1"), body, BEARER);
    expect([regional.status, regional.message]).toEqual([
      404,
      expect.stringContaining(
        `Publisher Model \`projects/p/locations/us-central1/publishers/google/models/${model}\``,
      ),
    ]);
  },
);

describe("row 11: a 429 names its quota", () => {
  const violationsOf = (details: readonly Record<string, unknown>[] = []) =>
    details.find((detail) => String(detail["@type"]).endsWith("QuotaFailure"))?.violations;
  const retryOf = (details: readonly Record<string, unknown>[] = []) =>
    details.find((detail) => String(detail["@type"]).endsWith("RetryInfo"))?.retryDelay;

  it("the quota per minute, with a retry delay", async () => {
    const running = await serve({ requestsPerMinute: 1 });
    await post(running, TEXT, say("x"));
    const { body } = await post(running, TEXT, say("x"));
    expect(body.error).toMatchObject({ code: 429, status: "RESOURCE_EXHAUSTED" });
    expect(violationsOf(body.error?.details)).toEqual([
      {
        quotaMetric: "generativelanguage.googleapis.com/generate_requests_per_model",
        quotaId: "GenerateRequestsPerMinutePerProjectPerModel",
        quotaDimensions: { location: "global", model: "text-1" },
        quotaValue: "1",
      },
    ]);
    expect(retryOf(body.error?.details)).toMatch(/^5\d\.\d+s$/);
  });

  it("the quota per day, for each kind of model, although the retry delay is short", async () => {
    const running = await serve({ requestsPerDay: { text: 2 } });
    for (const expected of [200, 200, 429, 429]) {
      expect((await post(running, TEXT, say("x"))).status).toBe(expected);
    }
    const { body } = await post(running, TEXT, say("x"));
    expect(violationsOf(body.error?.details)).toMatchObject([
      { quotaId: "GenerateRequestsPerDayPerProjectPerModel", quotaValue: "2" },
    ]);
    expect(retryOf(body.error?.details)).toBe("37.000s");
    const picture = await post(running, pathOf("image-1"), say("a cat", { responseModalities: ["IMAGE"] }));
    expect(picture.status).toBe(200);
  });

  it("a quota of 0, whose value the JSON omits", async () => {
    const running = await serve({ requestsPerDay: { text: 0 } });
    const { body, message } = await post(running, TEXT, say("x"));
    expect(message).toContain("limit: 0, model: text-1");
    const [violation] = [violationsOf(body.error?.details)].flat();
    expect(violation).toMatchObject({ quotaId: "GenerateRequestsPerDayPerProjectPerModel-FreeTier" });
    expect(violation).not.toHaveProperty("quotaValue");
  });

  it("of Vertex AI without details", async () => {
    const running = await serve({ profile: { ...PROFILES.instant, busy: 1 } });
    const { body, message } = await post(running, vertexPathOf("text-1"), say("x"), BEARER);
    expect(message).toMatch(/^Resource exhausted\. Please try again later\./);
    expect(body.error?.details).toBeUndefined();
  });

  it("an invalid request does not count against a quota", async () => {
    const running = await serve({ requestsPerDay: { text: 1 } });
    expect((await post(running, TEXT, say("x", { unknown: 1 }))).status).toBe(400);
    expect((await post(running, TEXT, say("x"))).status).toBe(200);
  });
});

it("row 12: Flex has a reduced price, and is refused for models without it", async () => {
  const running = await serveOn(DAY);
  const client = new GoogleGenAI({ apiKey: "test", vertexai: false, httpOptions: { baseUrl: running.url } });
  const ask = (serviceTier?: "flex") =>
    client.models.generateContent({
      model: "gemini-3.8-flash",
      contents: "Hello",
      config: { maxOutputTokens: 1, ...(serviceTier && { serviceTier: serviceTier as never }) },
    });
  await ask();
  const full = running.counts().micros;
  await ask("flex");
  expect(running.counts().micros - full).toBe(Math.ceil(full / 2));
  const inflexible = offersOn(DAY).map(({ flexShare: _share, ...offer }) => offer);
  const other = await startTestServer({ offers: inflexible });
  const { status } = await post(other, pathOf("gemini-3.8-flash"), { ...say("x"), serviceTier: "flex" });
  expect(status).toBe(400);
  await other.close();
});

it("counts the schema and the pictures of a prompt by their modality", async () => {
  const running = await serve();
  const schema = { type: "string", description: "A letter. ".repeat(50) };
  const asked = json(schema);
  asked.contents[0]?.parts.push({ inlineData: { mimeType: "image/png", data: "aaaa" } } as never);
  const { body } = await post(running, TEXT, asked);
  expect(body.usageMetadata?.promptTokensDetails).toEqual([
    { modality: "TEXT", tokenCount: tokensOf("Hello") + tokensOf(JSON.stringify(schema)) },
    { modality: "IMAGE", tokenCount: 1_120 },
  ]);
});

it("the requests of the code of November 2026 are refused: MINIMAL, the schemas, the image model", async () => {
  const running = await serveOn(DAY);
  const minimal = await post(running, pathOf("gemini-3.8-flash"), thinking({ thinkingLevel: "MINIMAL" }));
  expect(minimal.status).toBe(400);
  const picture = say("a cat", { responseModalities: ["IMAGE"] });
  const retired = await post(running, pathOf("gemini-3.1-flash-image"), picture);
  expect([retired.status, retired.body.error?.status]).toEqual([404, "NOT_FOUND"]);
});
