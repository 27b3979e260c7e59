// Steps' documents with the views of the results that count now. A result that a person edited or returned to was recorded by no worker, so
// its view is made here, once, from the stored output.
import { loadOutput } from "./load-output.ts";
import { hasViewOf } from "./plan-projection.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { parseStepId } from "./step-id.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";
import { loadJson } from "./store-result.ts";
import { viewOf } from "./views.ts";

type Ports = Pick<Services, "schedules" | "blobs">;

/** Reads steps' documents, except one that is known. Throws `BusyError` when a store is down. */
export async function readViews(
  ports: Ports,
  schedule: Schedule,
  steps: readonly string[],
  known?: StepRecord,
): Promise<Map<string, StepRecord>> {
  const wanted = new Set(steps);
  const isKnown = known !== undefined && wanted.delete(known.step);
  const records = await ports.schedules.readSteps(
    schedule.sessionId,
    [...wanted],
    outputsOf(schedule, [...wanted]),
  );
  if (isKnown) records.set(known.step, known);
  for (const step of wanted) {
    const isMoved = !records.has(step) && schedule.results[step]?.moved === true;
    if (isMoved) records.set(step, { ...newStepRecord(step), viewOf: "" });
  }
  for (const [step, record] of records) {
    const result = schedule.results[step];
    if (result === undefined || hasViewOf(record, result)) continue;
    records.set(step, await withView(ports, schedule, { ...record, viewOf: result.output }));
  }
  return records;
}

/** The results that count now, by step: the sources of the views. */
export function outputsOf({ results }: Schedule, steps: readonly string[]): Map<string, string> {
  return new Map(
    steps.flatMap((step) => {
      const result = results[step];
      return result === undefined ? [] : [[step, result.output] as const];
    }),
  );
}

async function withView(
  { schedules, blobs }: Ports,
  schedule: Schedule,
  record: StepRecord & { viewOf: string },
): Promise<StepRecord> {
  const { sessionId } = schedule;
  const { step } = record;
  const ref = parseStepId(step);
  if (ref.of === "gate") return record;
  const output = record.viewOf;
  const load = (hash: string) => loadJson(blobs, sessionId, hash);
  const view = viewOf(ref, await loadOutput(load, schedule, { ref, hash: output }));
  await schedules.update(sessionId, step, ({ schedule: latest, record: newest }) => {
    // A reader with an older schedule must not replace a newer view.
    const isWanted =
      latest.results[step]?.output === output && newest !== undefined && newest.viewOf !== output;
    return { step: isWanted ? { ...newest, view, viewOf: output } : undefined, value: undefined };
  });
  return { ...record, view };
}
