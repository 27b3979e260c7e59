// Finds artists by id.
import type { Artist, DrawingProgram } from "./artist.ts";
import type { FindLetters } from "./hosted/letters/writing.ts";
import { roughFor } from "./hosted/rough.ts";
import { isOwnId, presentHostedId, visionModel } from "./hosted/settings.ts";
import { type Find, lazily, loadModels, type ModelOptions, modelOptions } from "./loading.ts";
import { programId } from "./program-versions.ts";
import { singleCallArtist } from "./single-call.ts";

export function findArtists(options: Partial<ModelOptions> = {}): Find<Artist> {
  const { work, ...hosted } = modelOptions(options);
  const offlineArtist = async (): Promise<DrawingProgram> => {
    if (work === undefined) return (await import("./offline/artist/artist.ts")).offlineArtist();
    const { pooledArtist } = await import("./offline/artist/pooled-artist.ts");
    return pooledArtist(programId("offline-artist"), await work());
  };
  return lazily<Artist>(
    {
      "offline-artist": async () => singleCallArtist(await offlineArtist()),
      "simulated-artist": async () =>
        singleCallArtist((await import("./simulated.ts")).simulatedArtist(await offlineArtist())),
    },
    async (id) => {
      const images = await loadModels(id, hosted);
      if (images === undefined) return undefined;
      const { loadWithFallbacks } = await import("./hosted/load.ts");
      const visionModels = isOwnId(id)
        ? []
        : await loadWithFallbacks({ adapter: "gemini", model: visionModel() }, hosted.quota);
      return (await import("./hosted/artist.ts")).hostedArtist(presentHostedId(id), {
        images,
        visionModels,
        letters: findLetters,
        program: offlineArtist,
        rough: roughFor(images[0]?.id ?? ""),
      });
    },
  );
}

let finding: Promise<FindLetters> | undefined;

/** Loads its models once in a process, when the first picture is checked. */
const findLetters: FindLetters = async (picture) => {
  finding ??= import("./hosted/letters/paddle-letters.ts").then(({ paddleLetters }) => paddleLetters());
  return (await finding)(picture);
};
