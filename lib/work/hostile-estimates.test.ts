// The real server and worker pool: while slow stories are read, all other requests are answered at once. `HOSTILE_ESTIMATES=20`, as in the
// campaign, checks the answers' wall time; otherwise the CPU time that blocks the event loop is checked, which does not depend on the
// machine's load.
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleService } from "../api/sample-service.ts";
import { CRAFTED_STORIES } from "../models/reading/crafted-stories.ts";
import { pooledEstimateReader } from "../models/reading/pooled-estimate-reader.ts";
import { readWithin } from "../models/reading/reading-limits.ts";
import type { EstimateReader } from "../models/story-reader.ts";
import { threadPool } from "./thread-pool.ts";
import type { TaskModule } from "./work.ts";

const SWITCH = process.env.HOSTILE_ESTIMATES;
const HOSTILE = Number(SWITCH ?? 3);
const CPU_MS = SWITCH === undefined ? 1_500 : 20_000;
const ANSWERS = SWITCH === undefined ? 60 : 400;

/** The available stories that take the reader longest. A task without an end represents even slower ones. */
const STORIES = ["longSpeechOfNames", "manyKanjiNames", "ja plain", "en plain"].map(
  (name) => CRAFTED_STORIES.get(name)?.(12_500) ?? "",
);
const ENDLESS = "終わりのない物語。";
const SAMPLE_TASKS: TaskModule<typeof import("./sample-tasks.ts")> = {
  url: new URL("./sample-tasks.ts", import.meta.url),
  load: () => import("./sample-tasks.ts"),
};
/** It has no more spoken text than a book can hold. */
const HONEST =
  "ミナは駅へ歩いて行き、とても嬉しかった。道には誰もいなくて、風だけが吹いていた。「行こう」とミナは言った。\n"
    .repeat(1_000)
    .slice(0, 49_000);

describe("while hostile stories are estimated", () => {
  const work = threadPool();
  const pooled = pooledEstimateReader(work, { cpuMs: CPU_MS });
  const reader: EstimateReader = {
    ...pooled,
    glimpse: (story) =>
      story.text.startsWith(ENDLESS)
        ? readWithin(work.run(SAMPLE_TASKS, "spin", undefined, { cpuMs: CPU_MS }))
        : pooled.glimpse(story),
  };
  const { app } = sampleService(undefined, {}, { reader: async () => reader });
  const server = createAdaptorServer({ fetch: app.fetch });
  let origin = "";

  const estimate = (text: string, owner: string, signal?: AbortSignal) =>
    fetch(`${origin}/api/v1/manga/estimate`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${owner}` },
      body: JSON.stringify({ text }),
      ...(signal && { signal }),
    });

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Routes, schemas and the worker are ready when the first has been answered.
    expect((await estimate(HONEST, "warm")).status).toBe(200);
    expect((await fetch(`${origin}/api/v1/capabilities`)).status).toBe(200);
  });

  afterAll(async () => {
    if ("closeAllConnections" in server) server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await work.close();
  });

  it("an honest story of 49,000 characters blocks the event loop for less than 50 ms", async () => {
    const text = HONEST;
    const held = await longestTurnMs(async () => {
      const answer = await estimate(text, "honest");
      expect(answer.status).toBe(200);
      const { readCharacters, characters } = (await answer.json()) as Record<string, number>;
      expect(readCharacters).toBeLessThanOrEqual(6_000);
      expect(characters).toBeGreaterThan(48_000);
    });
    expect(held).toBeLessThan(50);
  });

  it("the capabilities are answered at once, and each estimate ends with an error message", async () => {
    const asked = Array.from({ length: HOSTILE }, (_, index) => {
      const story = STORIES[index % STORIES.length] ?? "";
      return estimate(index % 2 === 0 ? `${ENDLESS}${story}` : story, `stranger-${index}`);
    });
    const statuses = Promise.all(
      asked.map(async (answer) => {
        const { status, headers } = await answer;
        return {
          status,
          retryAfter: headers.get("retry-after"),
          problem: (await (await answer).json()) as Record<string, string>,
        };
      }),
    );
    const times: number[] = [];
    const held = await longestTurnMs(async () => {
      for (let index = 0; index < ANSWERS; index += 1) {
        const begin = performance.now();
        const answer = await fetch(`${origin}/api/v1/capabilities`);
        await answer.arrayBuffer();
        times.push(performance.now() - begin);
      }
    });
    const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
    expect(held).toBeLessThan(100);
    const ended = await statuses;
    expect(ended.map(({ status }) => status)).toContain(422);
    for (const { status, retryAfter, problem } of ended) {
      expect([200, 422, 503]).toContain(status);
      if (status === 422) {
        expect(problem).toMatchObject({ code: "story-unreadable", field: "text" });
        expect(problem.detail).toMatch(/longer than [\d.]+ s of CPU time\. .*cut the longest ones/);
      }
      if (status === 503) expect(Number(retryAfter)).toBeGreaterThan(0);
    }
    if (SWITCH !== undefined) expect(p99).toBeLessThan(250);
  });
});

/** Maximum CPU time of this thread between two turns of its event loop during some work. */
async function longestTurnMs(meanwhile: () => Promise<void>): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  let isOver = false;
  const turn = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.threadCpuUsage();
    if (!isOver) setImmediate(turn);
  };
  turn();
  await meanwhile();
  isOver = true;
  return longest;
}
