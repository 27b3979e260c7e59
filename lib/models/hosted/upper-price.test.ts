import { expect, test } from "vitest";
import { catalogModel, priceOf } from "../catalog.ts";
import { answerUpToMicros, pictureUpToMicros } from "./upper-price.ts";

const TEXT = "gemini-3.8-flash";
const today = new Date().toISOString().slice(0, 10);

test("an answer may cost what two wordings cost, each answered at full length, corrected and answered again", () => {
  const [inputTokens, maxOutputTokens] = [10_000, 8_000];
  const model = catalogModel(TEXT);
  const first = priceOf(model, { inputTokens, outputTokens: maxOutputTokens, imageTokens: 0 }, today);
  const again = { inputTokens: inputTokens + maxOutputTokens, outputTokens: maxOutputTokens, imageTokens: 0 };
  const most = 2 * (first + priceOf(model, again, today));
  const reserved = answerUpToMicros(TEXT, { inputTokens, maxOutputTokens });
  expect(reserved).toBeGreaterThanOrEqual(most);
  expect(reserved).toBeLessThan(most * 1.2);
});

test("no answer is expected to be longer than its model can give", () => {
  const { maxOutputTokens } = catalogModel(TEXT);
  const longest = answerUpToMicros(TEXT, { inputTokens: 1, maxOutputTokens });
  expect(answerUpToMicros(TEXT, { inputTokens: 1, maxOutputTokens: maxOutputTokens * 10 })).toBe(longest);
});

test("a picture may cost four pictures and their looks, and each stand-in as much again", () => {
  const asked = { promptBytes: 2_000, references: 2 };
  const eyes = ["gemini-3.5-flash-lite"];
  const gemini = pictureUpToMicros({ images: ["gemini-3.1-flash-image"], eyes }, asked);
  // 1,120 tokens at 60 dollars a million are one picture of 1K.
  expect(gemini).toBeGreaterThan(4 * 67_200);
  expect(gemini).toBeLessThan(6 * 67_200);
  const imagen = pictureUpToMicros({ images: ["imagen-4.0-generate-001"], eyes }, asked);
  expect(imagen).toBeGreaterThanOrEqual(4 * 40_000);
  const both = { images: ["gemini-3.1-flash-image", "imagen-4.0-generate-001"], eyes };
  const looks = pictureUpToMicros({ images: [], eyes }, asked);
  expect(pictureUpToMicros(both, asked)).toBe(gemini + imagen - looks);
});
