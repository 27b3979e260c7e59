// The readers, for the phases that read or translate.
import type { MangaTools } from "../lib/phases/tools.ts";
import { onceLoaded } from "./once.ts";

const find = onceLoaded(async () => {
  const [{ findReaders }, { modelOptions }] = await Promise.all([
    import("../lib/models/readers.ts"),
    import("./model-options.ts"),
  ]);
  return findReaders(modelOptions());
});

export const reader: MangaTools["reader"] = async (id) => (await find())(id);
