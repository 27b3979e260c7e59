// The artists, for the phases that draw. Checking the pictures of image models needs a native package.
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
