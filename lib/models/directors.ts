// Finds directors by id.

import type { Director } from "./director.ts";
import { presentHostedId } from "./hosted/settings.ts";
import { type Find, lazily, loadModels, type ModelOptions, modelOptions, writerFor } from "./loading.ts";
import { singleCallDirector } from "./single-call.ts";

/** The code director runs in this process, because a page takes it only milliseconds. */
export function findDirectors(options: Partial<ModelOptions> = {}): Find<Director> {
  const hosted = modelOptions(options);
  const codeDirector = async () => (await import("./code-director.ts")).codeDirector();
  const simulated = async () =>
    singleCallDirector((await import("./simulated.ts")).simulatedDirector(await codeDirector()));
  const code = async () => singleCallDirector(await codeDirector());
  return lazily<Director>(
    {
      "code-director": code,
      "simulated-director": simulated,
      // Sessions from before directors existed name one program as reader and director.
      "offline-author": code,
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
