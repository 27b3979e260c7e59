// The contract of every hosted model, whatever client sends the question; run by `hosted-models.contract.test.ts` for each adapter against
// its emulated server.
import { afterAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { answerSchema } from "./json-schema.ts";
import { findJson } from "./loose-json.ts";
import type { ClientOptions, HostedModel, Question, Reply } from "./model.ts";
import { failureOfReply } from "./picture-outcomes.ts";
import { decode } from "./shape.ts";

/**
 * The server's behaviour. `refusing`: a filter blocks the answer. `slow`: takes seconds. `busy`: no capacity now. `gone`: the model does
 * not exist.
 */
export type Trouble = "none" | "refusing" | "slow" | "busy" | "gone";

export interface Pretended {
  model(options?: ClientOptions): HostedModel;
  /** Number of requests for answers or pictures so far. */
  requests(): number;
  /** The server sends half of each answer and closes the connection, until the returned function is called. */
  cutAnswers(): () => void;
  close(): Promise<void>;
}

/** The content of its answers. */
export interface Content {
  /** The exact text; undefined for a text that fits the schema. */
  text?: () => string | undefined;
  /** Fault of every picture: half of its bytes, or another format. */
  pictures?: "cut" | "jpeg";
}

/** Starts a server with a behaviour; the caller closes it. `undefined`: the protocol has no such behaviour. */
export type Serve = (trouble: Trouble, content?: Content) => Promise<Pretended | undefined>;

const signal = new AbortController().signal;
const THINGS = z.object({ name: z.string(), things: z.array(z.string()) });

/** JSON between sentences: cut in the middle; complete; and longer than any limit. */
const BROKEN = 'Here you are:\n```json\n{"name": "Mina", "things": ["lamp", "le';
const SLOPPY = 'Sure!\n```json\n{"name": "Mina", "things": ["lamp"],}\n```\nLet me know.';
const LONG = JSON.stringify({ name: "x".repeat(80_000), things: [] });

const TEXT: Question = {
  ...{ task: "look", system: "Say what you see.", seed: 7 },
  turns: [{ role: "user", parts: [{ text: "Who is there?" }] }],
  wanted: { kind: "json", schema: answerSchema(THINGS), maxOutputTokens: 300 },
};

const PICTURE: Question = {
  ...{ task: "picture", of: "panel", seed: 7 },
  turns: [{ role: "user", parts: [{ text: "a cat on a wall" }] }],
  wanted: { kind: "image", aspectRatio: "3:4", size: "1K" },
};

/** Servers of one adapter; each is started once, on first use. */
function serversOf(serve: Serve) {
  const started = new Map<string, Promise<Pretended | undefined>>();
  afterAll(async () => {
    for (const server of started.values()) await (await server)?.close();
  });
  return (trouble: Trouble, content?: Content): Promise<Pretended | undefined> => {
    const kind = `${trouble} ${content?.pictures ?? ""}`;
    const server = started.get(kind) ?? serve(trouble, content);
    started.set(kind, server);
    return server;
  };
}

async function answered(server: Promise<Pretended | undefined>, question: Question): Promise<Reply> {
  const pretended = await server;
  if (pretended === undefined) throw new TypeError("serve must give a server for 'none'");
  return pretended.model().ask(question, signal);
}

export function describeTextModel(name: string, serve: Serve): void {
  describe(name, () => {
    let said: string | undefined;
    const servers = serversOf((trouble) => serve(trouble, { text: () => said }));
    const replyTo = (text?: string) => {
      said = text;
      return answered(servers("none"), TEXT);
    };

    it("gives the answer and its usage", async () => {
      const reply = await replyTo();
      expect(reply).toMatchObject({ end: "done", images: [] });
      expect(Object.keys(JSON.parse(reply.text))).toEqual(["name", "things"]);
      expect(reply.usage.inputTokens).toBeGreaterThan(0);
      expect(reply.usage.outputTokens).toBeGreaterThan(0);
    });

    it("passes on a broken answer unchanged, and an untidy one in readable form; repairs happen elsewhere", async () => {
      expect((await replyTo(BROKEN)).text).toBe(BROKEN);
      const sloppy = await replyTo(SLOPPY);
      expect(sloppy).toMatchObject({ end: "done", text: SLOPPY });
      expect(THINGS.parse(findJson(sloppy.text)?.value)).toEqual({ name: "Mina", things: ["lamp"] });
    });

    it("reports an answer that was cut off at the limit", async () => {
      expect((await replyTo(LONG)).end).toBe("truncated");
    });

    it("reports a refused answer", async () => {
      const reply = await answered(servers("refusing"), TEXT);
      expect(reply).toMatchObject({ end: "refused", text: "" });
      expect(reply.heldBack).toBeDefined();
    });

    describeTroubles(servers, TEXT);
  });
}

export function describePictureModel(name: string, serve: Serve): void {
  describe(name, () => {
    const servers = serversOf(serve);
    const decoded = async (pictures: NonNullable<Content["pictures"]>) => {
      const { images } = await answered(servers("none", { pictures }), PICTURE);
      return decode(images.at(-1)?.bytes ?? new Uint8Array(), "3:4");
    };

    it("gives one picture, with the finish reason that planning expects", async () => {
      const reply = await answered(servers("none"), PICTURE);
      expect(reply).toMatchObject({ end: "done", reason: "STOP" });
      expect(reply.images.at(-1)?.bytes.length).toBeGreaterThan(100);
      expect(failureOfReply(reply)).toBeUndefined();
      expect(reply.usage.images).toBe(1);
    });

    it("passes on a broken picture unchanged, and one of another format in readable form", async () => {
      expect(await decoded("cut")).toMatchObject({ kind: "unusable" });
      expect(await decoded("jpeg")).toMatchObject({ kind: "picture", contentType: "image/jpeg" });
    });

    it("reports a refused picture", async () => {
      const pretended = await servers("refusing");
      if (pretended === undefined) return;
      const reply = await pretended.model().ask(PICTURE, signal);
      expect(reply.images).toEqual([]);
      expect(failureOfReply(reply)).toBeDefined();
    });

    describeTroubles(servers, PICTURE);
  });
}

function describeTroubles(servers: (trouble: Trouble) => Promise<Pretended | undefined>, question: Question) {
  it("counts a slow answer as an attempt of unknown cost", async () => {
    const asked = (await servers("slow"))?.model({ timeoutMs: 80 }).ask(question, signal);
    await expect(asked).rejects.toThrow(RetryableError);
    await expect(asked).rejects.toMatchObject({ usage: undefined });
  });

  it("counts an answer that breaks off as an attempt of unknown cost", async () => {
    const pretended = await servers("none");
    const restore = pretended?.cutAnswers();
    try {
      const asked = pretended?.model().ask(question, signal);
      await expect(asked).rejects.toThrow(RetryableError);
      await expect(asked).rejects.toMatchObject({ usage: undefined });
    } finally {
      restore?.();
    }
  });

  it("leaves a question at once on abort, with the signal's reason", async () => {
    const pretended = await servers("slow");
    const before = pretended?.requests() ?? 0;
    const stop = new AbortController();
    const asked = pretended?.model().ask(question, stop.signal);
    asked?.catch(() => {});
    await vi.waitFor(() => expect(pretended?.requests()).toBeGreaterThan(before), {
      ...{ timeout: 10_000, interval: 5 },
    });
    const at = performance.now();
    stop.abort(new Error("cancelled"));
    await expect(asked).rejects.toThrow("cancelled");
    expect(performance.now() - at).toBeLessThan(1_000);
  });

  it("sends nothing if the signal is aborted before", async () => {
    const pretended = await servers("none");
    const before = pretended?.requests();
    const stop = new AbortController();
    stop.abort(new Error("cancelled"));
    await expect(pretended?.model().ask(question, stop.signal)).rejects.toThrow("cancelled");
    expect(pretended?.requests()).toBe(before);
  });

  it("is busy where the server has no capacity, which is no attempt", async () => {
    const pretended = await servers("busy");
    if (pretended === undefined) return;
    await expect(pretended.model().ask(question, signal)).rejects.toThrow(BusyError);
  });

  it("fails the session where the model is gone, so that it can be retried with another", async () => {
    const asked = (await servers("gone"))?.model().ask(question, signal);
    await expect(asked).rejects.toThrow(TerminalError);
    await expect(asked).rejects.toMatchObject({ retryable: true });
  });
}
