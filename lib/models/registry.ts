// Model adapters by id. Each is loaded when a session first asks for it.
import { TerminalError } from "../pipeline/errors.ts";
import type { Artist } from "./artist.ts";
import type { Writer } from "./writer.ts";

/** The choices of `--models`, with the writer and the artist that each stands for. */
export const MODEL_SETS = {
  offline: { writer: "offline-author@1", artist: "offline-artist@1" },
  simulated: { writer: "simulated-author@1", artist: "simulated-artist@1" },
} as const;
export type ModelSet = keyof typeof MODEL_SETS;

export function isModelSet(name: string): name is ModelSet {
  return Object.hasOwn(MODEL_SETS, name);
}

export interface ModelRegistry {
  /** Throws `TerminalError` (`model-unknown`) for an id that this version does not know. */
  writer(id: string): Promise<Writer>;
  artist(id: string): Promise<Artist>;
}

export function modelRegistry(): ModelRegistry {
  const writers: ModelRegistry["writer"] = lazily<Writer>({
    "offline-author@1": async () => (await import("./offline/author/author.ts")).offlineAuthor(),
    "simulated-author@1": async () =>
      (await import("./simulated.ts")).simulatedAuthor(await writers("offline-author@1")),
  });
  const artists: ModelRegistry["artist"] = lazily<Artist>({
    "offline-artist@1": async () => (await import("./offline/artist/artist.ts")).offlineArtist(),
    "simulated-artist@1": async () =>
      (await import("./simulated.ts")).simulatedArtist(await artists("offline-artist@1")),
  });
  return { writer: writers, artist: artists };
}

/** Loads each adapter once; two first calls at the same time share one load. */
function lazily<T>(loaders: Record<string, () => Promise<T>>): (id: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (id) => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const load = loaders[id];
    if (load === undefined) {
      return Promise.reject(new TerminalError("model-unknown", `This version of Mekuri has no model ${id}.`));
    }
    const loading = load();
    loaded.set(id, loading);
    return loading;
  };
}
