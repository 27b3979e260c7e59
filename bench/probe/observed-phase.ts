// Records when a phase's own work starts and ends. With the simulated models, lettering and binding are extended to the seed's time. With
// `BENCH_INSTANT=1` work is done once, and further sessions get the same result after the seed's time on the measurement's clock, so that
// only the pipeline's time remains.
import { setTimeout as sleep } from "node:timers/promises";
import { observedPhase as real } from "../../lib/cloud/observed-phase.ts";
import {
  type ErasedStep,
  mapSteps,
  type Phase,
  type StepContext,
  type StepResult,
} from "../../lib/pipeline/phase.ts";
import { seedDurationMs } from "../../lib/pipeline/sample-session.ts";
import { type StepRef, stepId } from "../../lib/pipeline/step-id.ts";
import { mark } from "./journal.ts";
import { PACE } from "./pace.ts";

const IS_INSTANT = process.env.BENCH_INSTANT === "1";
const known = new Map<string, Promise<StepResult>>();

export const observedPhase: typeof real = <Tools>(
  phase: Phase<Tools>,
  tracing: Parameters<typeof real>[1],
) => {
  const { name, steps } = real(phase, tracing);
  return { name, steps: mapSteps(steps, noted) };
};

function noted<Ref extends StepRef, Tools>(step: ErasedStep<Ref, Tools>): ErasedStep<Ref, Tools> {
  return {
    ...step,
    async perform(ref, context) {
      const id = stepId(ref);
      mark("run", context.sessionId, id);
      const startedAt = performance.now();
      const result = await (IS_INSTANT ? once(step, ref, context) : step.perform(ref, context));
      const leftMs = seedMs(ref, context) * PACE - (performance.now() - startedAt);
      if (leftMs > 0) await sleep(leftMs, undefined, { signal: context.signal });
      mark("ran", context.sessionId, id);
      return result;
    },
  };
}

/** Remaining time to wait: the simulated models take their time themselves. */
function seedMs<Tools>(ref: StepRef, { params }: StepContext<Tools>): number {
  const isSimulated = params.models.artist.startsWith("simulated-");
  const isByModel = ref.phase !== "lettering" && ref.phase !== "finish";
  return IS_INSTANT || (isSimulated && !isByModel) ? seedDurationMs(ref) : 0;
}

function once<Ref extends StepRef, Tools>(
  step: ErasedStep<Ref, Tools>,
  ref: Ref,
  context: StepContext<Tools>,
): Promise<StepResult> {
  const id = stepId(ref);
  const before = known.get(id) ?? step.perform(ref, context);
  known.set(id, before);
  return before;
}
