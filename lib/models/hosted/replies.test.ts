// Reading of a `generateContent` response: which parts count, and the cost.
import { describe, expect, it } from "vitest";
import { catalogModel } from "../catalog.ts";
import { readReply } from "./replies.ts";

const DAY = "2026-11-30";
const MODEL = catalogModel("gemini-nano-banana-2.1");
const image = (text: string, thought?: boolean) => ({
  inlineData: { mimeType: "image/png", data: Buffer.from(text).toString("base64") },
  ...(thought && { thought }),
});
const candidate = (parts: unknown[], finishReason = "STOP") => ({
  candidates: [{ content: { parts }, finishReason }],
});

describe("an answer's images", () => {
  it("are those outside of thoughts, in order", () => {
    const parts = [image("thought", true), { text: "Here." }, image("draft"), image("picture")];
    const { images, text, end } = readReply(MODEL, candidate(parts), DAY);
    expect(images.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(["draft", "picture"]);
    expect([text, end]).toEqual(["Here.", "done"]);
  });
});

describe("an answer's end", () => {
  it.each([
    [{ promptFeedback: { blockReason: "OTHER" } }, { end: "refused", reason: "OTHER", heldBack: "prompt" }],
    [candidate([], "IMAGE_SAFETY"), { end: "refused", reason: "IMAGE_SAFETY", heldBack: "answer" }],
    [candidate([], "MAX_TOKENS"), { end: "truncated", reason: "MAX_TOKENS" }],
    [candidate([], "NO_IMAGE"), { end: "empty", reason: "NO_IMAGE" }],
    [{}, { end: "empty", reason: "no candidates" }],
  ])("has the vendor's reason: %j", (response, reply) => {
    expect(readReply(MODEL, response, DAY)).toMatchObject(reply);
  });
});

describe("an answer's price", () => {
  const costOf = (usageMetadata: object, parts: unknown[] = [image("picture")]) =>
    readReply(MODEL, { ...candidate(parts), usageMetadata }, DAY).usage;

  it("counts drafts and thoughts as the service does", () => {
    const usage = costOf({
      ...{ promptTokenCount: 1_000, candidatesTokenCount: 2_250, thoughtsTokenCount: 700 },
      candidatesTokensDetails: [
        { modality: "IMAGE", tokenCount: 2_240 },
        { modality: "TEXT", tokenCount: 10 },
      ],
    });
    // Per million tokens: $1.50 input, $7.50 text and thoughts, $30 images.
    expect(usage.costMicros).toBe(1_500 + Math.ceil(710 * 7.5) + 67_200);
    expect(usage).toMatchObject({ inputTokens: 1_000, outputTokens: 2_950, images: 1 });
  });

  it("counts an answer with an image and without details as images", () => {
    expect(costOf({ candidatesTokenCount: 1_120 }).costMicros).toBe(33_600);
    expect(costOf({ candidatesTokenCount: 1_120 }, [{ text: "No." }]).costMicros).toBe(8_400);
  });

  it("counts cached tokens once, at their own rate", () => {
    const usage = costOf({
      ...{ promptTokenCount: 2_000, cachedContentTokenCount: 1_200 },
      promptTokensDetails: [{ modality: "IMAGE", tokenCount: 1_120 }],
      cacheTokensDetails: [{ modality: "IMAGE", tokenCount: 1_120 }],
    });
    expect(usage.costMicros).toBe(1_200 * 0.15 + 800 * 1.5);
  });
});
