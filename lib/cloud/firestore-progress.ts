// Writes the progress of a running picture into the clients' document that shows it. Reads the step's document and that document, then
// commits with a precondition on the latter's version: a change of the schedule replaces the document, and progress must not undo that.
import { type Progressed, pictureRef, planProgress } from "../pipeline/plan-progress.ts";
import { StepRecordSchema } from "../pipeline/step-record.ts";
import type { Documents } from "./documents.ts";
import { isChanged, orBusy } from "./firestore-errors.ts";
import { pagePath, phasePath, stepPath } from "./firestore-paths.ts";

const ClaimSchema = StepRecordSchema.pick({ release: true, fence: true, settled: true, leaseUntil: true });
const SEEN_FIELDS = [...Object.keys(ClaimSchema.shape), "panels", "progress"];

/** As `Projector.showProgress` says. Without a transaction, because a lock on a page would delay the results of other steps. */
export async function writeProgress(
  { read, begin }: Documents,
  sessionId: string,
  progressed: Progressed,
): Promise<boolean> {
  const ref = pictureRef(progressed.step);
  if (ref === undefined) return false;
  const at = ref.of === "panel" ? pagePath(sessionId, ref.page) : phasePath(sessionId, ref.phase);
  const paths = [stepPath(sessionId, progressed.step), at];
  const [step, shown] = await orBusy(() => read(paths, SEEN_FIELDS));
  if (step?.content === undefined || shown?.content === undefined) return false;
  const record = ClaimSchema.parse(step.content);
  const planned = planProgress({ record, document: shown.content, now: shown.readAt }, progressed);
  if (planned === undefined) return false;
  const commit = begin();
  commit.update(at, [{ field: [planned.field], value: planned.value }], shown.updateTime);
  return orBusy(async () => {
    try {
      await commit.send();
      return true;
    } catch (error) {
      if (isChanged(error)) return false;
      throw error;
    }
  });
}
