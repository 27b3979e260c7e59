// The parameters of a session from a request: the book's language, which differs from the story's when the reader translates, and its
// models.
import { afterEach, describe, expect, it, vi } from "vitest";
import { startChatServer } from "../../emulators/models/openai/chat-server.ts";
import { pooledReader } from "../models/reading/pooled-reader.ts";
import { inlineWork } from "../work/inline-work.ts";
import { planGeneration } from "./generation.ts";
import { GenerateRequestSchema } from "./session-routes.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

afterEach(() => vi.unstubAllEnvs());

const planned = (request: Record<string, unknown>) =>
  planGeneration(GenerateRequestSchema.parse({ text: STORY, ...request }), pooledReader(inlineWork()));

describe("the language of a new book", () => {
  it("is the story's language by default", async () => {
    const { params } = await planned({ models: "offline" });
    expect(params).toMatchObject({ language: "ja", direction: "rtl" });
    expect(params.storyLanguage).toBeUndefined();
  });

  it("may differ from the story's if a hosted model reads, and the story's language is recorded too", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const { params } = await planned({ models: "gemini+offline", language: "en" });
    expect(params).toMatchObject({ language: "en", storyLanguage: "ja", direction: "ltr" });
  });

  it("is refused if a program reads, because programs do not translate", async () => {
    await expect(planned({ models: "offline", language: "en" })).rejects.toThrow(
      /Japanese, not English.*do not translate/,
    );
    vi.stubEnv("GEMINI_API_KEY", "test");
    for (const models of ["offline+gemini", "offline/gemini+gemini", "simulated"]) {
      await expect(planned({ models, language: "en" })).rejects.toThrow(/do not translate/);
    }
  });
});

describe("the models of a new book", () => {
  it("are stored as the ids of reader, director and artist, however they were named", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    for (const models of ["gemini+offline", "gemini/code+offline"]) {
      const { params } = await planned({ models });
      expect(params.models).toEqual({
        reader: expect.stringMatching(/^gemini\/gemini-3\.8-flash@\d+$/),
        director: expect.stringMatching(/^code-director@[0-9a-f]{8}$/),
        artist: expect.stringMatching(/^offline-artist@[0-9a-f]{8}$/),
      });
    }
  });

  it("are stored with the tier's artist and the lane if these are not the default", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const usual = await planned({ models: "gemini" });
    expect(usual.params).not.toHaveProperty("tier");
    expect(usual.params).not.toHaveProperty("slow");
    const { params, estimate } = await planned({ models: "gemini", tier: "draft", slow: true });
    expect(params).toMatchObject({ tier: "draft", slow: true, sheets: true });
    expect(params.models.artist).toMatch(/^gemini\/gemini-3\.1-flash-lite-image@/);
    expect(estimate.priceMicros).toBeLessThan(usual.estimate.priceMicros * 0.6);
  });

  it("are refused, with a sentence, for a tier or a lane that they do not have", async () => {
    await expect(planned({ models: "offline", tier: "draft" })).rejects.toMatchObject({
      problem: { status: 422, code: "tier-unsupported", field: "tier" },
    });
    await expect(planned({ models: "offline", slow: true })).rejects.toMatchObject({
      problem: { status: 422, code: "slow-unsupported", field: "slow" },
    });
  });

  it("must be reachable, the director's too", async () => {
    for (const name of ["GEMINI_API_KEY", "VERTEX_PROJECT"]) vi.stubEnv(name, "");
    await expect(planned({ models: "offline/gemini+offline" })).rejects.toMatchObject({
      problem: { code: "models-unreachable", field: "models" },
    });
  });

  it("are refused if the director's context is too small, because the session would fail after half the book", async () => {
    vi.stubEnv("MEKURI_WORDS_URL", "http://127.0.0.1:11434");
    vi.stubEnv("MEKURI_WORDS_MODEL", "qwen3:8b");
    await expect(planned({ models: "openai/openai+offline" })).rejects.toMatchObject({
      problem: { status: 422, code: "models-unreachable", field: "models" },
      message: expect.stringMatching(/Choose code, as in openai\+offline/),
    });
    expect((await planned({ models: "openai+offline" })).params.models.director).toMatch(/^code-director@/);
    vi.stubEnv("MEKURI_WORDS_CONTEXT", "65536");
    const { models } = (await planned({ models: "openai/openai+offline" })).params;
    expect(models.director).toBe(models.reader);
  });

  it("cost more if a model directs than if code does", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const priceOf = async (models: string) => (await planned({ models, pages: 8 })).estimate.priceMicros;
    const [code, model] = [await priceOf("gemini/code+offline"), await priceOf("gemini/gemini+offline")];
    expect(code).toBeGreaterThan(0);
    expect(model).toBeGreaterThan(code);
    expect(await priceOf("offline/gemini+offline")).toBe(model - code);
    expect(await priceOf("offline/code+offline")).toBe(0);
  });

  it("make strips only if programs read and direct", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const strips = (models: string) => planned({ models, style: "yonkoma" });
    await expect(strips("offline/code+gemini")).resolves.toBeDefined();
    for (const models of ["gemini/code+offline", "offline/gemini+offline"]) {
      await expect(strips(models)).rejects.toThrow(/gemini\/gemini-3\.8-flash@\d+ does not write yonkoma/);
    }
  });
});

