// Makes the pack: asks the artist for every panel of a list of requests and keeps what it draws.
import { setImmediate } from "node:timers/promises";
import { removeAccepted } from "./accepted.ts";
import { drawnPixels, hashOf, levelsOf } from "./drawn-pixels.ts";
import { type Golden, removePack, setOf, writeSet } from "./pack.ts";
import type { Asked } from "./requests.ts";

const PACKED_AT_ONCE = 4;

/** In place of everything that the folder held. Requests of a set follow each other. Gives the number of panels. */
export async function recordGoldens(folder: string, requests: AsyncIterable<Asked>): Promise<number> {
  removePack(folder);
  let set: Golden[] = [];
  let count = 0;
  const written: Promise<void>[] = [];
  const finish = async () => {
    const [first] = set;
    // Packing takes longest, on threads of its own, and much memory.
    if (written.length === PACKED_AT_ONCE) await written.shift();
    if (first) written.push(writeSet(folder, setOf(first.panel), set));
    set = [];
  };
  for await (const { name: panel, request, widthPx } of requests) {
    if (set[0] && setOf(set[0].panel) !== setOf(panel)) await finish();
    // Packing goes on between two turns of the event loop.
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
