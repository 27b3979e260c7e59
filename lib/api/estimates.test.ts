// Estimates against the books that are made: number of pages, price, and a budget that suffices.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proposedLimit } from "../../web/src/screens/new/proposed-limit.ts";
import { pooledEstimateReader } from "../models/reading/pooled-estimate-reader.ts";
import type { EstimateReader } from "../models/story-reader.ts";
import { OwnedSessionSchema } from "../pipeline/client-documents.ts";
import { BusyError, TerminalError } from "../pipeline/errors.ts";
import { inlineWork } from "../work/inline-work.ts";
import { readingQueue } from "./reading-queue.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

/** The union of the fields of the answers in this file; each answer has some of them. */
interface Answered {
  sessionId: string;
  estimate: { priceMicros: number; enoughMicros: number; warning?: string };
  pages: number;
  priceMicros: number;
  enoughMicros: number;
  warning?: string;
  people: { name: string }[];
  characters: number;
  readCharacters: number;
}

const json = async (answer: Response | Promise<Response>): Promise<Answered> =>
  (await (await answer).json()) as Answered;
const ESTIMATE = "/api/v1/manga/estimate";
const GENERATE = "/api/v1/manga/generate";

/** The story of examples/hard. Its estimate was once five pages at $2.02, but the book had eight at $3.23. */
const ONE_PAGE = readFileSync(new URL("../../examples/hard/one-page.txt", import.meta.url), "utf8");

describe("an estimate", () => {
  it("states the pages that are planned, and approximately their cost", { timeout: 300_000 }, async () => {
    const service = sampleService();
    const wanted = { text: ONE_PAGE, models: "simulated" };
    const promised = await json(service.send("POST", ESTIMATE, wanted));
    const { sessionId, estimate } = await json(
      service.send("POST", GENERATE, { ...wanted, formats: ["csv"] }),
    );
    expect(estimate).toMatchObject({
      priceMicros: promised.priceMicros,
      enoughMicros: promised.enoughMicros,
    });
    await service.deliver();
    const made = service.projector.sessions.get(sessionId);
    expect(made?.status).toBe("completed");
    expect(made?.pages).toBe(promised.pages);
    const share = (made?.costMicros ?? 0) / promised.priceMicros;
    // The twelve own stories have 5.1 panels a page together, where 5 are estimated; one story has a fifth more or less.
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(1.2);
    expect(made?.costMicros).toBeLessThanOrEqual(promised.enoughMicros);
  });

  it("counts the whole story, and says which part of it people and places were found in", async () => {
    const service = sampleService();
    const begin = "ミナは駅へ歩いた。「行こう」とミナは言った。\n".repeat(300);
    const text = `${begin}${"ケンタは海辺の店で待っていた。「来たな」とケンタは言った。\n".repeat(300)}`;
    const found = await json(service.send("POST", ESTIMATE, { text }));
    expect(found).toMatchObject({ characters: text.trim().length, language: "ja", lines: 600 });
    expect(found.people.map(({ name }) => name)).toEqual(["ミナ"]);
    expect(found.readCharacters).toBeLessThanOrEqual(6_000);
    expect(found.readCharacters).toBeGreaterThan(5_000);
    const short = await json(service.send("POST", ESTIMATE, { text: SAMPLE_STORY }));
    expect(short.readCharacters).toBe(short.characters);
  });

  it("counts strips in the 4-koma style", async () => {
    const service = sampleService();
    const text = ONE_PAGE.repeat(3);
    const [manga, strips] = await Promise.all(
      ["manga", "yonkoma"].map((style) => json(service.send("POST", ESTIMATE, { text, style }))),
    );
    expect(strips?.pages).toBeLessThan(manga?.pages ?? 0);
  });

  it("warns of a limit below the needed budget, the user's or the service's", async () => {
    const service = sampleService();
    const wanted = { text: SAMPLE_STORY, models: "simulated" };
    const { enoughMicros, warning } = await json(service.send("POST", ESTIMATE, wanted));
    expect(warning).toBeUndefined();
    const low = await json(service.send("POST", ESTIMATE, { ...wanted, budgetMicros: enoughMicros - 1 }));
    expect(low.warning).toMatch(
      /estimated cost is \$\d\.\d\d\. With the limit of \$\d\.\d\d the book may stop/,
    );
    const { estimate } = await json(service.send("POST", GENERATE, { ...wanted, budgetMicros: 500_000 }));
    expect(estimate.warning).toContain("With the limit of $0.50 the book may stop unfinished");
  });

  it("proposes a budget that finishes the book when a limit is spent", async () => {
    const service = sampleService();
    const wanted = { text: SAMPLE_STORY, models: "simulated", formats: ["csv"] };
    for (const budgetMicros of [1, 250_000]) {
      // A new owner for each run, so that nothing comes from the cache.
      const as = { as: `owner-${budgetMicros}` };
      const { sessionId } = await json(service.send("POST", GENERATE, { ...wanted, budgetMicros }, as));
      await service.deliver();
      const told = await service.send("GET", `/api/v1/manga/sessions/${sessionId}`, undefined, as);
      const failed = OwnedSessionSchema.parse(await told.json());
      expect(failed.error?.code).toBe("budget-session");
      const body = { budgetMicros: proposedLimit(failed) };
      const path = `/api/v1/manga/sessions/${sessionId}/retry`;
      expect((await service.send("POST", path, body, as)).ok).toBe(true);
      await service.deliver();
      expect(service.projector.sessions.get(sessionId)?.status).toBe("completed");
    }
  });
});

