// Model adapters by id. Each is loaded when a session first asks for it.
import { TerminalError } from "../pipeline/errors.ts";
import type { Artist } from "./artist.ts";
import type { HostedModel } from "./hosted/model.ts";
import { eyeModel, hostedId, parseHostedId, readinessOf } from "./hosted/settings.ts";
import type { Writer } from "./writer.ts";

const WRITERS = {
  offline: "offline-author@1",
  simulated: "simulated-author@1",
  gemini: hostedId("gemini", "text"),
  vertexai: hostedId("vertexai", "text"),
} as const;
const ARTISTS = {
  offline: "offline-artist@1",
  simulated: "simulated-artist@1",
  gemini: hostedId("gemini", "image"),
  imagen: hostedId("imagen", "image"),
} as const;

/** The choices of `--models`, with the writer and the artist that each stands for; `WORDS+PICTURES` chooses them apart. */
export const MODEL_SETS = {
  offline: { writer: WRITERS.offline, artist: ARTISTS.offline },
  simulated: { writer: WRITERS.simulated, artist: ARTISTS.simulated },
  gemini: { writer: WRITERS.gemini, artist: ARTISTS.gemini },
  vertexai: { writer: WRITERS.vertexai, artist: ARTISTS.gemini },
  imagen: { writer: WRITERS.gemini, artist: ARTISTS.imagen },
  "offline+gemini": { writer: WRITERS.offline, artist: ARTISTS.gemini },
  "offline+imagen": { writer: WRITERS.offline, artist: ARTISTS.imagen },
  "gemini+offline": { writer: WRITERS.gemini, artist: ARTISTS.offline },
  "vertexai+offline": { writer: WRITERS.vertexai, artist: ARTISTS.offline },
  "vertexai+imagen": { writer: WRITERS.vertexai, artist: ARTISTS.imagen },
} as const;
export type ModelSet = keyof typeof MODEL_SETS;

export function isModelSet(name: string): name is ModelSet {
  return Object.hasOwn(MODEL_SETS, name);
}

export interface ModelRegistry {
  /**
   * Throws `TerminalError`: `model-unknown` for an id that this version does not know, `model-access` where the environment
   * gives no way to it.
   */
  writer(id: string): Promise<Writer>;
  artist(id: string): Promise<Artist>;
}

/** `warn` is told of retired models and of what was done with less than was wanted. */
export function modelRegistry(
  warn: (message: string) => void = (message) => process.emitWarning(message),
): ModelRegistry {
  const writers: ModelRegistry["writer"] = lazily<Writer>(
    {
      "offline-author@1": async () => (await import("./offline/author/author.ts")).offlineAuthor(),
      "simulated-author@1": async () =>
        (await import("./simulated.ts")).simulatedAuthor(await writers("offline-author@1")),
    },
    async (id) => {
      const model = await loadModel(id, warn);
      return model && (await import("./hosted/writer.ts")).hostedWriter(id, model);
    },
  );
  const artists: ModelRegistry["artist"] = lazily<Artist>(
    {
      "offline-artist@1": async () => (await import("./offline/artist/artist.ts")).offlineArtist(),
      "simulated-artist@1": async () =>
        (await import("./simulated.ts")).simulatedArtist(await artists("offline-artist@1")),
    },
    async (id) => {
      const image = await loadModel(id, warn);
      if (image === undefined) return undefined;
      const eye = await (await import("./hosted/load.ts")).loadHosted("gemini", eyeModel());
      return (await import("./hosted/artist.ts")).hostedArtist(id, { image, eye, warn });
    },
  );
  return { writer: writers, artist: artists };
}

/** The hosted model that an id names; undefined where it names none. */
async function loadModel(id: string, warn: (message: string) => void): Promise<HostedModel | undefined> {
  const parsed = parseHostedId(id);
  if (parsed === undefined) return undefined;
  const { missing, findings } = readinessOf([id], new Date().toISOString().slice(0, 10));
  if (missing.length > 0) throw new TerminalError("model-access", missing.join("; "));
  for (const { message } of findings) warn(message);
  return (await import("./hosted/load.ts")).loadHosted(parsed.adapter, parsed.model);
}

/** Loads each adapter once; two first calls at the same time share one load. A load that failed is tried again. */
function lazily<T>(
  loaders: Record<string, () => Promise<T>>,
  otherwise: (id: string) => Promise<T | undefined>,
): (id: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (id) => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const loading = (loaders[id] ?? (() => otherwise(id)))().then((made) => {
      if (made !== undefined) return made;
      throw new TerminalError("model-unknown", `This version of Mekuri has no model ${id}.`);
    });
    loaded.set(id, loading);
    loading.catch(() => loaded.delete(id));
    return loading;
  };
}
