// Who draws, by id.
import type { Artist } from "./artist.ts";
import { eyeModel } from "./hosted/settings.ts";
import { type Find, lazily, loadModels, type ModelOptions, modelOptions } from "./loading.ts";
import { singleCallArtist } from "./single-call.ts";

export function findArtists(options: Partial<ModelOptions> = {}): Find<Artist> {
  const hosted = modelOptions(options);
  return lazily<Artist>(
    {
      "offline-artist@1": async () => singleCallArtist(await offlineArtist()),
      "simulated-artist@1": async () =>
        singleCallArtist((await import("./simulated.ts")).simulatedArtist(await offlineArtist())),
    },
    async (id) => {
      const images = await loadModels(id, hosted);
      if (images === undefined) return undefined;
      const { loadOrder } = await import("./hosted/load.ts");
      const eyes = await loadOrder({ adapter: "gemini", model: eyeModel() }, hosted.quota);
      return (await import("./hosted/artist.ts")).hostedArtist(id, { images, eyes });
    },
  );
}

const offlineArtist = async () => (await import("./offline/artist/artist.ts")).offlineArtist();
