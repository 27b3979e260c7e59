// The context of a running step: the outputs it depends on, the story, the blobs, its calls.

import { besideOf } from "./anchors.ts";
import type { BlobStore } from "./blob-store.ts";
import { isFinal, paramsFor } from "./finals.ts";
import { overOf, survey } from "./graph.ts";
import { loadOutput } from "./load-output.ts";
import type { PictureMade, StepContext, StepPictureEdit } from "./phase.ts";
import { AskedSchema, InstructionSchema, ownReferencesOf, readSealed } from "./picture-wishes.ts";
import type { RecentOutputs } from "./recent-outputs.ts";
import type { Result, Schedule } from "./schedule.ts";
import { stepBlobs } from "./step-blobs.ts";
import type { StepRef } from "./step-id.ts";
import { type Node, nodeOf, STEP_KINDS } from "./step-kinds.ts";
import type { StoryVault } from "./story-vault.ts";

export interface ContextParts<Tools> {
  schedule: Schedule;
  node: Node;
  tools: Tools;
  blobs: BlobStore;
  outputs: RecentOutputs;
  stories: StoryVault;
  signal: AbortSignal;
  call: StepContext<Tools>["call"];
  note: StepContext<Tools>["note"];
  madeBy: StepContext<Tools>["madeBy"];
  references: StepContext<Tools>["references"];
  asked: StepContext<Tools>["asked"];
  progress?: StepContext<Tools>["progress"];
}

export function createStepContext<Tools>(parts: ContextParts<Tools>): StepContext<Tools> {
  const { schedule, node, blobs, signal } = parts;
  const { sessionId } = schedule;
  const own = stepBlobs(blobs, sessionId);
  let readable: Map<string, Result> | undefined;

  function knownOf(ref: StepRef): Result | undefined {
    readable ??= resultsReadBy(node, schedule);
    return readable.get(nodeIdOf(ref));
  }

  function resultOf(ref: StepRef): Result {
    const result = knownOf(ref);
    if (result === undefined) throw new RangeError(`${node.id} does not depend on ${nodeIdOf(ref)}`);
    return result;
  }

  return {
    sessionId,
    payer: { owner: schedule.ownerId, session: sessionId },
    createdAt: new Date(schedule.createdAt).toISOString(),
    ...paramsFor(node.id, schedule),
    isFinal: (ref) => isFinal(nodeIdOf(ref), schedule),
    async before(schema) {
      const hash = overOf(node, schedule);
      return hash === undefined ? undefined : schema.parse(await parts.outputs.read(sessionId, hash));
    },
    take: schedule.takes[node.id] ?? 0,
    edit: editOf(node, parts),
    choice: choiceOf(node, schedule),
    given: givenIn(schedule),
    ownPicture: schedule.pictures?.[node.id]?.own,
    async ownPrompt() {
      const own = schedule.pictures?.[node.id]?.prompt;
      return own && readSealed(parts, schedule, own.text);
    },
    ownReferences: () => ownReferencesOf(parts, schedule, node.id),
    asked: parts.asked,
    tools: parts.tools,
    signal,
    story: () => parts.stories.read(sessionId),
    givenText: () => parts.stories.readGiven(sessionId),
    async output(ref, schema) {
      const load = (hash: string) => parts.outputs.read(sessionId, hash);
      const { output: hash } = resultOf(ref);
      return schema.parse(
        ref.of === "gate" ? await load(hash) : await loadOutput(load, schedule, { ref, hash }),
      );
    },
    has: (ref) => knownOf(ref) !== undefined,
    outputHash: (ref) => resultOf(ref).output,
    beside: besideOf(node, survey(schedule)).map(({ ref }) => ref),
    references: parts.references,
    madeBy: parts.madeBy,
    madeOf: (ref) => madeOf(ref, resultOf(ref), parts),
    makerOf: (ref) => resultOf(ref).madeBy,
    async putBlob(bytes, contentType) {
      // A cancelled or deleted session stores no more files.
      signal.throwIfAborted();
      return own.put(bytes, contentType);
    },
    async putBlobStream(chunks, contentType) {
      signal.throwIfAborted();
      return blobs.putStream(sessionId, chunks, contentType);
    },
    getBlob: own.get,
    call: parts.call,
    note: parts.note,
    progress: parts.progress,
  };
}

function givenIn({ params, pictures = {} }: Schedule): Set<string> {
  const own = Object.values(pictures).flatMap((wish) => wish.own ?? []);
  return new Set([...(params.portraits ?? []), ...own].map(({ blob }) => blob));
}

function choiceOf(node: Node, schedule: Schedule): { count: number; pick: number } | undefined {
  const choice = survey(schedule).choiceOf(node);
  return choice && { count: choice.count, pick: (choice.pick ?? 1) - 1 };
}

function editOf<Tools>(node: Node, parts: ContextParts<Tools>): StepPictureEdit | undefined {
  const { schedule } = parts;
  const edit = survey(schedule).editOf(node);
  if (edit === undefined) return undefined;
  const { picture, contentType, count = 1, pick = 1, text } = edit;
  const read = async () => InstructionSchema.parse(JSON.parse(await readSealed(parts, schedule, text)));
  return { picture, contentType, count, pick: pick - 1, read };
}

async function madeOf<Tools>(
  ref: StepRef,
  { asked: kept }: Result,
  parts: ContextParts<Tools>,
): Promise<PictureMade | undefined> {
  if (kept === undefined || ref.of === "gate") return undefined;
  const { schedule } = parts;
  const node = nodeOf(ref);
  const asked = AskedSchema.parse(JSON.parse(await readSealed(parts, schedule, kept)));
  const { model, size, references } = asked;
  return { take: schedule.takes[node.id] ?? 0, made: wayOf(node, schedule), model, size, references };
}

function wayOf(node: Node, schedule: Schedule): PictureMade["made"] {
  if (survey(schedule).editOf(node) !== undefined) return "edit";
  if (isFinal(node.id, schedule)) return "final";
  return schedule.pictures?.[node.id]?.prompt === undefined ? "drawn" : "prompt";
}

const nodeIdOf = (ref: StepRef) => (ref.of === "gate" ? `review/${ref.phase}` : nodeOf(ref).id);

function resultsReadBy(node: Node, schedule: Schedule): Map<string, Result> {
  const seen = survey(schedule);
  const results = new Map<string, Result>();
  const needed = (STEP_KINDS[node.kind].needs(node.ref, seen.shape) ?? []).map((need) => need.node);
  for (const one of [...needed, ...besideOf(node, seen)]) {
    const result = seen.resultOf(one);
    if (result !== undefined) results.set(one.id, result);
  }
  return results;
}
