// Runs a claimed step under its watch and says how it ended. Running twice is safe: what a step stores is named by its
// content, and only the holder of the last fence may record.
import { type NotedCall, openCallLog } from "./call-log.ts";
import { BusyError, TerminalError } from "./errors.ts";
import { ClaimClosedError } from "./ledger.ts";
import { openTab, type Pay } from "./ledger-tab.ts";
import type { Memo } from "./memo.ts";
import type { Phase, StepContext, StepResult } from "./phase.ts";
import type { RecentOutputs } from "./recent-outputs.ts";
import type { Outcome } from "./record.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { Turn } from "./session-turns.ts";
import { createStepContext } from "./step-context.ts";
import type { Node, WorkRef } from "./step-kinds.ts";
import { storeResult } from "./store-result.ts";
import type { Usage } from "./usage.ts";
import { type ViewOf, viewOf } from "./views.ts";
import { StepAborted, startWatch } from "./watch.ts";

export interface RunOptions<Tools> extends Services {
  phases: readonly Phase<Tools>[];
  tools: Tools;
  /** Of `blobs`. */
  outputs: RecentOutputs;
  /** Stands around every call of a model; default: nobody. */
  pay?: Pay | undefined;
  /** Default: nothing is remembered. */
  memo?: Memo | undefined;
  /** What of an output clients see; default `viewOf`. */
  view?: ViewOf | undefined;
}

export interface Assignment {
  schedule: Schedule;
  node: Node;
  release: number;
  fence: number;
  /** What is left of the request's time for the step. */
  deadlineMs: number;
  /** By the local clock: the claim is not older than this. */
  claimedSince: number;
  /** To bring home what was paid for; whoever has run the step ends it. */
  homeward: Turn;
}

export type Ended =
  | { kind: "exit"; outcome: Outcome }
  | {
      kind: "retry" | "busy";
      error: { code: string; message: string };
      retryAfterMs: number | undefined;
    };

export async function runStep<Tools>(
  options: RunOptions<Tools>,
  assignment: Assignment,
): Promise<{ ended: Ended; paidMicros: number; usages: readonly Usage[]; calls: readonly NotedCall[] }> {
  const { schedules, clock, settings, tools, blobs, outputs, stories, ledger, memo } = options;
  const { schedule, node, release, fence, deadlineMs, claimedSince, homeward } = assignment;
  const { timings } = settings;
  const { sessionId, ownerId } = schedule;
  const watch = startWatch({
    ...{ schedules, clock, timings, schedule, release, fence, deadlineMs, claimedSince },
    step: node.id,
  });
  const usages: Usage[] = [];
  const onUsed = (usage: Usage) => void usages.push(usage);
  const { signal } = watch;
  const log = openCallLog(options.pay ?? ((_call, make) => make()), clock);
  const tab = openTab({
    ...{ ledger, signal, hold: watch.hold, onUsed },
    claim: { sessionId, ownerId, step: node.id, fence },
    budgetMicros: schedule.params.budgetMicros,
    pay: log.pay,
  });
  const context = createStepContext({
    ...{ schedule, node, tools, blobs, outputs, stories, tab, memo, signal },
    look: watch.look,
    homeward,
    onNotice() {},
    onRemembered(usage) {
      onUsed(usage);
      log.remembered(usage);
    },
  });
  let ended: Ended;
  try {
    const result = await orAbort(perform(options.phases, node.ref, context), watch.signal, () =>
      clock.sleep(timings.abortGraceMs),
    );
    ended = { kind: "exit", outcome: await store(options, assignment, result) };
  } catch (error) {
    ended = judge(watch.signal.aborted ? watch.signal.reason : error, node.id);
  }
  try {
    return { ended, paidMicros: await tab.close(), usages, calls: log.calls };
  } finally {
    await watch.end();
  }
}

/** Throws when this deployment does not serve the step: its message went to the wrong place. */
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
    case "page":
      return (steps.page ?? missing(ref)).perform(ref, context);
    case "panel":
      return (steps.panel ?? missing(ref)).perform(ref, context);
    case "export":
      return (steps.export ?? missing(ref)).perform(ref, context);
  }
}

function missing(ref: WorkRef): never {
  throw new TerminalError("not-deployed", `no function here does ${ref.phase} for a ${ref.of}`);
}

/** Waits for the work; once it is aborted, no longer than the grace. */
async function orAbort<T>(work: Promise<T>, signal: AbortSignal, grace: () => Promise<void>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const leave = () => void grace().then(() => reject(signal.reason));
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
  return Promise.race([work, aborted]);
}

async function store<Tools>(
  { blobs, view = viewOf }: RunOptions<Tools>,
  { schedule, node }: Assignment,
  stepResult: StepResult,
): Promise<Outcome> {
  const result = await storeResult(blobs, schedule.sessionId, stepResult);
  return { kind: "done", result, view: view(node.ref, stepResult.output) };
}

function judge(error: unknown, step: string): Ended {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ClaimClosedError) return { kind: "exit", outcome: { kind: "dropped" } };
  if (error instanceof StepAborted) {
    if (error.cause !== "deadline") return { kind: "exit", outcome: { kind: "dropped" } };
    return { kind: "retry", error: { code: "step-deadline", message }, retryAfterMs: undefined };
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
