// Makes the book of a story with a time limit, in a thread that is terminated when it takes longer.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Story } from "../../../lib/manga/story.ts";
import type { WholeBook } from "./made-book.ts";

/** Wall time. The slowest development story takes a few seconds on an idle core. */
export const BOUND_SECONDS = 300;

/** The book, or the reason why there is none. */
export type Reading = { book: WholeBook } | { failed: string };

export async function readWithin(story: Story, reader: string, seconds = BOUND_SECONDS): Promise<Reading> {
  const worker = new Worker(new URL("./read-story-process.ts", import.meta.url), {
    workerData: { reader, story },
  });
  const timer = AbortSignal.timeout(seconds * 1_000);
  try {
    // Rejects with the worker's error.
    const [book] = await once(worker, "message", { signal: timer });
    return { book };
  } catch (error) {
    if (timer.aborted) return { failed: `no book within ${seconds} s` };
    return { failed: error instanceof Error ? error.message : String(error) };
  } finally {
    await worker.terminate();
  }
}
