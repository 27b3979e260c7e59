// Finds model adapters by id and loads each on first use. Readers, directors and artists have separate modules (`readers.ts`,
// `directors.ts`, `artists.ts`), so that each function's bundle holds only what its phase uses.

import { TerminalError } from "../pipeline/errors.ts";
import type { Work } from "../work/work.ts";
import type { HostedModel } from "./hosted/model.ts";
import { parseHostedId, readinessOf } from "./hosted/settings.ts";
import { memoryQuota, type Quota } from "./quota.ts";
import { today } from "./today.ts";

/**
 * Finds an adapter. Throws `TerminalError`: `model-unknown` for an id that this version does not know, `model-access` if the
 * environment has no credentials or address for it.
 */
export type Find<T> = (id: string) => Promise<T>;

export interface ModelOptions {
  /** Default: in memory, for this process only. */
  quota: Quota;
  /**
   * Called for retired and soon retired models, once per id, and when a hosted model deviates from its question. Default:
   * `process.emitWarning`.
   */
  warn: (message: string) => void;
  /** Runs the offline reader and artist. Default: in this process, which blocks its event loop. */
  work?: (() => Promise<Work>) | undefined;
}

export function modelOptions({
  quota = memoryQuota(),
  warn = (message) => process.emitWarning(message),
  work,
}: Partial<ModelOptions>): ModelOptions {
  return { quota, warn, work };
}

/** The hosted model of an id, followed by its fallbacks; undefined if the id names no hosted model. */
export async function loadModels(
  id: string,
  { quota, warn }: ModelOptions,
): Promise<HostedModel[] | undefined> {
  const choice = parseHostedId(id);
  if (choice === undefined) return undefined;
  const { missing, findings } = readinessOf([id], today());
  if (missing.length > 0) throw new TerminalError("model-access", missing.join("; "), { retryable: true });
  for (const { message } of findings) warn(message);
  return (await import("./hosted/load.ts")).loadWithFallbacks(choice, quota);
}

/** The writer for the models of an id. Small models get questions with flat schemas. */
export async function writerFor(id: string) {
  const model = parseHostedId(id)?.model ?? "";
  const isSmall = model.includes("/") && (await isSmallModel(model));
  return isSmall
    ? (await import("./hosted/small-reader.ts")).smallReader
    : (await import("./hosted/writer.ts")).hostedWriter;
}

async function isSmallModel(key: string): Promise<boolean> {
  const { isSmall, writingServer } = await import("./own-models.ts");
  const server = writingServer(key);
  return server !== undefined && isSmall(server);
}

/**
 * Loads each adapter once: concurrent first calls share the promise, and a failed load is not cached. `programs` are found by the
 * name in an id, without its version, because only the current version is bundled. `otherwise` loads all other ids.
 */
export function lazily<T>(
  programs: Readonly<Record<string, () => Promise<T>>>,
  otherwise: (id: string) => Promise<T | undefined>,
): Find<T> {
  const loaded = new Map<string, Promise<T>>();
  return (id) => {
    const name = id.replace(/@.*$/, "");
    const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
    const key = program === undefined ? id : name;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const loading = (program ?? (() => otherwise(id)))().then((made) => {
      if (made !== undefined) return made;
      throw new TerminalError("model-unknown", `This version of Mekuri has no model ${id}.`);
    });
    loaded.set(key, loading);
    loading.catch(() => loaded.delete(key));
    return loading;
  };
}
