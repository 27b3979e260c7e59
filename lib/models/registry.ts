// Model adapters by id. Each is loaded when a session first asks for it.
import { TerminalError } from "../pipeline/errors.ts";
import type { Artist } from "./artist.ts";
import type { HostedModel } from "./hosted/model.ts";
import { eyeModel, parseHostedId, readinessOf } from "./hosted/settings.ts";
import { memoryQuota, type Quota } from "./quota.ts";
import type { Writer } from "./writer.ts";

export interface ModelRegistry {
  /**
   * Throws `TerminalError`: `model-unknown` for an id that this version does not know, `model-access` where the environment
   * gives no way to it.
   */
  writer(id: string): Promise<Writer>;
  artist(id: string): Promise<Artist>;
}

export interface RegistryOptions {
  /** Default: of this process alone. */
  quota?: Quota;
  /**
   * Told of models that are retired or go soon, once for each id, and of whatever a hosted model did otherwise than wanted. Default:
   * a warning of the process.
   */
  warn?: (message: string) => void;
}

export function modelRegistry({
  quota = memoryQuota(),
  warn = (message) => process.emitWarning(message),
}: RegistryOptions = {}): ModelRegistry {
  const hosted = { quota, warn };
  const writers: ModelRegistry["writer"] = lazily<Writer>(
    {
      "offline-author@1": async () => (await import("./offline/author/author.ts")).offlineAuthor(),
      "simulated-author@1": async () =>
        (await import("./simulated.ts")).simulatedAuthor(await writers("offline-author@1")),
    },
    async (id) => {
      const models = await loadModels(id, hosted);
      return models && (await import("./hosted/writer.ts")).hostedWriter(id, models, warn);
    },
  );
  const artists: ModelRegistry["artist"] = lazily<Artist>(
    {
      "offline-artist@1": async () => (await import("./offline/artist/artist.ts")).offlineArtist(),
      "simulated-artist@1": async () =>
        (await import("./simulated.ts")).simulatedArtist(await artists("offline-artist@1")),
    },
    async (id) => {
      const images = await loadModels(id, hosted);
      if (images === undefined) return undefined;
      const { loadOrder } = await import("./hosted/load.ts");
      const eyes = await loadOrder({ adapter: "gemini", model: eyeModel() }, quota);
      return (await import("./hosted/artist.ts")).hostedArtist(id, { images, eyes, warn });
    },
  );
  return { writer: writers, artist: artists };
}

/** The hosted model that an id names, and those that stand in for it; undefined where it names none. */
async function loadModels(
  id: string,
  { quota, warn }: Required<RegistryOptions>,
): Promise<HostedModel[] | undefined> {
  const choice = parseHostedId(id);
  if (choice === undefined) return undefined;
  const { missing, findings } = readinessOf([id], new Date().toISOString().slice(0, 10));
  if (missing.length > 0) throw new TerminalError("model-access", missing.join("; "), { retryable: true });
  for (const { message } of findings) warn(message);
  return (await import("./hosted/load.ts")).loadOrder(choice, quota);
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
