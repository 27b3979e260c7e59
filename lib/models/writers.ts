// Who writes, by id.
import { type Find, lazily, loadModels, type ModelOptions, modelOptions } from "./loading.ts";
import { singleCallWriter } from "./single-call.ts";
import type { Writer } from "./writer.ts";

export function findWriters(options: Partial<ModelOptions> = {}): Find<Writer> {
  const hosted = modelOptions(options);
  return lazily<Writer>(
    {
      "offline-author@1": async () => singleCallWriter(await offlineAuthor()),
      "simulated-author@1": async () =>
        singleCallWriter((await import("./simulated.ts")).simulatedAuthor(await offlineAuthor())),
    },
    async (id) => {
      const models = await loadModels(id, hosted);
      return models && (await import("./hosted/writer.ts")).hostedWriter(id, models);
    },
  );
}

const offlineAuthor = async () => (await import("./offline/author/author.ts")).offlineAuthor();
