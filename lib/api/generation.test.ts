// Which language a book is made in: its story's own, or another one where the writer translates.
import { afterEach, describe, expect, it, vi } from "vitest";
import { pooledReader } from "../models/reading/pooled-reader.ts";
import { workHere } from "../work/work-here.ts";
import { planGeneration } from "./generation.ts";
import { GenerateRequestSchema } from "./session-routes.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

afterEach(() => vi.unstubAllEnvs());

const planned = (request: Record<string, unknown>) =>
  planGeneration(GenerateRequestSchema.parse({ text: STORY, ...request }), pooledReader(workHere()));

describe("the language of a new book", () => {
  it("is the story's own where nobody asks for another", async () => {
    const { params } = await planned({ models: "offline" });
    expect(params).toMatchObject({ language: "ja", direction: "rtl" });
    expect(params.storyLanguage).toBeUndefined();
  });

  it("is another one where a hosted model writes, and the story's own stays known", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const { params } = await planned({ models: "gemini+offline", language: "en" });
    expect(params).toMatchObject({ language: "en", storyLanguage: "ja", direction: "ltr" });
  });

  it("is refused where a program writes, which does not translate", async () => {
    await expect(planned({ models: "offline", language: "en" })).rejects.toThrow(
      /Japanese, not English.*do not translate/,
    );
    vi.stubEnv("GEMINI_API_KEY", "test");
    await expect(planned({ models: "offline+gemini", language: "en" })).rejects.toThrow(/do not translate/);
  });
});

describe("how a new book is to look", () => {
  it("is the style by name, and the person's own words beside it", async () => {
    const { params } = await planned({ style: "manga", artDirection: " thick outlines " });
    expect(params).toMatchObject({ style: "manga", artDirection: "thick outlines" });
    expect((await planned({})).params).toMatchObject({ style: "manga", artDirection: undefined });
    expect((await planned({ style: "yonkoma" })).params.style).toBe("yonkoma");
  });

  it("is refused where the style has no such name, or the words are more than 300 characters", () => {
    for (const unusable of [{ style: "oil" }, { artDirection: "x".repeat(301) }, { artDirection: " " }]) {
      expect(() => planned(unusable), JSON.stringify(unusable)).toThrow(Object.keys(unusable)[0]);
    }
  });
});
