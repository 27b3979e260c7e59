// Wraps a phase with a span for each step and each model call, and a log line about the end of each. The session's own record has only an
// error's message; the log has its stack.
import { budgetStopOf } from "../api/audit.ts";
import { BusyError, OutOfTimeError, TerminalError } from "../pipeline/errors.ts";
import { type ErasedStep, mapSteps, type Phase, type StepContext } from "../pipeline/phase.ts";
import { type StepRef, stepId } from "../pipeline/step-id.ts";
import type { Usage } from "../pipeline/usage.ts";
import { auditLog } from "./audit-log.ts";
import { type LogFields, logAbout, logError, logInfo } from "./log.ts";
import type { Tracing } from "./tracing.ts";

export function observedPhase<Tools>(phase: Phase<Tools>, tracing: Tracing): Phase<Tools> {
  return { name: phase.name, steps: mapSteps(phase.steps, (step) => observedStep(step, tracing)) };
}

function observedStep<Ref extends StepRef, Tools>(
  { perform, ...step }: ErasedStep<Ref, Tools>,
  tracing: Tracing,
): ErasedStep<Ref, Tools> {
  return {
    ...step,
    perform(ref, context) {
      const id = stepId(ref);
      const attributes = { "mekuri.session": context.sessionId, "mekuri.step": id };
      const labels = { sessionId: context.sessionId, step: id };
      const work = () => perform(ref, tracing.isOn ? observedContext(context, tracing) : context);
      return logAbout({ labels }, () =>
        tracing.span({ name: `step ${ref.phase}`, attributes }, () => told(id, context, work)),
      );
    },
  };
}

/** Runs a step and logs how it ended. */
async function told<T>(
  id: string,
  { signal, sessionId }: Pick<StepContext<unknown>, "signal" | "sessionId">,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  const took = (): LogFields => ({ ms: Math.round(performance.now() - startedAt) });
  try {
    const result = await work();
    logInfo(`${id} is made`, took());
    return result;
  } catch (error) {
    if (signal.aborted) logInfo(`${id} was aborted`, { ...took(), reason: reasonOf(signal.reason) });
    else if (error instanceof BusyError) logInfo(`${id} found no room`, took());
    else if (error instanceof OutOfTimeError) logInfo(`${id} ran out of time`, took());
    else if (error instanceof TerminalError) {
      logInfo(`${id} failed`, { ...took(), code: error.code });
      const reason = budgetStopOf(error.code);
      if (reason !== undefined) auditLog({ event: "budget-stop", reason, way: "step", session: sessionId });
    } else logError(`${id} failed`, error, took());
    throw error;
  }
}

function reasonOf(reason: unknown): string {
  return reason instanceof Error && typeof reason.cause === "string" ? reason.cause : String(reason);
}

function observedContext<Tools>(context: StepContext<Tools>, tracing: Tracing): StepContext<Tools> {
  return {
    ...context,
    call: (asked) =>
      tracing.span({ name: "call", kind: "client" }, async (span) => {
        const made = await context.call(asked);
        span.set(usageAttributes(made.usage));
        return made;
      }),
  };
}

// https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/
function usageAttributes({ model, inputTokens, outputTokens, images, costMicros }: Usage) {
  return {
    "gen_ai.request.model": model,
    "gen_ai.usage.input_tokens": inputTokens,
    "gen_ai.usage.output_tokens": outputTokens,
    "mekuri.images": images,
    "mekuri.cost_micros": costMicros,
  };
}
