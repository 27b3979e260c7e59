// The reader that splits stories into units, in this process's worker pool.
import type { StoryReader } from "../lib/models/story-reader.ts";
import { onceLoaded } from "./once.ts";
import { work } from "./work.ts";

export const stories = onceLoaded<StoryReader>(async () => {
  const [{ pooledReader }, pool] = await Promise.all([
    import("../lib/models/reading/pooled-reader.ts"),
    work(),
  ]);
  return pooledReader(pool);
});
