// How model adapters are found by their ids: each is loaded when a session first asks for it. Readers, directors and artists are looked
// for apart (`readers.ts`, `directors.ts`, `artists.ts`), so that a function is deployed with what its phase uses and nothing else.

import { TerminalError } from "../pipeline/errors.ts";
import type { Work } from "../work/work.ts";
import type { HostedModel } from "./hosted/model.ts";
import { parseHostedId, readinessOf } from "./hosted/settings.ts";
import { memoryQuota, type Quota } from "./quota.ts";
import { today } from "./today.ts";

/**
 * Finds an adapter. Throws `TerminalError`: `model-unknown` for an id that this version does not know, `model-access` where the
 * environment gives no way to it.
 */
export type Find<T> = (id: string) => Promise<T>;

export interface ModelOptions {
  /** Default: of this process alone. */
  quota: Quota;
  /**
   * Told of models that are retired or go soon, once for each id, and of whatever a hosted model did otherwise than wanted. Default:
   * a warning of the process.
   */
  warn: (message: string) => void;
  /** Where the offline reader and artist work. Default: in this process, which answers nobody meanwhile. */
  work?: (() => Promise<Work>) | undefined;
}

export function modelOptions({
  quota = memoryQuota(),
  warn = (message) => process.emitWarning(message),
  work,
}: Partial<ModelOptions>): ModelOptions {
  return { quota, warn, work };
}

/** The hosted model that an id names, and those that stand in for it; undefined where it names none. */
export async function loadModels(
  id: string,
  { quota, warn }: ModelOptions,
): Promise<HostedModel[] | undefined> {
  const choice = parseHostedId(id);
  if (choice === undefined) return undefined;
  const { missing, findings } = readinessOf([id], today());
  if (missing.length > 0) throw new TerminalError("model-access", missing.join("; "), { retryable: true });
  for (const { message } of findings) warn(message);
  return (await import("./hosted/load.ts")).loadOrder(choice, quota);
}

/** Who asks the models of an id: small ones get flat questions. */
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
 * Loads each adapter once; two first calls at the same time share one load. A load that failed is tried again. `programs` are found by
 * name, whatever version an id has: only the present one is here, and its own id says so. All other ids are for `otherwise`.
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
