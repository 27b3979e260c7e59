import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { Panel } from "../manga/storyboard.ts";
import { inlineWork } from "../work/inline-work.ts";
import { threadPool } from "../work/thread-pool.ts";
import { canvasDrafter } from "./canvas-drafter.ts";
import type { CoverBrief, Drafter } from "./drafter.ts";
import { pooledDrafter } from "./pooled-drafter.ts";
import { BRIEF, drawPage } from "./sample-page.ts";

const threads = threadPool({ threads: 1 });
afterAll(() => threads.close());

/** The results of every method of a drafter for one page. */
async function drawAll(drafter: Drafter) {
  const { panels, art, marks, texts, ...drawn } = await drawPage(drafter, BRIEF);
  const [panel] = panels;
  const picture = art.get("k1");
  if (panel === undefined || picture?.kind !== "drawing") throw new Error("the page has a drawn panel");
  const cover: CoverBrief = {
    ...{ title: "嵐", language: "ja", models: { reader: "one", director: "two", artist: "three" } },
    ...{ panel, faces: [], keep: [], art: picture },
  };
  const image = { kind: "image", bytes: drawn.page.bytes, width: 600, height: 847 } as const;
  return {
    ...{ texts, ...drawn },
    proof: await drafter.proofread({ panels, art: marks, texts, page: BRIEF }),
    blank: await drafter.blankPanels({ number: 1, image: drawn.page.bytes, panels, texts }),
    resolutions: await drafter.resolutions(panels, new Map([["k1", image]]), 1),
    busy: await drafter.busyAreas(drawn.page.bytes, { width: 600, height: 847 }),
    cover: await drafter.cover(cover, 300),
    column: await drafter.column(panels, art, marks, { ...BRIEF, credit: "drawn by three" }),
    screen: await drafter.rasterize(picture.drawing, 200),
  };
}

describe("pooledDrafter", () => {
  test.each([
    ["in a worker", threads],
    ["in this process", inlineWork()],
  ])("draws the same bytes %s as without a pool, by every method", async (_where, work) => {
    const [pooled, plain] = [await drawAll(pooledDrafter(work)), await drawAll(canvasDrafter())];
    // Bytes from a worker are a Uint8Array, not a Buffer.
    expect(JSON.stringify(pooled, bytesAsText)).toBe(JSON.stringify(plain, bytesAsText));
    expect(Buffer.from(pooled.page.bytes).equals(plain.page.bytes)).toBe(true);
  });

  test("returns the same text objects if nothing was repaired", async () => {
    const drafter = pooledDrafter(threads);
    const { panels, marks, texts } = await drawPage(drafter, BRIEF);
    const proof = await drafter.proofread({ panels, art: marks, texts, page: BRIEF });
    expect(proof.repairs).toEqual([]);
    expect(proof.texts).toBe(texts);
  });

  test("rethrows the decoder's error for a broken image", async () => {
    const [pooled, plain] = [pooledDrafter(threads), canvasDrafter()].map((drafter) =>
      drafter.busyAreas(new Uint8Array(10), { width: 10, height: 10 }).catch((error: unknown) => error),
    );
    expect(await pooled).toBeInstanceOf(Error);
    expect(await pooled).toHaveProperty(
      "message",
      (await plain) instanceof Error ? ((await plain) as Error).message : "",
    );
  });

  test("keeps the event loop free while a crowded page is lettered, and stops when its signal aborts", async () => {
    const { panels, marks } = await drawPage(pooledDrafter(threads), BRIEF);
    const crowded = panels.map((panel) => ({ ...panel, words: crowdedWords(panel) }));
    const turnsDuring = async (work: Promise<unknown>) => {
      let isDone = false;
      void work.then(() => {
        isDone = true;
      });
      let turns = 0;
      for (; !isDone; turns++) await nextTurn();
      return turns;
    };
    // Without workers, the event loop turns fewer than ten times, because setting and placing a text is synchronous.
    expect(await turnsDuring(pooledDrafter(threads).letter(crowded, marks, BRIEF))).toBeGreaterThan(100);
    const abort = new AbortController();
    const lettering = pooledDrafter(threads, abort.signal).letter(crowded, marks, BRIEF);
    const reason = new Error("nobody waits");
    abort.abort(reason);
    await expect(lettering).rejects.toBe(reason);
  });
});

function bytesAsText(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  const isBuffer = typeof value === "object" && value !== null && "type" in value && value.type === "Buffer";
  return isBuffer && "data" in value ? Buffer.from(value.data as number[]).toString("base64") : value;
}

function crowdedWords({ words }: Panel): Panel["words"] {
  const [first] = words.texts;
  const texts = Array.from(
    { length: 5 },
    (_, index) => first && { ...first, id: `w${index + 1}`, text: "待って、行かないで。まだ話がある" },
  );
  return { ...words, texts: texts.filter((text) => text !== undefined) };
}
