// Books through a simulated Ollama with a small, sloppy model, drawn by the offline artist. One in every test run;
// `SMALL_MODELS_CAMPAIGN=10` makes ten of the project's own stories, each function in its own process.
import { expect, it } from "vitest";
import { startChatServer } from "../../../emulators/models/openai/chat-server.ts";
import { smallWriter } from "../writers/small-writer.ts";
import { makeBooks } from "./campaign.ts";
import { campaignStories } from "./campaign-stories.ts";

const FULL = Number(process.env.SMALL_MODELS_CAMPAIGN ?? 0);
const LIMIT_MS = 30 * 60_000;
const MODEL = "qwen3:8b";

const SHORT_STORY = {
  ...{ name: "the lighthouse cat", language: "en" as const, pages: 2 },
  text: `The Lighthouse Cat

Every night the cat climbed the stairs of the lighthouse. Old Tom was waiting with a lamp, and Tom was never late.

"You are late," said Tom.

The cat sat down by the window. A ship was passing in the storm.

"They see us," said Tom, and smiled. "Come here, you old thing."`,
};

it(`${FULL || 1} book(s) by a small, sloppy model: all finish, no dialogue is lost, nothing is paid`, {
  timeout: LIMIT_MS,
}, async () => {
  const writer = smallWriter({ seed: Number(process.env.SMALL_MODELS_SEED ?? 3) });
  const server = await startChatServer({ models: [MODEL], contextTokens: 8_192, answer: writer.answer });
  try {
    const stories = FULL === 0 ? [SHORT_STORY] : campaignStories(FULL).slice(0, FULL);
    const books = await makeBooks(
      { stories, models: "openai+offline", atOnce: 2, isolate: FULL > 0, limitMs: LIMIT_MS / 2 },
      { MEKURI_WORDS_URL: server.url, MEKURI_WORDS_MODEL: MODEL },
    );
    if (FULL > 0)
      process.stdout.write(
        `${JSON.stringify({ ...books, slips: writer.slips(), ...server.counts() }, null, 2)}\n`,
      );
    expect(books.stuck).toEqual([]);
    expect(books.ended.map(({ story, status, error }) => ({ story, status, error }))).toEqual(
      books.ended.map(({ story }) => ({ story, status: "completed", error: undefined })),
    );
    expect(books.ended).toHaveLength(stories.length);
    expect(books.ended.flatMap(({ story, speech }) => speech.map((line) => ({ story, ...line })))).toEqual(
      [],
    );
    expect(books.ended.map(({ costMicros }) => costMicros)).toEqual(stories.map(() => 0));
    // Every prompt fits the configured context.
    expect(server.counts().cutPrompts).toBe(0);
  } finally {
    await server.close();
  }
});
