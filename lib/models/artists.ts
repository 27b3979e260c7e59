// Who draws, by id.
import type { Artist } from "./artist.ts";
import { eyeModel } from "./hosted/settings.ts";
import { type Find, lazily, loadModels, type ModelOptions, modelOptions } from "./loading.ts";

export function findArtists(options: Partial<ModelOptions> = {}): Find<Artist> {
  const { work, ...hosted } = modelOptions(options);
  const find: Find<Artist> = lazily<Artist>(
    {
      "offline-artist@1": async () => {
        if (work === undefined) return (await import("./offline/artist/artist.ts")).offlineArtist();
        const { pooledArtist } = await import("./offline/artist/pooled-artist.ts");
        return pooledArtist("offline-artist@1", await work());
      },
      "simulated-artist@1": async () =>
        (await import("./simulated.ts")).simulatedArtist(await find("offline-artist@1")),
    },
    async (id) => {
      const images = await loadModels(id, hosted);
      if (images === undefined) return undefined;
      const { loadOrder } = await import("./hosted/load.ts");
      const eyes = await loadOrder({ adapter: "gemini", model: eyeModel() }, hosted.quota);
      return (await import("./hosted/artist.ts")).hostedArtist(id, { images, eyes, warn: hosted.warn });
    },
  );
  return find;
}
