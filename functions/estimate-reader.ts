// The story reader of estimates, in the worker pool of the API's process.
import type { EstimateReader } from "../lib/models/story-reader.ts";
import { onceLoaded } from "./once.ts";
import { work } from "./work.ts";

export const estimateReader = onceLoaded<EstimateReader>(async () => {
  const [{ pooledEstimateReader }, pool] = await Promise.all([
    import("../lib/models/reading/pooled-estimate-reader.ts"),
    work(),
  ]);
  return pooledEstimateReader(pool);
});
