// A plan without overlap: it releases a phase when the previous one is complete, and except for pictures one step of it at a time. It is
// used for sessions with this title; all others use the real plan.
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
