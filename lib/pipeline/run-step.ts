// Runs a claimed step under its watch and gives its end. A step may run twice: its blobs are addressed by their content, and only the
// holder of the last fence may record.
import { type NotedCall, openCallLog } from "./call-log.ts";
import type { CommitTurn } from "./commit-turn.ts";
import { openCostMeter, type Pay } from "./cost-meter.ts";
import { BusyError, OutOfTimeError, TerminalError } from "./errors.ts";
import { ClaimClosedError } from "./ledger.ts";

import type { Memo } from "./memo.ts";
import { type Note, openNotes } from "./notes.ts";
import type { Phase, StepContext, StepResult } from "./phase.ts";
import { type Asked, keepSealed } from "./picture-wishes.ts";
import { pictureRef } from "./plan-progress.ts";
import type { RecentOutputs } from "./recent-outputs.ts";
import type { Outcome } from "./record.ts";
import type { Moved } from "./rest.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { type KeptBatch, openStepBatch, ParkedError } from "./step-batch.ts";
import { openStepCalls } from "./step-calls.ts";
import { createStepContext } from "./step-context.ts";
import { type Node, STEP_KINDS, type WorkRef } from "./step-kinds.ts";
import { openProgress, type ProgressTeller } from "./step-progress.ts";
import type { StepRecord } from "./step-record.ts";
import { openReferences } from "./step-references.ts";
import { openStepSlot } from "./step-slot.ts";
import { storeResult } from "./store-result.ts";
import type { Usage } from "./usage.ts";
import { type ViewOf, viewOf } from "./views.ts";
import { StepAborted, startWatch, type Watch } from "./watch.ts";

/** The dependencies with which a function handles messages. */
export interface Worker<Tools> extends Services {
  phases: readonly Phase<Tools>[];
  tools: Tools;
  /** Recent outputs of `blobs`. */
  outputs: RecentOutputs;
  /** Wraps every call of a model; default: no wrapper. */
  pay?: Pay | undefined;
  /** Default: nothing is remembered. */
  memo?: Memo | undefined;
  /** The part of an output that clients see; default `viewOf`. */
  view?: ViewOf | undefined;
}

export interface Assignment {
  schedule: Schedule;
  node: Node;
  release: number;
  fence: number;
  /** The part of the request's time that is left for the step. */
  deadlineMs: number;
  /** The claim was made at this time of the local clock or later. */
  claimedSince: number;
  /** The input for which the step was released, and its document as the claim wrote it. */
  input: string;
  record: StepRecord;
  /** The time of the claim by the store's clock, and whether it is the first of the release. */
  at: number;
  isFirst: boolean;
  /** Called with each change that the running step makes to the schedule. */
  onMoved(moved: Moved): void;
  /** Called where such a change may have been made, but its answer was lost. */
  onUnsure(): void;
  /** Commits what was paid for; the caller of `runStep` ends it. */
  turn: CommitTurn;
}

export type Ended =
  | { kind: "exit"; outcome: Outcome }
  | {
      /**
       * `continued`: the time is up, and new answers are remembered, or the lease ran out while the step's picture is made in a batch; the
       * error names which.
       */
      kind: "retry" | "busy" | "continued";
      error: { code: string; message: string };
      retryAfterMs: number | undefined;
    }
  /** Its picture is made in a batch, which the vendor names by this id. */
  | { kind: "parked"; id: string };

export interface Ran {
  ended: Ended;
  paidMicros: number;
  usages: readonly Usage[];
  calls: readonly NotedCall[];
  /** Number of new answers that were remembered. */
  kept: number;
  /** Differences of the step from the request. */
  notes: readonly Note[];
  /** The batch in the step's document. */
  batch: KeptBatch | undefined;
}

