// Who writes, by id.
import { type Find, lazily, loadModels, type ModelOptions, modelOptions } from "./loading.ts";
import { singleCallWriter } from "./single-call.ts";
import type { Writer, WritingProgram } from "./writer.ts";

export function findWriters(options: Partial<ModelOptions> = {}): Find<Writer> {
  const { work, ...hosted } = modelOptions(options);
  const offlineAuthor = async (): Promise<WritingProgram> => {
    if (work === undefined) return (await import("./offline/author/author.ts")).offlineAuthor();
    const { pooledAuthor } = await import("./offline/author/pooled-author.ts");
    return pooledAuthor("offline-author@1", await work());
  };
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