describe("how a new book is to look", () => {
  it("is the style by name, with the user's own words beside it", async () => {
    const { params } = await planned({ style: "manga", artDirection: " thick outlines " });
    expect(params).toMatchObject({ style: "manga", artDirection: "thick outlines" });
    expect((await planned({})).params).toMatchObject({ style: "manga", artDirection: undefined });
    expect((await planned({ style: "yonkoma" })).params.style).toBe("yonkoma");
  });

  it("is refused for an unknown style name or for words of more than 300 characters", () => {
    for (const unusable of [{ style: "oil" }, { artDirection: "x".repeat(301) }, { artDirection: " " }]) {
      expect(() => planned(unusable), JSON.stringify(unusable)).toThrow(Object.keys(unusable)[0]);
    }
  });
});

describe("a story as a whole", () => {
  const text = `${STORY}\n${"「そうだ、駅へ行こう。」\n".repeat(60)}`;

  it("gets as many pages as its words need", async () => {
    const told = "夜になると、海から冷たい風が吹いて来て、窓も戸も古い看板も、みんながたがたと鳴り続けた。";
    const long = { text: told.repeat(60), models: "offline" };
    const whole = await planned(long);
    expect(whole.estimate.pages).toBe(whole.story.fullPages.manga);
    expect(whole.estimate.pages).toBeGreaterThan(whole.story.pages.manga);
  });

  it("is refused before the start if its dialogue alone needs more pages than requested", async () => {
    await expect(planned({ text, models: "offline", pages: 2 })).rejects.toMatchObject({
      problem: { code: "story-too-long", field: "pages" },
    });
    await expect(planned({ text, models: "offline" })).resolves.toBeDefined();
  });
});

describe("auto", () => {
  it("is stored as the ids of the detected models, is free, and reports where the story is sent", async () => {
    const words = await startChatServer({ models: ["qwen3:8b"] });
    vi.stubEnv("MEKURI_LOCAL_PORTS", `ollama=${words.port},lm-studio=0,llama-server=0,comfyui=0,a1111=0`);
    vi.stubEnv("GEMINI_API_KEY", "");
    const { params, estimate } = await planned({ models: "auto" });
    await words.close();
    expect(params.models.reader).toMatch(/^openai\/local-\d+\/qwen3:8b@\d+$/);
    expect(params.models.artist).toMatch(/^offline-artist@/);
    expect(params.expected).toBeUndefined();
    expect(estimate).toMatchObject({ priceMicros: 0, notices: [expect.stringContaining(words.url)] });
    expect((await planned({ models: "offline" })).estimate.notices).toBeUndefined();
  });

  it("falls back to the offline models if no program runs", async () => {
    vi.stubEnv("MEKURI_LOCAL_PORTS", "off");
    const [auto, offline] = [await planned({ models: "auto" }), await planned({ models: "offline" })];
    expect(auto.params).toEqual(offline.params);
  });

  it("is refused with 400 in the cloud, and with 422 if its setting is invalid", async () => {
    vi.stubEnv("MEKURI_LOCAL_PORTS", "80");
    await expect(planned({ models: "auto" })).rejects.toMatchObject({ problem: { status: 422 } });
    vi.stubEnv("K_SERVICE", "mekuri-manga");
    await expect(planned({ models: "auto" })).rejects.toMatchObject({
      problem: { status: 400, code: "models-unreachable", field: "models" },
      message: expect.stringMatching(/your own machine/),
    });
  });
});
