// What a running step is handed: the outputs it depends on, the story, the blobs, and calls that are remembered or paid for.
import { ZodError } from "zod";
import type { BlobStore } from "./blob-store.ts";
import { survey } from "./graph.ts";
import type { Tab } from "./ledger-tab.ts";
import type { Memo } from "./memo.ts";
import type { Memorable, ModelCall, Packed, StepContext } from "./phase.ts";
import type { RecentOutputs } from "./recent-outputs.ts";
import type { Result, Schedule } from "./schedule.ts";
import type { Turn } from "./session-turns.ts";
import { stepBlobs } from "./step-blobs.ts";
import type { StepRef } from "./step-id.ts";
import { type Node, nodeOf, STEP_KINDS } from "./step-kinds.ts";
import type { StoryVault } from "./story-vault.ts";
import type { MemoLevel, Usage } from "./usage.ts";

export interface ContextParts<Tools> {
  schedule: Schedule;
  node: Node;
  tools: Tools;
  blobs: BlobStore;
  outputs: RecentOutputs;
  stories: StoryVault;
  tab: Tab;
  /** Undefined where nothing is remembered. */
  memo: Memo | undefined;
  signal: AbortSignal;
  /** Aborts the signal if the session ended or moved on. */
  look(): Promise<void>;
  /** Taken with a paid answer, ended with the next call. */
  homeward: Turn;
  /** Told of each result that was remembered. */
  onRemembered(usage: Usage): void;
  /** Told of each notice. */
  onNotice(notice: string): void;
}

export function createStepContext<Tools>(parts: ContextParts<Tools>): StepContext<Tools> {
  const { schedule, node, blobs, signal } = parts;
  const { sessionId, ownerId } = schedule;
  const own = stepBlobs(blobs, sessionId);
  let readable: Map<string, Result> | undefined;

  function resultOf(ref: StepRef): Result {
    readable ??= resultsReadBy(node, schedule);
    const id = ref.of === "gate" ? `review/${ref.phase}` : nodeOf(ref).id;
    const result = readable.get(id);
    if (result === undefined) throw new RangeError(`${node.id} does not depend on ${id}`);
    return result;
  }

  /** What is remembered of a call; undefined where nothing is. */
  function memoryOf<T extends { usage: Usage }>({ model }: ModelCall<T>, memorable: Memorable<T>) {
    const { memo } = parts;
    if (memo === undefined) return undefined;
    const { kind, key } = memorable;
    const question = { ownerId, model, version: STEP_KINDS[node.kind].version, memorable: { kind, key } };
    const unpack = (packed: Packed, level: MemoLevel): T | undefined => {
      try {
        const known = memorable.unpack(packed);
        return { ...known, usage: { ...known.usage, memo: level } };
      } catch (error) {
        // Another version of the schema: the call is made again.
        if (error instanceof ZodError || error instanceof RangeError) return undefined;
        throw error;
      }
    };
    return {
      async find(): Promise<T | undefined> {
        const found = await memo.find(question);
        return found && unpack(found.packed, found.level);
      },
      async keep(made: T): Promise<T> {
        const packed = memorable.pack(made);
        if (packed === undefined) return made;
        const standing = await memo.keep(question, { sessionId, packed });
        return standing === packed ? made : (unpack(standing, "store") ?? made);
      },
    };
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
      return schema.parse(await parts.outputs.read(sessionId, resultOf(ref).output));
    },
    outputHash: (ref) => resultOf(ref).output,
    async putBlob(bytes, contentType) {
      // A cancelled or deleted session gets no more files.
      signal.throwIfAborted();
      return own.put(bytes, contentType);
    },
    async putBlobStream(chunks, contentType) {
      signal.throwIfAborted();
      return blobs.putStream(sessionId, chunks, contentType);
    },
    getBlob: own.get,
    note: parts.onNotice,
    async call(call) {
      const memory = call.memo && call.upToMicros > 0 ? memoryOf(call, call.memo) : undefined;
      const [known] = await Promise.all([memory?.find(), parts.look()]);
      signal.throwIfAborted();
      if (known !== undefined) {
        parts.onRemembered(known.usage);
        return known;
      }
      parts.homeward.end();
      const made = await parts.tab.make(call);
      if (memory === undefined) return made;
      if (!signal.aborted) await parts.homeward.take();
      return memory.keep(made);
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
