// The line: a plan that releases a phase when the one before is all done, and pictures apart one step of it at a time. It is
// that of sessions with this title; all others have their own.
import { plan as freePlan } from "../../lib/pipeline/graph.ts";
import { PHASES, parseStepId } from "../../lib/pipeline/step-id.ts";

export { openGates, survey } from "../../lib/pipeline/graph.ts";

export const LINE_TITLE = "the line";

const phaseOf = (step: string) => PHASES.indexOf(parseStepId(step).phase);

export const plan: typeof freePlan = (schedule, limits) => {
  if (schedule.params.title !== LINE_TITLE) return freePlan(schedule, limits);
  const next = freePlan(schedule, { ...limits, others: 1 });
  const busy = Object.keys(schedule.inFlight).map(phaseOf);
  const first = Math.min(...next.release.map(({ step }) => phaseOf(step)), ...busy);
  return { ...next, release: next.release.filter(({ step }) => phaseOf(step) === first) };
};
