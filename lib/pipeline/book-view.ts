// A book as its schedule has it, read by those who plan a change.
import { survey } from "./graph.ts";
import { loadOutput } from "./load-output.ts";
import type { BookView } from "./reviser.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError } from "./step-editor.ts";
import { PHASES } from "./step-id.ts";
import { knownSteps, nodeOf } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

/** `output` throws `EditRefusedError` where there is no valid result. */
export function bookView(
  { blobs }: Pick<Services, "blobs">,
  schedule: Pick<Schedule, "sessionId" | "results" | "gates" | "params" | "takes" | "pictures">,
): BookView {
  const seen = survey(schedule);
  const nodes = PHASES.flatMap((phase) => knownSteps(phase, seen.shape));
  return {
    params: schedule.params,
    standing: nodes.filter((node) => seen.resultOf(node) !== undefined).map(({ ref }) => ref),
    async output(ref) {
      const { id } = nodeOf(ref);
      const hash = seen.resultOf(nodeOf(ref))?.output;
      if (hash === undefined) throw new EditRefusedError("not-found", "", `${id} has no result`);
      return loadOutput((one) => loadJson(blobs, schedule.sessionId, one), schedule, { ref, hash });
    },
  };
}
