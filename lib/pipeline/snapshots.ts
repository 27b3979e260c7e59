// The snapshot of a version of a book: all state that decides the version, stored under its hash like a result.
import * as z from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { survey } from "./graph.ts";
import { passedGates } from "./plan-revision.ts";
import { type Schedule, ScheduleSchema } from "./schedule.ts";
import type { Services } from "./services.ts";
import { PHASES } from "./step-id.ts";
import { knownSteps } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

const SnapshotSchema = z.object({
  schemaVersion: z.literal(1),
  ...ScheduleSchema.pick({
    params: true,
    title: true,
    results: true,
    takes: true,
    finals: true,
    gates: true,
    pictures: true,
  }).shape,
});
export type Snapshot = z.infer<typeof SnapshotSchema>;

export function snapshotOf({ params, title, results, takes, finals, gates, pictures }: Schedule): Snapshot {
  return {
    ...{ schemaVersion: 1, params, title, results, takes, gates },
    ...(finals && { finals }),
    ...(pictures && { pictures }),
  };
}

/** Stores a session's state. Throws `BusyError` when the store is down. */
export function storeSnapshot({ blobs }: Pick<Services, "blobs">, schedule: Schedule): Promise<string> {
  const bytes = Buffer.from(canonicalJson(snapshotOf(schedule)), "utf8");
  return blobs.put(schedule.sessionId, bytes, "application/json");
}

export async function loadSnapshot(
  { blobs }: Pick<Services, "blobs">,
  sessionId: string,
  hash: string,
): Promise<Snapshot> {
  return SnapshotSchema.parse(await loadJson(blobs, sessionId, hash));
}

/** The schedule with the state of a snapshot. A phase reviewed in that version is not reviewed again; a gate's revision never decreases. */
export function withSnapshot(
  schedule: Schedule,
  snapshot: Snapshot,
  author: { by: string; at: number },
): Schedule {
  const { params, title, results, takes, finals, pictures } = snapshot;
  // Reviews and their times are settings of the session, not of a version.
  const { review, reviewTimeoutMinutes } = schedule.params;
  const { finals: _now, pictures: _then, ...others } = schedule;
  const back: Schedule = {
    ...others,
    ...{ title, results, takes, params: { ...params, review, reviewTimeoutMinutes } },
    ...(finals && { finals }),
    ...(pictures && { pictures }),
  };
  const passed = passedGates({ ...back, gates: snapshot.gates });
  const gates = { ...schedule.gates };
  for (const phase of PHASES) {
    const then = snapshot.gates[phase];
    if (then?.decision === undefined || !passed.has(phase)) continue;
    const revision = Math.max(then.revision, gates[phase]?.revision ?? 0);
    gates[phase] = { ...then, revision, decision: { kind: "approve", ...author } };
  }
  return { ...back, gates };
}

/** Hashes of the valid outputs, by step. */
export function standingOutputs(
  schedule: Pick<Schedule, "results" | "gates" | "params" | "takes" | "finals" | "pictures">,
): Map<string, string> {
  const seen = survey(schedule);
  const outputs = new Map<string, string>();
  for (const phase of PHASES) {
    for (const node of knownSteps(phase, seen.shape)) {
      const result = seen.resultOf(node);
      if (result !== undefined) outputs.set(node.id, result.output);
    }
  }
  return outputs;
}
