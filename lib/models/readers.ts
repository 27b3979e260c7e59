// Finds readers by id.
import { presentHostedId } from "./hosted/settings.ts";
import { type Find, lazily, loadModels, type ModelOptions, modelOptions, writerFor } from "./loading.ts";
import { programId } from "./program-versions.ts";
import type { Reader, ReadingProgram } from "./reader.ts";
import { singleCallReader } from "./single-call.ts";

export function findReaders(options: Partial<ModelOptions> = {}): Find<Reader> {
  const { work, ...hosted } = modelOptions(options);
  const offlineReader = async (): Promise<ReadingProgram> => {
    if (work === undefined) return (await import("./offline/reader/offline-reader.ts")).offlineReader();
    const { pooledOfflineReader } = await import("./offline/reader/pooled-offline-reader.ts");
    return pooledOfflineReader(programId("offline-reader"), await work());
  };
  const offline = async () => singleCallReader(await offlineReader());
  const simulated = async () =>
    singleCallReader((await import("./simulated.ts")).simulatedReader(await offlineReader()));
  return lazily<Reader>(
    {
      "offline-reader": offline,
      "simulated-reader": simulated,
      // Older sessions name the former reader. If nothing of them was read yet, the present reader reads them.
      "offline-author": offline,
      "simulated-author": simulated,
    },
    async (id) => {
      const models = await loadModels(id, hosted);
      if (models === undefined) return undefined;
      const writer = await writerFor(id);
      return writer(presentHostedId(id), models);
    },
  );
}
