// Vendors' batches for whoever looks after them without their questions: the runner, while a step is parked, and whoever deletes a session.
import type { Batches, BatchOrder, KnownBatch } from "../../pipeline/batch.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import { loadHosted } from "./load.ts";
import type { HostedModel } from "./model.ts";

/** So long a look may take. */
const LOOK_MS = 60_000;

/** A model's key and access stay as they are while the process lives. */
export function hostedBatches(load = (model: string) => loadHosted({ adapter: "gemini", model })): Batches {
  const models = new Map<string, Promise<HostedModel>>();

  function find(key: string): Promise<HostedModel> {
    const known = models.get(key) ?? load(key);
    models.set(key, known);
    known.catch(() => models.delete(key));
    return known;
  }

  async function ask({ model: key, ...batch }: KnownBatch, wish: BatchOrder["wish"]) {
    const model = await find(key);
    if (model.batch === undefined) throw new TerminalError("model-access", `${key} has no batches here`);
    return model.batch({ ...batch, wish }, AbortSignal.timeout(LOOK_MS));
  }

  return {
    isRunning: async (batch) => (await ask(batch, "look")).kind === "running",
    async end(batch) {
      await ask(batch, "end");
    },
  };
}
