// Outputs that this process has read recently: the panels of a page begin together and read the same page and characters, and the pages of
// a book read the same plot.
import type { BlobStore } from "./blob-store.ts";
import { loadJson } from "./store-result.ts";

export interface RecentOutputs<Output = unknown> {
  /** A stored output, which callers must not change. Throws as `loadJson` does. */
  read(sessionId: string, hash: string): Promise<Output>;
}

/** The limit suits outputs of pages; that of a book has too many to keep. */
const KEPT = 12;

export function recentOutputs(blobs: BlobStore): RecentOutputs {
  return recentParts(blobs, { kept: KEPT, part: (output) => output });
}

/** `part`: what is kept of each output; `kept`: of how many. */
export function recentParts<Part>(
  blobs: BlobStore,
  { kept, part }: { kept: number; part(output: unknown): Part },
): RecentOutputs<Part> {
  return recentReads(kept, async (sessionId, hash) => part(await loadJson(blobs, sessionId, hash)));
}

/** Files of own fonts that are kept: those of a book, of at most 10 MB each. */
const KEPT_FONTS = 4;

export const recentFonts = (blobs: BlobStore): RecentOutputs<Uint8Array> =>
  recentReads(KEPT_FONTS, (sessionId, hash) => blobs.get(sessionId, hash));

function recentReads<Part>(
  kept: number,
  load: (sessionId: string, hash: string) => Promise<Part>,
): RecentOutputs<Part> {
  const recent = new Map<string, Promise<Part>>();
  return {
    read(sessionId, hash) {
      const key = `${sessionId} ${hash}`;
      const output = recent.get(key) ?? load(sessionId, hash);
      // The entry read last is moved to the end; the first entry is removed.
      recent.delete(key);
      recent.set(key, output);
      // A failed read is not cached, so that the store is asked again.
      output.catch(() => recent.get(key) === output && recent.delete(key));
      const [oldest] = recent.keys();
      if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
      return output;
    },
  };
}
