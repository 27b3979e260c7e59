// Vendors' batches without their questions: for the runner, while a step is parked, and for the deletion of a session.
import type { Batches, BatchOrder, KnownBatch } from "../../pipeline/batch.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import { loadHosted } from "./load.ts";
import type { HostedModel } from "./model.ts";

/** Timeout of one poll. */
const POLL_TIMEOUT_MS = 60_000;

/** A model's key and access do not change while the process runs. */
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
    if (model.batch === undefined)
      throw new TerminalError("model-access", `no batch API can be reached for ${key}`);
    return model.batch({ ...batch, wish }, AbortSignal.timeout(POLL_TIMEOUT_MS));
  }

  return {
    isRunning: async (batch) => (await ask(batch, "look")).kind === "running",
    async end(batch) {
      await ask(batch, "end");
    },
  };
}
