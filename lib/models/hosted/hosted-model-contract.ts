// What every hosted model must do, whichever client carries the question; run by `hosted-models.contract.test.ts` for each adapter
// against its pretended server.
import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { answerSchema } from "./json-schema.ts";
import type { ClientOptions, HostedModel, Question } from "./model.ts";
import { failureOfReply } from "./picture-outcomes.ts";

/**
 * How the server behaves. `broken`: JSON between sentences, cut in its middle. `truncated`: the answer is longer than allowed. `refusing`:
 * a filter holds it back. `slow`: seconds. `busy`: it has no room now. `gone`: the model is not there.
 */
export type Trouble = "none" | "broken" | "truncated" | "refusing" | "slow" | "busy" | "gone";

export interface Pretended {
  model(options?: ClientOptions): HostedModel;
  /** Requests for answers or pictures that came. */
  requests(): number;
}

/** Starts a server in trouble; whoever calls closes it after each test. `undefined`: the protocol has no such trouble. */
export type Serve = (trouble: Trouble) => Promise<Pretended | undefined>;

const signal = new AbortController().signal;
export const BROKEN = 'Here you are:\n```json\n{"name": "Mina", "things": ["lamp", "le';

const TEXT: Question = {
  ...{ task: "look", system: "Say what you see.", seed: 7 },
  turns: [{ role: "user", parts: [{ text: "Who is there?" }] }],
  wanted: {
    kind: "json",
    schema: answerSchema(z.object({ name: z.string(), things: z.array(z.string()) })),
    maxOutputTokens: 300,
  },
};

const PICTURE: Question = {
  ...{ task: "picture", of: "panel", seed: 7 },
  turns: [{ role: "user", parts: [{ text: "a cat on a wall" }] }],
  wanted: { kind: "image", aspectRatio: "3:4", size: "1K" },
};

async function served(serve: Serve, trouble: Trouble): Promise<Pretended | undefined> {
  return serve(trouble);
}

export function describeTextModel(name: string, serve: Serve): void {
  describe(name, () => {
    it("gives the answer, and says what it used", async () => {
      const reply = await (await served(serve, "none"))?.model().ask(TEXT, signal);
      expect(reply).toMatchObject({ end: "done", images: [] });
      expect(Object.keys(JSON.parse(reply?.text ?? ""))).toEqual(["name", "things"]);
      expect(reply?.usage.inputTokens).toBeGreaterThan(0);
      expect(reply?.usage.outputTokens).toBeGreaterThan(0);
    });

    it("hands on a broken answer as it is: mending is not its business", async () => {
      const reply = await (await served(serve, "broken"))?.model().ask(TEXT, signal);
      expect(reply?.text).toBe(BROKEN);
    });

    it("says that an answer was cut off at the limit", async () => {
      const reply = await (await served(serve, "truncated"))?.model().ask(TEXT, signal);
      expect(reply?.end).toBe("truncated");
    });

    it("says that an answer was refused", async () => {
      const pretended = await served(serve, "refusing");
      if (pretended === undefined) return;
      const reply = await pretended.model().ask(TEXT, signal);
      expect(reply).toMatchObject({ end: "refused", text: "" });
      expect(reply.heldBack).toBeDefined();
    });

    describeTroubles(serve, TEXT);
  });
}

export function describePictureModel(name: string, serve: Serve): void {
  describe(name, () => {
    it("gives one picture, by the word that planning knows", async () => {
      const reply = await (await served(serve, "none"))?.model().ask(PICTURE, signal);
      expect(reply).toMatchObject({ end: "done", reason: "STOP" });
      expect(reply?.images.at(-1)?.bytes.length).toBeGreaterThan(100);
      expect(reply && failureOfReply(reply)).toBeUndefined();
      expect(reply?.usage.images).toBe(1);
    });

    it("says that a picture was refused", async () => {
      const pretended = await served(serve, "refusing");
      if (pretended === undefined) return;
      const reply = await pretended.model().ask(PICTURE, signal);
      expect(reply.images).toEqual([]);
      expect(failureOfReply(reply)).toBeDefined();
    });

    describeTroubles(serve, PICTURE);
  });
}

function describeTroubles(serve: Serve, question: Question): void {
  it("counts a slow answer as an attempt of unknown cost", async () => {
    const pretended = await served(serve, "slow");
    const asked = pretended?.model({ timeoutMs: 80 }).ask(question, signal);
    await expect(asked).rejects.toThrow(RetryableError);
    await expect(asked).rejects.toMatchObject({ usage: undefined });
  });

  it("leaves a question at once when its step is aborted, with the step's own reason", async () => {
    const pretended = await served(serve, "slow");
    const stop = new AbortController();
    const asked = pretended?.model().ask(question, stop.signal);
    asked?.catch(() => {});
    await vi.waitFor(() => expect(pretended?.requests()).toBe(1), { timeout: 10_000 });
    const at = performance.now();
    stop.abort(new Error("cancelled"));
    await expect(asked).rejects.toThrow("cancelled");
    expect(performance.now() - at).toBeLessThan(1_000);
  });

  it("asks nothing when the step is over before it begins", async () => {
    const pretended = await served(serve, "none");
    const stop = new AbortController();
    stop.abort(new Error("cancelled"));
    await expect(pretended?.model().ask(question, stop.signal)).rejects.toThrow("cancelled");
    expect(pretended?.requests()).toBe(0);
  });

  it("is busy where the server has no room, which is no attempt", async () => {
    const pretended = await served(serve, "busy");
    if (pretended === undefined) return;
    await expect(pretended.model().ask(question, signal)).rejects.toThrow(BusyError);
  });

  it("ends the session where the model is gone, so that it can be retried with another", async () => {
    const pretended = await served(serve, "gone");
    if (pretended === undefined) return;
    const asked = pretended.model().ask(question, signal);
    await expect(asked).rejects.toThrow(TerminalError);
    await expect(asked).rejects.toMatchObject({ retryable: true });
  });
}
