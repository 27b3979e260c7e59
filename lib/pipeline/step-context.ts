// What a running step is handed: the outputs it depends on, the story, the blobs, and a till for paid calls.
import type { BlobStore } from "./blob-store.ts";
import { survey } from "./graph.ts";
import type { StepContext } from "./phase.ts";
import type { Result, Schedule } from "./schedule.ts";
import type { StepRef } from "./step-id.ts";
import { type Node, nodeOf, STEP_KINDS } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";
import type { StoryVault } from "./story-vault.ts";
import type { Usage } from "./usage.ts";

interface PaidCall {
  sessionId: string;
  ownerId: string;
  step: string;
  fence: number;
  /** Counts the claim's calls from 1. */
  call: number;
}

/** Where a ledger hooks in: it may refuse before `make` and must give what `make` gives. */
export type Pay = <T extends { usage: Usage }>(call: PaidCall, make: () => Promise<T>) => Promise<T>;

export interface ContextParts<Tools> {
  schedule: Schedule;
  node: Node;
  fence: number;
  tools: Tools;
  blobs: BlobStore;
  stories: StoryVault;
  pay: Pay;
  signal: AbortSignal;
  /** Aborts the signal if the session ended or moved on. */
  look(): Promise<void>;
  /** Told what each call that was made has used. */
  spend(usage: Usage): void;
}

export function createStepContext<Tools>(parts: ContextParts<Tools>): StepContext<Tools> {
  const { schedule, node, blobs, signal } = parts;
  const { sessionId, ownerId } = schedule;
  const texts = new Map<string, Promise<unknown>>();
  let readable: Map<string, Result> | undefined;
  let calls = 0;

  function resultOf(ref: StepRef): Result {
    readable ??= resultsReadBy(node, schedule);
    const id = ref.of === "gate" ? `review/${ref.phase}` : nodeOf(ref).id;
    const result = readable.get(id);
    if (result === undefined) throw new RangeError(`${node.id} does not depend on ${id}`);
    return result;
  }

  return {
    sessionId,
    createdAt: new Date(schedule.createdAt).toISOString(),
    params: schedule.params,
    take: schedule.takes[node.id] ?? 0,
    tools: parts.tools,
    signal,
    story: () => parts.stories.read(sessionId),
    async output(ref, schema) {
      const hash = resultOf(ref).output;
      const text = texts.get(hash) ?? loadJson(blobs, sessionId, hash);
      texts.set(hash, text);
      return schema.parse(await text);
    },
    outputHash: (ref) => resultOf(ref).output,
    putBlob: (bytes, contentType) => blobs.put(sessionId, bytes, contentType),
    getBlob: (hash) => blobs.get(sessionId, hash),
    async call({ make }) {
      await parts.look();
      signal.throwIfAborted();
      calls += 1;
      const made = await parts.pay(
        { sessionId, ownerId, step: node.id, fence: parts.fence, call: calls },
        make,
      );
      parts.spend(made.usage);
      return made;
    },
  };
}

function resultsReadBy(node: Node, schedule: Schedule): Map<string, Result> {
  const seen = survey(schedule);
  const results = new Map<string, Result>();
  for (const need of STEP_KINDS[node.kind].needs(node.ref, seen.shape) ?? []) {
    const result = seen.resultOf(need.node);
    if (result !== undefined) results.set(need.node.id, result);
  }
  return results;
}
