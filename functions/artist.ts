// The artists, for the phases that have something drawn. What looks at the pictures of image models is a native package.
import type { MangaTools } from "../lib/phases/tools.ts";
import { onceLoaded } from "./once.ts";

const find = onceLoaded(async () => {
  const [{ findArtists }, { modelOptions }] = await Promise.all([
    import("../lib/models/artists.ts"),
    import("./model-options.ts"),
  ]);
  return findArtists(modelOptions());
});

export const artist: MangaTools["artist"] = async (id) => (await find())(id);
