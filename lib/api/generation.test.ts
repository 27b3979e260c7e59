// Which language a book is made in: its story's own, or another one where the writer translates.
import { afterEach, describe, expect, it, vi } from "vitest";
import { planGeneration } from "./generation.ts";
import { GenerateRequestSchema } from "./session-routes.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

afterEach(() => vi.unstubAllEnvs());

const planned = (request: Record<string, unknown>) =>
  planGeneration(GenerateRequestSchema.parse({ text: STORY, ...request }));

describe("the language of a new book", () => {
  it("is the story's own where nobody asks for another", () => {
    const { params } = planned({ models: "offline" });
    expect(params).toMatchObject({ language: "ja", direction: "rtl" });
    expect(params.storyLanguage).toBeUndefined();
  });

  it("is another one where a hosted model writes, and the story's own stays known", () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const { params } = planned({ models: "gemini+offline", language: "en" });
    expect(params).toMatchObject({ language: "en", storyLanguage: "ja", direction: "ltr" });
  });

  it("is refused where a program writes, which does not translate", () => {
    expect(() => planned({ models: "offline", language: "en" })).toThrow(
      /Japanese, not English.*do not translate/,
    );
    vi.stubEnv("GEMINI_API_KEY", "test");
    expect(() => planned({ models: "offline+gemini", language: "en" })).toThrow(/do not translate/);
  });
});
