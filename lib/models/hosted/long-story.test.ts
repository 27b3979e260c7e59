// The plot of the longest allowed story, by a hosted model and the real runner, over several deliveries with some answers of two minutes:
// each question is asked and paid once.
import { expect, it } from "vitest";
import { createRunner } from "../../pipeline/handle.ts";
import { createMemo } from "../../pipeline/memo.ts";
import { memoryLedger } from "../../pipeline/memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "../../pipeline/memory-memo.ts";
import { deliverAll, type Sample, sample, samplePhases } from "../../pipeline/sample-session.ts";
import { DEFAULT_SETTINGS } from "../../pipeline/settings.ts";
import { plainAnswer, plainStory } from "../prompts/plain-story.ts";
import type { ReadingOutputs } from "../reader.ts";
import type { HostedModel, Question } from "./model.ts";
import { hostedWriter } from "./writer.ts";

const BOOK = { characters: ["c1"], pages: 1, panels: 1, durationMs: () => 1_000 };
const COST = 300;
const MODEL = "gemini-3.8-flash";
const MOST_ANSWER_TOKENS = 8_000;

const textOf = ({ turns }: Question): string =>
  turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : []))).join("");

/** Answers as the plain story does; every twentieth question takes 120 s, the others 8 s. */
function slowModel(clock: Sample["clock"]) {
  const asked = new Map<string, number>();
  const longest = { answerTokens: 0, underWay: 0 };
  let underWay = 0;
  const model: HostedModel = {
    id: MODEL,
    async ask(question, signal) {
      const text = textOf(question);
      const number = asked.size;
      asked.set(text, (asked.get(text) ?? 0) + 1);
      if (question.wanted.kind !== "json") throw new RangeError("a question of the plot does not want JSON");
      longest.answerTokens = Math.max(longest.answerTokens, question.wanted.maxOutputTokens);
      underWay += 1;
      longest.underWay = Math.max(longest.underWay, underWay);
      await clock.sleep(number % 20 === 7 ? 120_000 : 8_000, signal);
      underWay -= 1;
      signal.throwIfAborted();
      const data = JSON.parse(/<data>\n(.*)\n<\/data>/s.exec(text)?.[1] ?? "null");
      return {
        ...{ end: "done", reason: "STOP", text: JSON.stringify(plainAnswer(data)), images: [] },
        usage: { model: MODEL, inputTokens: 1, outputTokens: 1, images: 0, costMicros: COST },
      };
    },
  };
  return { model, asked, longest };
}

it.each([
  ["ja", 2],
  ["en", 1],
] as const)(
  "a plot of 50,000 characters (%s) finishes, and pays for each call once",
  async (language, least) => {
    const { story, brief, concept } = plainStory(language, 50_000, 100);
    const ledger = memoryLedger(() => book.clock.now());
    const book: Sample = sample(BOOK, { ledger, settings: DEFAULT_SETTINGS });
    const { model, asked, longest } = slowModel(book.clock);
    const writer = hostedWriter("w", [model]);
    let plot: ReadingOutputs["plot"] | undefined;
    let deliveries = 0;
    book.tools.before = async (ref, context) => {
      if (ref.phase !== "plot") return;
      deliveries += 1;
      plot = await writer.read("plot", { story, brief, concept }, context);
    };
    const store = memoryMemoStore();
    const sessionId = await book.start();
    await deliverAll(book, {
      async deliver(message) {
        // A new process: only the store remembers anything.
        const memory = memoryMemoCache(book.clock.now);
        const { blobs } = book.services;
        const memo = createMemo({ memory, redis: undefined, store, seal: OPEN_SEAL, blobs });
        const phases = samplePhases(BOOK);
        await createRunner({ ...book.services, phases, tools: book.tools, memo }).handle(message);
      },
    });
    const schedule = await book.services.schedules.read(sessionId);
    expect(schedule?.state.status).toBe("completed");
    expect(asked.size).toBeGreaterThan(50);
    expect([...asked.values()].filter((times) => times !== 1)).toEqual([]);
    expect(schedule?.costMicros).toBe(asked.size * COST);
    expect(deliveries).toBeGreaterThanOrEqual(least);
    const record = await book.services.schedules.readWith(sessionId, "plot", "");
    expect(record?.record).toMatchObject({ attempt: 1 });
    expect(longest.underWay).toBeLessThanOrEqual(4);
    expect(longest.answerTokens).toBeLessThanOrEqual(MOST_ANSWER_TOKENS);
    const lines = plot?.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines)) ?? [];
    const spoken = story.units.filter(({ kind }) => kind === "speech");
    expect(lines.map(({ unit, text }) => [unit, text])).toEqual(spoken.map(({ id, text }) => [id, text]));
  },
);
