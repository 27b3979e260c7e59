// Finds readers by id.
import { presentHostedId } from "./hosted/settings.ts";
import { type Find, lazily, loadModels, type ModelOptions, modelOptions, writerFor } from "./loading.ts";
import { programId } from "./program-versions.ts";
import type { Reader, ReadingProgram } from "./reader.ts";
import { singleCallReader } from "./single-call.ts";

export function findReaders(options: Partial<ModelOptions> = {}): Find<Reader> {
  const { work, ...hosted } = modelOptions(options);
  const offlineAuthor = async (): Promise<ReadingProgram> => {
    if (work === undefined) return (await import("./offline/author/author.ts")).offlineAuthor();
    const { pooledAuthor } = await import("./offline/author/pooled-author.ts");
    return pooledAuthor(programId("offline-author"), await work());
  };
  const offlineReader = async (): Promise<ReadingProgram> => {
    if (work === undefined) return (await import("./offline/reader/offline-reader.ts")).offlineReader();
    const { pooledOfflineReader } = await import("./offline/reader/pooled-offline-reader.ts");
    return pooledOfflineReader(programId("offline-reader"), await work());
  };
  return lazily<Reader>(
    {
      "offline-reader": async () => singleCallReader(await offlineReader()),
      "offline-author": async () => singleCallReader(await offlineAuthor()),
      "simulated-author": async () =>
        singleCallReader((await import("./simulated.ts")).simulatedAuthor(await offlineAuthor())),
    },
    async (id) => {
      const models = await loadModels(id, hosted);
      if (models === undefined) return undefined;
      const writer = await writerFor(id);
      return writer(presentHostedId(id), models);
    },
  );
}
