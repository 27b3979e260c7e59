// Outputs that this process has read a moment ago: the panels of a page that begin together read the same page and the same people, and
// the pages of a book the same plot.
import type { BlobStore } from "./blob-store.ts";
import { loadJson } from "./store-result.ts";

export interface RecentOutputs {
  /** A stored output, as JSON that nobody changes. Throws as `loadJson` does. */
  read(sessionId: string, hash: string): Promise<unknown>;
}

/** A page's. A book has too many to keep. */
const KEPT = 12;

export function recentOutputs(blobs: BlobStore): RecentOutputs {
  const recent = new Map<string, Promise<unknown>>();
  return {
    read(sessionId, hash) {
      const key = `${sessionId} ${hash}`;
      const output = recent.get(key) ?? loadJson(blobs, sessionId, hash);
      // What was asked for last stands last; the first goes.
      recent.delete(key);
      recent.set(key, output);
      // A store that did not answer is asked again.
      output.catch(() => recent.get(key) === output && recent.delete(key));
      const [oldest] = recent.keys();
      if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
      return output;
    },
  };
}