export async function runStep<Tools>(worker: Worker<Tools>, assignment: Assignment): Promise<Ran> {
  const { schedules, clock, settings, tools, blobs, outputs, stories, ledger, memo, batches } = worker;
  const { schedule, node, release, fence, deadlineMs, claimedSince, turn } = assignment;
  const { timings } = settings;
  const { sessionId, ownerId } = schedule;
  const watch = startWatch({
    ...{
      watches: worker.watches,
      schedules,
      clock,
      timings,
      schedule,
      release,
      fence,
      deadlineMs,
      claimedSince,
    },
    step: node.id,
  });
  const usages: Usage[] = [];
  const onUsed = (usage: Usage) => void usages.push(usage);
  const { signal, leftMs } = watch;
  const log = openCallLog(worker.pay ?? ((_call, make) => make()), clock);
  const meter = openCostMeter({
    ...{ ledger, signal, leftMs, hold: watch.hold, onUsed },
    claim: { sessionId, ownerId, step: node.id, fence },
    budgetMicros: schedule.params.budgetMicros,
    payer: schedule.payer,
    pay: log.pay,
  });
  const { input, record, at } = assignment;
  const batch = openStepBatch({
    ...{ schedules, ledger, batches, meter, sessionId, step: node.id, input, record, at, release, fence },
    ...{ timings, onUsed },
  });
  const slot =
    STEP_KINDS[node.kind].pool === "images"
      ? openStepSlot({
          ...{ schedules, clock, settings, sessionId, signal, leftMs, look: watch.look, lose: watch.lose },
          claim: { step: node.id, release, fence },
          ...{ isFirst: assignment.isFirst, onMoved: assignment.onMoved, onUnsure: assignment.onUnsure },
        })
      : undefined;
  const calls = openStepCalls({
    ...{ sessionId, ownerId, meter, memo, signal, look: watch.look, turn, batch, slot },
    version: STEP_KINDS[node.kind].version,
    onRemembered(usage) {
      onUsed(usage);
      log.remembered(usage);
    },
  });
  const notes = openNotes(clock);
  const progress = progressOf(worker, assignment, watch);
  let maker: string | undefined;
  const madeBy = (id: string) => {
    maker = id;
  };
  let asked: Omit<Asked, "notices"> | undefined;
  const references = openReferences({
    ...{ schedules, sessionId, step: node.id, input, record, release, fence },
  });
  const context = createStepContext({
    ...{ schedule, node, tools, blobs, outputs, stories, signal },
    ...{ call: calls.call, note: notes.note, madeBy, references, progress: progress?.tell },
    asked(what) {
      asked = what;
    },
  });
  const told = () => notes.told().map(({ text }) => text);
  const work = async () => {
    try {
      return await perform(worker.phases, node.ref, context);
    } finally {
      // However the work ended, calls in progress are paid for, so their results are stored.
      await calls.settle();
    }
  };
  let ended: Ended;
  try {
    const result = await orAbort(work(), signal, () => clock.sleep(timings.abortGraceMs));
    ended = {
      kind: "exit",
      outcome: await store(worker, assignment, {
        result,
        madeBy: maker,
        asked: asked && { ...asked, notices: told() },
      }),
    };
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const isWaiting = batch.kept()?.isSettled === false;
    // The store did not answer for a lease's time, and there is no other claim: if the step left flight now, its picture would be ordered
    // again.
    ended =
      cause instanceof StepAborted && cause.cause === "lease-lost" && isWaiting
        ? {
            kind: "continued",
            error: { code: "lease-lost", message: cause.message },
            retryAfterMs: undefined,
          }
        : judge(cause, { step: node.id, kept: calls.kept() });
  }
  try {
    const [paidMicros] = await Promise.all([meter.close(), progress?.end()]);
    const made = { calls: log.calls, kept: calls.kept(), notes: notes.told() };
    return { ended, paidMicros, usages, ...made, batch: batch.kept() };
  } finally {
    await watch.end();
  }
}

