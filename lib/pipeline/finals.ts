// Panels that are drawn as `final` after the book was made: which they are, their artist, and the parameters of their steps. Pure.
import type { StepContext } from "./phase.ts";
import type { Final, Schedule } from "./schedule.ts";

/** The parameters and the lane of a step: a panel that is drawn as `final` afterwards has an artist of its own. */
export function paramsFor(
  step: string,
  schedule: Pick<Schedule, "params" | "takes" | "finals">,
): Pick<StepContext<unknown>, "params" | "slow" | "batch"> {
  const { params } = schedule;
  const final = finalOf(step, schedule);
  if (final === undefined) {
    return { params, slow: params.slow, batch: params.tier === "final" ? params.slow : undefined };
  }
  const { artist, slow } = final;
  return { params: { ...params, tier: "final", models: { ...params.models, artist } }, slow, batch: slow };
}

/** The `final` order of a panel, if it applies to the present take. */
export function finalOf(
  step: string,
  { takes, finals }: Pick<Schedule, "takes" | "finals">,
): Final | undefined {
  const final = finals?.[step];
  return final !== undefined && (takes[step] ?? 0) >= final.take ? final : undefined;
}

export const isFinal = (step: string, schedule: Pick<Schedule, "takes" | "finals">): boolean =>
  finalOf(step, schedule) !== undefined;
