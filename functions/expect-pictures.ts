// Announces a new book's pictures to the rate limit of its artist's model.
import type { MangaTools } from "../lib/phases/tools.ts";

export const expectPictures: MangaTools["expectPictures"] = async (artist, owner) => {
  const [{ expectPictures: announce }, { modelOptions }] = await Promise.all([
    import("../lib/models/hosted/expect-pictures.ts"),
    import("./model-options.ts"),
  ]);
  await announce({ artist, owner }, modelOptions().quota);
};