describe("a reading that cannot be had", () => {
  const failing = (error: Error): EstimateReader => {
    const fail = async () => {
      throw error;
    };
    return { survey: fail, glimpse: fail, findings: fail, segment: fail };
  };
  const asked = async (error: Error, path: string) => {
    const service = sampleService(undefined, {}, { reader: async () => failing(error) });
    const answer = await service.send("POST", path, { text: SAMPLE_STORY });
    return { status: answer.status, retryAfter: answer.headers.get("retry-after"), ...(await json(answer)) };
  };

  it.each([ESTIMATE, GENERATE])("is a sentence where the story takes too long: %s", async (path) => {
    const error = new TerminalError("story-unreadable", "Reading the story takes longer than 20 s.");
    expect(await asked(error, path)).toMatchObject({
      ...{ status: 422, code: "story-unreadable", field: "text" },
      detail: "text: Reading the story takes longer than 20 s.",
    });
  });

  it.each([ESTIMATE, GENERATE])("is 503 with Retry-After where all workers are busy: %s", async (path) => {
    const busy = { status: 503, code: "readers-busy", retryAfter: "5" };
    expect(await asked(new BusyError("64 tasks wait"), path)).toMatchObject(busy);
  });

  it("fails the session at once, without retries, if a phase fails to read", async () => {
    const error = new TerminalError("story-unreadable", "Reading the story takes longer than 20 s.");
    const reader = { ...pooledEstimateReader(inlineWork()), segment: failing(error).segment };
    const service = sampleService(undefined, {}, { reader: async () => reader });
    const { sessionId } = await json(service.send("POST", GENERATE, { text: SAMPLE_STORY }));
    await service.deliver();
    expect(service.projector.sessions.get(sessionId)).toMatchObject({
      status: "failed",
      error: { code: "story-unreadable", message: "Reading the story takes longer than 20 s." },
    });
  });
});

describe("the queue of readings", () => {
  const reader = {} as EstimateReader;

  function heldQueue(limits = {}) {
    const ends: (() => void)[] = [];
    const begun: string[] = [];
    const queue = readingQueue(async () => reader, { atOnce: 1, ...limits });
    const ask = (ownerId: string, signal?: AbortSignal) =>
      queue.read({ ownerId, signal }, () => {
        begun.push(ownerId);
        return new Promise<void>((end) => ends.push(end));
      });
    const settled = () => new Promise((turn) => setImmediate(turn));
    const endOne = () => {
      ends.shift()?.();
      return settled();
    };
    return { ask, begun, settled, endOne };
  }

  it("serves owners in turn", async () => {
    const { ask, begun, settled, endOne } = heldQueue();
    const all = ["a", "a", "a", "b", "c", "b"].map((owner) => ask(owner));
    await settled();
    for (let count = 0; count < 6; count += 1) await endOne();
    await Promise.all(all);
    expect(begun).toEqual(["a", "a", "b", "c", "a", "b"]);
  });

  it("refuses a request that would wait too long: 429 for the owner's own readings, 503 for those of all", async () => {
    const { ask, settled } = heldQueue({ waitingOfOne: 1, waiting: 2, waitMs: 10_000 });
    for (const owner of ["a", "a", "b"]) ask(owner).catch(() => {});
    await settled();
    await expect(ask("a")).rejects.toMatchObject({ problem: { status: 429, code: "too-many-readings" } });
    await expect(ask("c")).rejects.toMatchObject({ problem: { status: 503, code: "readers-busy" } });
    const late = heldQueue({ waitMs: 1 });
    late.ask("a").catch(() => {});
    await expect(late.ask("b")).rejects.toMatchObject({ headers: { "retry-after": "5" } });
  });

  it("does not read for a client that has disconnected", async () => {
    const { ask, begun, settled, endOne } = heldQueue();
    const gone = new AbortController();
    const first = ask("a");
    const second = ask("a", gone.signal);
    const third = ask("a");
    await settled();
    gone.abort();
    await expect(second).rejects.toThrow(/abort/i);
    await endOne();
    await endOne();
    await Promise.all([first, third]);
    expect(begun).toEqual(["a", "a"]);
  });
});
