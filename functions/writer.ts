// Who writes, for the phases that have something written.
import type { MangaTools } from "../lib/phases/tools.ts";
import { onceLoaded } from "./once.ts";

const find = onceLoaded(async () => {
  const [{ findWriters }, { modelOptions }] = await Promise.all([
    import("../lib/models/writers.ts"),
    import("./model-options.ts"),
  ]);
  return findWriters(modelOptions());
});

export const writer: MangaTools["writer"] = async (id) => (await find())(id);
