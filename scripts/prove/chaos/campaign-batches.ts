// A simulated batch vendor: a folder next to the journal with a file for each batch, shared by all processes. Two submissions are two
// batches; each is done after some seconds. The journal's line of the submission is its bill.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import type { Batches, BatchOrder, BatchState } from "../../../lib/pipeline/batch.ts";
import type { ModelCall } from "../../../lib/pipeline/phase.ts";
import type { Usage } from "../../../lib/pipeline/usage.ts";
import { instance, noteCall, reach } from "./current-delivery.ts";
import { IN_BATCH } from "./journal.ts";

/** Duration of a batch in milliseconds. */
const TAKES_MS = 4_000;

const BatchSchema = z.object({ name: z.string(), at: z.number(), call: z.string(), model: z.string() });

const folderBeside = (journal: string) => join(dirname(journal), "batches");
const folder = folderBeside(process.argv[4] ?? "/tmp/none");
let submitted = 0;

const read = (id: string) => {
  try {
    return BatchSchema.parse(JSON.parse(readFileSync(join(folder, id), "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
};

function find({ id, name }: Pick<BatchOrder, "id" | "name">): string | undefined {
  mkdirSync(folder, { recursive: true });
  return id ?? readdirSync(folder).find((one) => read(one)?.name === name);
}

const isDone = ({ at }: { at: number }) => Date.now() - at >= TAKES_MS;

/** Makes a call of the campaign's artist in a batch: the answer is computed when it is fetched. */
export function inBatch<T extends { usage: Usage }>(
  { model, make }: ModelCall<T>,
  call: string,
): NonNullable<ModelCall<T>["batch"]> {
  return async (order): Promise<BatchState<T>> => {
    const known = order.wish === "submit" ? undefined : find(order);
    const batch = known === undefined ? undefined : read(known);
    if (batch === undefined && (order.wish === "submit" || order.wish === "find")) {
      mkdirSync(folder, { recursive: true });
      const id = `${instance}-${++submitted}`;
      const told = { name: order.name, at: Date.now(), call, model };
      writeFileSync(join(folder, id), JSON.stringify(told));
      noteCall({ model: `${model}${IN_BATCH}`, call });
      reach("paid");
      return { kind: "running", id };
    }
    if (known === undefined || batch === undefined) return { kind: "lost", reason: "it is not there" };
    if (!isDone(batch)) {
      if (order.wish !== "end") return { kind: "running", id: known };
      rmSync(join(folder, known), { force: true });
      return { kind: "lost", reason: "it was ended" };
    }
    const made = await make();
    reach("paid");
    return { kind: "made", made };
  };
}

/** Names of batches that were neither fetched nor cancelled. */
export function leftBatchesBeside(journal: string): string[] {
  const beside = folderBeside(journal);
  if (!existsSync(beside)) return [];
  return readdirSync(beside).map(
    (file) => BatchSchema.parse(JSON.parse(readFileSync(join(beside, file), "utf8"))).name,
  );
}

/** Replaces the real vendor's batches. */
export function hostedBatches(): Batches {
  return {
    async isRunning(batch) {
      const id = find(batch);
      const known = id === undefined ? undefined : read(id);
      return known !== undefined && !isDone(known);
    },
    async end(batch) {
      const id = find(batch);
      if (id !== undefined) rmSync(join(folder, id), { force: true });
    },
  };
}
