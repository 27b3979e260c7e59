// The directors, for the storyboard phase.
import type { MangaTools } from "../lib/phases/tools.ts";
import { onceLoaded } from "./once.ts";

const find = onceLoaded(async () => {
  const [{ findDirectors }, { modelOptions }] = await Promise.all([
    import("../lib/models/directors.ts"),
    import("./model-options.ts"),
  ]);
  return findDirectors(modelOptions());
});

export const director: MangaTools["director"] = async (id) => (await find())(id);
