// Who writes, by id.
import { type Find, lazily, loadModels, type ModelOptions, modelOptions } from "./loading.ts";
import type { Writer } from "./writer.ts";

export function findWriters(options: Partial<ModelOptions> = {}): Find<Writer> {
  const { work, ...hosted } = modelOptions(options);
  const find: Find<Writer> = lazily<Writer>(
    {
      "offline-author@1": async () => {
        if (work === undefined) return (await import("./offline/author/author.ts")).offlineAuthor();
        const { pooledAuthor } = await import("./offline/author/pooled-author.ts");
        return pooledAuthor("offline-author@1", await work());
      },
      "simulated-author@1": async () =>
        (await import("./simulated.ts")).simulatedAuthor(await find("offline-author@1")),
    },
    async (id) => {
      const models = await loadModels(id, hosted);
      return models && (await import("./hosted/writer.ts")).hostedWriter(id, models, hosted.warn);
    },
  );
  return find;
}
