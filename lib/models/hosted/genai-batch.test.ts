// Gemini's batches by the vendor's client, against the strict server: looked up before they are submitted again, completed late, ended.
import { afterEach, describe, expect, it } from "vitest";
import {
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from "../../../emulators/models/server.ts";
import { catalogOffers } from "../../../scripts/models/offers.ts";
import { genaiModel } from "./genai.ts";
import type { BatchQuestion, Question } from "./model.ts";

const MODEL = "gemini-nano-banana-2.1";
const NAME = "s1.artwork.p001.k1.1.1";
const { signal } = new AbortController();

const question: Question = {
  ...{ task: "picture", seed: 3, of: "panel" },
  turns: [{ role: "user", parts: [{ text: "A cat on a wall." }] }],
  wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
};

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}) {
  const running = await startModelServer({ offers: catalogOffers("2026-11-30"), side: 64, ...options });
  server = running;
  const model = genaiModel(MODEL, { kind: "key", apiKey: "test", baseUrl: running.url });
  const ask = (wish: BatchQuestion["wish"], id?: string) => {
    if (model.batch === undefined) throw new Error("no batches");
    return model.batch({ name: NAME, id, wish, question }, signal);
  };
  const submitted = async () => {
    const state = await ask("submit");
    return state.kind === "running" ? state.id : "";
  };
  return { running, model, ask, submitted };
}

describe("a question in a batch", () => {
  it("gets the same answer as alone, at half the price", async () => {
    const { running, model, ask, submitted } = await serve();
    const state = await ask("look", await submitted());
    const { micros } = running.counts();
    expect(state).toMatchObject({
      kind: "made",
      made: { end: "done", usage: { costMicros: micros, images: 1 } },
    });
    const single = await model.ask(question, signal);
    expect(micros).toBe(Math.ceil(single.usage.costMicros / 2));
    expect(running.counts().batches).toEqual({ [NAME]: 1 });
  });

  it("is found by its name if a submission's answer was lost, and is not submitted again", async () => {
    const { running, ask } = await serve({ batchMs: Number.POSITIVE_INFINITY });
    const first = await ask("find");
    expect(first.kind).toBe("running");
    expect(await ask("find")).toEqual(first);
    expect(running.counts().batches).toEqual({ [NAME]: 1 });
  });

  it("is cancelled and deleted when it is ended, with an unknown cost", async () => {
    const { running, ask, submitted } = await serve({ batchMs: Number.POSITIVE_INFINITY });
    const id = await submitted();
    const ended = await ask("end", id);
    expect(ended).toEqual({ kind: "lost", reason: expect.stringMatching(/CANCELLED|cancelled/) });
    expect(await ask("look", id)).toEqual({ kind: "lost", reason: "it is not there any more" });
    expect(await ask("end")).toMatchObject({ kind: "lost", micros: 0 });
    expect(running.counts().batches).toEqual({ [NAME]: 1 });
  });

  it("is used if it was answered before it could be ended", async () => {
    const { ask, submitted } = await serve();
    expect(await ask("end", await submitted())).toMatchObject({ kind: "made" });
  });

  it("is refused like the same question alone", async () => {
    const { model } = await serve();
    const wanted = { kind: "image" as const, aspectRatio: "3:7", size: "1K" as const };
    const order = { name: NAME, wish: "submit" as const, question: { ...question, wanted } };
    await expect(model.batch?.(order, signal)).rejects.toMatchObject({ code: "model-rejected" });
  });

  it("needs an API key and a model that is sold in batches", async () => {
    const vertex = {
      kind: "vertex" as const,
      project: "p",
      location: "global",
      baseUrl: "http://127.0.0.1:9",
    };
    expect(genaiModel(MODEL, vertex).batch).toBeUndefined();
  });
});
