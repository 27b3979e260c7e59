// From what somebody asks for to changes of the book, by the reviser that is handed in.
import { carryResult, editResult } from "./edit-result.ts";
import { survey } from "./graph.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { type BookView, CannotReviseError, type Reviser, type Wish } from "./reviser.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { PHASES } from "./step-id.ts";
import { nodeOf, stepsOfPhase } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor; reviser: Reviser };

/** Throws `CannotReviseError`, and what editing a result throws. */
export async function planWish(ports: Ports, schedule: Schedule, wish: Wish): Promise<BookChange> {
  const answer = await ports.reviser.revise(wish, viewOf(ports, schedule));
  if (answer.kind === "cannot") throw new CannotReviseError(answer);
  const results: ResultEdit[] = [];
  let people: readonly string[] | undefined;
  for (const { ref, change } of answer.results ?? []) {
    const edit =
      change === undefined
        ? carryResult(schedule, ref)
        : await editResult(ports, schedule, { ref, change, people });
    if (edit !== undefined) results.push(edit);
    people = edit?.result.characters ?? people;
  }
  const takes = (answer.takes ?? []).map((ref) => nodeOf(ref).id);
  return { results, takes, ...(answer.params && { params: answer.params }) };
}

function viewOf({ blobs }: Ports, schedule: Schedule): BookView {
  const seen = survey(schedule);
  const nodes = PHASES.flatMap((phase) => stepsOfPhase(phase, seen.shape).nodes);
  return {
    params: schedule.params,
    standing: nodes.filter((node) => seen.resultOf(node) !== undefined).map(({ ref }) => ref),
    async output(ref) {
      const { id } = nodeOf(ref);
      const hash = seen.resultOf(nodeOf(ref))?.output;
      if (hash === undefined) throw new EditRefusedError("not-found", "", `${id} has no result`);
      return loadJson(blobs, schedule.sessionId, hash);
    },
  };
}
