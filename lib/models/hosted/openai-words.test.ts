// Text by OpenAI's protocol: the real client against the emulated servers of Ollama, llama-server, LM Studio and OpenAI.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { RawText } from "../../../emulators/models/generate.ts";
import { CHAT_PROGRAMS } from "../../../emulators/models/openai/chat-request.ts";
import {
  type ChatServer,
  type ChatServerOptions,
  startChatServer,
} from "../../../emulators/models/openai/chat-server.ts";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { wordsServer } from "../own-servers.ts";
import { OverloadedError } from "./failures.ts";
import { answerSchema } from "./json-schema.ts";
import type { ClientOptions, Question } from "./model.ts";
import { openaiWords } from "./openai-words.ts";
import { SENT_SCHEMAS } from "./sent-schemas.ts";

const MODEL = "qwen3:8b";
const signal = new AbortController().signal;

let server: ChatServer | undefined;
beforeEach(() => vi.stubEnv("MEKURI_WORDS_MODEL", MODEL));
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = undefined;
});

async function serve(options: Partial<ChatServerOptions> = {}): Promise<ChatServer> {
  server = await startChatServer({ models: [MODEL], ...options });
  vi.stubEnv("MEKURI_WORDS_URL", server.url);
  return server;
}

function model(options?: ClientOptions) {
  const words = wordsServer();
  if (words === undefined) throw new Error("no server is set");
  return openaiWords(words, options);
}

const SCHEMA = z.object({ name: z.string(), age: z.int().optional() });

function json(schema: z.ZodType = SCHEMA, text = "Who is there?"): Question {
  return {
    ...{ task: "look", system: "Say what you see.", seed: 7 },
    turns: [{ role: "user", parts: [{ text }] }],
    wanted: { kind: "json", schema: answerSchema(schema), maxOutputTokens: 500 },
  };
}

describe.each(CHAT_PROGRAMS)("%s", (program) => {
  it.each(
    Object.entries(SENT_SCHEMAS).flatMap(([task, schemas]) =>
      schemas.map((schema) => [task, schema] as const),
    ),
  )("accepts the schema of %s and answers in it", async (_task, schema) => {
    await serve({ program, contextTokens: 100_000 });
    const reply = await model().ask(json(schema), signal);
    expect(reply).toMatchObject({ end: "done", reason: "stop" });
    expect(() => JSON.parse(reply.text)).not.toThrow();
  });

  it("counts tokens, at the price of the settings", async () => {
    await serve({ program });
    vi.stubEnv("MEKURI_WORDS_PRICE", "150000,600000");
    const { usage } = await model().ask(json(), signal);
    expect(usage.model).toBe(`openai/${MODEL}`);
    expect(usage.costMicros).toBe(
      Math.ceil((usage.inputTokens * 150_000 + usage.outputTokens * 600_000) / 1e6),
    );
  });

  it("accepts a picture beside the text", async () => {
    await serve({ program });
    const question = json();
    const [turn] = question.turns;
    const parts = [
      ...(turn?.parts ?? []),
      { bytes: new Uint8Array([137, 80, 78, 71]), contentType: "image/png" },
    ];
    const reply = await model().ask({ ...question, turns: [{ role: "user", parts }] }, signal);
    expect(reply.end).toBe("done");
  });
});

describe("an answer", () => {
  it("with thoughts in it is read without them", async () => {
    await serve({ thoughts: true, answer: async () => new RawText(`{"name": "Mina"}`) });
    const { text } = await model().ask(json(), signal);
    expect(JSON.parse(text)).toEqual({ name: "Mina" });
  });

  it("is truncated at the limit, empty without content, refused by a refusal", async () => {
    await serve({ answer: async () => new RawText(`{"name": "${"x".repeat(4_000)}"}`) });
    expect(await model().ask(json(), signal)).toMatchObject({ end: "truncated", reason: "length" });
    await server?.close();
    await serve({ answer: async () => new RawText("") });
    expect(await model().ask(json(), signal)).toMatchObject({ end: "empty" });
    await server?.close();
    await serve({ program: "openai", refused: 1 });
    expect(await model().ask(json(), signal)).toMatchObject({
      end: "refused",
      reason: "refusal",
      heldBack: "answer",
    });
  });
});

describe("a question that is asked again", () => {
  it("has another seed, because its first answer was unusable", async () => {
    const seeds: string[] = [];
    await serve({
      answer: async ({ hash }) => {
        seeds.push(hash);
        return new RawText("");
      },
    });
    const asked = model();
    await asked.ask(json(), signal);
    await asked.ask(json(), signal);
    expect(new Set(seeds).size).toBe(2);
  });
});

describe("a prompt longer than the context", () => {
  const long = "word ".repeat(6_000);

  it("is silently truncated by Ollama, which only the answer's copied ids can show", async () => {
    const running = await serve({ contextTokens: 2_048 });
    const reply = await model().ask(json(SCHEMA, long), signal);
    expect(reply.end).toBe("done");
    expect(running.counts().cutPrompts).toBe(1);
    expect(reply.usage.inputTokens).toBeLessThan(1_100);
  });

  it("is refused by the others with their limit", async () => {
    await serve({ program: "llama-server", contextTokens: 2_048 });
    await expect(model().ask(json(SCHEMA, long), signal)).rejects.toMatchObject({
      code: "model-rejected",
      message: expect.stringMatching(/exceeds the available context size/),
    });
  });
});

describe("a failure", () => {
  const failing = async (options: Partial<ChatServerOptions>, more: ClientOptions = {}) => {
    await serve(options);
    return model(more)
      .ask(json(), signal)
      .catch((error: unknown) => error);
  };

  it("of a missing model says to load it", async () => {
    const error = await failing({ models: ["llama3"] });
    expect(error).toBeInstanceOf(TerminalError);
    expect(error).toMatchObject({ code: "model-gone", retryable: true });
    expect(String(error)).toMatch(/try pulling it first.*Load or pull the model/);
  });

  it("of a key does not reveal it", async () => {
    vi.stubEnv("MEKURI_WORDS_KEY", "sk-wrong-and-secret");
    const error = await failing({ key: "sk-right", program: "openai" });
    expect(error).toMatchObject({ code: "model-key" });
    expect(JSON.stringify([String(error), error])).not.toMatch(/sk-wrong/);
  });

  it("of a server that is loading its model is busy", async () => {
    expect(await failing({ program: "llama-server", loading: 1 })).toBeInstanceOf(OverloadedError);
    expect(new OverloadedError("", undefined)).toBeInstanceOf(BusyError);
  });

  it("of a server that is slow or unreachable is an attempt", async () => {
    const slow = await failing({ latencyMs: 2_000 }, { timeoutMs: 100 });
    expect(slow).toBeInstanceOf(RetryableError);
    await server?.close();
    server = undefined;
    const gone = await model()
      .ask(json(), signal)
      .catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(RetryableError);
    expect(String(gone)).toMatch(/ECONNREFUSED.*start the server, or correct its address/);
  });

  it("on abort is the caller's reason, and the server sees the closed connection", async () => {
    const running = await serve({ latencyMs: 5_000 });
    const abort = new AbortController();
    const asked = model().ask(json(), abort.signal);
    await vi.waitFor(() => expect(running.counts().requests).toBe(1));
    abort.abort(new Error("cancelled"));
    await expect(asked).rejects.toThrow("cancelled");
    await vi.waitFor(() => expect(running.counts().hungUp).toBe(1));
  });
});
