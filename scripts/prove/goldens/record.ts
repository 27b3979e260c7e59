// Makes the pack: draws all requests of a list and stores the pictures.
import { setImmediate } from "node:timers/promises";
import { removeAccepted } from "./accepted.ts";
import { drawnPixels, hashOf, levelsOf } from "./drawn-pixels.ts";
import { type Golden, removePack, setOf, writeSet } from "./pack.ts";
import type { Asked } from "./requests.ts";

const PACKED_AT_ONCE = 4;

/** Replaces the folder's content. Requests of a set must be consecutive. Returns the number of panels. */
export async function recordGoldens(folder: string, requests: AsyncIterable<Asked>): Promise<number> {
  removePack(folder);
  let set: Golden[] = [];
  let count = 0;
  const written: Promise<void>[] = [];
  const finish = async () => {
    const [first] = set;
    // Packing runs in threads of its own, takes longest, and needs much memory.
    if (written.length === PACKED_AT_ONCE) await written.shift();
    if (first) written.push(writeSet(folder, setOf(first.panel), set));
    set = [];
  };
  for await (const { name: panel, request, widthPx } of requests) {
    if (set[0] && setOf(set[0].panel) !== setOf(panel)) await finish();
    // Lets the packing threads' results be processed.
    await setImmediate();
    const levels = levelsOf(drawnPixels(request, widthPx));
    const heightPx = levels.length / widthPx;
    set.push({ panel, widthPx, heightPx, hash: hashOf(levels), request, levels });
    count += 1;
  }
  await finish();
  await Promise.all(written);
  removeAccepted(folder);
  return count;
}
