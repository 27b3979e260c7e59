// A small model's reader translates in small questions, and does not direct.
import { expect, it } from "vitest";
import { SMALL_ANSWER_TOKENS } from "../own-models.ts";
import type { TranslatedText } from "../translator.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import type { HostedModel, Question } from "./model.ts";
import { scriptedModel } from "./scripted-model.ts";
import { smallReader } from "./small-reader.ts";

const { signal } = new AbortController();
const QUESTION: Question = { task: "look", turns: [], wanted: { kind: "text", maxOutputTokens: 1 } };
const texts = Array.from(
  { length: 30 },
  (_, at): TranslatedText => ({
    ...{ id: `k${at + 1}/w1`, kind: "balloon", voice: "speech", speaker: null },
    text: at === 7 ? `長い${"な".repeat(500)}文。` : "だれかいますか。",
  }),
);

it("translates a page in questions of few texts and short answers, and loses no text", async () => {
  const sizes: number[] = [];
  const ask: HostedModel["ask"] = async ({ turns, wanted }) => {
    const ids = [...JSON.stringify(turns).matchAll(/k\d+\/w1/g)].map(([id]) => id);
    sizes.push(ids.length);
    if (wanted.kind === "json") expect(wanted.maxOutputTokens).toBeLessThanOrEqual(SMALL_ANSWER_TOKENS);
    const answer = { texts: ids.map((id) => ({ id, text: `Is anybody there, ${id}?` })) };
    return scriptedModel("gemini-3.8-flash", [{ text: JSON.stringify(answer) }]).ask(QUESTION, signal);
  };
  const { translator } = smallReader("openai/small@1", [{ id: "gemini-3.8-flash", ask }]);
  const output = await translator?.translate({ from: "ja", to: "en", texts, seed: 1 }, unmeteredContext());
  expect(Object.keys(output?.texts ?? {})).toHaveLength(texts.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
});

it("does not direct, and says which model to choose", async () => {
  const reader = smallReader("openai/qwen3:8b@1", []);
  expect(() => reader.direct({} as never, unmeteredContext())).toThrow(
    /openai\+offline, or set MEKURI_WORDS_CONTEXT/,
  );
});