/** Reports the progress of the step's picture; undefined for a step that makes none. */
function progressOf<Tools>(
  { projector, clock, settings }: Worker<Tools>,
  { schedule, node, release, fence }: Assignment,
  { signal, look }: Watch,
): ProgressTeller | undefined {
  if (pictureRef(node.id) === undefined) return undefined;
  const claim = { step: node.id, release, fence };
  return openProgress({
    ...{ clock, signal, everyMs: settings.timings.progressMs },
    async write(reached) {
      await look();
      if (!signal.aborted) await projector.showProgress(schedule.sessionId, { ...claim, reached });
    },
  });
}

/** Throws when this deployment does not serve the step, because its message went to the wrong place. */
function perform<Tools>(
  phases: readonly Phase<Tools>[],
  ref: WorkRef,
  context: StepContext<Tools>,
): Promise<StepResult> {
  const steps = phases.find((phase) => phase.name === ref.phase)?.steps ?? {};
  switch (ref.of) {
    case "book":
      return (steps.book ?? missing(ref)).perform(ref, context);
    case "character":
      return (steps.character ?? missing(ref)).perform(ref, context);
    case "outfit":
      return (steps.outfit ?? missing(ref)).perform(ref, context);
    case "plate":
      return (steps.plate ?? missing(ref)).perform(ref, context);
    case "place":
      return (steps.place ?? missing(ref)).perform(ref, context);
    case "page":
      return (steps.page ?? missing(ref)).perform(ref, context);
    case "panel":
      return (steps.panel ?? missing(ref)).perform(ref, context);
    case "renditions":
      return (steps.renditions ?? missing(ref)).perform(ref, context);
    case "cover":
      return (steps.cover ?? missing(ref)).perform(ref, context);
    case "export":
      return (steps.export ?? missing(ref)).perform(ref, context);
  }
}

function missing(ref: WorkRef): never {
  throw new TerminalError("not-deployed", `no function here runs ${ref.phase} for a ${ref.of}`);
}

/** Waits for the work; after an abort, for the grace at most. */
async function orAbort<T>(work: Promise<T>, signal: AbortSignal, grace: () => Promise<void>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const leave = () => void grace().then(() => reject(signal.reason));
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
  return Promise.race([work, aborted]);
}

async function store<Tools>(
  { blobs, stories, view = viewOf }: Worker<Tools>,
  { schedule, node }: Assignment,
  made: { result: StepResult; madeBy: string | undefined; asked: Asked | undefined },
): Promise<Outcome> {
  const { madeBy, asked } = made;
  const [stored, sealed] = await Promise.all([
    storeResult(blobs, schedule.sessionId, made.result),
    asked && keepSealed({ blobs, stories }, schedule, JSON.stringify(asked)),
  ]);
  const result = { ...stored, ...(madeBy && { madeBy }), ...(sealed && { asked: sealed }) };
  return { kind: "done", result, view: view(node.ref, made.result.output) };
}

function judge(error: unknown, { step, kept }: { step: string; kept: number }): Ended {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ClaimClosedError) return { kind: "exit", outcome: { kind: "dropped" } };
  if (error instanceof StepAborted && error.cause !== "deadline") {
    return { kind: "exit", outcome: { kind: "dropped" } };
  }
  if (error instanceof ParkedError) return { kind: "parked", id: error.id };
  if (error instanceof StepAborted || error instanceof OutOfTimeError) {
    // The loop ends: a step has finitely many questions, and each claim that continues has remembered the answer to one more.
    const kind = kept > 0 ? "continued" : "retry";
    return { kind, error: { code: "step-deadline", message }, retryAfterMs: undefined };
  }
  if (error instanceof TerminalError) {
    const reason = { code: error.code, message, step, retryable: error.retryable };
    return { kind: "exit", outcome: { kind: "failed", reason } };
  }
  if (error instanceof BusyError) {
    return { kind: "busy", error: { code: "busy", message }, retryAfterMs: error.retryAfterMs };
  }
  return { kind: "retry", error: { code: "attempt-failed", message }, retryAfterMs: undefined };
}
